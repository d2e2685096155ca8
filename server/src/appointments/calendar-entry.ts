import type { BookingView } from '@county/shared/appointments/booking';
import { instantOfSlot } from '@county/shared/appointments/booking-rules';
import { calendarText } from '@county/shared/calendar/calendar-text';
import { codeInWords } from '@county/shared/people/receipt-code';

/** A booking as a file for the phone's own calendar, rung an hour before. */
export function calendarEntry(booking: BookingView, host: string, now: string): Buffer {
  const { id, day, minute, minutes, serviceName, pointName, windowName, address, code, materials } = booking;
  const startsAt = instantOfSlot({ day, minute });
  const bring = materials.map(({ name }) => name).join('、');
  const text = calendarText({ name: null, product: 'appointments', now }, [
    {
      uid: `${id}@${host}`,
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
      sequence: booking.steps.length,
      isCancelled: booking.state === 'cancelled',
      summary: `${serviceName}（预约）`,
      location: [pointName, windowName, address].filter(Boolean).join(' '),
      description: `预约号 ${codeInWords(code)}${bring ? `\n要带：${bring}` : ''}`,
      alarmMinutes: 60,
    },
  ]);
  return Buffer.from(text);
}
