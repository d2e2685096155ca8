import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';
import { isDrawnSo } from '@county/shared/public-events/draw';
import type { PublicDraw } from '@county/shared/public-events/sign-up';
import { EventCounty, good } from '../../../test/support/event-county.ts';
import { Attendees, EventPools } from './public-events.tables.ts';

let here: EventCounty;
beforeAll(async () => void (here = await EventCounty.start()));
afterAll(() => here.close());

const list = async (part: string): Promise<PublicEventSummary[]> =>
  (await here.ask('GET', `/public/events?part=${part}&limit=200`)).body.items;

describe('the invented county’s year of events', () => {
  it('has been held by townships and departments alike, and goes on', async () => {
    const [over, coming] = [await list('over'), await list('coming')];
    expect(over.length + coming.length).toBeGreaterThanOrEqual(55);
    expect(over.filter(({ hasRecord }) => !hasRecord)).toHaveLength(1);
    expect(new Set(over.map(({ unitName }) => unitName)).size).toBeGreaterThan(30);
    expect(new Set(over.map(({ kind }) => kind))).toEqual(new Set(['open-day', 'meeting', 'deliberation', 'hearing']));
    expect(coming.some(({ isCancelled }) => isCancelled)).toBe(true);
    expect(coming.some(({ isDraw }) => isDraw)).toBe(true);
  });

  it('is counted as it stands', async () => {
    await here.county.database.read(async (db) => {
      const rows = await db.find(Attendees);
      for (const { eventId, taken, waiting, entered } of await db.find(EventPools)) {
        const count = (state: string) => rows.filter((row) => row.eventId === eventId && row.state === state).length;
        expect([taken, waiting, entered]).toEqual([count('confirmed'), count('waiting'), count('entered')]);
      }
    });
  });

  it('has a draw that anybody makes again', async () => {
    const drawn = (await list('over')).find(({ isDraw }) => isDraw)!;
    const draw = good<PublicDraw>(await here.ask('GET', `/public/events/${drawn.id}/draw`));
    const [pool] = draw.pools;
    expect([pool!.seats, pool!.lots.length, isDrawnSo(draw.pools, draw.seed)]).toEqual([6, 13, true]);
    const rows = await here.county.database.read((db) => db.findBy(Attendees, { eventId: drawn.id }));
    const winners = pool!.lots.filter(({ hasPlace }) => hasPlace).map(({ number }) => number);
    expect(new Set(rows.filter(({ state }) => state === 'confirmed').map(({ number }) => number))).toEqual(
      new Set(winners),
    );
  });

  it('tells nobody anything on its first day', async () => {
    await here.map.reminded.tick();
    const told = await here.county.database.read((db) =>
      db.query('SELECT COUNT(*) AS `count` FROM `reminder` WHERE `source` = ?', ['public-events']),
    );
    expect(Number(told[0].count)).toBe(0);
  });

  it('shows every unit’s year, with what is planned', async () => {
    const { body } = await here.as('supervisor', 'GET', '/event-plans?year=2026');
    const states = body.items.flatMap(({ items }: { items: { state: string }[] }) => items.map(({ state }) => state));
    expect(new Set(states)).toEqual(new Set(['held', 'announced', 'cancelled', 'planned']));
  });
});
