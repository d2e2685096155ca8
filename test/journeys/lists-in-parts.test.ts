import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { EventCounty } from '../support/event-county.ts';
import { gate } from '../support/gate.ts';
import { countyInBrowser, DESK, gone, openAs, presses, sees, setUpInBrowser, soon } from './browser.ts';

const A_PART = 3;

/** The server gives so few at a time, as if there were many more. */
const inSmallParts = (page: Page, path: RegExp) =>
  page.route(path, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', String(A_PART));
    return route.continue({ url: url.href });
  });

describe('a list of which another part is asked for meanwhile', () => {
  const at = countyInBrowser();
  const LIST = /\/api\/events\?/;

  const titlesOf = async (query: string): Promise<string[]> => {
    const token = await at.county.signIn('supervisor');
    const { items } = (await at.county.ask('GET', `/events?${query}`, { token })).body;
    return items.map(({ title }: { title: string }) => title);
  };
  const shows = (page: Page, titles: readonly string[]) =>
    soon(async () =>
      expect(await page.locator('.row-title').filter({ visible: true }).allInnerTexts()).toEqual(titles),
    );
  const chooses = (page: Page, label: string) =>
    page.getByLabel('看哪一部分').filter({ visible: true }).selectOption({ label });

  it('never has what was asked for before, neither more of it nor its beginning', async () => {
    const page = await openAs(at, '周正言', DESK);
    await inSmallParts(page, LIST);
    await page.goto(`${at.county.url}/pages/public-events/kept/index`);
    await shows(page, await titlesOf(`part=all&limit=${A_PART}`));

    const late = gate();
    await page.route(/\/api\/events\?.*cursor=/, async (route) => {
      await late.promise;
      await route.fallback();
    });
    await presses(page, '再看一些');
    await chooses(page, '已举行');
    const held = await titlesOf('part=held&limit=200');
    await shows(page, held.slice(0, A_PART));
    const more = page.waitForResponse((answer) => /part=all.*cursor=|cursor=.*part=all/.test(answer.url()));
    late.resolve();
    await more;
    await presses(page, '再看一些');
    await shows(page, held.slice(0, 2 * A_PART));

    const first = gate();
    await page.route(/\/api\/events\?.*part=cancelled/, async (route) => {
      await first.promise;
      await route.fallback();
    });
    await chooses(page, '已取消');
    await chooses(page, '已举行');
    await shows(page, held.slice(0, A_PART));
    const cancelled = page.waitForResponse(/part=cancelled/);
    first.resolve();
    await cancelled;
    await presses(page, '再看一些');
    await shows(page, held.slice(0, 2 * A_PART));
    await page.context().close();
  });
});

describe('a list asked for while too many are there', () => {
  const at = countyInBrowser();

  it('comes by itself, and until then says so without a button to press', async () => {
    const page = await openAs(at, null);
    const seen = gate();
    let asked = 0;
    await page.route(/\/api\/public\/events\?/, async (route) => {
      asked += 1;
      if (asked > 2) {
        await seen.promise;
        return route.fallback();
      }
      return route.fulfill({
        status: 503,
        headers: { 'retry-after': '1' },
        json: { code: 'busy', message: '系统繁忙，请稍后再试；已填写的内容不会丢失', reference: 'crowd' },
      });
    });
    await page.goto(`${at.county.url}/tabs/events/index`);
    await sees(page, '系统繁忙，请稍后再试');
    await sees(page, '稍等几秒会自动再试，不用一直按。');
    expect(await page.getByText(/已填写的内容|再试一次/).count()).toBe(0);
    seen.resolve();
    await sees(page, '冬季供水开放日');
    await gone(page.getByText('系统繁忙，请稍后再试'));
    expect(asked).toBe(3);
    await page.context().close();
  });
});

