import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium.ts';
import { startCounty, type County } from '../support/county.ts';

export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 800 };

/** For machines that do other work besides. */
const PATIENCE_MS = 45_000;
const LOOK_ANEW_MS = 5_000;

/** Where a server finds the built pages. */
const WITH_PAGES = { PAGES_DIR: './miniapp/dist/h5' };

export interface CountyInBrowser {
  readonly county: County;
  readonly browser: Browser;
}

/** What a county is set up for, such as events: it has the county, and ends it. */
interface SetUp {
  readonly county: County;
  close(): Promise<void>;
}

/** For the tests of one `describe`: a county with its pages, and a browser, as long as they run. */
export function countyInBrowser(settings?: () => Promise<Record<string, string>>): CountyInBrowser {
  return setUpInBrowser({
    start: async ({ environment }) => {
      const county = await startCounty({ environment: { ...environment, ...(await settings?.()) } });
      return { county, close: () => county.close() };
    },
  });
}

/** The same for a county that is set up for something: `here` is what was started. */
export function setUpInBrowser<Here extends SetUp>(kind: {
  start(options: { environment: Record<string, string> }): Promise<Here>;
}): CountyInBrowser & { readonly here: Here } {
  let here: Here;
  let browser: Browser;
  beforeAll(async () => {
    here = await kind.start({ environment: WITH_PAGES });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await here?.close();
  });
  return {
    get here() {
      return here;
    },
    get county() {
      return here.county;
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
  page.setDefaultTimeout(PATIENCE_MS);
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

/** Waits until nothing of it is there: what is on its way out may be seen a moment longer. */
export async function gone(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'detached' });
}

/** Looks again until what is expected holds, where no locator can be waited for: what a field holds, what was sent. */
export async function soon(expected: () => Promise<void>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await expected();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
}

/**
 * Presses what can be seen by its words. Of a page that goes while it is pressed, Playwright would wait for the same
 * words to come back; they are looked for anew instead, where the next page has them too.
 */
export async function presses(page: Page, words: string | RegExp): Promise<void> {
  const seen = page.getByText(words, { exact: true }).filter({ visible: true }).first();
  await soon(() => seen.click({ timeout: LOOK_ANEW_MS }));
}
