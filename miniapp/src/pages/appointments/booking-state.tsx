import type { BookingState, BookingView } from '@county/shared/appointments/booking';
import { BOOKING_STATE_LABELS, bookingStateInWords } from '@county/shared/appointments/booking-words';
import { today } from '../../platform/clock';
import type { IconName } from '../../ui/icon-name';
import { Tag, type Tone } from '../../ui/tag';

const LOOKS = {
  held: ['amber', 'clock'],
  booked: ['pine', 'calendar-check'],
  arrived: ['blue', 'user-round'],
  called: ['amber', 'bell'],
  serving: ['blue', 'clock'],
  done: ['pine', 'circle-check'],
  'no-show': ['stone', 'circle-minus'],
  cancelled: ['stone', 'circle-minus'],
} as const satisfies Record<BookingState, readonly [Tone, IconName]>;

/** How far a booking has come. */
export function BookingTag({ state }: { state: BookingState }) {
  const [tone, icon] = LOOKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {BOOKING_STATE_LABELS[state]}
    </Tag>
  );
}

/** The same for whoever made it: what is over, or was closed by the place, is no 约好了 any more. */
export function OwnBookingTag({ booking }: { booking: BookingView }) {
  const words = bookingStateInWords(booking, today());
  if (words === BOOKING_STATE_LABELS[booking.state]) return <BookingTag state={booking.state} />;
  const isOver = booking.day < today();
  return (
    <Tag tone={isOver ? 'stone' : 'cinnabar'} icon={isOver ? 'check' : 'circle-alert'}>
      {words}
    </Tag>
  );
}
