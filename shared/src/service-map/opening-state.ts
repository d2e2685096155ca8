import { addDays, shanghaiDay, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { hoursOn, midnightOf, stretchesOf, type DayHours, type Stretch } from './opening-days.ts';
import type { OpeningHours } from './opening-hours.ts';

/** Why it is closed: within the day's hours (午休, another break), before or after them, or for the whole day. */
export type ClosedReason = 'lunch' | 'break' | 'before' | 'after' | 'day-off' | 'holiday' | 'exception';

/** Whether it is open at an instant, and what comes next; instants in UTC. */
export type OpeningState =
  | { kind: 'unknown' }
  /** `opensAgainAt`: later on the same day, after a break. */
  | { kind: 'open'; closesAt: string; opensAgainAt: string | null; isLunchNext: boolean; provisional: boolean }
  /** No closing within a week. */
  | { kind: 'round-the-clock'; provisional: boolean }
  /** `opensAt` is null where nothing is written that opens it within a year. */
  | {
      kind: 'closed';
      reason: ClosedReason;
      /** The exception's reason or the holiday's name, where one closes it today. */
      why: string | null;
      opensAt: string | null;
      provisional: boolean;
    };

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** A closure of some months still ends with the day on which it opens again. */
const DAYS_LOOKED_AHEAD = 366;

/** The one rule of "open now", for the map, lists, pages, paper and bookings alike. */
export function openingAt(hours: OpeningHours | null, calendar: WorkingCalendar, at: string): OpeningState {
  if (!hours) return { kind: 'unknown' };
  const now = Date.parse(at);
  const today = shanghaiDay(at);
  const todays = hoursOn(hours, calendar, today);
  const next = stretchAfter(hours, calendar, today, now);
  if (!next || next.from > now) return closedState(todays, now, next);
  const { provisional } = next;
  if (next.to - now > WEEK) return { kind: 'round-the-clock', provisional };
  const again = stretchesOf(todays).find(({ from }) => from > next.to);
  return {
    kind: 'open',
    closesAt: instantOf(next.to),
    opensAgainAt: again ? instantOf(again.from) : null,
    isLunchNext: again !== undefined && isLunch(today, next.to, again.from),
    provisional,
  };
}

/** Hours that are unknown are not open. */
export function isOpenAt(hours: OpeningHours | null, calendar: WorkingCalendar, at: string): boolean {
  const { kind } = openingAt(hours, calendar, at);
  return kind === 'open' || kind === 'round-the-clock';
}

function closedState(todays: DayHours, now: number, next: FoundStretch | null): OpeningState {
  return {
    kind: 'closed',
    reason: reasonFor(todays, now),
    why: todays.spans.length === 0 ? todays.why : null,
    opensAt: next ? instantOf(next.from) : null,
    provisional: todays.provisional || (next?.provisional ?? false),
  };
}

function reasonFor(todays: DayHours, now: number): ClosedReason {
  const spans = stretchesOf(todays);
  const next = spans.find(({ from }) => from > now);
  const passed = spans.filter(({ to }) => to <= now);
  const last = passed[passed.length - 1];
  if (last && next) return isLunch(todays.day, last.to, next.from) ? 'lunch' : 'break';
  if (next) return 'before';
  if (last) return 'after';
  return todays.rule === 'holiday' || todays.rule === 'exception' ? todays.rule : 'day-off';
}

/** A gap that begins about noon and is over in the afternoon. */
function isLunch(day: Day, closes: number, opens: number): boolean {
  const midnight = midnightOf(day);
  return closes - midnight >= 11 * HOUR && closes - midnight <= 14 * HOUR && opens - midnight <= 16 * HOUR;
}

/** Provisional when a day by which it was found lies in a year without a notice. */
interface FoundStretch extends Stretch {
  readonly provisional: boolean;
}

/**
 * The first stretch of opening that ends after an instant of `today`; touching spans are one, also over midnight.
 * It begins with yesterday, whose hours may reach into today.
 */
function stretchAfter(
  hours: OpeningHours,
  calendar: WorkingCalendar,
  today: Day,
  instant: number,
): FoundStretch | null {
  let found: Stretch | undefined;
  let provisional = false;
  for (let ahead = -1; ahead <= DAYS_LOOKED_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const isSettled = found && (found.to < midnightOf(day) || found.to - instant > WEEK);
    if (isSettled) break;
    const dayHours = hoursOn(hours, calendar, day);
    const left = stretchesOf(dayHours).filter(({ to }) => to > instant);
    if (ahead >= 0 || left.length > 0) provisional ||= dayHours.provisional;
    found = joined(found, left);
  }
  return found ? { ...found, provisional } : null;
}

/** A stretch with those after it that touch it; the first of them when there is none yet. */
function joined(stretch: Stretch | undefined, others: readonly Stretch[]): Stretch | undefined {
  const [first, ...rest] = others;
  if (!first) return stretch;
  if (!stretch) return joined(first, rest);
  if (first.from > stretch.to) return stretch;
  return joined({ from: stretch.from, to: Math.max(stretch.to, first.to) }, rest);
}

const instantOf = (milliseconds: number) => new Date(milliseconds).toISOString();
