import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { BookingCounty, minuteOf } from '../../../test/support/booking-county.ts';
import { BookingCells, Bookings } from './appointments.tables.ts';

let here: BookingCounty;
beforeAll(async () => void (here = await BookingCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const DAY = '2026-11-26';
const asOfficer = (method: string, path: string, body?: object) => here.map.as('village-officer', method, path, body);
const cancel = ({ id, key }: { id: string; key: string }) => here.ask('POST', `/bookings/${id}/cancellations`, { key });

/** At a point of its own with two counters, by the first of them. */
async function atTwoCounters() {
  const windows = ['1 号窗口', '2 号窗口'].map((name) => ({ id: newId(), name, services: [], hours: null }));
  const [first, second] = windows.map(({ id }) => id) as [string, string];
  const { id: pointId } = await here.map.point({ windows });
  const { id, ...settings } = await here.service({ pointId, windowId: first, limitPerPerson: 9 });
  const { pointId: _, ...rest } = settings;
  let version = 1;
  const goesTo = (windowId: string | null) => {
    const change = { ...rest, windowId, id: newId(), onVersion: version++ };
    return asOfficer('POST', `/bookable-services/${id}/changes`, change);
  };
  return { id, pointId, first, second, goesTo };
}

const taken = async (poolId: string) => {
  const cells = await here.county.database.read((db) => db.findBy(BookingCells, { poolId, day: DAY }));
  return cells.reduce((sum, cell) => sum + cell.taken, 0);
};

describe('a thing that is done at another counter from now on', () => {
  it('takes its bookings along: no time is sold twice, and what is cancelled there is free there', async () => {
    const { id, first, second, goesTo } = await atTwoCounters();
    const booking = await here.booked(id, DAY, '9:00');
    const { body: held } = await here.hold(id, DAY, '9:30');
    for (const [to, from] of [
      [second, first],
      [null, second],
      [first, id],
    ] as const) {
      expect((await goesTo(to)).status).toBe(201);
      expect((await here.hold(id, DAY, '9:00')).body.code).toBe('just-taken');
      expect([await taken(to ?? id), await taken(from)]).toEqual([12, 0]);
    }
    expect((await here.confirm(held)).status).toBe(201);
    expect((await cancel(booking)).status).toBe(201);
    expect(await here.freeTimes(id, DAY)).toContain('9:00 ×1');
    expect(await taken(first)).toBe(6);
  });

  it('stands even where the other counter is full already', async () => {
    const { id, pointId, second, goesTo } = await atTwoCounters();
    const other = await here.service({ pointId, windowId: second });
    const mine = await here.booked(id, DAY, '9:00');
    const theirs = await here.booked(other.id, DAY, '9:00', { phone: '13800000009' });
    await goesTo(second);
    expect(await taken(second)).toBe(12);
    await cancel(mine);
    expect((await here.hold(id, DAY, '9:00')).body.code).toBe('just-taken');
    await cancel(theirs);
    expect((await here.hold(id, DAY, '9:00')).status).toBe(201);
  });

  it('is counted right whoever books in that very moment', async () => {
    const { id, first, second, goesTo } = await atTwoCounters();
    const times = ['8:30', '9:00', '9:30', '10:00', '10:30'];
    const [, ...held] = await Promise.all([goesTo(second), ...times.map((time) => here.hold(id, DAY, time))]);
    const rows = await here.county.database.read((db) => db.findBy(Bookings, { serviceId: id }));
    expect(rows).toHaveLength(held.filter(({ status }) => status === 201).length);
    expect([await taken(second), await taken(first)]).toEqual([rows.length * 6, 0]);
  });
});

describe('a point that is to go', () => {
  it('stays while somebody has a time there or is about to, and goes once they are settled', async () => {
    const { id, pointId } = await here.service();
    const booking = await here.booked(id, DAY, '9:00');
    const within = await here.map.point({ insideId: pointId });
    const withdraw = () =>
      asOfficer('POST', `/service-points/${pointId}/withdrawals`, { id: newId(), reason: '并到镇里了' });
    expect((await withdraw()).body.message).toBe('还有 1 个预约约在这里，请先逐个改期或取消，并告诉本人，再撤下服务点');
    await cancel(booking);
    await here.hold(id, DAY, '10:00');
    expect((await withdraw()).body.message).toMatch(/^正有人在填写这里的预约/);
    here.later(11);
    expect((await withdraw()).body.message).toMatch(/设在这里，请先撤下/);
    const moved = { id: newId(), reason: '并到镇里了' };
    expect((await asOfficer('POST', `/service-points/${within.id}/withdrawals`, moved)).status).toBe(201);
    expect((await withdraw()).status).toBe(201);
    expect((await here.hold(id, DAY, '9:00')).status).toBe(410);
  });

  it('is not held back by visits that are over', async () => {
    const { id, pointId } = await here.service();
    await here.booked(id, DAY, '9:00');
    here.map.at('2026-11-27');
    const withdrawal = { id: newId(), reason: '不再办了' };
    expect((await asOfficer('POST', `/service-points/${pointId}/withdrawals`, withdrawal)).status).toBe(201);
  });
});

describe('a village that is merged into another', () => {
  it('hands its bookings over: the people there see, serve and move them', async () => {
    const { id, pointId } = await here.service();
    const booking = await here.booked(id, DAY, '9:00');
    const [from, intoUnitId] = await Promise.all([here.map.unitId('青石镇石桥村'), here.map.unitId('青石镇青龙村')]);
    const merger = { intoUnitId, on: '2026-11-25' };
    expect((await here.map.as('administrator', 'POST', `/org-units/${from}/mergers`, merger)).status).toBe(201);
    const asThem = (method: string, path: string, body?: object) =>
      here.map.as('second-village-officer', method, path, body);
    expect((await asThem('GET', `/bookable-services?pointId=${pointId}`)).body.items).toHaveLength(1);
    expect((await asThem('GET', `/staff-bookings/${booking.id}`)).body.name).toBe('石大娘');
    const move = { id: newId(), reason: '并村', day: DAY, minute: minuteOf('10:00') };
    expect((await asThem('POST', `/staff-bookings/${booking.id}/changes`, move)).body.minute).toBe(600);
    here.map.at(DAY, '09:00');
    const arrival = { id: newId(), to: 'arrived', happenedAt: here.county.clock.now() };
    expect((await asThem('POST', `/staff-bookings/${booking.id}/steps`, arrival)).body.state).toBe('arrived');
  });
});
