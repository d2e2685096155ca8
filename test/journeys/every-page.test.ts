import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults, RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { everyPage, visitedPages, type OpenPage } from '../support/every-page.ts';
import { countyInBrowser, DESK, openAs, PHONE } from './browser.ts';
import { faultsOfLayout } from './layout-faults.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** 国家标准《信息技术 互联网内容无障碍可访问性技术要求》 goes back to these. */
const RULES: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** Where pictures are wanted, each page is taken in each mode (`npm run screenshots`). */
const PICTURES = process.env.SCREENSHOTS_DIR;
const ONLY = process.env.SCREENSHOTS_OF ?? '';

const APP_CONFIG = path.resolve(import.meta.dirname, '../../miniapp/src/app.config.ts');

/** A second or two for each page, on a machine that does other work besides. */
const TIME_FOR_ALL = 600_000;
/** Of a longer page its beginning is enough. */
const LONGEST = 3000;

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

interface Mode {
  name: string;
  size: { width: number; height: number };
  display: { ageFriendly: boolean; textSize: 'standard' | 'large' | 'largest' };
  /** Asked only whether everything has its room: names and colours are those of the mode before. */
  isNarrow?: boolean;
  /** The device shows dark pages (the web's alone). */
  isDark?: boolean;
  /** The smallest letters and targets of 适老化 (A1), where the mode promises them. */
  least?: { letters: number; targets: number };
}

const MODES: readonly Mode[] = [
  { name: 'phone', size: PHONE, display: { ageFriendly: false, textSize: 'standard' } },
  {
    name: 'phone-age-friendly',
    size: PHONE,
    display: { ageFriendly: true, textSize: 'standard' },
    least: { letters: 18, targets: 60 },
  },
  {
    name: 'narrow-largest',
    size: { width: 320, height: 640 },
    isNarrow: true,
    display: { ageFriendly: true, textSize: 'largest' },
    least: { letters: 18, targets: 60 },
  },
  { name: 'phone-dark', size: PHONE, display: { ageFriendly: false, textSize: 'standard' }, isDark: true },
  { name: 'desk', size: DESK, display: { ageFriendly: false, textSize: 'standard' } },
];

describe('every page', () => {
  const at = countyInBrowser();
  let pages: OpenPage[];
  beforeAll(async () => {
    // A Thursday, ten o'clock.
    at.county.clock.set('2026-11-26T02:00:00.000Z');
    pages = (await everyPage(at.county)).filter(({ page }) => page.includes(ONLY));
  });

  it('is visited here', async () => {
    Object.assign(globalThis, { defineAppConfig: (config: object) => config });
    const { default: config } = (await import(APP_CONFIG)) as { default: AppConfig };
    const { pages: main, subPackages } = config;
    const listed = [...main, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
    expect(visitedPages().toSorted()).toEqual(listed.toSorted());
  });

  it.each(MODES)(
    'can be read, reached and told apart by everyone: $name',
    async (mode) => {
      const faults: Record<string, string[]> = {};
      let person: string | null | undefined;
      let tab: Page | undefined;
      for (const one of pages) {
        if (!tab || one.person !== person) {
          await tab?.context().close();
          person = one.person;
          tab = await openIn(mode, person);
        }
        await tab.goto(`${at.county.url}${one.address}`);
        await settled(tab);
        if (PICTURES) await picture(tab, mode, one.page);
        const found = [
          ...(mode.isNarrow ? [] : await axeFaults(tab)),
          ...(await tab.evaluate(faultsOfLayout, mode.least ?? null)),
        ];
        if (found.length) faults[one.page] = found;
      }
      await tab?.context().close();
      expect(faults).toEqual({});
    },
    TIME_FOR_ALL,
  );

  async function openIn(mode: Mode, person: string | null): Promise<Page> {
    const page = await openAs(at, null, mode.size);
    await page.emulateMedia({ colorScheme: mode.isDark ? 'dark' : 'light' });
    await page.context().addInitScript(keepValue, ['display', JSON.stringify(mode.display)] as const);
    if (person) await signIn(page.context(), person);
    return page;
  }

  /** As a session kept on the device from the day before. */
  async function signIn(context: BrowserContext, person: string): Promise<void> {
    const token = await at.county.signIn(person);
    const { body: current } = await at.county.ask('GET', '/sessions/current', { token });
    await context.addInitScript(keepValue, ['session', JSON.stringify({ token, way: 'demo', current })] as const);
  }
});

/** Runs in the page, before it does anything: as the web build of Taro keeps a value. */
function keepValue([key, value]: readonly [string, string]): void {
  localStorage.setItem(key, JSON.stringify({ data: value }));
}

async function settled(page: Page): Promise<void> {
  await page.locator('.page-main').filter({ visible: true }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.taro_page:last-of-type .skeleton'));
  if (PICTURES) await page.waitForLoadState('networkidle');
}

async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (rules) => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(rules),
    RULES,
  );
  // Marks on the map lie as near to each other as the places do; the list beside it has every one of them.
  const counts = ({ id, html }: { id: string; html: string }) => id !== 'target-size' || !html.includes('leaflet');
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => counts({ id, html }))
      .map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`.trim()),
  );
}

async function picture(page: Page, mode: Mode, name: string): Promise<void> {
  const folder = path.resolve(PICTURES!, mode.name);
  mkdirSync(folder, { recursive: true });
  const file = `${name
    .replace(/^(tabs|pages)\//, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '_')}.png`;
  // The page scrolls within the window: a window as high as the page shows all of it.
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.taro_page')].map(({ scrollHeight }) => scrollHeight)),
  );
  await page.setViewportSize({ width: mode.size.width, height: Math.min(Math.max(height, mode.size.height), LONGEST) });
  await page.screenshot({ path: path.join(folder, file) });
  await page.setViewportSize(mode.size);
}
