import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { BookingCounty, minuteOf } from '../../../test/support/booking-county.ts';

let here: BookingCounty;
beforeAll(async () => void (here = await BookingCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const DAY = '2026-11-26';
const as = (person: string, method: string, path: string, body?: object) => here.map.as(person, method, path, body);
const giving = (serviceId: string, time: string, over: object = {}) => ({
  id: newId(),
  serviceId,
  day: DAY,
  minute: minuteOf(time),
  via: 'counter',
  name: '陈大爷',
  phone: null,
  ...over,
});
const give = (body: object) => as('village-officer', 'POST', '/staff-bookings', body);

describe('a time that staff give', () => {
  it('is none of a thing that takes no bookings, by whichever way; what was booked before is moved still', async () => {
    const { id, pointId, ...settings } = await here.service();
    const booking = await here.booked(id, DAY, '9:00');
    const paused = { ...settings, id: newId(), onVersion: 1, isOffered: false };
    await as('village-officer', 'POST', `/bookable-services/${id}/changes`, paused);
    for (const over of [{}, { via: 'phone' }, { via: 'village-staff' }, { via: 'extra', extraReason: '腿脚不便' }])
      expect((await give(giving(id, '10:00', over))).body.message).toMatch(/^这个事项暂停预约/);
    const move = { id: newId(), reason: '换人', day: DAY, minute: minuteOf('10:00') };
    const moved = await as('village-officer', 'POST', `/staff-bookings/${booking.id}/changes`, move);
    expect([moved.status, moved.body.minute, pointId]).toEqual([201, 600, booking.pointId]);
  });

  it('is neither past nor beyond what can be booked, made or moved, one by one or while closing', async () => {
    const { id, pointId } = await here.service({ horizonDays: 7 });
    const booking = await here.booked(id, DAY, '9:00');
    const wrong = [
      [{ day: '2026-11-24', minute: minuteOf('9:00') }, /已经过去/],
      [{ day: '2026-11-25', minute: minuteOf('8:30') }, /已经过去/],
      [{ day: '2026-12-03', minute: minuteOf('9:00') }, /只能约到 2026-12-02/],
    ] as const;
    for (const [to, words] of wrong) {
      expect((await give(giving(id, '9:00', to))).body.message).toMatch(words);
      const move = { id: newId(), reason: '改一下', ...to };
      const moved = await as('village-officer', 'POST', `/staff-bookings/${booking.id}/changes`, move);
      expect(moved.body.message).toMatch(words);
      const decisions = [{ kind: 'move', bookingId: booking.id, ...to }];
      const closing = { id: newId(), reason: '检修', decisions };
      const decided = await as('village-officer', 'POST', `/service-points/${pointId}/closing-decisions`, closing);
      expect(decided.body.message).toMatch(words);
    }
    expect((await here.ask('GET', `/bookings/${booking.id}?key=${booking.key}`)).body.day).toBe(DAY);
  });

  it('sent again is the same; with anything else under the same id it is refused, also once it was moved', async () => {
    const { id } = await here.service({ limitPerPerson: 9 });
    const body = giving(id, '9:00', { phone: '13800000071' });
    expect([(await give(body)).status, (await give(body)).status]).toEqual([201, 200]);
    const others = [{ name: '别人' }, { phone: '13800000072' }, { minute: minuteOf('9:30') }, { day: '2026-11-27' }];
    for (const other of others) expect((await give({ ...body, ...other })).body.code).toBe('id-taken');
    const move = { id: newId(), reason: '改一下', day: DAY, minute: minuteOf('11:00') };
    await as('village-officer', 'POST', `/staff-bookings/${body.id}/changes`, move);
    expect(await give(body)).toMatchObject({ status: 200, body: { minute: 660 } });
  });
});

describe('whose time it is', () => {
  it('is seen by the point’s own people and their township, and by nobody who oversees the county', async () => {
    const { id, pointId, ...settings } = await here.service();
    const booking = await here.booked(id, DAY, '9:00');
    const paths = [
      `/staff-bookings/${booking.id}`,
      `/service-points/${pointId}/day`,
      `/service-points/${pointId}/bookings?from=${DAY}&to=${DAY}`,
      `/service-points/${pointId}/bookings-to-ring`,
    ];
    for (const path of paths) {
      for (const person of ['village-officer', 'unit-lead']) expect((await as(person, 'GET', path)).status).toBe(200);
      for (const person of ['supervisor', 'administrator', 'department-lead', 'other-township-officer'])
        expect([403, 404]).toContain((await as(person, 'GET', path)).status);
    }
    // What can be booked holds nothing personal.
    const change = { ...settings, id: newId(), onVersion: 1, note: '带上旧证' };
    expect((await as('supervisor', 'POST', `/bookable-services/${id}/changes`, change)).status).toBe(201);
  });
});

describe('a step at the counter', () => {
  it('is of the day of the visit; nobody is absent before their time', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const tomorrow = await here.booked(id, DAY, '9:00', { phone: '13800000081' });
    const step = (to: string) => {
      const body = { id: newId(), to, happenedAt: here.county.clock.now() };
      return as('village-officer', 'POST', `/staff-bookings/${tomorrow.id}/steps`, body);
    };
    for (const to of ['arrived', 'called', 'serving', 'done', 'no-show'])
      expect((await step(to)).body.message).toBe('这个预约是 11月26日 周四 的，还没到那一天');
    here.map.at(DAY, '08:59');
    expect((await step('no-show')).body.message).toMatch(/^约的时间还没到/);
    here.map.at('2026-11-27', '08:00');
    expect((await step('arrived')).body.message).toMatch(/^这个预约是 11月26日 周四 的，今天可以按现场取号办理/);
    expect((await step('no-show')).body.state).toBe('no-show');
    const walkIn = { id: newId(), serviceId: id, name: '甲', happenedAt: here.county.clock.now() };
    const come = (over: object = {}) =>
      as('village-officer', 'POST', `/service-points/${pointId}/walk-ins`, { ...walkIn, ...over });
    expect([(await come()).status, (await come()).status]).toEqual([201, 200]);
    expect((await come({ name: '乙' })).body.code).toBe('id-taken');
  });
});

describe('a booking on the web', () => {
  it('lapsed is not confirmed for a time that has come or was closed meanwhile', async () => {
    const { id, pointId } = await here.service();
    const { body: late } = await here.hold(id, '2026-11-25', '9:30');
    here.later(31);
    expect((await here.confirm(late)).body.message).toMatch(/已经过去/);
    const { body: closed } = await here.hold(id, DAY, '9:00');
    here.later(11);
    const { version: onVersion } = (await as('village-officer', 'GET', `/service-points/${pointId}`)).body;
    const closure = { id: newId(), onVersion, from: DAY, to: DAY, reason: '线路检修' };
    expect((await as('village-officer', 'POST', `/service-points/${pointId}/closures`, closure)).status).toBe(201);
    expect((await here.confirm(closed)).body.message).toMatch(/没有这个时间：.*线路检修/);
  });

  it('is moved some thirty times, and then on the telephone', async () => {
    const { id } = await here.service();
    const { id: bookingId, key } = await here.booked(id, DAY, '9:00');
    const move = (time: string) =>
      here.ask('POST', `/bookings/${bookingId}/changes`, { id: newId(), key, day: DAY, minute: minuteOf(time) });
    for (let turn = 0; turn < 30; turn += 1) expect((await move(turn % 2 ? '9:00' : '9:30')).status).toBe(201);
    expect((await move('10:00')).body.message).toMatch(/改过太多次了/);
    expect((await here.ask('POST', `/bookings/${bookingId}/cancellations`, { key })).status).toBe(201);
  });
});
