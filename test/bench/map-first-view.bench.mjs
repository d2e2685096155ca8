import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { buildPages } from '../../commands/build.mjs';
import { compressFolder } from '../../commands/compress-folder.mjs';
import { inFolder, median, startCounty } from './compare.mjs';

const ROUNDS = 5;
const SLOWER = 4;
const BYTES_PER_SECOND = (400 * 1000) / 8;
const LATENCY_MS = 150;

const root = fileURLToPath(new URL('../../', import.meta.url));
const emptyPage = path.join(root, 'test/bench/empty-taro-page');

/**
 * Until the map can be used on a slow phone (CPU 4x, 400 kbit/s) that was never here before, against an empty page of
 * Taro by the same server. Usable: the county is drawn, the list is there, and a finger on its first row meets the row.
 */
export default () =>
  inFolder(async (folder) => {
    await buildPages();
    await buildEmptyPage();
    const ours = await startCounty(path.join(folder, 'ours'));
    const empty = await startCounty(path.join(folder, 'empty'), path.join(emptyPage, 'dist'));
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
    try {
      const times = { ours: [], empty: [] };
      for (let round = 0; round <= ROUNDS; round += 1)
        for (const [side, address, isUsable] of [
          ['ours', `${ours.origin}/tabs/map/index`, mapIsUsable],
          ['empty', `${empty.origin}/`, emptyIsThere],
        ]) {
          const took = await timeUntil(browser, address, isUsable);
          if (round > 0) times[side].push(took);
        }
      const [value, limit] = [median(times.ours), median(times.empty)];
      return { value, unit: 'ms', limit, ratio: limit / value, aim: 0.66 };
    } finally {
      await browser.close();
      await Promise.all([ours.stop(), empty.stop()]);
    }
  });

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];

/** In the page: runs with every frame until it answers true. */
const mapIsUsable = () => {
  const isSeen = (element) => element && element.getClientRects().length > 0;
  const drawn = [...document.querySelectorAll('svg polygon, .leaflet-container path')].some(isSeen);
  const row = [...document.querySelectorAll('a[href*="/pages/service-map/point/"]')].find(
    (link) => !link.closest('svg') && isSeen(link),
  );
  if (!drawn || !row) return false;
  row.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = row.getBoundingClientRect();
  return row.contains(document.elementFromPoint(left + width / 2, top + height / 2));
};
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

/** The least Taro can be, built as our pages are. */
async function buildEmptyPage() {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const environment = { ...process.env, NODE_ENV: 'production', CI: 'true', NO_UPDATE_NOTIFIER: '1' };
  await promisify(execFile)(process.execPath, [taro, 'build', '--type', 'h5', '--no-check'], {
    cwd: emptyPage,
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  });
  await compressFolder(path.join(emptyPage, 'dist'));
}
