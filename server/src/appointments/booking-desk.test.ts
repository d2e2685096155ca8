import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { BookingCounty, minuteOf } from '../../../test/support/booking-county.ts';

let here: BookingCounty;
beforeAll(async () => void (here = await BookingCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const DAY = '2026-11-26';
const as = (person: string, method: string, path: string, body?: object) => here.map.as(person, method, path, body);
const forSomebody = (person: string, serviceId: string, time: string, over: object = {}) =>
  as(person, 'POST', '/staff-bookings', {
    id: newId(),
    serviceId,
    day: DAY,
    minute: minuteOf(time),
    via: 'village-staff',
    name: '陈大爷',
    phone: null,
    ...over,
  });

describe('what can be booked', () => {
  it('is set by the point’s own people, each change on the version it was made on', async () => {
    const service = await here.service();
    const { id, pointId, ...settings } = service;
    expect(
      (await as('second-village-officer', 'POST', '/bookable-services', await here.newService({ pointId }))).status,
    ).toBe(403);
    const change = { ...settings, id: newId(), onVersion: 1, minutes: 60, everyMinutes: 60 };
    const path = `/bookable-services/${id}/changes`;
    expect((await as('village-officer', 'POST', path, change)).body).toMatchObject({ version: 2, minutes: 60 });
    expect((await as('village-officer', 'POST', path, change)).status).toBe(200);
    expect((await as('village-officer', 'POST', path, { ...change, id: newId() })).status).toBe(409);
    expect((await as('village-officer', 'GET', `/bookable-services?pointId=${pointId}`)).body.items).toHaveLength(1);
  });

  it('is seen for a whole month before it is saved, with what no longer fits', async () => {
    const service = await here.service();
    await here.booked(service.id, DAY, '9:30');
    const { id: serviceId, ...rest } = service;
    const asked = { ...rest, serviceId, month: '2026-11', minutes: 60, everyMinutes: 60, horizonDays: 3 };
    const { status, body } = await as('village-officer', 'POST', '/bookable-service-previews', asked);
    expect([status, body.days.length]).toEqual([201, 30]);
    expect(body.days[25]).toMatchObject({ day: DAY, times: 3, places: 3, why: null, bookingsOutside: 0 });
    const sparse = { ...asked, everyMinutes: 120 };
    const other = await as('village-officer', 'POST', '/bookable-service-previews', sparse);
    expect(other.body.days[25].bookingsOutside).toBe(1);
    // By a point of one's own nobody counts what is booked at another's.
    const { pointId } = await here.service();
    const foreign = await as('village-officer', 'POST', '/bookable-service-previews', { ...sparse, pointId });
    expect(foreign.body.days[25].bookingsOutside).toBe(0);
    expect(body.days[27]).toMatchObject({ times: 0, why: '不开门' });
  });
});

describe('a booking for somebody', () => {
  it('is made by telephone while the web is paused for visits missed', async () => {
    const noShowPolicy = { times: 1, withinDays: 30, pauseDays: 14 };
    const { id } = await here.service({ limitPerPerson: 9, noShowPolicy });
    const phone = '13800000077';
    const { id: missed } = await here.booked(id, DAY, '9:00', { phone });
    here.map.at(DAY, '17:00');
    const step = { id: newId(), to: 'no-show', happenedAt: here.county.clock.now() };
    expect((await as('village-officer', 'POST', `/staff-bookings/${missed}/steps`, step)).status).toBe(201);
    const { body: held } = await here.hold(id, '2026-11-30', '9:00');
    expect((await here.confirm(held, { phone })).body.message).toMatch(/网上预约停到 2026-12-10；.+打电话请工作人员约/);
    const rung = { day: '2026-11-30', via: 'phone', phone };
    expect((await forSomebody('village-officer', id, '9:30', rung)).status).toBe(201);
  });

  it('is made by village staff without a phone, and takes a place kept for the old', async () => {
    const two = [{ from: '08:30', to: '12:00', places: 2 }];
    const { id } = await here.service({ placesForOld: 1, week: [two, two, two, two, two, [], []] });
    expect(await here.freeTimes(id, DAY)).toContain('9:00 ×1');
    await here.booked(id, DAY, '9:00');
    expect((await here.hold(id, DAY, '9:00')).body.code).toBe('just-taken');
    const made = await forSomebody('second-village-officer', id, '9:00');
    expect([made.status, made.body.via, made.body.phone]).toEqual([201, 'village-staff', null]);
    expect((await forSomebody('village-officer', id, '9:00')).body.code).toBe('just-taken');
  });

  it('stands above the places with its reason, by the point’s own people alone', async () => {
    const { id } = await here.service();
    await here.booked(id, DAY, '9:00');
    const extra = { via: 'extra', extraReason: '老人行动不便' };
    expect((await forSomebody('second-village-officer', id, '9:00', extra)).status).toBe(403);
    expect((await forSomebody('village-officer', id, '9:00', { via: 'extra' })).status).toBe(400);
    expect((await forSomebody('village-officer', id, '9:00', extra)).body.extraReason).toBe('老人行动不便');
  });

  it('shows its whole phone on its own page alone, to those it concerns', async () => {
    const { id, pointId } = await here.service();
    const { id: bookingId } = await here.booked(id, DAY, '9:00', { phone: '13800000051' });
    const day = (await as('village-officer', 'GET', `/service-points/${pointId}/day?day=${DAY}`)).body;
    expect(day.bookings.map(({ name, phone }: { name: string; phone: string }) => [name, phone])).toEqual([
      ['石大娘', '138****0051'],
    ]);
    const whole = (person: string) => as(person, 'GET', `/staff-bookings/${bookingId}`);
    expect((await whole('village-officer')).body.phone).toBe('13800000051');
    expect((await whole('second-village-officer')).status).toBe(404);
    expect((await as('second-village-officer', 'GET', `/service-points/${pointId}/day`)).status).toBe(403);
  });
});

describe('the times staff may book', () => {
  it('show what is kept for the old and what is full; the web knows neither', async () => {
    const two = [{ from: '08:30', to: '12:00', places: 2 }];
    const { id } = await here.service({ placesForOld: 1, week: [two, two, two, two, two, [], []] });
    await here.booked(id, DAY, '9:00');
    await here.booked(id, DAY, '9:30');
    await forSomebody('village-officer', id, '9:30');
    const { body } = await as('second-village-officer', 'GET', `/bookable-services/${id}/times?from=${DAY}&days=1`);
    const left = (time: string) =>
      body.days[0].times.find(({ minute }: { minute: number }) => minute === minuteOf(time)).left;
    expect([left('8:30'), left('9:00'), left('9:30')]).toEqual([2, 1, 0]);
    expect(await here.freeTimes(id, DAY)).not.toContain('9:00 ×1');
    here.map.at(DAY, '08:00');
    const { body: shown } = await here.ask('GET', `/public/bookable-services/${id}`);
    expect(shown).toMatchObject({
      firstFree: { day: DAY, minute: minuteOf('8:30') },
      firstDay: { left: 5, places: 7 },
    });
    const path = `/bookable-services/${id}/times`;
    expect((await here.ask('GET', path)).status).toBe(401);
    expect((await as('resident', 'GET', path)).status).toBe(403);
  });

  it('take a booking that the place moves, with its reason; a full one is refused with what is free', async () => {
    const { id } = await here.service();
    const { id: bookingId } = await here.booked(id, DAY, '9:00', { phone: '13800000071' });
    await here.booked(id, DAY, '9:30', { phone: '13800000072' });
    const move = (time: string, over: object = {}) => {
      const body = { id: newId(), reason: '本人来电要求', day: DAY, minute: minuteOf(time), ...over };
      return as('village-officer', 'POST', `/staff-bookings/${bookingId}/changes`, body);
    };
    const full = await move('9:30');
    expect([full.status, full.body.message]).toEqual([409, expect.stringMatching(/^刚刚被约走了。还可以约：/)]);
    expect((await move('10:00', { reason: '' })).status).toBe(400);
    const moved = await move('10:00');
    expect([moved.body.minute, moved.body.toBeRungAbout]).toEqual([
      minuteOf('10:00'),
      '从 11月26日 周四 9:00 改到 11月26日 周四 10:00：本人来电要求',
    ]);
    expect(await here.freeTimes(id, DAY)).toContain('9:00 ×1');
  });
});

describe('the counter', () => {
  it('sees who is here and calls the next, each once, also what is sent late', async () => {
    here.map.at(DAY, '08:00');
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const booking = await here.booked(id, DAY, '9:00');
    here.map.at(DAY, '09:05');
    const post = (path: string, body: object) => as('village-officer', 'POST', path, body);
    const happenedAt = '2026-11-26T00:58:00.000Z';
    const walkIn = await post(`/service-points/${pointId}/walk-ins`, { id: newId(), serviceId: id, happenedAt });
    expect([walkIn.status, walkIn.body.state]).toEqual([201, 'arrived']);
    const arrival = { id: newId(), code: booking.code, happenedAt: '2026-11-26T00:59:00.000Z' };
    expect((await post(`/service-points/${pointId}/arrivals`, arrival)).body.state).toBe('arrived');
    expect((await post(`/service-points/${pointId}/arrivals`, arrival)).status).toBe(200);
    const queue = async () => (await here.ask('GET', `/public/service-points/${pointId}/queue`)).body;
    // Nobody was called yet: for all one knows this counter does without.
    expect(await queue()).toMatchObject({ waiting: null, minutes: null });
    const call = () =>
      post(`/service-points/${pointId}/calls`, { id: newId(), happenedAt: '2026-11-26T01:01:00.000Z' });
    const called = (await Promise.all([call(), call(), call()])).map(({ body }) => body.called?.id ?? null);
    expect(new Set(called)).toEqual(new Set([walkIn.body.id, booking.id, null]));
    const step = (to: string) =>
      post(`/staff-bookings/${booking.id}/steps`, { id: newId(), to, happenedAt: '2026-11-26T01:02:00.000Z' });
    expect(await queue()).toMatchObject({ waiting: 0, minutes: 0 });
    const late = { id: newId(), serviceId: id, happenedAt: '2026-11-26T01:02:00.000Z' };
    await post(`/service-points/${pointId}/walk-ins`, late);
    expect(await queue()).toMatchObject({ waiting: 1, minutes: 15 });
    expect((await here.ask('GET', `/public/service-points/${newId()}/queue`)).body.waiting).toBeNull();
    expect([(await step('done')).body.state, (await step('serving')).status]).toEqual(['done', 409]);
    const { body } = await as('village-officer', 'GET', `/service-points/${pointId}/day`);
    expect([body.waiting, body.waitingMinutes]).toEqual([1, 30]);
  });
});
