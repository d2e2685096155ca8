import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { In } from 'typeorm';
import { v7 as newId } from 'uuid';
import { startCounty, type County } from '../../../test/support/county.ts';
import { SessionSweep } from './session-sweep.service.ts';
import { Sessions, type Session } from './people.tables.ts';

/** More than two batches. */
const EXPIRED = 1_201;

describe('sessions that have expired', () => {
  let county: County;
  let sweep: SessionSweep;

  beforeAll(async () => {
    county = await startCounty();
    sweep = county.app.get(SessionSweep);
  });
  afterAll(() => county.close());

  const later = (hours: number) =>
    county.clock.set(new Date(Date.parse(county.clock.now()) + hours * 3_600_000).toISOString());
  const stillThere = () => county.database.read((db) => db.count(Sessions));
  const stand = async (token: string) => (await county.ask('GET', '/sessions/current', { token })).status;
  const addExpired = async () => {
    const [like] = await county.database.read((db) => db.find(Sessions, { take: 1 }));
    const rows = Array.from({ length: EXPIRED }, (_, at): Session => {
      const id = newId();
      return { ...like!, id, tokenHash: id, expiresAt: new Date(Date.UTC(2026, 9, 1, 0, 0, at)).toISOString() };
    });
    await county.database.work(async (db) => {
      while (rows.length) await db.insert(Sessions, rows.splice(0, 200));
    });
  };

  it('are deleted while those that live stay, however many processes sweep, and again harms nobody', async () => {
    const early = await county.signIn('village-officer');
    later(6);
    const late = await county.signIn('unit-lead');
    await addExpired();
    expect(await stillThere()).toBe(EXPIRED + 2);

    const [, , duringIt] = await Promise.all([sweep.sweep(), sweep.sweep(), county.signIn('supervisor')]);
    expect(await stillThere()).toBe(3);
    expect([await stand(early), await stand(late), await stand(duringIt)]).toEqual([200, 200, 200]);

    // On the web and in the demo a session ends twelve hours after it began.
    later(6);
    await sweep.sweep();
    await sweep.sweep();
    expect(await stillThere()).toBe(2);
    const { status, body } = await county.ask('GET', '/sessions/current', { token: early });
    expect([status, body.message]).toEqual([401, '登录已过期，请重新登录；已填写的内容不会丢失']);
    expect([await stand(late), await stand(duringIt)]).toEqual([200, 200]);
  });

  it('that were lengthened by a use are not deleted, and where somebody was signed in is still shown', async () => {
    const token = await county.signIn('township-officer');
    const { sessionId } = (await county.ask('GET', '/sessions/current', { token })).body.actor;
    await county.database.work((db) =>
      db.update(Sessions, { id: In([sessionId]) }, { kind: 'wechat', expiresAt: later24(county) }),
    );
    later(23);
    expect(await stand(token)).toBe(200);
    const isLengthened = async () => {
      const { expiresAt } = await county.database.read((db) => db.findOneByOrFail(Sessions, { id: sessionId }));
      return expiresAt > later24(county);
    };
    while (!(await isLengthened())) await new Promise((resolve) => setTimeout(resolve, 10));
    later(2);
    await sweep.sweep();
    expect(await stand(token)).toBe(200);
    const { body } = await county.ask('GET', '/people/me/sessions', { token });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([sessionId]);
  });
});

const later24 = (county: County) => new Date(Date.parse(county.clock.now()) + 24 * 3_600_000).toISOString();
