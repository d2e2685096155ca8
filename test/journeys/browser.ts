import { chromium, type Browser, type Page } from 'playwright-core';
import { startCounty, type County } from '../support/county.ts';

/** A real Chromium without a window, and without its own calls home. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 800 };

/** A county whose server gives the built pages. */
export const startCountyWithPages = (): Promise<County> =>
  startCounty({ environment: { PAGES_DIR: './miniapp/dist/h5' } });

/** Somebody's own browser, signed in by their demo name. */
export async function openAs(browser: Browser, county: County, name: string | null, viewport = PHONE): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (name === null) return page;
  await page.goto(`${county.url}/pages/people/sign-in/index`);
  await page.getByText(name).first().click();
  await sees(page, `${name}，您好`);
  return page;
}

/** Waits for words somebody can see: Taro keeps the pages beneath in the document, hidden. */
export async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
}

/** Presses what can be seen by its words. */
export async function presses(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words, { exact: true }).filter({ visible: true }).first().click();
}
