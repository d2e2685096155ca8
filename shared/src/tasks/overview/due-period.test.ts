import { describe, expect, it } from '@jest/globals';
import { daysOfPeriod, DuePeriod, periodInWords, periodsOf } from './due-period.ts';

describe('a period in which due days lie', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31', '2026年'],
    ['2026-Q1', '2026-01-01', '2026-03-31', '2026年第一季度'],
    ['2026-Q4', '2026-10-01', '2026-12-31', '2026年第四季度'],
    ['2026-02', '2026-02-01', '2026-02-28', '2026年2月'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
  ])('%s', (period, first, last, words) => {
    expect(daysOfPeriod(period)).toEqual({ first, last });
    expect(periodInWords(period)).toBe(words);
    expect(DuePeriod.safeParse(period).success).toBe(true);
  });

  it.each(['26', '2026-13', '2026-Q5', '2026-1', '2026年', '1999'])('%s is none', (period) =>
    expect(DuePeriod.safeParse(period).success).toBe(false),
  );

  it('are the quarters and months of a year', () => {
    expect(periodsOf(2026)).toHaveLength(16);
    expect(periodsOf(2026).every((period) => DuePeriod.safeParse(period).success)).toBe(true);
  });
});
