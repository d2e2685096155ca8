import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TelephoneEntry } from '@county/shared/reminders/reminder';
import { startWechatCounty, type WechatCounty } from '../../../test/support/wechat-county.ts';

const TICK_SECRET = 'a-secret-of-the-timer-in-tests';
/** The lines due on the last day of 2026 are ten working days away. */
const TEN_BEFORE = '2026-12-17T01:05:00.000Z';

describe('a day’s reminders on their way', () => {
  let at: WechatCounty;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    at = await startWechatCounty({ environment: { TICK_SECRET } });
    for (const person of ['unit-lead', 'township-officer', 'department-officer', 'department-lead']) {
      ids.set(person, await at.bind(person, `o-${person}`));
      await at.allow(person, `o-${person}`, 2);
    }
    await tick();
    at.county.clock.set(TEN_BEFORE);
  });
  afterAll(() => at.close());

  const tick = async () => {
    const { status, body } = await at.county.ask('POST', '/reminder-ticks', { body: { secret: TICK_SECRET } });
    expect(status).toBeLessThan(300);
    return body as { planned: number; shown: number; handed: number };
  };
  const stateOf = async (person: string) => {
    const rows = await at.county.database.read((db) =>
      db.query<{ state: string }[]>('SELECT `state` FROM `delivery` WHERE `personId` = ? ORDER BY `id`', [
        ids.get(person),
      ]),
    );
    return rows.map(({ state }) => state);
  };
  const takenOf = (person: string) =>
    at.wechat.subscriptions.taken.filter(({ openid }) => openid === `o-${person}`).length;
  const toRing = async () => {
    const token = await at.county.signIn('supervisor');
    const { body } = await at.county.ask('GET', '/telephone-list?limit=200', { token });
    return body.items as TelephoneEntry[];
  };
  const entryOf = async (person: string) => {
    const token = await at.county.signIn(person);
    const { name } = (await at.county.ask('GET', '/sessions/current', { token })).body.actor;
    return (await toRing()).find(({ personName }) => personName === name);
  };

  it('go by WeChat, once, and nobody who got one is rung', async () => {
    at.wechat.treats('send', ['taken, then no answer'], 'o-township-officer');
    at.wechat.treats('send', [{ errcode: 43101 }], 'o-department-officer');
    at.wechat.treats('send', [{ errcode: -1 }], 'o-department-lead');
    await tick();
    await tick();
    expect([await stateOf('unit-lead'), takenOf('unit-lead')]).toEqual([['sent'], 1]);
    expect(await entryOf('unit-lead')).toBeUndefined();
  });

  it('are uncertain where WeChat took one and did not say so: rung, never sent again', async () => {
    expect([await stateOf('township-officer'), takenOf('township-officer')]).toEqual([['uncertain'], 1]);
    expect(await entryOf('township-officer')).toMatchObject({ state: 'uncertain' });
  });

  it('go to the telephone list where WeChat surely refused and there is no other way', async () => {
    expect([await stateOf('department-officer'), takenOf('department-officer')]).toEqual([['failed'], 0]);
    expect(await entryOf('department-officer')).toMatchObject({ state: 'failed', reason: expect.any(String) });
  });

  it('are tried again later where WeChat was busy, and then go once', async () => {
    expect([await stateOf('department-lead'), takenOf('department-lead')]).toEqual([['ready'], 0]);
    at.county.clock.set('2026-12-17T02:30:00.000Z');
    await Promise.all([tick(), tick()]);
    await tick();
    expect([await stateOf('department-lead'), takenOf('department-lead')]).toEqual([['sent'], 1]);
    expect(at.wechat.subscriptions.taken).toHaveLength(3);
  });
});
