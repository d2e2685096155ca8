import type { Day } from '../calendar/day.ts';
import type { BookingState, BookingVia } from './booking.ts';
import { instantOfSlot } from './booking-rules.ts';

/** Whoever comes later than this after the time booked stands in the row of those who just came. */
export const LATE_MINUTES = 10;

const MINUTE = 60_000;

interface Waiting {
  readonly id: string;
  readonly via: BookingVia;
  readonly day: Day;
  readonly minute: number;
  readonly arrivedAt: string | null;
}

/** The instant by which people are called: of the time booked, or of coming for those without one or too late. */
export function turnOf({ via, day, minute, arrivedAt }: Waiting): string {
  const time = instantOfSlot({ day, minute });
  const came = arrivedAt ?? time;
  const isLate = Date.parse(came) > Date.parse(time) + LATE_MINUTES * MINUTE;
  return via === 'walk-in' || isLate ? came : time;
}

/** Those who wait, whose turn comes first in front. */
export function inTurn<One extends Waiting>(waiting: readonly One[]): One[] {
  const key = (one: One) => `${turnOf(one)} ${one.arrivedAt ?? ''} ${one.id}`;
  return [...waiting].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** What whoever comes now waits, by what those in front need and how many are served at once; null while none is. */
export function waitingMinutes(people: readonly { state: BookingState; minutes: number }[]): number | null {
  const serving = people.filter(({ state }) => state === 'serving' || state === 'called').length;
  if (!serving) return null;
  const ahead = people.filter(({ state }) => state === 'arrived').reduce((sum, { minutes }) => sum + minutes, 0);
  return Math.ceil(ahead / serving);
}
