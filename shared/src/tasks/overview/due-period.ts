import * as z from '../../zod.ts';
import { lastDayOfMonth, type Day } from '../../calendar/day.ts';

/** 时段: a year, a quarter or a month in which due days lie: `2026`, `2026-Q4`, `2026-11`. */
export const DuePeriod = z
  .string()
  .regex(/^20\d\d(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?$/)
  .meta({ id: 'DuePeriod', label: '时段' });
export type DuePeriod = z.infer<typeof DuePeriod>;

/** The first and the last day of a period. */
export function daysOfPeriod(period: DuePeriod): { first: Day; last: Day } {
  const year = Number(period.slice(0, 4));
  const part = period.slice(5);
  const [from, to] = part.startsWith('Q')
    ? [Number(part[1]) * 3 - 2, Number(part[1]) * 3]
    : part
      ? [Number(part), Number(part)]
      : [1, 12];
  return { first: `${year}-${String(from).padStart(2, '0')}-01`, last: lastDayOfMonth(year, to) };
}

/** `2026年第四季度`, `2026年11月`. */
export function periodInWords(period: DuePeriod): string {
  const part = period.slice(5);
  const year = `${period.slice(0, 4)}年`;
  if (!part) return year;
  return part.startsWith('Q') ? `${year}第${'一二三四'[Number(part[1]) - 1]}季度` : `${year}${Number(part)}月`;
}

/** The periods of a plan's year, for a list to choose from: quarters, then months. */
export function periodsOf(year: number): DuePeriod[] {
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return [...quarters, ...months];
}
