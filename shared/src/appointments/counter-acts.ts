import type { Day } from '../calendar/day.ts';
import { shanghaiDay, shanghaiTime } from '../calendar/day.ts';
import { minutesOf } from '../service-map/clock-span.ts';
import type { BookingState } from './booking.ts';
import { canStepAt } from './booking-rules.ts';
import type { StaffBookingView } from './staff-booking.ts';

/** Somebody of the day as the counter deals with them. */
export type CounterPerson = Pick<
  StaffBookingView,
  'id' | 'state' | 'via' | 'day' | 'minute' | 'minutes' | 'name' | 'code' | 'serviceName'
> &
  Pick<StaffBookingView, 'phone' | 'toBeRungAbout' | 'arrivedAt'>;

type Step = Exclude<BookingState, 'held' | 'booked' | 'cancelled'>;

/** What was done at the counter and has not reached the server yet. */
export type CounterAct =
  | { kind: 'step'; bookingId: string; to: Step; happenedAt: string }
  | { kind: 'walk-in'; id: string; serviceName: string; happenedAt: string };

/**
 * A day's people as they stand after what was done without a signal, in the order in which it was done. What the
 * server knows better by now, from another counter, is left as it is.
 */
export function afterActs(people: readonly CounterPerson[], acts: readonly CounterAct[], day: Day): CounterPerson[] {
  const after = new Map(people.map((one) => [one.id, one]));
  for (const act of acts) {
    if (shanghaiDay(act.happenedAt) !== day) continue;
    if (act.kind === 'walk-in') {
      if (!after.has(act.id)) after.set(act.id, walkIn(act, day));
      continue;
    }
    const one = after.get(act.bookingId);
    if (!one || !canStepAt(one, act.to, act.happenedAt).allowed) continue;
    const arrivedAt = act.to === 'arrived' ? act.happenedAt : one.arrivedAt;
    after.set(one.id, { ...one, state: act.to, arrivedAt });
  }
  return [...after.values()];
}

const ORDER: readonly BookingState[] = ['booked', 'arrived', 'called', 'serving', 'done'];

/** Whether a step that the server refused had been taken before, there or at another counter: nothing to be put right. */
export function isTakenAlready({ state }: Pick<CounterPerson, 'state'>, to: Step): boolean {
  return state === to || (ORDER.includes(to) && ORDER.indexOf(state) > ORDER.indexOf(to));
}

function walkIn({ id, serviceName, happenedAt }: Extract<CounterAct, { kind: 'walk-in' }>, day: Day): CounterPerson {
  return {
    id,
    day,
    serviceName,
    minute: minutesOf(shanghaiTime(happenedAt)),
    minutes: 0,
    state: 'arrived',
    via: 'walk-in',
    name: null,
    code: '',
    phone: null,
    toBeRungAbout: null,
    arrivedAt: happenedAt,
  };
}
