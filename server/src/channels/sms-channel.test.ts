import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { startSmsStandIn, type SmsAnswer, type SmsStandIn } from '../../../test/support/sms-stand-in.ts';
import type { HandOver, Message } from './channels.service.ts';
import { SmsChannel } from './sms-channel.service.ts';

const KEY = 'a key both sides know';
const PHONE = '19800007001';
const MESSAGE = {
  purpose: 'work',
  what: '村级公示栏更新',
  unit: '青石镇李家村',
  on: '2026-11-30',
  words: '还有 5 天到期，请填报进展。',
  link: '/pages/tasks/line/index?id=1',
} as const;

describe('a reminder handed to the SMS adapter', () => {
  let county: County;
  let adapter: SmsStandIn;
  let personId: string;
  let now = () => Date.now();

  beforeAll(async () => {
    adapter = await startSmsStandIn(KEY, () => now());
    county = await startCounty({
      environment: { SMS_URL: adapter.url, SMS_KEY: KEY, PUBLIC_ORIGIN: 'https://example.gov.cn' },
    });
    now = () => Date.parse(county.clock.now());
    const lead = await county.signIn('unit-lead');
    const { body: session } = await county.ask('GET', '/sessions/current', { token: lead });
    const person = { id: newId(), name: '新来的', phone: PHONE, unitId: session.actor.unitId, role: 'officer' };
    personId = (await county.ask('POST', '/people', { token: lead, body: person })).body.id;
  });
  afterAll(async () => {
    await county?.close();
    await adapter?.close();
  });

  const handOver = (over: Partial<Message> = {}): Promise<HandOver> =>
    county.app.get(SmsChannel).handOver({
      ...MESSAGE,
      id: newId(),
      personId,
      ...over,
    });

  it('is asked for once, signed, with the phone the person signs in with', async () => {
    const id = newId();
    expect(await handOver({ id })).toEqual({ outcome: 'sent' });
    expect(adapter.asked).toEqual([
      {
        id,
        phone: PHONE,
        text: '【示例县政务公开】村级公示栏更新（青石镇李家村，期限2026年11月30日）：还有 5 天到期，请填报进展。详见 https://example.gov.cn',
      },
    ]);
  });

  it('reaches those who have a phone', async () => {
    const channel = county.app.get(SmsChannel);
    const reached = await county.database.read((db) => channel.reachable(db, [personId, newId()]));
    expect([channel.isOpen, [...reached]]).toEqual([true, [personId]]);
    expect(await handOver({ personId: newId() })).toEqual({ outcome: 'refused', reason: '没有登记手机号' });
  });

  it.each<[SmsAnswer, HandOver]>([
    [{ status: 202, body: { accepted: true } }, { outcome: 'sent' }],
    [
      { status: 200, body: { accepted: false } },
      { outcome: 'refused', reason: '短信服务拒收' },
    ],
    [
      { status: 200, body: { accepted: false, reason: '停机\n或空号' } },
      { outcome: 'refused', reason: '短信服务拒收：停机 或空号' },
    ],
    [
      { status: 200, body: { accepted: false, reason: '夜间不发', retryAfterSeconds: 3600 } },
      { outcome: 'later', afterSeconds: 3600, reason: '短信服务暂时不收：夜间不发' },
    ],
    [
      { status: 200, body: { accepted: false, retryAfterSeconds: 1e9 } },
      { outcome: 'later', afterSeconds: 86_400, reason: '短信服务暂时不收' },
    ],
    [
      { status: 200, body: { accepted: false, retryAfterSeconds: '不知道' } },
      { outcome: 'later', afterSeconds: 60, reason: '短信服务暂时不收' },
    ],
    [{ status: 400 }, { outcome: 'refused', reason: '短信服务拒收（HTTP 400）' }],
    [{ status: 422 }, { outcome: 'refused', reason: '短信服务拒收（HTTP 422）' }],
    [
      { status: 429, headers: { 'retry-after': '30' } },
      { outcome: 'later', afterSeconds: 30, reason: '短信服务限制频率' },
    ],
    [
      { status: 429, headers: { 'retry-after': 'Thu, 26 Nov 2026 01:00:00 GMT' } },
      { outcome: 'later', afterSeconds: 60, reason: '短信服务限制频率' },
    ],
    [{ status: 403 }, { outcome: 'later', afterSeconds: 300, reason: '短信服务不让进入（HTTP 403），请检查设置' }],
    [
      { status: 302, headers: { location: '/' } },
      { outcome: 'later', afterSeconds: 300, reason: '短信服务不让进入（HTTP 302），请检查设置' },
    ],
    [{ status: 500 }, { outcome: 'uncertain', reason: '短信服务出错（HTTP 500），不知道是否送到' }],
    [
      { status: 200, body: {} },
      { outcome: 'uncertain', reason: '短信服务的应答读不懂，不知道是否送到' },
    ],
    [
      { status: 200, body: 'OK' },
      { outcome: 'uncertain', reason: '短信服务的应答读不懂，不知道是否送到' },
    ],
    ['no answer', { outcome: 'uncertain', reason: '短信服务没有应答（UND_ERR_SOCKET），不知道是否送到' }],
  ])('that is answered with %j', async (answer, expected) => {
    adapter.answers(answer);
    expect(await handOver()).toEqual(expected);
  });

  it('is kept for later when nobody answers the door', async () => {
    const shut = await startSmsStandIn(KEY);
    await shut.close();
    const other = await startCounty({ environment: { SMS_URL: shut.url, SMS_KEY: KEY } });
    const token = await other.signIn('village-officer');
    const someone = (await other.ask('GET', '/sessions/current', { token })).body.actor.personId as string;
    const answer = await other.app.get(SmsChannel).handOver({
      ...MESSAGE,
      id: newId(),
      personId: someone,
    });
    expect(answer).toEqual({ outcome: 'later', afterSeconds: 60, reason: '连不上短信服务（ECONNREFUSED）' });
    await other.close();
  });

  it('is not let in under another key', async () => {
    const other = await startCounty({
      environment: { SMS_URL: adapter.url, SMS_KEY: 'another key altogether', LOG_LEVEL: 'silent' },
    });
    const token = await other.signIn('village-officer');
    const someone = (await other.ask('GET', '/sessions/current', { token })).body.actor.personId as string;
    const before = adapter.asked.length;
    const answer = await other.app.get(SmsChannel).handOver({
      ...MESSAGE,
      id: newId(),
      personId: someone,
    });
    expect([answer.outcome, adapter.asked.length - before]).toEqual(['later', 0]);
    await other.close();
  });
});
