import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, gone, openAs, PHONE, presses, sees, soon } from './browser.ts';

const CENTRE = '青石镇便民服务中心';
const NOBODY = '01a218b7-0000-7000-8000-000000000000';

describe('whoever looks for something', () => {
  const at = countyInBrowser();
  let guideId: string;
  beforeAll(async () => {
    const { items } = (await at.county.ask('GET', '/public/service-guides?limit=200')).body;
    guideId = items.find(({ plainTitle }: { plainTitle: string }) => plainTitle === '办社保卡').id;
  });
  const opens = async (path: string, page?: Page) => {
    const here = page ?? (await openAs(at, null, PHONE));
    await here.goto(`${at.county.url}${path}`);
    return here;
  };
  const firstPart = (page: Page) =>
    page.locator('.page-main').filter({ visible: true }).last().locator('.section').first();

  it.each([
    ['in words', '社保卡'],
    ['in pinyin', 'shebaoka'],
    ['by first letters', 'sbk'],
  ])('and opens a point has it first there: window, hours, guide; looked for %s', async (_how, words) => {
    const page = await opens('/tabs/map/index');
    await page.getByRole('searchbox').fill(words);
    await page.locator('.map-list .point-row').filter({ hasText: CENTRE }).getByRole('link').click();
    await sees(page, `您找的“${words}”，这里能办`);
    const first = firstPart(page);
    await soon(async () => {
      expect(await first.innerText()).toMatch(/社保卡/);
      expect(await first.innerText()).toMatch(/在“.+”办/);
    });
    await first
      .getByText(/^今天 /)
      .first()
      .waitFor();
    // It stands in the address: opened again, or by the family, it says the same.
    await page.reload();
    await sees(page, `您找的“${words}”，这里能办`);
    await firstPart(page).getByRole('link', { name: '看要带什么' }).first().click();
    await sees(page, '带什么');
    await page.context().close();
  });

  it.each([
    ['a question to a task', '/pages/task-questions/ask/index', `?id=${NOBODY}`, '没有找到这项任务'],
    ['a home visit', '/pages/appointments/home-visits/ask/index', `?serviceId=${NOBODY}`, '没有找到这项上门服务'],
  ])('by a link to %s that was cut short, or is old, is told so and led on', async (_what, path, rest, words) => {
    for (const query of ['', '?', rest.slice(0, -8), rest]) {
      const page = await opens(path + query);
      await sees(page, words);
      await page.getByRole('link', { name: '看办事指南' }).or(page.getByText('看办事指南')).first().waitFor();
      await page.context().close();
    }
  });

  it('from a guide, has the guide’s matter first', async () => {
    const page = await opens(`/pages/service-guides/guide/index?id=${guideId}`);
    await page
      .getByRole('link')
      .filter({ hasText: /便民服务|政务服务大厅/ })
      .first()
      .click();
    await sees(page, '您要办的，这里能办');
    await page.context().close();
  });

  it('and only a place finds the place, without anything before it', async () => {
    const page = await opens('/tabs/map/index');
    await page.getByRole('searchbox').fill('qingshizhenbianmin');
    await page.locator('.map-list .point-row').filter({ hasText: CENTRE }).getByRole('link').click();
    await sees(page, '能办什么');
    await gone(page.getByText(/这里能办$/).filter({ visible: true }));
    await page.context().close();
  });

  it('finds guides in pinyin too', async () => {
    const page = await opens('/tabs/affairs/index');
    await page.getByRole('searchbox').fill('shehuibaozhangka');
    await sees(page, '办社保卡');
    await page.context().close();
  });

  it.each(['石桥村', '青石镇石桥村', 'sqc', 'qszsqc', 'qingshizhen', 'shiqiaocun', 'qsz'])(
    'finds their village by %s',
    async (words) => {
      const page = await opens('/pages/service-map/village/index');
      await page.getByRole('searchbox').fill(words);
      await page.getByRole('radio', { name: /石桥村/ }).click();
      await sees(page, '青石镇石桥村便民服务站');
      await page.context().close();
    },
  );

  it('finds it in the township that was chosen before a name was looked for', async () => {
    const page = await opens('/pages/service-map/village/index');
    const townships = page.getByRole('combobox', { name: '或先选乡镇（街道）' });
    await townships.selectOption({ label: '青石镇' });
    await sees(page, '三岔村');
    await page.getByRole('searchbox').fill('没有这个村');
    await sees(page, '没有叫“没有这个村”的村（社区）');
    await townships.selectOption({ label: '青石镇' });
    await page.getByRole('radio', { name: /石桥村/ }).click();
    await sees(page, '青石镇石桥村便民服务站');
    await page.context().close();
  });
});

