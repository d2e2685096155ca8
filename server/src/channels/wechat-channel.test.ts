import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { gate } from '../../../test/support/gate.ts';
import { startWechatCounty, type WechatCounty } from '../../../test/support/wechat-county.ts';
import type { Treatment } from '../../../test/support/wechat-stand-in.ts';
import type { HandOver, Message } from './channels.service.ts';
import { WechatChannel } from './wechat-channel.service.ts';

const OPENID = 'openid-of-the-officer';

const messageOf = (personId: string): Message => ({
  id: newId(),
  personId,
  purpose: 'work',
  what: '村级公示栏更新',
  unit: '青石镇李家村',
  on: '2026-11-30',
  words: '还有 5 天到期，请填报进展。',
  link: '/pages/tasks/line/index?id=0b1c',
});

describe('a reminder handed to WeChat', () => {
  let setting: WechatCounty;
  let personId: string;

  beforeAll(async () => {
    setting = await startWechatCounty();
    personId = await setting.bind('village-officer', OPENID);
  });
  afterAll(() => setting?.close());
  /** Each begins with three consents and nothing stopped. */
  beforeEach(async () => {
    const { county, wechat } = setting;
    wechat.subscriptions.revoke(OPENID, 'template-of-work');
    wechat.subscriptions.unknownPages.clear();
    await county.database.work(async (db) => {
      for (const table of ['channel_pace', 'wechat_stopped_template', 'wechat_lost_account', 'wechat_credit'])
        await db.query(`DELETE FROM \`${table}\``);
    });
    await setting.allow('village-officer', OPENID, 3);
  });

  const handOver = (over: Partial<Message> = {}): Promise<HandOver> =>
    setting.county.app.get(WechatChannel).handOver({ ...messageOf(personId), ...over });
  const reachable = async () =>
    setting.county.database.read((db) => setting.county.app.get(WechatChannel).reachable(db, [personId, newId()]));
  const taken = () => setting.wechat.subscriptions.taken;

  it('arrives with what, for whom, until when and where, and costs one consent', async () => {
    expect([...(await reachable())]).toEqual([personId]);
    const id = newId();
    expect(await handOver({ id })).toEqual({ outcome: 'sent' });
    expect(taken().at(-1)).toMatchObject({
      openid: OPENID,
      page: `pages/tasks/line/index?id=0b1c&reminder=${id}`,
      data: {
        thing1: '村级公示栏更新',
        thing2: '青石镇李家村',
        date3: '2026年11月30日',
        thing4: '还有 5 天到期，请填报进展。',
      },
    });
    expect(await setting.creditsOf('village-officer')).toBe(2);
  });

  it('goes as far as the consents do, and not once more at the same moment', async () => {
    const before = taken().length;
    const outcomes: HandOver[] = [];
    for (let turn = 0; turn < 3; turn += 1) outcomes.push(await handOver());
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
    expect((await reachable()).size).toBe(0);
    const received = setting.wechat.received.send;
    expect(await handOver()).toEqual({ outcome: 'refused', reason: '没有可用的微信提醒次数' });
    expect([taken().length - before, setting.wechat.received.send - received]).toEqual([3, 0]);
    await setting.allow('village-officer', OPENID, 1);
    const both = await Promise.all([handOver(), handOver(), handOver()]);
    expect(both.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
    expect(await setting.creditsOf('village-officer')).toBe(0);
  });

  it.each<[string, Treatment, HandOver, number]>([
    ['busy', { errcode: -1 }, { outcome: 'later', afterSeconds: 60, reason: '微信繁忙' }, 3],
    ['too often', { errcode: 45011 }, { outcome: 'later', afterSeconds: 60, reason: '微信限制频率' }, 3],
    ['two at once', { errcode: 43108 }, { outcome: 'later', afterSeconds: 5, reason: '同时有另一条微信消息' }, 3],
    [
      'used up or turned off',
      { errcode: 43101 },
      { outcome: 'refused', reason: '微信提醒次数已用完，或本人已拒收' },
      0,
    ],
    ['an unknown number', { errcode: 99999 }, { outcome: 'refused', reason: '微信拒收（99999）' }, 3],
    ['an account that is no more', { errcode: 40003 }, { outcome: 'refused', reason: '微信账号已不能接收' }, 0],
    ['fields that do not fit', { errcode: 47003 }, { outcome: 'refused', reason: '微信停用了提醒模板' }, 3],
    ['an unknown template', { errcode: 40037 }, { outcome: 'refused', reason: '微信停用了提醒模板' }, 3],
    ['the day’s messages used up', { errcode: 45009 }, { outcome: 'refused', reason: '今天的微信发送次数已用完' }, 3],
  ])('that WeChat answers with %s', async (_, treatment, expected, creditsLeft) => {
    const before = taken().length;
    setting.wechat.treats('send', [treatment]);
    expect(await handOver()).toEqual(expected);
    expect([taken().length - before, await setting.creditsOf('village-officer')]).toEqual([0, creditsLeft]);
  });

  it.each<[Treatment, string, number]>([
    ['server error', '微信服务器出错（HTTP 500），不知道是否送到', 0],
    ['taken, then server error', '微信服务器出错（HTTP 500），不知道是否送到', 1],
    ['broken JSON', '微信的应答读不懂，不知道是否送到', 0],
    ['taken, then broken JSON', '微信的应答读不懂，不知道是否送到', 1],
    ['no answer', '微信没有应答（UND_ERR_SOCKET），不知道是否送到', 0],
    ['taken, then no answer', '微信没有应答（UND_ERR_SOCKET），不知道是否送到', 1],
    [{ slowMs: 16_000 }, '微信没有应答（TimeoutError），不知道是否送到', 1],
  ])(
    'may have arrived when WeChat answers with %j',
    async (treatment, reason, arrived) => {
      const before = taken().length;
      setting.wechat.treats('send', [treatment]);
      expect(await handOver()).toEqual({ outcome: 'uncertain', reason });
      await soon(() => taken().length - before === arrived);
      expect(await setting.creditsOf('village-officer')).toBe(2);
    },
    60_000,
  );

  it.each([302, 403, 413, 429])('turned away at the gate with HTTP %d has not been looked at', async (status) => {
    const before = taken().length;
    setting.wechat.treats('send', [{ status }]);
    expect(await handOver()).toEqual({ outcome: 'later', afterSeconds: 60, reason: `微信没有受理（HTTP ${status}）` });
    expect([taken().length - before, await setting.creditsOf('village-officer')]).toEqual([0, 3]);
  });

  it('is not sent to an account that is no more until that account consents again', async () => {
    setting.wechat.treats('send', [{ errcode: 40003 }]);
    await handOver();
    expect((await reachable()).size).toBe(0);
    await setting.allow('village-officer', OPENID, 1);
    expect((await reachable()).size).toBe(1);
    expect(await setting.creditsOf('village-officer')).toBe(1);
  });

  it('does not go by a template WeChat has refused, to anybody, and the page says so', async () => {
    setting.wechat.treats('send', [{ errcode: 47003 }]);
    await handOver();
    const received = setting.wechat.received.send;
    expect(await handOver()).toEqual({ outcome: 'refused', reason: '微信停用了提醒模板' });
    expect(setting.wechat.received.send).toBe(received);
    const token = await setting.county.signIn('village-officer');
    const { body } = await setting.county.ask('GET', '/wechat-credits', { token });
    expect(body.items).toEqual([{ purpose: 'work', reach: 'template-stopped', templateId: null, credits: 3 }]);
    const consent = { id: newId(), purpose: 'work', result: 'accept' };
    const refusal = await setting.county.ask('POST', '/wechat-consents', { token, body: consent });
    expect([refusal.status, refusal.body.message]).toEqual([409, '微信暂停了提醒模板，管理员处理后恢复']);
  });

  it('rests when the day’s messages are used up, until it is tomorrow in Shanghai', async () => {
    const { county, wechat } = setting;
    wechat.subscriptions.quota = taken().length;
    expect((await handOver()).outcome).toBe('refused');
    const received = wechat.received.send;
    expect(await handOver()).toEqual({ outcome: 'refused', reason: '今天的微信发送次数已用完' });
    county.clock.set('2026-11-25T15:59:30.000Z');
    expect((await handOver()).outcome).toBe('refused');
    expect(wechat.received.send).toBe(received);
    county.clock.set('2026-11-25T16:00:30.000Z');
    wechat.subscriptions.quota = Infinity;
    expect(await handOver()).toEqual({ outcome: 'sent' });
    county.clock.set('2026-11-26T01:00:00.000Z');
  });

  it('goes without the page where WeChat does not know it', async () => {
    setting.wechat.subscriptions.unknownPages.add('pages/tasks/line/index');
    expect(await handOver()).toEqual({ outcome: 'sent' });
    expect(taken().at(-1)!.page).toBe('');
    expect(await setting.creditsOf('village-officer')).toBe(2);
  });

  it('never goes twice to one person at once', async () => {
    const { promise: answer, resolve: letAnswer } = gate();
    setting.wechat.treats('send', [{ until: answer }]);
    const both = [handOver(), handOver()];
    expect((await Promise.race(both)).outcome).toBe('later');
    letAnswer();
    const answers = await Promise.all(both);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['later', 'sent']);
    expect(await setting.creditsOf('village-officer')).toBe(2);
  });

  it('keeps what is too long within what WeChat takes', async () => {
    const what = '关于进一步加强全县村级政务公开工作的若干措施👍👍';
    expect(await handOver({ what, unit: null, on: null, words: '' })).toEqual({ outcome: 'sent' });
    expect(taken().at(-1)!.data).toEqual({
      thing1: '关于进一步加强全县村级政务公开工作的若…',
      thing2: '见小程序',
      date3: expect.stringMatching(/^2026年11月/),
      thing4: '无固定时限：',
    });
  });
});

