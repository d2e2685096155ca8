import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { buildPages } from '../../commands/build.mjs';
import { inFolder, median, startCounty } from './compare.mjs';
import { buildEmptyTaro, EMPTY_TARO } from './empty-taro.mjs';

/** As the journeys choose it. */
const BROWSER = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

const ROUNDS = 5;
const SLOWER = 4;
const BYTES_PER_SECOND = (400 * 1000) / 8;
const LATENCY_MS = 150;

const EMPTY_PAGES = `${EMPTY_TARO}/dist/h5`;

/**
 * Until a page can be used on a slow phone (CPU 4x, 400 kbit/s) that was never here before, against an empty page of
 * Taro by the same server. `isUsable` runs in the page.
 */
export const compareFirstView = (address, isUsable, aim) =>
  inFolder(async (folder) => {
    await buildPages();
    await buildEmptyTaro('h5');
    const ours = await startCounty(path.join(folder, 'ours'));
    const empty = await startCounty(path.join(folder, 'empty'), { PAGES_DIR: EMPTY_PAGES });
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? BROWSER, args: FLAGS });
    try {
      const times = { ours: [], empty: [] };
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const [side, url, isThere] of [
          ['ours', ours.origin + address, isUsable],
          ['empty', `${empty.origin}/`, emptyIsThere],
        ]) {
          const took = await timeUntil(browser, url, isThere);
          if (round > 0) times[side].push(took);
        }
      const [value, limit] = [median(times.ours), median(times.empty)];
      return { value, unit: 'ms', limit, ratio: limit / value, aim };
    } finally {
      await browser.close();
      await Promise.all([ours.stop(), empty.stop()]);
    }
  });

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

const emptyIsThere = () => document.querySelector('#empty')?.getClientRects().length > 0;

async function timeUntil(browser, address, isThere) {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(`
    const isThere = ${isThere.toString()};
    const look = () => (document.body && isThere() ? (window.usableAt = performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  `);
  await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
  const usable = await page.waitForFunction(() => window.usableAt, null, { timeout: 120_000 });
  const took = await usable.jsonValue();
  await context.close();
  return took;
}
