import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium.ts';
import { startCounty, type County } from '../support/county.ts';

export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 800 };

/** A county whose server gives the built pages. */
const startCountyWithPages = (environment: Record<string, string> = {}): Promise<County> =>
  startCounty({ environment: { PAGES_DIR: './miniapp/dist/h5', ...environment } });

export interface CountyInBrowser {
  readonly county: County;
  readonly browser: Browser;
}

/** For the tests of one `describe`: a county with its pages, and a browser, as long as they run. */
export function countyInBrowser(settings?: () => Promise<Record<string, string>>): CountyInBrowser {
  let county: County;
  let browser: Browser;
  beforeAll(async () => {
    county = await startCountyWithPages(await settings?.());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await county?.close();
  });
  return {
    get county() {
      return county;
    },
    get browser() {
      return browser;
    },
  };
}

/** Somebody's own browser, signed in by their demo name. */
export async function openAs(
  { browser, county }: CountyInBrowser,
  name: string | null,
  viewport = PHONE,
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  if (name === null) return page;
  await page.goto(`${county.url}/pages/people/sign-in/index`);
  await signsIn(page, name);
  return page;
}

/** Signs in by a demo name on the page for it. Whoever leaves that page before the greeting drops the answer unread. */
export async function signsIn(page: Page, name: string): Promise<void> {
  await page.getByText(name).first().click();
  await sees(page, `${name}，您好`);
}

/** Waits for words somebody can see: Taro keeps the pages beneath in the document, hidden. */
export async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
}

/** Presses what can be seen by its words. */
export async function presses(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words, { exact: true }).filter({ visible: true }).first().click();
}
