import * as z from '../zod.ts';
import { addDays, Day, weekday } from './day.ts';

/** One exception to the plain week, from the State Council's yearly notice: a day off, or a weekend day worked (调休). */
export const CalendarDay = z
  .object({
    date: Day,
    kind: z.enum(['holiday', 'workday']),
    name: z.string().max(40),
    /** The notice it comes from. */
    source: z.string().max(200),
    /** The year that notice is for: New Year's may begin in the December before. */
    noticeYear: z.int(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof CalendarDay>;

/** What working days are reckoned by: the exceptions, and the years whose notice is known (rules T2). */
export interface WorkingCalendar {
  readonly exceptions: ReadonlyMap<Day, CalendarDay['kind']>;
  readonly knownYears: ReadonlySet<number>;
  /** What the notice calls an exception: 国庆节, 春节调休. */
  readonly names?: ReadonlyMap<Day, string>;
}

/** A reckoned day; provisional when a year without a notice was touched (rules T3). */
export interface Reckoned {
  day: Day;
  provisional: boolean;
}

export const PROVISIONAL_WORDS = '暂按双休计算，待放假通知';

/** A day that does not say whose notice it is by is by its own year's. */
type Exception = Pick<CalendarDay, 'date' | 'kind'> & Partial<Pick<CalendarDay, 'noticeYear' | 'name'>>;

export function workingCalendar(days: readonly Exception[]): WorkingCalendar {
  return {
    exceptions: new Map(days.map(({ date, kind }) => [date, kind])),
    knownYears: new Set(days.map(({ date, noticeYear }) => noticeYear ?? yearOf(date))),
    names: new Map(days.flatMap(({ date, name }) => (name ? [[date, name]] : []))),
  };
}

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const exception = calendar.exceptions.get(day);
  if (exception) return exception === 'workday';
  const dayOfWeek = weekday(day);
  return dayOfWeek !== 0 && dayOfWeek !== 6;
}

/**
 * The day `count` working days after `start`; before it when negative.
 * The start day itself does not count (民法典 201, rules T4).
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Day, count: number): Reckoned {
  const step = count < 0 ? -1 : 1;
  let day = start;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  const [before, last] = step > 0 ? [start, day] : [addDays(day, -1), addDays(start, -1)];
  return { day, provisional: isProvisionalBetween(calendar, before, last) };
}

/** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** Whether days reckoned with after `from` up to `to` lie in a year without a notice (rules T3). */
export function isProvisionalBetween(calendar: WorkingCalendar, from: Day, to: Day): boolean {
  if (to <= from) return false;
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year += 1)
    if (!calendar.knownYears.has(year)) return true;
  return false;
}

/** The day itself when it is worked, else the last working day before it (rules T5: reminders, never due dates). */
export function workingDayOnOrBefore(calendar: WorkingCalendar, day: Day): Reckoned {
  let found = day;
  while (!isWorkingDay(calendar, found)) found = addDays(found, -1);
  // A day off in a year without a notice was only guessed to be one, even when the day found lies in a known year.
  const provisional = [day, found].some((touched) => !calendar.knownYears.has(yearOf(touched)));
  return { day: found, provisional };
}

/** The day itself when it is worked, else the next working day: where a period's last day falls on rest (民法典 203). */
export function workingDayOnOrAfter(calendar: WorkingCalendar, day: Day): Reckoned {
  let found = day;
  while (!isWorkingDay(calendar, found)) found = addDays(found, 1);
  const provisional = [day, found].some((touched) => !calendar.knownYears.has(yearOf(touched)));
  return { day: found, provisional };
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
