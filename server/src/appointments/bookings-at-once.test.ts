import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { BookingCounty, minuteOf } from '../../../test/support/booking-county.ts';
import { BookingCells, Bookings } from './appointments.tables.ts';

let here: BookingCounty;
beforeAll(async () => void (here = await BookingCounty.start()));
afterAll(() => here.close());

const DAY = '2026-11-26';
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();
const cells = (poolId: string, day = DAY) =>
  here.county.database.read((db) => db.findBy(BookingCells, { poolId, day }));

describe('places that many want at the same instant', () => {
  it('the last place goes to one of fifty; the others hear so, with what is still free', async () => {
    const { id } = await here.service();
    const answers = await Promise.all(Array.from({ length: 50 }, () => here.hold(id, DAY, '9:00')));
    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 49 }, () => 409)]);
    const late = answers.filter(({ status }) => status === 409).map(({ body }) => body);
    expect(new Set(late.map(({ code }) => code))).toEqual(new Set(['just-taken']));
    expect(late[0].message).toBe(
      '刚刚被约走了。还可以约：11月26日 周四 9:30、11月26日 周四 10:00、11月26日 周四 10:30、' +
        '11月26日 周四 11:00、11月26日 周四 11:30、11月27日 周五 8:30',
    );
    expect((await cells(id)).map(({ taken }) => taken)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await here.county.database.read((db) => db.countBy(Bookings, { serviceId: id }))).toBe(1);
  });

  it('as many as there are counters, over every time of a day, and not one more', async () => {
    const places = [{ from: '08:30', to: '12:00', places: 3 }];
    const { id } = await here.service({ week: [places, places, places, places, places, [], []] });
    const times = ['8:30', '9:00', '9:30', '10:00', '10:30', '11:00', '11:30'];
    // Kept below what one address may hold at once.
    for (const some of [times.slice(0, 4), times.slice(4)]) {
      const held = await Promise.all(some.flatMap((time) => Array.from({ length: 6 }, () => here.hold(id, DAY, time))));
      const good = held.filter(({ status }) => status === 201);
      expect([good.length, held.length - good.length]).toEqual([some.length * 3, some.length * 3]);
      const phones = good.map((_, at) => `1390000${String(1000 + at + some.length * 100)}`);
      const kept = await Promise.all(good.map(({ body }, at) => here.confirm(body, { phone: phones[at] })));
      expect(new Set(statuses(kept))).toEqual(new Set([201]));
    }
    expect(new Set((await cells(id)).map(({ taken }) => taken))).toEqual(new Set([3]));
    expect(await here.freeTimes(id, DAY)).toEqual([]);
  });

  it('long and short things at one window never sell its one counter twice', async () => {
    const windowId = newId();
    const windows = [{ id: windowId, name: '综合窗口', services: [], hours: null }];
    const point = await here.map.point({ windows });
    const short = await here.service({ pointId: point.id, windowId, minutes: 20, everyMinutes: 20 });
    const long = await here.service({ pointId: point.id, windowId, minutes: 90, everyMinutes: 30 });
    const wanted = [
      [long.id, '9:00'],
      [short.id, '9:10'],
      [short.id, '8:30'],
      [long.id, '8:30'],
      [short.id, '10:30'],
      [long.id, '10:30'],
    ] as const;
    await Promise.all(wanted.map(([id, time]) => here.hold(id, DAY, time)));
    expect((await cells(windowId)).every(({ taken }) => taken <= 1)).toBe(true);
    const rows = await here.county.database.read((db) => db.findBy(Bookings, { poolId: windowId }));
    const taken = rows.flatMap(({ minute, minutes }) =>
      Array.from({ length: minutes / 5 }, (_, at) => minute + at * 5),
    );
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('one hold, one confirmation and one cancellation sent three times at once are one', async () => {
    const { id: serviceId } = await here.service();
    const id = newId();
    const holds = await Promise.all([1, 2, 3].map(() => here.hold(serviceId, DAY, '9:00', { id })));
    expect(statuses(holds)).toEqual([200, 200, 201]);
    const { body: held } = holds[0]!;
    const kept = await Promise.all([1, 2, 3].map(() => here.confirm(held)));
    expect(statuses(kept)).toEqual([200, 200, 201]);
    expect(new Set(kept.map(({ body }) => body.code)).size).toBe(1);
    expect(await here.confirm(held, { name: '别人' })).toMatchObject({ status: 409, body: { code: 'id-taken' } });
    const cancel = () => here.ask('POST', `/bookings/${id}/cancellations`, { key: held.key });
    expect(statuses(await Promise.all([cancel(), cancel(), cancel()]))).toEqual([200, 200, 201]);
    expect(new Set((await cells(serviceId)).map(({ taken }) => taken))).toEqual(new Set([0]));
  });

  it('two who change places with one another, and ten who want one place, leave every place counted once', async () => {
    const { id: serviceId } = await here.service({ limitPerPerson: 20 });
    const times = ['8:30', '9:00', '9:30', '10:00', '10:30'];
    const bookings = await Promise.all(times.map((time) => here.booked(serviceId, DAY, time)));
    const move = ({ id, key }: { id: string; key: string }, time: string) =>
      here.ask('POST', `/bookings/${id}/changes`, { id: newId(), key, day: DAY, minute: minuteOf(time) });
    const toOne = await Promise.all(bookings.map((booking) => move(booking, '11:30')));
    expect(statuses(toOne)).toEqual([201, 409, 409, 409, 409]);
    await Promise.all([move(bookings[0]!, '9:00'), move(bookings[1]!, '8:30')]);
    const rows = await here.county.database.read((db) => db.findBy(Bookings, { serviceId }));
    expect(new Set(rows.map(({ minute }) => minute)).size).toBe(times.length);
    const taken = (await cells(serviceId)).filter((cell) => cell.taken > 0).map(({ minute }) => minute);
    const expected = rows.flatMap(({ minute }) => [0, 5, 10, 15, 20, 25].map((at) => minute + at));
    expect(taken.sort()).toEqual(expected.sort());
  });

  it('one person sends five at once and gets no more than the limit', async () => {
    const { id } = await here.service({ limitPerPerson: 2 });
    const held = await Promise.all(['8:30', '9:00', '9:30', '10:00', '10:30'].map((time) => here.hold(id, DAY, time)));
    const kept = await Promise.all(held.map(({ body }) => here.confirm(body, { phone: '13700000009' })));
    expect(statuses(kept)).toEqual([201, 201, 409, 409, 409]);
    expect(kept.find(({ status }) => status === 409)!.body.message).toMatch(
      /已经约了这个事项 2 次（.+），每人最多 2 次/,
    );
  });
});
