import type { BookingState } from '@county/shared/appointments/booking';
import { BOOKING_STATE_LABELS } from '@county/shared/appointments/booking-words';
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