describe('a link that leads nowhere', () => {
  const at = countyInBrowser();
  const pages = [
    ['a point', '/pages/service-map/point/index?id=', '没有找到这个服务点'],
    ['a guide', '/pages/service-guides/guide/index?id=', '没有找到这份办事指南'],
    ['a guide’s questions', '/pages/service-guides/questions/index?id=', '没有找到这份办事指南'],
    ['a list', '/pages/service-guides/list/index?guide=', '没有找到这份清单'],
    ['a guide’s sheet', '/pages/service-guides/sheet/index?guide=', '没有找到这份办事指南'],
    ['a handbook', '/pages/service-guides/handbook/index?id=', '没有找到这份一本通'],
    ['a scanned code', '/pages/service-map/code/index?scene=', '没有找到这个码'],
  ] as const;

  it.each(pages)('to %s says so in plain words, with ways on', async (what, path, words) => {
    const page = await openAs(at, null, PHONE);
    for (const id of [NOBODY, 'not-an-id', NOBODY.slice(0, 20), ...(what === 'a scanned code' ? [] : [''])]) {
      await page.goto(`${at.county.url}${path}${id}`);
      await sees(page, words);
      await sees(page, /可能已经撤下，也可能链接没有复制全/);
    }
    await gone(page.getByText(/本单位负责人|编号/).filter({ visible: true }));
    await page.getByRole('link', { name: '看办事指南' }).filter({ visible: true }).first().click();
    await page.getByRole('searchbox').waitFor();
    await page.goto(`${at.county.url}${path}${NOBODY}`);
    await page.getByRole('link', { name: '看地图' }).filter({ visible: true }).first().click();
    await page.locator('.map-list .point-row').first().waitFor();
    await page.context().close();
  });

  it('to a village says so on the map, and gives the whole map back', async () => {
    const page = await openAs(at, null, DESK);
    await page.goto(`${at.county.url}/tabs/map/index?villageId=${NOBODY}`);
    await sees(page, '没有找到这个村（社区）');
    await sees(page, /可能已经撤下，也可能链接没有复制全/);
    await presses(page, '清除筛选，看全部');
    await page.locator('.map-list .point-row').first().waitFor();
    await page.context().close();
  });

  it('to one’s own village of before asks for it again', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/service-map/village/index`);
    await page.getByRole('searchbox').waitFor();
    await page.evaluate(
      (id) => localStorage.setItem('my-village', JSON.stringify({ data: JSON.stringify(id) })),
      NOBODY,
    );
    await page.reload();
    await sees(page, '没有找到您选过的村（社区）');
    await page.getByRole('searchbox').waitFor();
    await page.context().close();
  });

  it('to a guide on a day before it was public says since when it is, and has today’s', async () => {
    const { items } = (await at.county.ask('GET', '/public/service-guides?limit=1')).body;
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/service-guides/guide/index?id=${items[0].id}&on=2001-05-01`);
    await sees(page, /这份办事指南 \d{4}年\d+月\d+日起公开，2001年5月1日那天还没有/);
    await presses(page, '看今天的版本');
    await page.getByRole('heading', { name: items[0].plainTitle }).first().waitFor();
    await page.context().close();
  });
});
