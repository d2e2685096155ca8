import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { SignUpView } from '@county/shared/public-events/sign-up';
import { EventCounty, good } from '../../../test/support/event-county.ts';
import { Attendees, EventPools } from './public-events.tables.ts';

let here: EventCounty;
beforeAll(async () => void (here = await EventCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

/** What is counted, and what there is to count. */
async function counted(eventId: string) {
  return here.county.database.read(async (db) => {
    const [pool] = await db.findBy(EventPools, { eventId });
    const rows = await db.find(Attendees, { where: { eventId }, order: { number: 'ASC' } });
    const inState = (state: string) => rows.filter((row) => row.state === state);
    return { pool: pool!, rows, confirmed: inState('confirmed'), waiting: inState('waiting') };
  });
}
const demandTrue = ({ pool, rows, confirmed, waiting }: Awaited<ReturnType<typeof counted>>) => {
  expect([pool.taken, pool.waiting]).toEqual([confirmed.length, waiting.length]);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
  // Nobody who came later has a place while somebody earlier waits.
  const last = Math.max(0, ...confirmed.map(({ number }) => number));
  expect(waiting.filter(({ number }) => number < last)).toEqual([]);
};

describe('places that many want at the same instant', () => {
  it('sixty who sign up for twenty: twenty have one, forty wait in their order', async () => {
    const event = await here.event();
    const answers = await Promise.all(Array.from({ length: 60 }, () => here.signUp(event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const now = await counted(event.id);
    demandTrue(now);
    expect([now.confirmed.length, now.waiting.length]).toEqual([20, 40]);
    const places = answers.flatMap(({ body }) => (body as SignUpView).attendees.map((one) => one.waitingPlace ?? 0));
    expect(Math.max(...places)).toBe(40);
  });

  it('some step back, some come and seats are changed, all at once: nothing is given twice and nobody is forgotten', async () => {
    const event = await here.event();
    const there = await Promise.all(Array.from({ length: 30 }, () => here.signedUp(event)));
    await Promise.all([
      ...there.slice(0, 12).map((one) => here.withdraw(one)),
      ...Array.from({ length: 15 }, () => here.signUp(event, { names: ['甲', '乙'] })),
      here.seats(event, 25),
      here.seats(event, 22),
    ]);
    const now = await counted(event.id);
    demandTrue(now);
    expect(now.confirmed.length + now.waiting.length).toBe(48);
    expect(now.confirmed.length).toBeGreaterThanOrEqual(now.pool.seats);
    expect(now.confirmed.length).toBeLessThanOrEqual(25);
  });

  it('ten who step back twice at once let in ten', async () => {
    const event = await here.event();
    const there = await Promise.all(Array.from({ length: 40 }, () => here.signedUp(event)));
    const { confirmed } = await counted(event.id);
    const having = there.filter(({ id }) => confirmed.some(({ signUpId }) => signUpId === id)).slice(0, 10);
    await Promise.all(having.flatMap((one) => [here.withdraw(one), here.withdraw(one)]));
    const now = await counted(event.id);
    demandTrue(now);
    expect([now.confirmed.length, now.waiting.length]).toEqual([20, 10]);
  });

  it('whoever signs up while it is cancelled is told, or refused', async () => {
    const event = await here.event();
    const [cancelled, ...answers] = await Promise.all([
      here.as('unit-lead', 'POST', `/events/${event.id}/cancellations`, { reason: '停电' }),
      ...Array.from({ length: 20 }, () => here.signUp(event)),
    ]);
    good(cancelled!);
    const came = answers.filter(({ status }) => status === 201).map(({ body }) => body as SignUpView);
    for (const one of came) {
      const { body } = await here.read(one);
      expect((body as SignUpView).steps.map(({ words }) => words)).toEqual(['活动取消了：停电']);
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      came.length === 20 ? new Set([201]) : came.length ? new Set([201, 409]) : new Set([409]),
    );
  });

  it('one phone that sends five at once gets no more than the limit', async () => {
    const event = await here.event({ signUp: { ...here.content().signUp!, mostPeople: 2 } });
    const phone = '13700000009';
    const answers = await Promise.all(Array.from({ length: 5 }, () => here.signUp(event, { phone })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
  });

  it('two who enter the same draw at once make it once', async () => {
    const draw = { seedSource: '12月13日公布的公开数字', drawnOn: '2026-12-13' };
    const event = await here.event({
      groups: [{ key: newId(), name: '居民', who: '', seats: 3 }],
      signUp: { ...here.content().signUp!, draw },
    });
    await Promise.all(Array.from({ length: 12 }, () => here.signUp(event)));
    here.map.at('2026-12-13');
    const send = (seed: string) =>
      here.as('township-officer', 'POST', `/events/${event.id}/draws`, { id: newId(), seed, repeated: seed });
    const statuses = (await Promise.all([send('310245'), send('310246')])).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409]);
    const { confirmed, waiting } = await counted(event.id);
    expect([confirmed.length, waiting.length]).toEqual([3, 9]);
  });
});
