import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/chromium.ts';
import { freePort, ServerProcess } from '../support/server-process.ts';
import { countyInBrowser, gone, openAs, PHONE, presses, sees, signsIn, soon } from './browser.ts';

const BUILT = path.resolve(import.meta.dirname, '../../miniapp/dist/h5');

/** A phone of some years at the edge of the net: 400 kbit/s, and a fourth of this machine. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Runs before the page's own scripts: how long nothing at all could be seen once the page had begun. */
function watchWhite(): void {
  const frames: boolean[] = [];
  Object.assign(window, { __white__: frames });
  const look = () => {
    const seen = document.body && document.elementFromPoint(innerWidth / 3, 40);
    const isDrawn = document.querySelector('#opening i, #first-view h1, .page-title') !== null;
    if (document.body) frames.push(Boolean(seen) && isDrawn);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

describe('a slow phone at the edge of the net', () => {
  const at = countyInBrowser();

  const opens = async (page: Page, address: string) => {
    await page.addInitScript(watchWhite);
    await slowDown(page);
    await page.goto(`${at.county.url}${address}`, { waitUntil: 'commit', timeout: 90_000 });
  };
  /** Once the page's body is there, something stands in it in every frame. */
  const neverWhite = async (page: Page) => {
    const frames = await page.evaluate(() => (window as unknown as { __white__: boolean[] }).__white__);
    expect(frames.length).toBeGreaterThan(3);
    expect(frames.filter((isDrawn) => !isDrawn)).toEqual([]);
  };

  it.each([
    ['/tabs/home/index', '近期活动'],
    ['/tabs/map/index', '示例县政务服务大厅'],
    ['/tabs/affairs/index', '办社保卡'],
  ])('shows something at once, and then %s', async (address, words) => {
    const page = await openAs(at, null, PHONE);
    await opens(page, address);
    await sees(page, words);
    await page.locator('.page-title').filter({ visible: true }).first().waitFor();
    await neverWhite(page);
    await page.context().close();
  });

  it('shows home with links that work and a search before any script has come', async () => {
    const page = await openAs(at, null, PHONE);
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(`${at.county.url}/`);
    await page.getByRole('heading', { name: /政务公开/ }).waitFor();
    await page.getByRole('link', { name: /拨打 12345/ }).waitFor();
    await page.getByRole('searchbox', { name: '办什么事、去哪里' }).fill('社保');
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/tabs\/map\/index\?words=/);
    await page.context().close();
  });

  it('takes over what was written into the search before the page was there', async () => {
    const page = await openAs(at, null, PHONE);
    let open: () => void = () => undefined;
    const gate = new Promise<void>((done) => (open = done));
    await page.route(/\.js$/, async (route) => {
      await gate;
      await route.continue();
    });
    await page.goto(`${at.county.url}/tabs/home/index`, { waitUntil: 'commit' });
    const search = page.getByRole('searchbox', { name: '办什么事、去哪里' });
    await search.first().fill('社保');
    open();
    await page.locator('.page-title').filter({ visible: true }).first().waitFor();
    await gone(page.locator('#first-view'));
    await soon(async () => {
      expect(await search.inputValue()).toBe('社保');
      expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
    });
    await page.context().close();
  });

  it('shows an officer the kept list, with its time, while the new one is still on its way', async () => {
    const page = await openAs(at, '罗小满', PHONE);
    await page.goto(`${at.county.url}/pages/tasks/my/index`);
    await sees(page, /还有 \d+ 天|逾期 \d+ 天/);
    await page.route(/api\/assignments/, async (route) => {
      await new Promise((go) => setTimeout(go, 6000));
      await route.continue();
    });
    await slowDown(page);
    await page.goto(`${at.county.url}/pages/tasks/my/index`, { timeout: 90_000 });
    await sees(page, /网络慢，先看存下的内容，更新于 .*\d\d:\d\d/);
    await sees(page, /还有 \d+ 天|逾期 \d+ 天/);
    await gone(page.getByText(/网络慢，先看存下的内容/));
    await page.context().close();
  });

  it('files a report and books a time, each once, with what was typed', async () => {
    const officer = await openAs(at, '秦向阳', PHONE);
    const token = await at.county.signIn('township-officer');
    const { items } = (await at.county.ask('GET', '/assignments?limit=200', { token })).body;
    const line = items.find(({ status }: { status: string }) => ['in-progress', 'acknowledged'].includes(status));
    await slowDown(officer);
    await officer.goto(`${at.county.url}/pages/tasks/report/index?id=${line.id}`, { timeout: 90_000 });
    if (line.percent === null) await officer.getByRole('button', { name: '完成百分比加 10' }).click();
    await officer.getByLabel('做了什么').fill('慢网里写的：已入户核对。');
    await presses(officer, '提交填报');
    await sees(officer, '已提交');
    const { reports } = (await at.county.ask('GET', `/assignments/${line.id}`, { token })).body;
    expect(reports.filter(({ note }: { note: string }) => note === '慢网里写的：已入户核对。')).toHaveLength(1);
    await officer.context().close();

    const services = (await at.county.ask('GET', '/public/bookable-services?limit=200')).body.items;
    const service = services.find(({ firstFree }: { firstFree: unknown }) => firstFree);
    const resident = await openAs(at, null, PHONE);
    await slowDown(resident);
    await resident.goto(`${at.county.url}/pages/appointments/times/index?service=${service.id}`, { timeout: 90_000 });
    await resident.locator('.time-press').filter({ visible: true }).first().click();
    await sees(resident, /已为您留到/);
    await resident.getByLabel('您的姓名').filter({ visible: true }).first().fill('石大娘');
    await resident.getByLabel('手机号').filter({ visible: true }).first().fill('13800000041');
    await presses(resident, '确定预约');
    await sees(resident, '到窗口报这个号，或报姓名和手机号');
    await resident.context().close();
  });

  it('keeps the last words of a form whose app the phone ends in the background', async () => {
    const page = await openAs(at, '罗小满', PHONE);
    const token = await at.county.signIn('village-officer');
    const { items } = (await at.county.ask('GET', '/assignments?limit=200', { token })).body;
    const line = items.find(({ status }: { status: string }) => ['in-progress', 'acknowledged'].includes(status));
    const form = `${at.county.url}/pages/tasks/report/index?id=${line.id}`;
    await page.goto(form);
    await page.getByLabel('做了什么').fill('切到后台前写的话');
    // Turned away from within the half second after which it would have been saved, and never woken again.
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    const again = await page.context().newPage();
    await page.close();
    await again.goto(form);
    await soon(async () => expect(await again.getByLabel('做了什么').inputValue()).toBe('切到后台前写的话'));
    await again.context().close();
  });
});

describe('new pages on the server, in the middle of a form', () => {
  let server: ServerProcess;
  let browser: Browser;
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'county-update-'));
    cpSync(BUILT, path.join(folder, 'old'), { recursive: true });
    cpSync(BUILT, path.join(folder, 'new'), { recursive: true });
    renameParts(path.join(folder, 'new'));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    server = new ServerProcess(port, { DATA_DIR: path.join(folder, 'data'), PAGES_DIR: path.join(folder, 'old') });
    await server.start();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A line on which 罗小满 may report. */
  const openLine = async (): Promise<string> => {
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ person: 'village-officer' });
    const { token } = await (await fetch(`${url}/api/demo/sign-in`, { method: 'POST', headers: json, body })).json();
    const reply = await fetch(`${url}/api/assignments?limit=200`, { headers: { authorization: `Bearer ${token}` } });
    const { items } = (await reply.json()) as { items: { id: string; status: string }[] };
    return items.find(({ status }) => ['in-progress', 'acknowledged'].includes(status))!.id;
  };

  it.each([
    ['a browser that keeps the pages', 'allow'],
    ['a browser that keeps nothing', 'block'],
  ] as const)('lose no word in %s', async (_, serviceWorkers) => {
    await server.kill();
    await server.start({ PAGES_DIR: path.join(folder, 'old') });
    const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', serviceWorkers });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${url}/pages/people/sign-in/index`);
    await signsIn(page, '罗小满');
    if (serviceWorkers === 'allow') await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto(`${url}/pages/tasks/line/index?id=${await openLine()}`);
    await presses(page, '填报进展');
    await page.getByLabel('做了什么').filter({ visible: true }).fill('更新前写的话');
    const form = page.url();
    await server.kill();
    await server.start({ PAGES_DIR: path.join(folder, 'new') });
    // A page that was never opened before: its part of the old version is on no server any more.
    await page
      .getByRole('link', { name: /关于、个人信息/ })
      .filter({ visible: true })
      .click();
    await page.getByRole('heading', { level: 1, name: '关于' }).filter({ visible: true }).waitFor();
    await page.goto(form);
    const note = page.getByLabel('做了什么').filter({ visible: true });
    await soon(async () => expect(await note.inputValue()).toBe('更新前写的话'));
    await presses(page, '提交填报');
    await sees(page, /已提交|比上次低|完成百分比/);
    await context.close();
  });
});

/** The same pages as another build would name them: no old name is left. */
function renameParts(root: string): void {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const plain = files.filter((file) => {
    const isCopy = /[.](br|gz)$/.test(file);
    if (isCopy) rmSync(file);
    return !isCopy;
  });
  const marks = new Set(plain.flatMap((file) => /[.]([0-9a-f]{8})[.](?:js|css)$/.exec(file)?.[1] ?? []));
  const other = (mark: string) =>
    [...mark]
      .reverse()
      .join('')
      .replaceAll(/\d/g, (digit) => String(9 - Number(digit)));
  const renamed = (text: string) => text.replaceAll(/[0-9a-f]{8}/g, (mark) => (marks.has(mark) ? other(mark) : mark));
  for (const file of plain) {
    if (/[.](js|css|html)$/.test(file)) writeFileSync(file, renamed(readFileSync(file, 'utf8')));
    if (renamed(path.basename(file)) !== path.basename(file))
      renameSync(file, path.join(path.dirname(file), renamed(path.basename(file))));
  }
}
