import { getBookingCalendarEntry } from '@county/shared/appointments/appointment-routes';
import type { BookingView } from '@county/shared/appointments/booking';
import { instantOfSlot } from '@county/shared/appointments/booking-rules';
import { codeInWords } from '@county/shared/people/receipt-code';
import { download } from '../../../api/call';
import { ToCalendar } from '../../../components/to-calendar';

/** The booking in the phone's own calendar. */
export function BookingToCalendar({ booking }: { booking: BookingView }) {
  const { id, key, code } = booking;
  const request = { params: { bookingId: id }, query: { key } };
  return (
    <ToCalendar
      entry={entryOf(booking)}
      fetchFile={() => download(getBookingCalendarEntry, request, `预约${code}.ics`)}
    />
  );
}

function entryOf({ serviceName, pointName, address, code, day, minute, minutes }: BookingView) {
  const from = instantOfSlot({ day, minute });
  return {
    title: `${serviceName}（${pointName}）`,
    place: address,
    words: `预约号 ${codeInWords(code)}`,
    from,
    to: new Date(Date.parse(from) + minutes * 60_000).toISOString(),
  };
}
