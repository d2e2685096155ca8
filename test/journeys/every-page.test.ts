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
const ALL_RULES: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** Names and structure are those of the look before: what may differ is how it is drawn. */
const DRAWING: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'target-size'] } };
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

interface Look {
  name: string;
  size: { width: number; height: number };
  /** The device shows dark pages (the web's alone). */
  isDark?: boolean;
  /** What is asked beside whether everything has its room. */
  rules?: RunOptions;
  /** The smallest letters and targets of 适老化 (A1), where the mode promises them. */
  least?: { letters: number; targets: number };
}

/** How a person has set the display. */
interface Display {
  ageFriendly: boolean;
  textSize: 'standard' | 'large' | 'largest';
  looks: readonly Look[];
}

const LEAST = { letters: 18, targets: 60 };
const DISPLAYS: readonly Display[] = [
  {
    ageFriendly: false,
    textSize: 'standard',
    looks: [
      { name: 'phone', size: PHONE, rules: ALL_RULES },
      { name: 'phone-dark', size: PHONE, isDark: true, rules: DRAWING },
      { name: 'desk', size: DESK, rules: ALL_RULES },
    ],
  },
  {
    ageFriendly: true,
    textSize: 'standard',
    looks: [{ name: 'phone-age-friendly', size: PHONE, rules: DRAWING, least: LEAST }],
  },
  {
    ageFriendly: true,
    textSize: 'largest',
    looks: [{ name: 'narrow-largest', size: { width: 320, height: 640 }, least: LEAST }],
  },
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

  it(
    'can be read, reached and told apart by everyone, in every display',
    async () => {
      const faults: Record<string, string[]> = {};
      let person: string | null | undefined;
      let tabs: { tab: Page; settings: Page } | undefined;
      for (const one of pages) {
        if (!tabs || one.person !== person) {
          await tabs?.tab.context().close();
          person = one.person;
          tabs = await openFor(person);
        }
        const { tab, settings } = tabs;
        await tab.setViewportSize(PHONE);
        await tab.emulateMedia({ colorScheme: 'light' });
        for (const display of DISPLAYS) {
          await settings.evaluate(keepValue, displayed(display));
          // A tab's first page is opened in each display, the others once: they follow.
          const opens = display === DISPLAYS[0] || one.page.startsWith('tabs/');
          if (opens) await tab.goto(`${at.county.url}${one.address}`);
          await isDisplayed(tab, display);
          for (const look of display.looks) {
            const found = await faultsOf(tab, look, one.page);
            if (found.length) faults[`${one.page} (${look.name})`] = found;
          }
        }
      }
      await tabs?.tab.context().close();
      expect(faults).toEqual({});
    },
    TIME_FOR_ALL,
  );

  /** A tab to look at the pages, and one beside it in which the person changes the display meanwhile. */
  async function openFor(person: string | null): Promise<{ tab: Page; settings: Page }> {
    const tab = await openAs(at, null, PHONE);
    if (person) await signIn(tab.context(), person);
    const settings = await tab.context().newPage();
    await settings.goto(`${at.county.url}/api/health`);
    return { tab, settings };
  }

  /** As a session kept on the device from the day before. */
  async function signIn(context: BrowserContext, person: string): Promise<void> {
    const token = await at.county.signIn(person);
    const { body: current } = await at.county.ask('GET', '/sessions/current', { token });
    await context.addInitScript(keepValue, ['session', JSON.stringify({ token, way: 'demo', current })] as const);
  }
});

async function faultsOf(page: Page, { name, size, isDark, rules, least }: Look, address: string): Promise<string[]> {
  await page.setViewportSize(size);
  // Whoever wants no motion sees the new colours at once.
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await settled(page);
  if (PICTURES) await picture(page, { name, size }, address);
  return [...(rules ? await axeFaults(page, rules) : []), ...(await page.evaluate(faultsOfLayout, least ?? null))];
}

/** Runs in the page, before it does anything: as the web build of Taro keeps a value. */
function keepValue([key, value]: readonly [string, string]): void {
  localStorage.setItem(key, JSON.stringify({ data: value }));
}

const displayed = ({ ageFriendly, textSize }: Display) =>
  ['display', JSON.stringify({ ageFriendly, textSize })] as const;

/** The page that was open has followed. */
async function isDisplayed(page: Page, { ageFriendly, textSize }: Display): Promise<void> {
  const scale = textSize === 'largest' ? '1.4' : '1';
  const theme = `.theme${ageFriendly ? '.theme-age-friendly' : ':not(.theme-age-friendly)'}[style*="--text-scale: ${scale};"]`;
  await page.locator(theme).first().waitFor({ state: 'attached' });
}

async function settled(page: Page): Promise<void> {
  await page.locator('.page-main').filter({ visible: true }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.taro_page:last-of-type .skeleton'));
  if (PICTURES) await page.waitForLoadState('networkidle');
}

async function axeFaults(page: Page, wanted: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  // What is in order stays in the page: brought out of it, it would take longer than all the rest.
  const violations = await page.evaluate(
    async (rules) => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      return (await axe.run(rules)).violations;
    },
    { ...wanted, resultTypes: ['violations'] } satisfies RunOptions,
  );
  // Marks on the map lie as near to each other as the places do; the list beside it has every one of them.
  const counts = ({ id, html }: { id: string; html: string }) => id !== 'target-size' || !html.includes('leaflet');
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => counts({ id, html }))
      .map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`.trim()),
  );
}

async function picture(page: Page, look: Look, name: string): Promise<void> {
  const folder = path.resolve(PICTURES!, look.name);
  mkdirSync(folder, { recursive: true });
  const file = `${name
    .replace(/^(tabs|pages)\//, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '_')}.png`;
  // The page scrolls within the window: a window as high as the page shows all of it.
  const height = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.taro_page')].map(({ scrollHeight }) => scrollHeight)),
  );
  await page.setViewportSize({ width: look.size.width, height: Math.min(Math.max(height, look.size.height), LONGEST) });
  await page.screenshot({ path: path.join(folder, file) });
  await page.setViewportSize(look.size);
}
