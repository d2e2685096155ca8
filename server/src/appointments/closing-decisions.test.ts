import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { BookingCounty, minuteOf } from '../../../test/support/booking-county.ts';

let here: BookingCounty;
beforeAll(async () => void (here = await BookingCounty.start()));
beforeEach(() => here.map.at('2026-11-25'));
afterAll(() => here.close());

const MONDAY = 0;
const DAY = '2026-11-26';
const as = (person: string, method: string, path: string, body?: object) => here.map.as(person, method, path, body);

describe('a time that is closed', () => {
  it('is said to break bookings; each is moved, cancelled or kept, and told or to be rung', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const resident = await here.map.token('resident');
    const told = await here.booked(id, '2026-12-01', '9:00', {}, resident);
    const rung = await here.booked(id, '2026-12-01', '9:30', { phone: '13800000061' });
    const kept = await here.booked(id, '2026-12-01', '10:00', { phone: '13800000062' });
    const days = { from: '2026-12-01', to: '2026-12-01' };
    const effects = await as('village-officer', 'POST', `/service-points/${pointId}/closure-previews`, days);
    expect(effects.body.alsoBroken).toMatchObject([
      { count: 3, link: `/pages/appointments/closing/index?point=${pointId}&from=2026-12-01&to=2026-12-01` },
    ]);
    const list = await as(
      'village-officer',
      'GET',
      `/service-points/${pointId}/bookings?from=2026-12-01&to=2026-12-01`,
    );
    expect(list.body.items.map(({ id: one }: { id: string }) => one)).toEqual([told.id, rung.id, kept.id]);
    const decisions = {
      id: newId(),
      reason: '线路检修',
      decisions: [
        { kind: 'move', bookingId: told.id, day: '2026-12-02', minute: minuteOf('9:00') },
        { kind: 'cancel', bookingId: rung.id },
        { kind: 'keep', bookingId: kept.id },
      ],
    };
    const decide = (body: object) =>
      as('village-officer', 'POST', `/service-points/${pointId}/closing-decisions`, body);
    expect((await decide(decisions)).status).toBe(201);
    await decide(decisions);
    const view = await here.ask('GET', `/bookings/${told.id}?key=${told.key}`);
    expect(view.body).toMatchObject({ day: '2026-12-02', state: 'booked' });
    expect(view.body.steps.map(({ words }: { words: string }) => words)).toEqual([
      '从 12月1日 周二 9:00 改到 12月2日 周三 9:00：线路检修',
    ]);
    const toRing = async () =>
      (await as('village-officer', 'GET', `/service-points/${pointId}/bookings-to-ring`)).body.items;
    expect((await toRing()).map(({ id: one, phone }: StaffBookingView) => [one, phone])).toEqual([
      [rung.id, '13800000061'],
      [kept.id, '13800000062'],
    ]);
    expect((await as('second-village-officer', 'GET', `/service-points/${pointId}/bookings-to-ring`)).status).toBe(403);
    const rang = (words: string) =>
      as('village-officer', 'POST', `/staff-bookings/${rung.id}/calls`, { id: newId(), words });
    expect((await rang('12月1日 周二 9:30 的预约照常办理：线路检修')).body.message).toMatch(/^这个预约刚又有变动/);
    expect(await toRing()).toHaveLength(2);
    expect((await rang('12月1日 周二 9:30 的预约取消了：线路检修')).status).toBe(201);
    expect(await toRing()).toHaveLength(1);
  });

  it('puts whoever WeChat did not surely reach among those to be rung, also at a point that is there no more', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const booking = await here.booked(id, DAY, '9:00', {}, await here.map.token('resident'));
    const toRing = async () =>
      (await as('village-officer', 'GET', `/service-points/${pointId}/bookings-to-ring`)).body.items;
    const cancelled = { id: newId(), reason: '窗口搬走了' };
    await as('village-officer', 'POST', `/staff-bookings/${booking.id}/cancellations`, cancelled);
    // In the inbox nothing more can be known of it; no channel has a way to this resident.
    expect(await toRing()).toEqual([]);
    await here.map.reminded.tick();
    const words = '11月26日 周四 9:00 的预约取消了：窗口搬走了';
    expect(await toRing()).toMatchObject([{ id: booking.id, toBeRungAbout: words }]);
    const withdrawal = { id: newId(), reason: '并到镇里了' };
    await as('village-officer', 'POST', `/service-points/${pointId}/withdrawals`, withdrawal);
    expect(await toRing()).toHaveLength(1);
    expect((await as('second-village-officer', 'GET', `/service-points/${pointId}/bookings-to-ring`)).status).toBe(403);
    await as('village-officer', 'POST', `/staff-bookings/${booking.id}/calls`, { id: newId(), words });
    await here.map.reminded.tick();
    expect(await toRing()).toEqual([]);
  });

  it('changes nothing of any where one place is taken meanwhile', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const one = await here.booked(id, DAY, '9:00');
    const other = await here.booked(id, DAY, '9:30');
    await here.hold(id, '2026-11-27', '9:00');
    const move = (bookingId: string, time: string) => ({
      kind: 'move',
      bookingId,
      day: '2026-11-27',
      minute: minuteOf(time),
    });
    const decisions = [move(one.id, '8:30'), move(other.id, '9:00')];
    const body = { id: newId(), reason: '检修', decisions };
    const answer = await as('village-officer', 'POST', `/service-points/${pointId}/closing-decisions`, body);
    expect([answer.status, answer.body.code]).toEqual([409, 'just-taken']);
    expect((await here.ask('GET', `/bookings/${one.id}?key=${one.key}`)).body.day).toBe(DAY);
    expect(await here.freeTimes(id, '2026-11-27')).toContain('8:30 ×1');
  });

  it('leaves nobody forgotten: who is not decided on stands in the list until somebody does', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const one = await here.booked(id, '2026-12-03', '9:00');
    const other = await here.booked(id, '2026-12-03', '9:30');
    const open = await here.booked(id, '2026-12-04', '9:00');
    const read = async () => (await as('village-officer', 'GET', `/service-points/${pointId}/bookings-outside`)).body;
    const outside = async () => (await read()).items;
    expect(await read()).toEqual({ items: [], reason: null });
    const { version } = await here.map.view(pointId);
    const closure = { id: newId(), onVersion: version, from: '2026-12-03', to: '2026-12-03', reason: '线路检修' };
    expect((await as('village-officer', 'POST', `/service-points/${pointId}/closures`, closure)).status).toBe(201);
    expect((await outside()).map(({ id: of }: StaffBookingView) => of)).toEqual([one.id, other.id]);
    // What was written when the day was closed is not asked for again.
    expect((await read()).reason).toBe('线路检修');
    // Whoever made them sees at once that nobody will be there; until somebody decides, nothing promises the opposite.
    const brokenBy = async ({ id: of, key }: typeof one) =>
      (await here.ask('GET', `/bookings/${of}?key=${key}`)).body.brokenBy;
    expect(await Promise.all([one, other, open].map(brokenBy))).toEqual(['线路检修', '线路检修', null]);
    const day = async () => (await as('village-officer', 'GET', `/service-points/${pointId}/day`)).body;
    expect((await day()).outside).toBe(2);
    const decisions = [
      { kind: 'keep', bookingId: one.id },
      { kind: 'cancel', bookingId: other.id },
    ];
    const body = { id: newId(), reason: '线路检修', decisions };
    await as('village-officer', 'POST', `/service-points/${pointId}/closing-decisions`, body);
    expect(await read()).toEqual({ items: [], reason: null });
    expect(await Promise.all([one, other].map(brokenBy))).toEqual([null, null]);
    expect(await day()).toMatchObject({ outside: 0, toRing: 2 });
  });

  it('presses the unit’s own people until all is decided, and nobody else', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const other = await here.service({ limitPerPerson: 9 });
    const [one, two] = [
      await here.booked(id, '2026-12-08', '9:00'),
      await here.booked(id, '2026-12-08', '9:30', { phone: '13800000002' }),
    ];
    const elsewhere = await here.booked(other.id, '2026-12-08', '9:00', { phone: '13800000003' });
    const waiting = async (person: string) =>
      (await as(person, 'GET', '/waiting-items')).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'bookings-to-decide',
      );
    const counts = async (person: string) => (await as(person, 'GET', '/bookings-outside')).body.items;
    const close = async (point: string) => {
      const { version } = await here.map.view(point);
      const closure = { id: newId(), onVersion: version, from: '2026-12-08', to: '2026-12-08', reason: '线路检修' };
      expect((await as('village-officer', 'POST', `/service-points/${point}/closures`, closure)).status).toBe(201);
    };
    const decide = (point: string, bookingIds: string[]) => {
      const decisions = bookingIds.map((bookingId) => ({ kind: 'cancel', bookingId }));
      const body = { id: newId(), reason: '线路检修', decisions };
      return as('village-officer', 'POST', `/service-points/${point}/closing-decisions`, body);
    };
    expect(await waiting('village-officer')).toEqual([]);
    await close(pointId);
    const words = (count: number) => `${count} 个预约约在不办理的时间，请决定怎么办`;
    const link = `/pages/appointments/closing/index?point=${pointId}`;
    expect(await waiting('village-officer')).toMatchObject([{ count: 2, words: words(2), link }]);
    expect(await counts('village-officer')).toEqual([{ pointId, count: 2 }]);
    // The township's lead may decide as well, and sees the number; asked first is whose point it is.
    expect(await waiting('unit-lead')).toEqual([]);
    expect(await counts('unit-lead')).toContainEqual({ pointId, count: 2 });
    for (const person of ['second-village-officer', 'other-township-officer', 'supervisor', 'administrator'])
      expect([await waiting(person), await counts(person)]).toEqual([[], []]);
    await close(other.pointId);
    const manage = '/pages/appointments/manage/index';
    expect(await waiting('village-officer')).toMatchObject([{ count: 3, words: words(3), link: manage }]);
    await decide(other.pointId, [elsewhere.id]);
    await decide(pointId, [one.id]);
    expect(await waiting('village-officer')).toMatchObject([{ count: 1, link }]);
    await decide(pointId, [two.id]);
    expect([await waiting('village-officer'), await counts('village-officer')]).toEqual([[], []]);
  });

  it('reminds nobody the day before of a time that is closed', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const resident = await here.map.token('resident');
    const open = await here.booked(id, '2026-12-03', '9:00', {}, resident);
    const closed = await here.booked(id, '2026-12-04', '9:00', {}, resident);
    const { version } = await here.map.view(pointId);
    const closure = { id: newId(), onVersion: version, from: '2026-12-04', to: '2026-12-04', reason: '线路检修' };
    await as('village-officer', 'POST', `/service-points/${pointId}/closures`, closure);
    const remindedOn = async (day: string) => {
      here.map.at(day, '10:00');
      await here.map.reminded.tick();
      const inbox = await here.map.reminded.inbox('resident');
      const links = inbox.filter(({ words, stands }) => stands && words.startsWith('明天')).map(({ link }) => link);
      return [open.id, closed.id].filter((one) => links.some((link) => link.endsWith(one)));
    };
    expect(await remindedOn('2026-12-02')).toEqual([open.id]);
    expect(await remindedOn('2026-12-03')).toEqual([]);
  });

  it('moves nobody into the days that are to be closed', async () => {
    const { id, pointId } = await here.service();
    const one = await here.booked(id, '2026-12-01', '9:00');
    const decisions = [{ kind: 'move', bookingId: one.id, day: '2026-12-02', minute: minuteOf('9:00') }];
    const closed = { from: '2026-12-01', to: '2026-12-02' };
    const body = { id: newId(), reason: '检修', closed, decisions };
    const { status, body: said } = await as(
      'village-officer',
      'POST',
      `/service-points/${pointId}/closing-decisions`,
      body,
    );
    expect([status, said.message]).toEqual([400, '12月2日 周三 也要停办，请改到别的日子']);
  });

  it('is told to one person for each of their bookings, and to the colleague of whoever has no phone', async () => {
    const { id, pointId } = await here.service({ limitPerPerson: 9 });
    const resident = await here.map.token('resident');
    const [one, other] = [
      await here.booked(id, '2026-12-07', '9:00', {}, resident),
      await here.booked(id, '2026-12-07', '9:30', {}, resident),
    ];
    const forSomebody = { id: newId(), serviceId: id, day: '2026-12-07', minute: minuteOf('10:00') };
    const made = { ...forSomebody, via: 'village-staff', name: '陈大爷', phone: null };
    expect((await as('second-village-officer', 'POST', '/staff-bookings', made)).status).toBe(201);
    const decisions = [one.id, other.id, made.id].map((bookingId) => ({ kind: 'cancel', bookingId }));
    const body = { id: newId(), reason: '检修', decisions };
    await as('village-officer', 'POST', `/service-points/${pointId}/closing-decisions`, body);
    await here.map.reminded.tick();
    const links = async (person: string) =>
      (await here.map.reminded.inbox(person))
        .map(({ link }) => link)
        .filter((link) => link.startsWith('/pages/appointments/'));
    expect(await links('resident')).toEqual(
      expect.arrayContaining([one.id, other.id].map((of) => `/pages/appointments/booking/index?id=${of}`)),
    );
    expect(await links('second-village-officer')).toEqual([`/pages/appointments/staff-booking/index?id=${made.id}`]);
    expect((await here.ask('GET', `/bookings/${one.id}`, undefined, await here.map.token('resident'))).status).toBe(
      200,
    );
    expect((await here.ask('GET', `/bookings/${one.id}`)).status).toBe(404);
  });

  it('offers the reason that was written for all of them, and none where there are two or nobody wrote one', async () => {
    const { id, pointId, ...settings } = await here.service({ limitPerPerson: 9 });
    for (const [day, phone] of [
      ['2026-12-01', '13800000002'],
      ['2026-12-02', '13800000003'],
      ['2026-12-04', '13800000004'],
    ] as const)
      await here.booked(id, day, '9:00', { phone });
    const reason = async () =>
      (await as('village-officer', 'GET', `/service-points/${pointId}/bookings-outside`)).body.reason;
    const close = async (day: string, why: string) => {
      const { version } = await here.map.view(pointId);
      const closure = { id: newId(), onVersion: version, from: day, to: day, reason: why };
      expect((await as('village-officer', 'POST', `/service-points/${pointId}/closures`, closure)).status).toBe(201);
    };
    await close('2026-12-01', '线路检修');
    expect(await reason()).toBe('线路检修');
    await close('2026-12-02', '消防演练');
    expect(await reason()).toBeNull();

    const other = await here.service({ limitPerPerson: 9 });
    await here.booked(other.id, '2026-12-07', '9:00', { phone: '13800000005' });
    const { id: otherId, pointId: otherPoint, ...rest } = other;
    const week = settings.week.map((spans, at) => (at === MONDAY ? [] : spans));
    const change = { ...rest, week, id: newId(), onVersion: 1 };
    expect((await as('village-officer', 'POST', `/bookable-services/${otherId}/changes`, change)).status).toBe(201);
    const left = (await as('village-officer', 'GET', `/service-points/${otherPoint}/bookings-outside`)).body;
    expect([left.items.length, left.reason]).toEqual([1, null]);
  });
});
