import { allowed, refused, type Verdict } from '../verdict.ts';
import { dateInWords, dayInWords, weekday, type Day } from './day.ts';
import type { NoticeDay } from './calendar-year.ts';
import { yearOf, type WorkingCalendar } from './working-days.ts';

/** Administrators are warned of a missing notice from this day of the year before (rules T3). */
const WARNED_FROM = '11-15';
/** New Year's days off, and what is worked for them, begin in the last week of December at the earliest. */
const NEW_YEAR_FROM = '12-24';

/** Notices come late in the year before; a year further off has none. */
export function canKeepYear(year: number, today: Day): Verdict {
  const last = yearOf(today) + 1;
  return year <= last ? allowed : refused('wrong-state', `${year} 年的放假安排还没有公布，现在最多录入到 ${last} 年`);
}

/** The year whose notice should be in by now and is not; null when none is missing. */
export function missingNoticeYear({ knownYears }: Pick<WorkingCalendar, 'knownYears'>, today: Day): number | null {
  const year = yearOf(today);
  if (!knownYears.has(year)) return year;
  return today.slice(5) >= WARNED_FROM && !knownYears.has(year + 1) ? year + 1 : null;
}

/** On which days of the year before administrators are reminded of a missing notice, beside the warning on their page. */
const REMINDED_FROM = [WARNED_FROM, '12-01', '12-15', '12-25'] as const;

/** Names the latest of those days that has come, for the year whose notice is missing on `today`; null when none is. */
export function missingNoticeStep(calendar: Pick<WorkingCalendar, 'knownYears'>, today: Day): string | null {
  const year = missingNoticeYear(calendar, today);
  if (year === null) return null;
  const step =
    year > yearOf(today) ? [...REMINDED_FROM].reverse().find((from) => today.slice(5) >= from)! : today.slice(0, 7);
  return `${year}:${step}`;
}

/** Why a day cannot stand in a year's notice; undefined when it can. */
export function faultOf({ date, kind }: Pick<NoticeDay, 'date' | 'kind'>, noticeYear: number): string | undefined {
  const isNewYear = yearOf(date) === noticeYear - 1 && date.slice(5) >= NEW_YEAR_FROM;
  if (yearOf(date) !== noticeYear && !isNewYear) return `${dateInWords(date)}不在 ${noticeYear} 年`;
  if (kind === 'workday' && !isWeekend(date)) return `${dayInWords(date)}本来就上班，不必写`;
  return undefined;
}

export function isWeekend(day: Day): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

/** The line in the history of a case whose last day a notice has moved. */
export function movedInWords(limit: string, { from, to }: { from: Day; to: Day }, source: string): string {
  return `根据${source}，${limit}由${dateInWords(from)}改为${dateInWords(to)}`;
}

/** What single days become, in order of the days: for a person to compare before entering. */
export function differences(before: readonly NoticeDay[], after: readonly NoticeDay[]): DayDifference[] {
  const was = new Map(before.map((day) => [day.date, day.kind]));
  const is = new Map(after.map((day) => [day.date, day.kind]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((date) => ({ date, from: was.get(date) ?? null, to: is.get(date) ?? null }))
    .filter(({ from, to }) => from !== to);
}

/** Null stands for a plain day of the week. */
interface DayDifference {
  date: Day;
  from: NoticeDay['kind'] | null;
  to: NoticeDay['kind'] | null;
}
