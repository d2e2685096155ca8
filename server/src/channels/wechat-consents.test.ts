import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startWechatCounty, type WechatCounty } from '../../../test/support/wechat-county.ts';
import { WechatConsents } from './channels.tables.ts';
import { WechatCredits, type HeldCredit } from './wechat-credits.service.ts';

describe('somebody whose WeChat asked whether it may remind them', () => {
  let setting: WechatCounty;
  let personId: string;
  let token: string;

  beforeAll(async () => {
    setting = await startWechatCounty();
    personId = await setting.bind('village-officer', 'openid-1');
    token = await setting.county.signIn('village-officer');
  });
  afterAll(() => setting?.close());

  const say = (result: string, id = newId(), by = token) =>
    setting.county.ask('POST', '/wechat-consents', { token: by, body: { id, purpose: 'work', result } });
  const credits = () => setting.creditsOf('village-officer');

  it('begins with no message, and is told the template to be asked for', async () => {
    const { body } = await setting.county.ask('GET', '/wechat-credits', { token });
    expect(body).toEqual({
      items: [{ purpose: 'work', reach: 'open', templateId: 'template-of-work', credits: 0 }],
    });
  });

  it('gets one message for each “allow”, and none for anything else', async () => {
    expect((await say('accept')).body.credits).toBe(1);
    expect((await say('accept')).body.credits).toBe(2);
    for (const result of ['reject', 'ban', 'filter'])
      expect([(await say(result)).body.credits, result]).toEqual([2, result]);
    const rows = await setting.county.database.read((db) => db.findBy(WechatConsents, { personId }));
    expect(rows.map(({ result }) => result).sort()).toEqual(['accept', 'accept', 'ban', 'filter', 'reject']);
    expect(new Set(rows.map(({ openid }) => openid))).toEqual(new Set(['openid-1']));
  });

  it('is counted once for an answer sent twice, even at the same moment', async () => {
    const before = await credits();
    const id = newId();
    const answers = await Promise.all([say('accept', id), say('accept', id), say('accept', id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect((await say('accept', id)).status).toBe(200);
    expect(await credits()).toBe(before + 1);
  });

  it('cannot use an id again for another answer, nor somebody else’s', async () => {
    const id = newId();
    await say('accept', id);
    expect((await say('reject', id)).body.code).toBe('id-taken');
    await setting.bind('unit-lead', 'openid-2');
    const other = await setting.county.signIn('unit-lead');
    expect((await say('accept', id, other)).body.code).toBe('id-taken');
    expect(await setting.creditsOf('unit-lead')).toBe(0);
  });

  it.each([{}, { purpose: 'work' }, { purpose: 'play', result: 'accept' }, { purpose: 'work', result: 'perhaps' }])(
    'is not understood with %j',
    async (over) => {
      const reply = await setting.county.ask('POST', '/wechat-consents', { token, body: { id: newId(), ...over } });
      expect([reply.status, reply.body.code]).toEqual([400, 'invalid-input']);
    },
  );

  it('has to have signed in by WeChat', async () => {
    const unbound = await setting.county.signIn('supervisor');
    const reply = await say('accept', newId(), unbound);
    expect([reply.status, reply.body.message]).toEqual([409, '这个账号还没有用微信登录过，登录后可以开启']);
    const { body } = await setting.county.ask('GET', '/wechat-credits', { token: unbound });
    expect(body.items[0]).toEqual({ purpose: 'work', reach: 'not-bound', templateId: null, credits: 0 });
  });

  it('begins anew with another WeChat, and nothing of the old one comes back', async () => {
    const service = setting.county.app.get(WechatCredits);
    const old = await setting.county.database.work((db) => service.hold(db, personId, 'work'));
    await setting.bind('village-officer', 'openid-3');
    expect(await credits()).toBe(0);
    expect((await say('accept')).body.credits).toBe(1);
    await setting.county.database.work((db) => service.giveBack(db, old!));
    await setting.county.database.work((db) => service.zero(db, old!, 'of the old account'));
    expect(await credits()).toBe(1);
  });

  it('is never owed less than nothing, however many take at once', async () => {
    const service = setting.county.app.get(WechatCredits);
    await say('accept');
    const left = await credits();
    const take = () =>
      setting.county.database.work(async (db): Promise<HeldCredit | undefined> => {
        const held = await service.hold(db, personId, 'work');
        if (held) await service.spend(db, held);
        return held;
      });
    const got = await Promise.all(Array.from({ length: left + 6 }, take));
    expect([got.filter(Boolean).length, await credits()]).toEqual([left, 0]);
  });
});
