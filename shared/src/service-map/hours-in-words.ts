import { addDays, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { seasonInWords, spansInWords, WEEKDAY_NAMES } from './clock-span.ts';
import { hoursOn, mondayOf, type DayHours } from './opening-days.ts';
import type { OpeningException, OpeningHours, OpeningSeason } from './opening-hours.ts';
import { dateWithin, HOURS_UNKNOWN_WORDS, weekdayName } from './opening-words.ts';

/** A row of the week's table on a point's page. */
export interface WeekdayHours {
  readonly day: Day;
  /** 周一. */
  readonly name: string;
  /** 11月30日. */
  readonly date: string;
  /** `8:30–12:00，14:30–17:30`, 不开. */
  readonly words: string;
  /** Why this day is not as others of its name: 国庆节放假, 调休上班, 线路检修. */
  readonly note: string | null;
  readonly isToday: boolean;
  readonly isOpen: boolean;
  /** The year has no holiday notice yet: PROVISIONAL_WORDS belong beneath the table. */
  readonly provisional: boolean;
}

/** The week in which today lies, Monday first, as it is kept in fact. */
export function hoursOfWeek(hours: OpeningHours, calendar: WorkingCalendar, today: Day): WeekdayHours[] {
  const monday = mondayOf(today);
  return WEEKDAY_NAMES.map((name, at) => {
    const day = addDays(monday, at);
    const kept = hoursOn(hours, calendar, day);
    return {
      day,
      name,
      date: dateWithin(day, today),
      words: spansInWords(kept.spans),
      note: noteOf(kept),
      isToday: day === today,
      isOpen: kept.spans.length > 0,
      provisional: kept.provisional,
    };
  });
}

function noteOf({ rule, why, spans }: DayHours): string | null {
  switch (rule) {
    case 'exception':
      return why;
    case 'holiday':
      return spans.length > 0 ? `${why ?? '节假日'}值班` : why ? `${why}放假` : '节假日休息';
    case 'worked-weekend':
      return '调休上班';
    case 'week':
      return null;
  }
}

/** All that holds the year round, for paper and tables: `周一至周五 8:30–12:00，14:30–17:30；节假日休息`. */
export function hoursInWords(hours: OpeningHours | null): string {
  return hoursInLines(hours).join('；');
}

/** The same with each season, and the holidays, on a line of its own. */
export function hoursInLines(hours: OpeningHours | null): string[] {
  if (!hours) return [HOURS_UNKNOWN_WORDS];
  const seasons = [...hours.seasons]
    .sort((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))
    .map(({ from, to, week }) => `${from && to ? `${seasonInWords({ from, to })} ` : ''}${weekInWords(week)}`);
  return [...seasons, holidaysInWords(hours)];
}

function holidaysInWords({ calendar, holidays }: OpeningHours): string {
  if (calendar === 'every-week') return '节假日照常';
  return holidays.length > 0 ? `节假日值班 ${spansInWords(holidays)}` : '节假日休息';
}

/** Days with the same hours together: `周一至周四 8:30–12:00，周五、周六 9:00–11:00`. */
function weekInWords(week: OpeningSeason['week']): string {
  const daysOf = new Map<string, number[]>();
  week.forEach((spans, day) => {
    if (spans.length > 0) daysOf.set(spansInWords(spans), [...(daysOf.get(spansInWords(spans)) ?? []), day]);
  });
  if (daysOf.size === 0) return '不开';
  return [...daysOf].map(([words, days]) => `${daysInWords(days)} ${words}`).join('，');
}

function daysInWords(days: readonly number[]): string {
  if (days.length === 7) return '每天';
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map(runInWords).join('、');
}

function runInWords(run: readonly number[]): string {
  const names = run.map((day) => WEEKDAY_NAMES[day] ?? '');
  return names.length > 2 ? `${names[0]}至${names[names.length - 1]}` : names.join('、');
}

/** Coming changes of some days, the nearest first: `12月3日（周四）不开：线路检修`. */
export function exceptionsInWords({ exceptions }: Pick<OpeningHours, 'exceptions'>, today: Day): string[] {
  return exceptions
    .filter(({ to }) => to >= today)
    .sort((one, other) => one.from.localeCompare(other.from))
    .map((exception) => `${daysOfException(exception, today)} ${spansInWords(exception.spans)}：${exception.reason}`);
}

function daysOfException({ from, to }: OpeningException, today: Day): string {
  const first = dateWithin(from, today);
  return from === to ? `${first}（${weekdayName(from)}）` : `${first}至${dateWithin(to, today)}`;
}
