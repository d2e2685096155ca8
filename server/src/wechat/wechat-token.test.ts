import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { gate } from '../../../test/support/gate.ts';
import { startWechatCounty, wechatSettings, type WechatCounty } from '../../../test/support/wechat-county.ts';
import { readSettings } from '../config/settings.ts';
import { WechatToken, type HeldToken } from './wechat-token.service.ts';
import { WechatTokens } from './wechat.tables.ts';

const NINE = '2026-11-25T01:00:00.000Z';

describe('the token every process asks WeChat with', () => {
  let setting: WechatCounty;
  /** Two processes of the server: they know of each other through the database alone. */
  let one: WechatToken;
  let other: WechatToken;

  beforeAll(async () => {
    setting = await startWechatCounty();
    const { county, wechat } = setting;
    const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
    const settings = readSettings({ MODE: 'demo', SECRET_KEY, ...wechatSettings(wechat.url) });
    one = new WechatToken(settings, county.database, county.clock);
    other = new WechatToken(settings, county.database, county.clock);
  });
  afterAll(() => setting?.close());
  beforeEach(async () => {
    setting.county.clock.set(NINE);
    setting.wechat.tokens.forget();
    await setting.county.database.work((db) => db.clear(WechatTokens));
  });

  const at = (seconds: number) => setting.county.clock.set(new Date(Date.parse(NINE) + seconds * 1000).toISOString());
  const asked = async <T>(act: () => Promise<T>): Promise<[T, number]> => {
    const before = setting.wechat.received.token;
    const result = await act();
    return [result, setting.wechat.received.token - before];
  };
  const isGood = (held: HeldToken) => 'token' in held && setting.wechat.tokens.faultOf(held.token) === undefined;
  const stored = () => setting.county.database.read((db) => db.findOneByOrFail(WechatTokens, { appId: 'wx0123' }));

  it('is asked for once, by whichever needs it first, and shared', async () => {
    const [held, times] = await asked(() => Promise.all([one, other, one, other].map((process) => process.hold())));
    expect([new Set(held.map((token) => JSON.stringify(token))).size, isGood(held[0]!), times]).toEqual([1, true, 1]);
  });

  it('lies in the database encrypted', async () => {
    const { token } = (await one.hold()) as { token: string };
    expect((await stored()).cipher).not.toContain(token.slice(0, 20));
  });

  it('is fetched anew five minutes before its end, by one process while the other goes on with the old one', async () => {
    const { token: old } = (await one.hold()) as { token: string };
    at(7_200 - 301);
    expect(await asked(() => other.hold())).toEqual([{ token: old }, 0]);
    at(7_200 - 299);
    const { promise: answer, resolve: letAnswer } = gate();
    setting.wechat.treats('token', [{ until: answer }]);
    const before = setting.wechat.received.token;
    const fetching = one.hold();
    while (setting.wechat.received.token === before) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await asked(() => other.hold())).toEqual([{ token: old }, 0]);
    letAnswer();
    const fresh = await fetching;
    expect([isGood(fresh), fresh]).toEqual([true, expect.not.objectContaining({ token: old })]);
    expect(isGood({ token: old })).toBe(true);
    expect(await other.hold()).toEqual(fresh);
  });

  it('goes on being used while it is good, should WeChat not give a new one', async () => {
    const held = await one.hold();
    at(7_200 - 200);
    setting.wechat.treats('token', ['server error']);
    expect(await asked(() => one.hold())).toEqual([held, 1]);
    expect(await asked(() => other.hold())).toEqual([held, 0]);
  });

  it('that WeChat refuses is replaced once, however many were refused with it', async () => {
    const { token: old } = (await one.hold()) as { token: string };
    setting.wechat.tokens.forget();
    const [held, times] = await asked(() => Promise.all([one, other, one].map((process) => process.hold(old))));
    expect([held.every(isGood), times]).toEqual([true, 1]);
  });

  it('of a process that died while asking is asked for by another, half a minute later', async () => {
    await one.hold();
    at(7_210);
    const leaseUntil = new Date(Date.parse(NINE) + 7_235_000).toISOString();
    await setting.county.database.work((db) => db.update(WechatTokens, { appId: 'wx0123' }, { leaseUntil }));
    const waiting = other.hold();
    await new Promise((resolve) => setTimeout(resolve, 300));
    at(7_236);
    expect(isGood(await waiting)).toBe(true);
  });

  it.each([
    ['a wrong secret', { errcode: 40125 }, 300, '微信不给访问令牌（40125），请检查小程序设置'],
    ['an address that is not let in', { errcode: 40164 }, 300, '微信不给访问令牌（40164），请检查小程序设置'],
    ['too many questions', { errcode: 45011 }, 60, '微信暂时不给访问令牌（45011）'],
    ['a busy WeChat', { errcode: -1 }, 60, '微信暂时不给访问令牌（-1）'],
    ['an error of the server', 'server error', 60, '微信没有给出访问令牌（HTTP 500）'],
    ['an answer cut short', 'broken JSON', 60, '微信没有给出访问令牌（HTTP 200）'],
    ['a line that breaks', 'no answer', 60, '微信服务器没有应答（UND_ERR_SOCKET）'],
  ] as const)('is not asked for again for a while after %s', async (_, treatment, afterSeconds, reason) => {
    setting.wechat.treats('token', [treatment]);
    expect(await one.hold()).toEqual({ afterSeconds, reason });
    const [answer, times] = await asked(() => other.hold());
    expect([answer, times]).toEqual([{ afterSeconds: expect.any(Number), reason }, 0]);
    at(afterSeconds + 1);
    expect(isGood(await other.hold())).toBe(true);
  });

  it('sealed by another key is as if there were none', async () => {
    await one.hold();
    await setting.county.database.work((db) =>
      db.update(WechatTokens, { appId: 'wx0123' }, { cipher: Buffer.alloc(60, 1).toString('base64') }),
    );
    expect(isGood(await one.hold())).toBe(true);
  });
});
