import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { startWechatStandIn, type WechatAnswer, type WechatStandIn } from '../../../test/support/wechat-stand-in.ts';

const SECRET = 'the secret of a mini-program';

describe('signing in by WeChat', () => {
  let county: County;
  let wechat: WechatStandIn;
  let lead: string;
  let unitId: string;

  beforeAll(async () => {
    wechat = await startWechatStandIn();
    county = await startCounty({
      environment: { WECHAT_APP_ID: 'wx0123', WECHAT_APP_SECRET: SECRET, WECHAT_API_BASE: wechat.url },
    });
    lead = await county.signIn('unit-lead');
    unitId = (await county.ask('GET', '/sessions/current', { token: lead })).body.actor.unitId;
  });
  afterAll(async () => {
    await county?.close();
    await wechat?.close();
  });

  let serial = 0;
  /** A code as wx.login gives one, good for the given openid. */
  const codeFor = (answer: WechatAnswer): string => {
    serial += 1;
    wechat.gives(`code-${serial}`, answer);
    return `code-${serial}`;
  };
  const enter = (code: string) => county.ask('POST', '/sessions', { body: { kind: 'wechat', code } });
  const enterAs = (openid: string) => enter(codeFor({ openid }));
  const invited = async (phone: string, role = 'officer') => {
    const { body } = await county.ask('POST', '/people', {
      token: lead,
      body: { id: newId(), name: '新来的', phone, unitId, role },
    });
    const { code } = (
      await county.ask('POST', `/people/${body.id}/invitations`, { token: lead, body: { reset: false } })
    ).body;
    return { id: body.id as string, code: code as string };
  };
  const bind = (code: string, phone: string, wechatCode: string) =>
    county.ask('POST', '/invitation-acceptances', { body: { code, phone, wechatCode } });

  it('makes whoever is bound to nobody a resident, the same one each time', async () => {
    const [first, second] = [await enterAs('openid-resident'), await enterAs('openid-resident')];
    expect([first.status, first.body.actor.role, first.body.actor.unitId]).toEqual([201, 'resident', null]);
    expect(second.body.actor.personId).toBe(first.body.actor.personId);
    expect(second.body.token).not.toBe(first.body.token);
  });

  it('makes one person of two sign-ins at the same moment', async () => {
    const both = await Promise.all([enterAs('openid-twice'), enterAs('openid-twice')]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(both.map(({ body }) => body.actor.personId)).size).toBe(1);
  });

  it('binds an invited officer, who from then on enters by WeChat alone', async () => {
    const { id, code } = await invited('19811110001');
    const bound = await bind(code, '19811110001', codeFor({ openid: 'openid-officer' }));
    expect([bound.status, bound.body.actor.personId, bound.body.actor.role]).toEqual([201, id, 'officer']);
    const again = await enterAs('openid-officer');
    expect([again.body.actor.personId, again.body.actor.unitName]).toEqual([id, '青石镇']);
  });

  it('keeps the invitation good when WeChat refuses the code that came with it', async () => {
    const { code } = await invited('19811110002');
    expect((await bind(code, '19811110002', 'a code nobody gave out')).body.code).toBe('wechat-refused');
    expect((await bind(code, '19811110002', codeFor({ openid: 'openid-second' }))).status).toBe(201);
    expect((await bind(code, '19811110002', codeFor({ openid: 'openid-thief' }))).status).toBe(400);
  });

  it('lets one WeChat stand for one person: the later invitation takes it over', async () => {
    const [before, after] = [await invited('19811110003'), await invited('19811110004')];
    await bind(before.code, '19811110003', codeFor({ openid: 'openid-handed-on' }));
    await bind(after.code, '19811110004', codeFor({ openid: 'openid-handed-on' }));
    expect((await enterAs('openid-handed-on')).body.actor.personId).toBe(after.id);
  });

  it.each<[string, WechatAnswer, number, string, RegExp]>([
    ['an old code', { errcode: 40029 }, 400, 'wechat-refused', /重新打开小程序再试/],
    ['a used code', { errcode: 40163 }, 400, 'wechat-refused', /已用过/],
    ['too many tries', { errcode: 45011 }, 400, 'wechat-refused', /一分钟后再试/],
    ['a risky account', { errcode: 40226 }, 400, 'wechat-refused', /手机号登录网页版/],
    ['a busy WeChat', { errcode: -1, errmsg: 'system error' }, 503, 'wechat-unreachable', /稍后再试/],
    ['a wrong secret, which is no fault of the person', { errcode: 40125 }, 503, 'wechat-unreachable', /稍后再试/],
    ['an answer cut short', 'broken JSON', 503, 'wechat-unreachable', /稍后再试/],
    ['an error of the server', 'server error', 503, 'wechat-unreachable', /稍后再试/],
    ['a line that breaks', 'no answer', 503, 'wechat-unreachable', /稍后再试/],
  ])('says what to do about %s', async (_, answer, status, code, words) => {
    const reply = await enter(codeFor(answer));
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.message).toMatch(words);
    expect(JSON.stringify(reply.body)).not.toContain(SECRET);
  });

  it('asks WeChat once per sign-in and gives its session key to nobody', async () => {
    const before = wechat.asked.length;
    const { body } = await enterAs('openid-keyless');
    expect(wechat.asked.length).toBe(before + 1);
    expect(Object.fromEntries(wechat.asked.at(-1)!)).toMatchObject({
      appid: 'wx0123',
      secret: SECRET,
      grant_type: 'authorization_code',
    });
    expect(JSON.stringify(body)).not.toMatch(/session_key|openid/);
  });

  it('is never closed by wrong passwords from the same place', async () => {
    const { id, code } = await invited('19811110005');
    await bind(code, '19811110005', codeFor({ openid: 'openid-locked' }));
    const wrong = { kind: 'password', phone: '19811110005', password: 'falsch-falsch' };
    for (let failure = 0; failure < 6; failure += 1) await county.ask('POST', '/sessions', { body: wrong });
    expect((await county.ask('POST', '/sessions', { body: wrong })).status).toBe(429);
    expect((await enterAs('openid-locked')).body.actor.personId).toBe(id);
  });

  it('leaves whoever was let go a resident, with no unit', async () => {
    const { id, code } = await invited('19811110006');
    const { token } = (await bind(code, '19811110006', codeFor({ openid: 'openid-gone' }))).body;
    const gone = await county.ask('POST', `/people/${id}/departures`, { token: lead });
    expect(gone.status).toBe(201);
    expect((await county.ask('GET', '/sessions/current', { token })).status).toBe(401);
    const { body } = await enterAs('openid-gone');
    expect([body.actor.role, body.actor.unitId]).toEqual(['resident', null]);
    expect((await county.ask('GET', '/assignments', { token: body.token })).status).toBe(403);
  });

  it('says so where no mini-program is set up', async () => {
    const without = await startCounty();
    const reply = await without.ask('POST', '/sessions', { body: { kind: 'wechat', code: 'any' } });
    expect([reply.status, reply.body.code]).toEqual([503, 'not-configured']);
    expect(reply.body.message).toMatch(/手机号和密码/);
    await without.close();
  });
});