describe('a list that is read to its end, of which a part does not come', () => {
  const at = setUpInBrowser(EventCounty);

  it('says so, and by one press is there to its end', async () => {
    at.here.map.at('2026-11-26');
    const event = await at.here.event();
    const names = ['石大娘', '罗大爷', '周长顺', '陈建国', '李秀兰', '王德贵', '赵玉梅'];
    for (const name of names) await at.here.signedUp(event, { names: [name] });
    const page = await openAs(at, '秦向阳', DESK);
    const LIST = /\/api\/events\/[^/]+\/sign-ups\?/;
    await inSmallParts(page, LIST);
    let asked = 0;
    await page.route(
      (url) => LIST.test(url.href) && url.searchParams.has('cursor'),
      (route) => {
        asked += 1;
        return asked === 2 ? route.abort() : route.fallback();
      },
    );
    await page.goto(`${at.county.url}/pages/public-events/attendees/index?id=${event.id}`);
    await sees(page, '没有连上网络');
    await sees(page, '名单还在读，找不到的请稍等再找。');
    await presses(page, '再试一次');
    for (const name of names) await sees(page, name);
    await gone(page.getByText('名单还在读').filter({ visible: true }));
    await gone(page.getByText('没有连上网络').filter({ visible: true }));
    await page.context().close();
  });
});

describe('service points looked for, while a part of them does not come', () => {
  const at = countyInBrowser();

  it('are said to be not all read, never to be still on their way', async () => {
    const page = await openAs(at, '段立新', DESK);
    await page.route(/\/api\/service-points\?/, (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('limit', '9');
      return url.searchParams.has('cursor') ? route.abort() : route.continue({ url: url.href });
    });
    await page.goto(`${at.county.url}/pages/service-map/manage/index`);
    await sees(page, '没有连上网络');
    await page.getByRole('searchbox').filter({ visible: true }).fill('没有这个地方');
    await sees(page, '已读到的里面没有');
    expect(await page.getByText('正在读服务点').count()).toBe(0);
    await page.unroute(/\/api\/service-points\?/);
    await presses(page, '再试一次');
    await sees(page, '没有这样的服务点');
    await page.context().close();
  });
});

describe('the whole table on paper', () => {
  const at = countyInBrowser();

  it('names a task once, above the rows of its units', async () => {
    const token = await at.county.signIn('supervisor');
    const breakdownId = (await at.county.ask('GET', '/task-breakdowns', { token })).body.items[0].id;
    const page = await openAs(at, '周正言', DESK);
    await page.goto(`${at.county.url}/pages/tasks/sheet/index?id=${breakdownId}`);
    await sees(page, /^共 \d+ 行。筛选：/);
    const headings = await page.locator('.document h2').allInnerTexts();
    expect(headings.length).toBeGreaterThan(10);
    expect(new Set(headings).size).toBe(headings.length);
    expect(await page.locator('.document th', { hasText: '主要任务' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('a sheet for paper, of which a part does not come', () => {
  const at = countyInBrowser();

  it('gives no total and is not printed before it is whole', async () => {
    const token = await at.county.signIn('township-officer');
    const ask = async (path: string) => (await at.county.ask('GET', path, { token })).body;
    const { unitId, breakdownId } = (await ask('/assignments?limit=1')).items[0];
    const lines = await ask(`/task-breakdowns/${breakdownId}/ledger?unitId=${unitId}&withHandedDown=no&limit=200`);
    const half = Math.ceil(lines.items.length / 2);
    const page = await openAs(at, '秦向阳', DESK);
    const held = gate();
    let asked = 0;
    await page.route(/\/api\/task-breakdowns\/[^/]+\/ledger\?/, async (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('limit', String(half));
      if (url.searchParams.has('cursor')) {
        asked += 1;
        await held.promise;
        if (asked === 1) return route.abort();
      }
      return route.continue({ url: url.href });
    });
    await page.goto(`${at.county.url}/pages/tasks/sheet/index?id=${breakdownId}&unitId=${unitId}`);
    await sees(page, lines.items[0].task.mainTask);
    await sees(page, /^还在读。筛选：/);
    await sees(page, '还没有读完，请稍候');
    held.resolve();
    await sees(page, /^没有读完。筛选：/);
    await sees(page, '没有读完，原因写在下面');
    expect(await page.getByText(/共 \d+ 行|请稍候/).count()).toBe(0);
    await presses(page, '再试一次');
    await sees(page, new RegExp(`^共 ${lines.items.length} 行。筛选：`));
    await gone(page.getByText(/没有读完/).filter({ visible: true }));
    await page.context().close();
  });
});
