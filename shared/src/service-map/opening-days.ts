import { addDays, weekday, type Day } from '../calendar/day.ts';
import { yearOf, type WorkingCalendar } from '../calendar/working-days.ts';
import { inOrder, isWithin, minutesOfSpan } from './clock-span.ts';
import type { DaySpans, OpeningException, OpeningHours, OpeningSeason } from './opening-hours.ts';

/** What decides the hours of one day. */
export type DayRule = 'week' | 'worked-weekend' | 'holiday' | 'exception';

/** One day's hours. What begins on it is its own, also past midnight. */
export interface DayHours {
  readonly day: Day;
  readonly spans: DaySpans;
  readonly rule: DayRule;
  /** The exception's reason, or the holiday's name where the calendar tells it. */
  readonly why: string | null;
  /** The day's year has no holiday notice yet, and the hours follow the calendar (rules T3). */
  readonly provisional: boolean;
}

/** A stretch of time from one instant to another, in milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;

/** What holds on a day: an exception before a holiday, a holiday before the week. */
export function hoursOn(hours: OpeningHours, calendar: WorkingCalendar, day: Day): DayHours {
  const exception = changeOn(hours.exceptions, day);
  if (exception) return { day, spans: exception.spans, rule: 'exception', why: exception.reason, provisional: false };
  const week = weekOn(hours, day);
  const own = week[indexOf(day)] ?? [];
  if (hours.calendar === 'every-week') return { day, spans: own, rule: 'week', why: null, provisional: false };
  const provisional = !calendar.knownYears.has(yearOf(day));
  const kind = calendar.exceptions.get(day);
  const why = calendar.names?.get(day) ?? null;
  if (kind === 'holiday') return { day, spans: hours.holidays, rule: 'holiday', why, provisional };
  if (kind === 'workday' && !isWeekday(day))
    return { day, spans: onWorkedWeekend(week, own), rule: 'worked-weekend', why, provisional };
  return { day, spans: own, rule: 'week', why: null, provisional };
}

/** The instant at which a Shanghai day begins, in milliseconds. */
export function midnightOf(day: Day): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** A day's spans as stretches of time, in order. */
export function stretchesOf({ day, spans }: DayHours): Stretch[] {
  const start = midnightOf(day);
  return inOrder(spans)
    .map(minutesOfSpan)
    .map(({ from, to }) => ({ from: start + from * MINUTE, to: start + to * MINUTE }));
}

/** The day's place in a week that begins on Monday. */
export function indexOf(day: Day): number {
  return (weekday(day) + 6) % 7;
}

/** Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -indexOf(day));
}

function isWeekday(day: Day): boolean {
  return indexOf(day) < 5;
}

/** A closure is put behind what was written before and takes its place: the last one written holds. */
export function changeOn<Change extends Pick<OpeningException, 'from' | 'to'>>(
  changes: readonly Change[],
  day: Day,
): Change | undefined {
  for (let at = changes.length - 1; at >= 0; at -= 1) {
    const change = changes[at];
    if (change && change.from <= day && day <= change.to) return change;
  }
  return undefined;
}

function weekOn({ seasons }: OpeningHours, day: Day): OpeningSeason['week'] {
  const monthDay = day.slice(5);
  const season =
    seasons.find(({ from, to }) => from !== null && to !== null && isWithin({ from, to }, monthDay)) ??
    seasons.find(({ from }) => from === null);
  return season?.week ?? [];
}

/**
 * A weekend day that is worked (调休) is kept as a working day. Its own hours hold if the week gives it any; else those
 * of Friday, by an office that opens from Monday to Friday. Who opens on some days only (逢周二、周四) works no
 * make-up day for them: sent there for nothing, one loses a morning.
 */
function onWorkedWeekend(week: OpeningSeason['week'], own: DaySpans): DaySpans {
  if (own.length > 0) return own;
  const weekdays = week.slice(0, 5);
  return weekdays.every((spans) => spans.length > 0) ? (weekdays[4] ?? []) : [];
}
