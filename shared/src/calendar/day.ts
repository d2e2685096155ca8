import * as z from '../zod.ts';

/** A calendar day as the county writes it, `2026-06-30`; always a day in Shanghai. */
export const Day = z.iso.date({ abort: true });
export type Day = z.infer<typeof Day>;

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';

/** Whether a day lies where plans can lie: a year typed wrong (0026, 9999) must not reach the calendar's arithmetic. */
export function isPlannable(day: Day): boolean {
  return day.length === 10 && day >= FIRST_DAY && day <= LAST_DAY;
}

/** A day as a person gives it; every day that comes in is one of these. */
export const GivenDay = Day.refine(isPlannable, '日期应在 2000 年到 2100 年之间，请检查年份');

const SHANGHAI_OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;
/** What the first of January 1970 was. */
const THURSDAY = 4;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** The Shanghai day on which an instant falls (rules T1). */
export function shanghaiDay(instant: string): Day {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/** Shanghai wall-clock time of an instant, `14:05`. */
export function shanghaiTime(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET).toISOString().slice(11, 16);
}

/** The first instant of a Shanghai day, UTC. */
export function startOfDay(day: Day): string {
  return new Date(Date.parse(day) - SHANGHAI_OFFSET).toISOString();
}

/** The instant at which an hour of a Shanghai day begins, UTC. */
export function atHour(day: Day, hour: number): string {
  return new Date(Date.parse(startOfDay(day)) + hour * 3_600_000).toISOString();
}

/** `2026-12` after `2026-11`, or so many months on. */
export const monthAfter = (month: string, count: number): string => addMonths(`${month}-01`, count).slice(0, 7);

/** `2026年12月`. */
export const monthInWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** The first instant of a Shanghai month, `2026-11`, and of the next one, UTC. */
export function monthBounds(month: string): [from: string, before: string] {
  return [startOfDay(`${month}-01`), startOfDay(`${monthAfter(month, 1)}-01`)];
}

/** Days since 1970 of the days that were met, and back: who counts working days meets the same ones over and over. */
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

function numberOf(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Math.floor(Date.parse(day) / DAY);
    if (isPlannable(day)) numbers.set(day, number);
  }
  return number;
}

function dayOf(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY).toISOString().slice(0, 10);
  if (isPlannable(day)) days.set(number, day);
  return day;
}

export function addDays(day: Day, count: number): Day {
  return dayOf(numberOf(day) + count);
}

/** Calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): number {
  return (((numberOf(day) + THURSDAY) % 7) + 7) % 7;
}

export function lastDayOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The same day `count` months on; a month's last day stays its last day. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = lastDayOfMonth(target.getUTCFullYear(), target.getUTCMonth() + 1);
  const wasLast = day === lastDayOfMonth(year, month);
  return wasLast || date > Number(last.slice(8)) ? last : `${last.slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/** `2026年11月30日`, as a document is dated. */
export function dateInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `11月30日 周一`, with the year in front when it is not the year of `today`. */
export function dayInWords(day: Day, today?: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  const prefix = today && today.slice(0, 4) === day.slice(0, 4) ? '' : `${year}年`;
  return `${prefix}${month}月${date}日 ${WEEKDAYS[weekday(day)]}`;
}

/** `11月30日 周一（还有 3 天）`: a day by which something is due, as it is read on `today`. */
export function dueDayInWords(day: Day, today: Day): string {
  const left = daysBetween(today, day);
  const standing = left === 0 ? '就是今天' : left > 0 ? `还有 ${left} 天` : `已过 ${-left} 天`;
  return `${dayInWords(day, today)}（${standing}）`;
}
