import { describe, expect, it } from '@jest/globals';
import { calendarDays } from './calendar-days.ts';
import { addMonths, dayInWords, shanghaiDay, startOfDay } from '@county/shared/calendar/day';
import {
  addWorkingDays,
  isWorkingDay,
  workingCalendar,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '@county/shared/calendar/working-days';

const calendar = workingCalendar(calendarDays);

describe('working days of the county', () => {
  it.each([
    ['2022-01-20', 7, '2022-01-29'],
    ['2022-01-20', 20, '2022-02-22'],
    ['2022-09-29', 20, '2022-11-01'],
    ['2023-12-20', 20, '2024-01-18'],
    ['2024-02-08', 20, '2024-03-13'],
    ['2025-09-26', 20, '2025-10-30'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-09-24', 20, '2026-10-29'],
    ['2026-09-24', 40, '2026-11-26'],
  ])('counts from %s, not itself, %i working days on: %s', (start, count, day) => {
    expect(addWorkingDays(calendar, start, count)).toEqual({ day, provisional: false });
    expect(workingDaysBetween(calendar, start, day)).toBe(count);
  });

  it('says that a year without a notice is provisional', () => {
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true });
  });

  it('reminds by the last working day before a holiday, and leaves the due day where the plan put it', () => {
    expect(workingDayOnOrBefore(calendar, '2022-12-31')).toEqual({ day: '2022-12-30', provisional: false });
  });

  it('works on a weekend day that is worked', () => {
    expect(isWorkingDay(calendar, '2022-01-29')).toBe(true);
    expect(isWorkingDay(calendar, '2022-01-30')).toBe(true);
    expect(isWorkingDay(calendar, '2022-02-05')).toBe(false);
  });
});

describe('days in Shanghai', () => {
  it.each([
    ['2026-03-31T15:59:59.999Z', '2026-03-31'],
    ['2026-03-31T16:00:00.000Z', '2026-04-01'],
  ])('%s is on %s', (instant, day) => expect(shanghaiDay(instant)).toBe(day));

  it('begin eight hours before UTC does', () => expect(startOfDay('2026-04-01')).toBe('2026-03-31T16:00:00.000Z'));

  it.each([
    ['2022-06-30', 1, '2022-07-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2021-12-31', 60, '2026-12-31'],
    ['2022-06-10', -7, '2021-11-10'],
  ])('%s moved by %i months is %s', (day, months, moved) => expect(addMonths(day, months)).toBe(moved));

  it('are read out with their weekday', () => {
    expect(dayInWords('2026-11-30', '2026-11-25')).toBe('11月30日 周一');
    expect(dayInWords('2027-01-04', '2026-11-25')).toBe('2027年1月4日 周一');
  });
});
