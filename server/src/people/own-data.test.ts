import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { OwnData } from '@county/shared/people/own-data';
import { startWechatCounty, type WechatCounty } from '../../../test/support/wechat-county.ts';
import { People } from './people.tables.ts';

const OPENID = 'openid-of-a-resident';
const PHONE = '13800000031';

let setting: WechatCounty;
beforeAll(async () => void (setting = await startWechatCounty()));
afterAll(() => setting?.close());

const ask = (method: string, path: string, body?: object, token?: string) =>
  setting.county.ask(method, path, { token, body });
const signInByWechat = async (code: string): Promise<string> => {
  setting.wechat.gives(code, { openid: OPENID });
  return (await ask('POST', '/sessions', { kind: 'wechat', code })).body.token;
};
const close = (token?: string) => ask('POST', '/people/me/closings', { understood: true }, token);
const ownData = async (token: string) => (await ask('GET', '/people/me/data', undefined, token)).body as OwnData;
const valuesOf = ({ parts }: OwnData, what: string) =>
  parts.find((part) => part.what === what)?.items.map((item) => item.map(({ value }) => value)) ?? [];

/** A time taken by the resident; answers its number. */
async function booked(token: string): Promise<string> {
  const { items } = (await ask('GET', '/public/bookable-services?limit=200')).body;
  const { id: serviceId } = items.find(({ firstFree }: { firstFree: object | null }) => firstFree);
  const path = `/public/bookable-services/${serviceId}/free-times?from=2026-11-30&days=10`;
  const { days } = (await ask('GET', path)).body;
  const { day, times } = days.find(({ times: some }: { times: object[] }) => some.length);
  const held = await ask('POST', '/bookings', { id: newId(), serviceId, day, minute: times[0].minute }, token);
  const who = { key: held.body.key, name: '石大娘', phone: PHONE };
  return (await ask('POST', `/bookings/${held.body.id}/confirmations`, who, token)).body.code;
}

describe('what is kept about somebody', () => {
  it('is told to a resident, kind after kind, and to nobody else', async () => {
    const token = await signInByWechat('the first code');
    expect(valuesOf(await ownData(token), '预约')).toEqual([]);
    const code = await booked(token);
    const told = await ownData(token);
    expect(valuesOf(told, '账号')[0]).toContain('有');
    expect(valuesOf(told, '预约')).toEqual([expect.arrayContaining([code, '石大娘', '138****0031'])]);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${OPENID}|${PHONE}`));
    const other = await setting.county.signIn('resident');
    expect(JSON.stringify(await ownData(other))).not.toContain(code);
    expect((await ask('GET', '/people/me/data')).status).toBe(401);
  });

  it('is told to a colleague without password, phone or openid', async () => {
    const told = JSON.stringify(await ownData(await setting.county.signIn('township-officer')));
    expect(told).toContain('秦向阳');
    expect(told).not.toMatch(/\$argon|scrypt|1[3-9]\d{9}/);
  });
});

describe('an account', () => {
  it('of a colleague is not closed by themselves, and the way out is said', async () => {
    for (const person of ['village-officer', 'unit-lead', 'supervisor', 'administrator']) {
      const { status, body } = await close(await setting.county.signIn(person));
      expect([status, body.message]).toEqual([403, expect.stringContaining('请联系本单位负责人')]);
    }
    expect((await close()).status).toBe(401);
  });

  it('of a resident is gone at once with all that hangs on it; a time that was booked is still found by its number', async () => {
    const token = await signInByWechat('the second code');
    const code = await booked(token);
    await setting.county.ask('POST', '/wechat-consents', {
      token,
      body: { id: newId(), purpose: 'work', result: 'accept' },
    });
    const { body: session } = await ask('GET', '/sessions/current', undefined, token);
    const { personId } = session.actor;
    expect((await ask('POST', '/people/me/closings', {}, token)).body.message).toBe('请选择确认注销');
    const atOnce = await Promise.all([0, 1].map(() => close(token)));
    expect(atOnce.every(({ status }) => status === 201 || status === 401)).toBe(true);
    expect(atOnce.some(({ status }) => status === 201)).toBe(true);
    expect((await ask('GET', '/people/me/data', undefined, token)).status).toBe(401);
    await setting.county.database.read(async (db) => {
      expect(await db.findOneBy(People, { id: personId })).toMatchObject({ name: '已注销', wechatOpenid: null });
      for (const table of ['booking', 'reminder', 'delivery', 'wechat_credit', 'wechat_consent'])
        expect([table, await db.query(`SELECT * FROM \`${table}\` WHERE \`personId\` = ?`, [personId])]).toEqual([
          table,
          [],
        ]);
    });
    expect((await ask('POST', '/booking-look-ups', { code, phone: PHONE })).body).toMatchObject({ state: 'booked' });
    // Whoever comes again begins anew.
    expect(valuesOf(await ownData(await signInByWechat('the third code')), '预约')).toEqual([]);
  });
});
