import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  atHour,
  Day,
  daysBetween,
  lastDayOfMonth,
  shanghaiDay,
  shanghaiTime,
  startOfDay,
  weekday,
} from './day.ts';

describe('a day of the county', () => {
  it.each([
    ['2026-12-17', 0, '2026-12-16T16:00:00.000Z'],
    ['2026-12-17', 9, '2026-12-17T01:00:00.000Z'],
    ['2026-12-31', 21, '2026-12-31T13:00:00.000Z'],
  ])('%s at %i o’clock in Shanghai is %s', (day, hour, instant) => expect(atHour(day, hour)).toBe(instant));

  it.each(['2022-02-29', '2022-13-01', '2022-6-30', '20220630', '2022-06-30T00:00:00Z'])('is not %s', (text) =>
    expect(Day.safeParse(text).success).toBe(false),
  );

  it('ends at midnight in Shanghai, so what is due on a day is not overdue on it', () => {
    const due = '2026-03-31';
    expect(shanghaiDay('2026-03-31T15:59:59.999Z') > due).toBe(false);
    expect(shanghaiDay(startOfDay('2026-04-01')) > due).toBe(true);
  });

  it('begins with the New Year eight hours before UTC writes it', () => {
    expect(shanghaiDay('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
    expect(shanghaiTime('2026-12-31T16:05:00.000Z')).toBe('00:05');
  });

  it.each([
    [2022, 6, '2022-06-30'],
    [2022, 12, '2022-12-31'],
    [2023, 2, '2023-02-28'],
    [2024, 2, '2024-02-29'],
    [2100, 2, '2100-02-28'],
  ])('closes month %i-%i on %s', (year, month, last) => expect(lastDayOfMonth(year, month)).toBe(last));

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2022-12-31', 1, '2023-01-01'],
    ['2022-01-01', -1, '2021-12-31'],
  ])('%s moved by %i days is %s, and as far apart', (day, count, moved) => {
    expect(addDays(day, count)).toBe(moved);
    expect(daysBetween(day, moved)).toBe(count);
  });

  it('has the weekday of the wall calendar', () => {
    expect(weekday('2022-12-31')).toBe(6);
    expect(weekday('2023-01-01')).toBe(0);
  });
});
