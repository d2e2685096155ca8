import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../../test/support/county.ts';
import { startWechatCounty, type WechatCounty } from '../../../../test/support/wechat-county.ts';

interface Code {
  key: string;
  pointId: string;
  windowId: string | null;
  windowName: string | null;
}

const firstPoint = async (county: County, token: string) =>
  (await county.ask('GET', '/service-points', { token })).body.items.find(
    ({ windows }: { windows: object[] }) => windows.length > 1,
  ) as { id: string; name: string; version: number; windows: { id: string; name: string }[] };

const codesOf = async (county: County, token: string, pointId: string) =>
  (await county.ask('POST', `/service-points/${pointId}/codes`, { token, body: {} })).body.items as Code[];

describe('the codes of a point', () => {
  let wechatCounty: WechatCounty;
  let county: County;
  let lead: string;

  beforeAll(async () => {
    wechatCounty = await startWechatCounty();
    county = wechatCounty.county;
    lead = await county.signIn('unit-lead');
  });
  afterAll(() => wechatCounty.close());

  it('are one for the door and one for each window, short, and the same for ever', async () => {
    const point = await firstPoint(county, lead);
    const codes = await codesOf(county, lead, point.id);
    expect(codes.map(({ windowId }) => windowId)).toEqual([null, ...point.windows.map(({ id }) => id)]);
    expect(codes.every(({ key }) => /^[2-9A-HJ-NP-Z]{8}$/.test(key))).toBe(true);
    expect(new Set(codes.map(({ key }) => key)).size).toBe(codes.length);
    expect(await codesOf(county, lead, point.id)).toEqual(codes);
    const asked = await Promise.all([1, 2, 3].map(() => codesOf(county, lead, point.id)));
    expect(asked).toEqual([codes, codes, codes]);
  });

  it('lead whoever scans them to the point and the window, without signing in', async () => {
    const point = await firstPoint(county, lead);
    const [door, window] = await codesOf(county, lead, point.id);
    expect((await county.ask('GET', `/public/codes/${door!.key}`)).body).toEqual(door);
    expect((await county.ask('GET', `/public/codes/${window!.key}`)).body).toMatchObject({
      pointId: point.id,
      windowName: point.windows[0]!.name,
    });
    expect((await county.ask('GET', '/public/codes/ABCDEFGH')).status).toBe(404);
    expect((await county.ask('GET', '/public/codes/IL0O1')).body.message).toMatch(/这个码不完整/);
  });

  it('are made by the unit that keeps the point', async () => {
    const hall = (await county.ask('GET', '/public/service-points?kind=service-hall')).body.items[0];
    const { status, body } = await county.ask('POST', `/service-points/${hall.id}/codes`, { token: lead, body: {} });
    expect([status, body.message]).toEqual([403, expect.stringContaining('只能维护')]);
    expect((await county.ask('POST', `/service-points/${newId()}/codes`, { token: lead, body: {} })).status).toBe(404);
    const [door] = await codesOf(county, await county.signIn('supervisor'), hall.id);
    const picture = await county.ask('POST', `/point-codes/${door!.key}/pictures`, { token: lead, body: {} });
    expect(picture.status).toBe(403);
  });

  it('have WeChat’s own picture, asked for once and kept', async () => {
    const { wechat } = wechatCounty;
    const point = await firstPoint(county, lead);
    const [door] = await codesOf(county, lead, point.id);
    const ask = () => county.ask('POST', `/point-codes/${door!.key}/pictures`, { token: lead, body: {} });
    expect((await county.ask('GET', `/public/codes/${door!.key}/picture`)).status).toBe(404);
    const url = `/public/codes/${door!.key}/picture`;
    expect((await ask()).body).toEqual({ state: 'kept', url, words: null });
    expect((await ask()).body.state).toBe('kept');
    expect(wechat.codes.drawn).toEqual([{ scene: door!.key, page: 'pages/service-map/code/index' }]);
    const picture = await county.ask('GET', url);
    expect([picture.headers.get('content-type'), picture.body.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG']);
  });

  it('say why WeChat gives none, and get it later', async () => {
    const { wechat } = wechatCounty;
    const point = await firstPoint(county, lead);
    const [, window] = await codesOf(county, lead, point.id);
    const ask = async () =>
      (await county.ask('POST', `/point-codes/${window!.key}/pictures`, { token: lead, body: {} })).body;
    wechat.treats('code', [{ errcode: 41030 }, { errcode: 45009 }, 'server error', 'no answer', 'broken JSON']);
    const said = [await ask(), await ask(), await ask(), await ask(), await ask()];
    expect(said.map(({ state }) => state)).toEqual(Array(5).fill('not-now'));
    expect(said.map(({ words }) => words)).toEqual([
      '小程序还没有发布这个页面，发布后再取',
      '今天向微信要的码太多了，请明天再取',
      expect.stringContaining('500'),
      expect.stringContaining('连不上微信服务器'),
      expect.stringContaining('微信的应答读不懂'),
    ]);
    // A token WeChat has forgotten is fetched anew, unseen.
    wechat.tokens.forget();
    expect((await ask()).state).toBe('kept');
  });

  it('say that the point is gone once it is withdrawn', async () => {
    const { items } = (await county.ask('GET', '/service-points?limit=200', { token: lead })).body;
    const stations = items.filter(({ kind }: { kind: string }) => kind === 'service-station');
    const point = stations.at(-1) as { id: string };
    const [door] = await codesOf(county, lead, point.id);
    const body = { id: newId(), reason: '并入镇便民服务中心' };
    expect((await county.ask('POST', `/service-points/${point.id}/withdrawals`, { token: lead, body })).status).toBe(
      201,
    );
    const gone = await county.ask('GET', `/public/codes/${door!.key}`);
    expect([gone.status, gone.body.message]).toEqual([404, expect.stringContaining('可能已经撤下')]);
  });
});

describe('the codes of a county without a mini-programme', () => {
  it('say so, and the QR code of the web remains', async () => {
    const county = await startCounty();
    try {
      const lead = await county.signIn('unit-lead');
      const [door] = await codesOf(county, lead, (await firstPoint(county, lead)).id);
      const { body } = await county.ask('POST', `/point-codes/${door!.key}/pictures`, { token: lead, body: {} });
      expect(body).toEqual({ state: 'not-configured', url: null, words: expect.stringContaining('还未开通') });
    } finally {
      await county.close();
    }
  });
});
