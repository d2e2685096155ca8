import { listStaffTimes } from '@county/shared/appointments/booking-desk-routes';
import type { FreeTimes } from '@county/shared/appointments/bookable-service';
import type { SlotTime } from '@county/shared/appointments/booking';
import type { StaffBookingView } from '@county/shared/appointments/staff-booking';
import { addDays, type Day } from '@county/shared/calendar/day';
import { call } from '../../../api/call';
import type { Failure } from '../../../api/failure';
import { today } from '../../../platform/clock';

const DAYS_LOOKED_AT = 21;

type Days = FreeTimes['days'];

/**
 * For each a free time: the first day that has one, and there the hour nearest to the old. Whoever shares a counter is
 * not put in the same place twice; what is taken meanwhile the server says. Those for whom there is none are left out;
 * where times could not be asked for, that is said instead.
 */
export async function nearestTimes(
  bookings: readonly StaffBookingView[],
  closed: { from: Day; to: Day } | undefined,
): Promise<{ times: Map<string, SlotTime>; failure: Failure | undefined }> {
  // Nobody is moved to today, or before the day they reckon with.
  const tomorrow = addDays(today(), 1);
  const from = closed && closed.to >= tomorrow ? addDays(closed.to, 1) : tomorrow;
  const days = new Map<string, Days>();
  for (const serviceId of new Set(bookings.map((one) => one.serviceId))) {
    const answer = await call(listStaffTimes, { params: { serviceId }, query: { from, days: DAYS_LOOKED_AT } });
    if (!answer.ok) return { times: new Map(), failure: answer.failure };
    days.set(serviceId, answer.reply.days);
  }
  return { times: givenOut(bookings, days), failure: undefined };
}

function givenOut(bookings: readonly StaffBookingView[], days: ReadonlyMap<string, Days>): Map<string, SlotTime> {
  const given: { pool: string; day: Day; minute: number; minutes: number }[] = [];
  const found = new Map<string, SlotTime>();
  for (const booking of bookings) {
    const pool = booking.windowId ?? booking.serviceId;
    const minutes = booking.minutes;
    const alike = (day: Day, minute: number) =>
      given.filter(
        (one) =>
          one.pool === pool && one.day === day && one.minute < minute + minutes && minute < one.minute + one.minutes,
      ).length;
    for (const { day, times } of days.get(booking.serviceId) ?? []) {
      if (day < booking.day) continue;
      const [nearest] = times
        .filter(({ minute, left }) => left > alike(day, minute))
        .sort((one, other) => Math.abs(one.minute - booking.minute) - Math.abs(other.minute - booking.minute));
      if (!nearest) continue;
      given.push({ pool, day, minute: nearest.minute, minutes });
      found.set(booking.id, { day, minute: nearest.minute });
      break;
    }
  }
  return found;
}
