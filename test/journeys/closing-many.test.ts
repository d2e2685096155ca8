import { beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { BookingCounty, minuteOf } from '../support/booking-county.ts';
import { openAs, PHONE, presses, sees, setUpInBrowser, soon } from './browser.ts';

/** One more than the county decides in one go. */
const BOOKED = 201;
const DAY = '2026-11-27';
const TIMES = ['08:30', '09:00', '09:30'];
const A_TIME = 100;

describe('more people in a closed day than are decided in one go', () => {
  const at = setUpInBrowser(BookingCounty);
  let pointId: string;

  beforeAll(async () => {
    const morning = [{ from: '08:30', to: '12:00', places: A_TIME }];
    const service = await at.here.service({ week: Array.from({ length: 7 }, () => morning) });
    pointId = service.pointId;
    for (let one = 0; one < BOOKED; one += 1) {
      const { status } = await at.here.map.as('village-officer', 'POST', '/staff-bookings', {
        id: newId(),
        serviceId: service.id,
        day: DAY,
        minute: minuteOf(TIMES[Math.floor(one / A_TIME)]!),
        via: 'counter',
        name: `来办事的${one + 1}`,
        phone: null,
      });
      expect(status).toBe(201);
    }
  }, 180_000);

  const booked = async (): Promise<StaffBookingView[]> =>
    (
      await at.here.map.as(
        'village-officer',
        'GET',
        `/service-points/${pointId}/bookings?from=${DAY}&to=${DAY}&limit=200`,
      )
    ).body.items;

  it('are told in two goes, nobody is left out, and it is said how many are to follow', async () => {
    const officer = await openAs(at, '罗小满', PHONE);
    const reason = encodeURIComponent('线路检修');
    await officer.goto(
      `${at.county.url}/pages/appointments/closing/index?point=${pointId}&from=${DAY}&to=${DAY}&reason=${reason}`,
    );
    await sees(officer, '要决定的（200）');
    await presses(officer, '再看一些');
    await sees(officer, `要决定的（${BOOKED}）`);
    await presses(officer, '没选的都取消');
    await presses(officer, '先告诉前 200 位，还有 1 位');
    await sees(officer, '这样安排 200 个预约？');
    await presses(officer, '确定，告诉大家');
    await sees(officer, '已安排 200 个预约');
    await sees(officer, '要决定的（1）');
    // What was chosen for the last one stands.
    await presses(officer, '按这样安排，告诉大家');
    await presses(officer, '确定，告诉大家');
    await sees(officer, '已安排 1 个预约');
    await soon(async () => expect(await booked()).toEqual([]));
    await officer.context().close();
  });
});
