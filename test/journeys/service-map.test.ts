import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { countyInBrowser, DESK, openAs, PHONE, presses, sees, soon } from './browser.ts';

const HALL = '示例县政务服务大厅';
const CENTRE = '青石镇便民服务中心';

interface Point {
  id: string;
  name: string;
  phone: string;
  places: { gcj02: { longitude: number; latitude: number }; wgs84: { longitude: number; latitude: number } };
}

describe('the county’s map on the web', () => {
  const at = countyInBrowser();
  let centre: Point;

  beforeAll(async () => {
    // A Thursday, ten o'clock; nothing on the pages goes by the machine's own clock.
    at.county.clock.set('2026-11-26T02:00:00.000Z');
    const { items } = (await at.county.ask('GET', '/public/service-points?limit=500')).body;
    centre = items.find(({ name }: Point) => name === CENTRE);
  });

  const mapAt = (query = '') => `${at.county.url}/tabs/map/index${query}`;
  const rows = (page: Page) => page.locator('.map-list .point-row').filter({ visible: true });
  const found = (page: Page) => page.locator('.map-count').filter({ visible: true });

  it('leads from everyday words on the home page to the way there', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(at.county.url);
    await page.getByRole('searchbox').fill('办社保卡');
    await presses(page, '查要带什么、怎么办');
    await sees(page, /可网上办 · 县人力资源和社会保障局/);
    await page.goto(at.county.url);
    await page.getByRole('searchbox').fill('办社保卡');
    await presses(page, '在地图上查找');
    await sees(page, /找“办社保卡”/);
    await presses(page, '现在开着');
    await rows(page).filter({ hasText: CENTRE }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: CENTRE }).filter({ visible: true }).waitFor();
    await sees(page, '现在开着，12:00 午休，14:00 再开');
    await sees(page, new RegExp(centre.phone));
    await presses(page, '去这里');
    const { longitude, latitude } = centre.places.gcj02;
    expect(centre.places.gcj02).not.toEqual(centre.places.wgs84);
    // Each map asks for the place in its own way; none is reached from here.
    const opened = async (app: string, host: string) => {
      const asking = page
        .context()
        .waitForEvent('request', (request) => request.isNavigationRequest() && new URL(request.url()).host === host);
      await page.getByRole('dialog').getByRole('link', { name: app }).click();
      const address = new URL((await asking).url());
      await presses(page, '去这里');
      return address;
    };
    await page.context().route(isOutside, (route) => route.abort());
    const asked = (url: URL, name: string) => url.searchParams.get(name);
    const amap = await opened('高德地图', 'uri.amap.com');
    expect([amap.host, asked(amap, 'position'), asked(amap, 'coordinate'), asked(amap, 'name')]).toEqual([
      'uri.amap.com',
      `${longitude},${latitude}`,
      'gaode',
      CENTRE,
    ]);
    const baidu = await opened('百度地图', 'api.map.baidu.com');
    expect([baidu.host, asked(baidu, 'location'), asked(baidu, 'coord_type'), asked(baidu, 'title')]).toEqual([
      'api.map.baidu.com',
      `${latitude},${longitude}`,
      'gcj02',
      CENTRE,
    ]);
    const tencent = await opened('腾讯地图', 'apis.map.qq.com');
    expect([tencent.host, asked(tencent, 'marker')]).toEqual([
      'apis.map.qq.com',
      expect.stringMatching(`^coord:${latitude},${longitude};title:${CENTRE};addr:`),
    ]);
    await page.context().close();
  });

  const isOutside = (url: string | URL) => !String(url).startsWith(at.county.url);

  it('keeps what it is narrowed to in the address, for a reload, a link and the way back', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(mapAt());
    await rows(page).first().waitFor();
    await page.getByRole('checkbox', { name: '推轮椅去' }).click();
    await presses(page, '更多条件');
    await page.getByLabel('哪天去').fill('2026-11-28');
    await page.getByLabel('几点去').selectOption('10:00');
    await page.getByRole('checkbox', { name: '政务服务大厅' }).click();
    await presses(page, '看结果');
    await sees(page, /11月28日.* 10:00 开着/);
    await page.waitForURL((url) =>
      /open=2026-11-28T10:00.*kind=service-hall|kind=service-hall.*open=2026-11-28T10:00/.test(
        decodeURIComponent(url.href),
      ),
    );
    const words = await found(page).innerText();
    const finds = (whose: Page) => soon(async () => expect(await found(whose).innerText()).toBe(words));
    await page.reload();
    await sees(page, /11月28日.* 10:00 开着/);
    await finds(page);
    const neighbour = await openAs(at, null, DESK);
    await neighbour.goto(page.url());
    await sees(neighbour, /11月28日.* 10:00 开着/);
    await finds(neighbour);
    await rows(page).first().getByRole('link').click();
    await sees(page, '能办什么');
    await page.goBack();
    await sees(page, /11月28日.* 10:00 开着/);
    for (const one of [page, neighbour]) await one.context().close();
  });

  it('shows the same points on the map as in the list, to the keyboard too', async () => {
    const page = await openAs(at, null, DESK);
    await page.goto(mapAt(`?words=${encodeURIComponent('政务服务大厅')}&kind=service-hall`));
    const pin = page
      .getByRole('region', { name: '政务地图' })
      .getByRole('button', { name: new RegExp(`^${HALL}，开着`) });
    await pin.focus();
    await page.keyboard.press('Enter');
    await page
      .locator('.map-part')
      .getByRole('link', { name: new RegExp(HALL) })
      .waitFor();
    await sees(page, /示意图/);
    await page.context().close();
  });

  it.each(['sbk', '社保卡丢了', '社宝卡'])('finds who does it by %s', async (words) => {
    const page = await openAs(at, null, PHONE);
    await page.goto(mapAt());
    await page.getByRole('searchbox').filter({ visible: true }).fill(words);
    await sees(page, /能办：办社保卡/);
    await page.context().close();
  });

  it('shows where a guide’s matter is done, one’s own village first, then all of it on the map', async () => {
    const page = await openAs(at, null, PHONE);
    const { items } = (await at.county.ask('GET', `/public/service-guides?words=${encodeURIComponent('办社保卡')}`))
      .body;
    await page.goto(`${at.county.url}/pages/service-map/village/index`);
    await page.getByRole('searchbox').fill('石桥村');
    await page.getByRole('radio', { name: /石桥村/ }).click();
    await page.goto(`${at.county.url}/pages/service-guides/guide/index?id=${items[0].id}`);
    await presses(page, /在地图上看全部 \d+ 处/);
    await sees(page, /办社保卡.* \d+ 个地方/);
    await page.waitForURL((url) => url.searchParams.get('guideName') === '办社保卡');
    await page.context().close();
  });

  it('sorts by distance once the person lets it, and says what holds when they do not', async () => {
    const refusing = await openAs(at, null, PHONE);
    await refusing.goto(mapAt());
    await presses(refusing, '离我近');
    await sees(refusing, '您没有允许使用位置');
    await sees(refusing, HALL);
    const context = refusing.context();
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation(centre.places.wgs84);
    await presses(refusing, '再试一次');
    await rows(refusing)
      .first()
      .getByText(/^10 米 · /)
      .waitFor();
    await context.close();
  });

  it('remembers one’s village and shows who serves it, up to the county', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/service-map/village/index`);
    await page.getByRole('searchbox').fill('石桥村');
    await page.getByRole('radio', { name: /石桥村/ }).click();
    for (const name of ['青石镇石桥村便民服务站', CENTRE, HALL]) await sees(page, name);
    await page.goto(at.county.url);
    await sees(page, '我的村');
    await sees(page, '青石镇石桥村便民服务站');
    await page.context().close();
  });

  it('opens again without a signal: the whole county, with the time it is of', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(mapAt());
    await rows(page).first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.reload();
    await sees(page, '没有连上网络，下面是存在这台设备上的内容');
    await sees(page, /更新于 .*10:\d\d/);
    await page.locator('.map-cluster').first().waitFor();
    await page.getByRole('searchbox').fill(CENTRE);
    await rows(page).filter({ hasText: CENTRE }).getByRole('link').click();
    await sees(page, '开放时间');
    await sees(page, /^8:30–12:00，/);
    await sees(page, new RegExp(centre.phone));
    await page.context().close();
  });

  it('takes an error without a signal and without a name, and shows the unit’s answer on the same phone', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/service-map/point/index?id=${centre.id}`);
    await page.getByText('信息有误？告诉我们').click();
    await presses(page, '提交');
    await sees(page, '请选择哪里不对');
    await page.getByRole('radio', { name: '电话不对' }).click();
    await page.getByLabel('应该是怎样').fill('打过去是传真，应是 0800-5501299');
    await page.context().setOffline(true);
    await presses(page, '提交');
    await sees(page, '已存下，有网络时自动发送');
    await page.context().setOffline(false);
    await page.goto(`${at.county.url}/pages/service-map/correction/index`);
    await sees(page, '已收到，待核实');

    const token = await at.county.signIn('supervisor');
    const { items } = (await at.county.ask('GET', '/point-corrections', { token })).body;
    const mine = items.find(({ pointId }: { pointId: string }) => pointId === centre.id);
    expect(mine).toMatchObject({ subject: 'phone', words: '打过去是传真，应是 0800-5501299' });
    const body = { outcome: 'confirmed', answer: '已改为人工接听的号码，谢谢' };
    const answered = await at.county.ask('POST', `/point-corrections/${mine.id}/answers`, { token, body });
    expect(answered.status).toBeLessThan(300);
    await page.goto(`${at.county.url}/pages/service-map/point/index?id=${centre.id}`);
    await sees(page, '单位答复：已改为人工接听的号码，谢谢');
    await page.context().close();
  });

  it('keeps its names apart when the letters grow while it is open', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(mapAt());
    await page.locator('.map-name span:visible').first().waitFor();
    await page.waitForFunction(namesAreApart);
    const other = await page.context().newPage();
    await other.goto(`${at.county.url}/tabs/me/index`);
    await other.getByRole('switch', { name: /关怀/ }).filter({ visible: true }).first().click();
    await page.locator('.theme-age-friendly').first().waitFor({ state: 'attached' });
    await page.waitForFunction(namesAreApart);
    await page.context().close();
  });

  it('says that a point is no longer there', async () => {
    const page = await openAs(at, null, PHONE);
    await page.goto(`${at.county.url}/pages/service-map/point/index?id=01a218b7-0000-7000-8000-000000000000`);
    await sees(page, '没有找到这个服务点');
    await presses(page, '看地图');
    await rows(page).first().waitFor();
    await page.context().close();
  });
});

/** Runs in the page: whether no name on the map that is shown lies on another or on a mark. */
function namesAreApart(): boolean {
  const boxes = (selector: string) =>
    [...document.querySelectorAll(selector)]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width }) => width > 0);
  const names = boxes('.map-name span:not(.is-crowded)');
  const all = [...names, ...boxes('.map-pin-mark, .map-cluster')];
  const lies = (one: DOMRect, other: DOMRect) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  return names.every((name) => !all.some((other) => other !== name && lies(name, other)));
}