describe('a reminder when WeChat cannot be reached', () => {
  it('is kept for later, with its consent', async () => {
    const setting = await startWechatCounty();
    const { county, wechat } = setting;
    const personId = await setting.bind('village-officer', OPENID);
    await setting.allow('village-officer', OPENID, 2);
    const handOver = () => county.app.get(WechatChannel).handOver(messageOf(personId));
    expect(await handOver()).toEqual({ outcome: 'sent' });
    await wechat.close();
    const reason = '连不上微信服务器（ECONNREFUSED）';
    expect(await handOver()).toEqual({ outcome: 'later', afterSeconds: 60, reason });
    expect(await setting.creditsOf('village-officer')).toBe(1);
    await county.close();
  });
});

describe('a county without a template', () => {
  it('has no WeChat channel, and says so', async () => {
    const setting = await startWechatCounty({ environment: { WECHAT_TEMPLATES: '' } });
    const token = await setting.county.signIn('village-officer');
    const { body } = await setting.county.ask('GET', '/wechat-credits', { token });
    expect(body.items).toEqual([{ purpose: 'work', reach: 'not-set-up', templateId: null, credits: 0 }]);
    expect(setting.county.app.get(WechatChannel).isOpen).toBe(false);
    await setting.close();
  });
});

async function soon(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isSo()).toBe(true);
}
