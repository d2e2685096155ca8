import { describe, expect, it } from '@jest/globals';
import {
  addWorkingDays,
  CalendarDay,
  isWorkingDay,
  workingCalendar,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './working-days.ts';

// The rules' dates against the real notices stand in seeds/calendar; here a made-up year that only 2027's notice covers.
const only2027 = workingCalendar([
  { date: '2027-01-01', kind: 'holiday' },
  { date: '2027-10-01', kind: 'holiday' },
  { date: '2027-10-09', kind: 'workday' },
]);

describe('a year whose notice is known', () => {
  it('is reckoned for good', () => {
    expect(addWorkingDays(only2027, '2027-09-30', 1)).toEqual({ day: '2027-10-04', provisional: false });
  });

  it('counts a Saturday worked, forwards and backwards, and no other Saturday', () => {
    expect(addWorkingDays(only2027, '2027-10-08', 1).day).toBe('2027-10-09');
    expect(addWorkingDays(only2027, '2027-10-11', -1).day).toBe('2027-10-09');
    expect(isWorkingDay(only2027, '2027-10-16')).toBe(false);
  });

  it('leaves the start day out, whether it is worked or not', () => {
    expect(addWorkingDays(only2027, '2027-10-01', 1).day).toBe('2027-10-04');
    expect(addWorkingDays(only2027, '2027-10-04', 1).day).toBe('2027-10-05');
    expect(workingDaysBetween(only2027, '2027-10-04', '2027-10-04')).toBe(0);
    expect(workingDaysBetween(only2027, '2027-10-05', '2027-10-04')).toBe(0);
  });
});

describe('a year without a notice', () => {
  it('is reckoned by plain weekends and says so', () => {
    expect(addWorkingDays(only2027, '2028-09-29', 1)).toEqual({ day: '2028-10-02', provisional: true });
  });

  it('makes every reckoning provisional that passes through it, also where it ends in a known year', () => {
    expect(addWorkingDays(only2027, '2027-12-30', 1)).toEqual({ day: '2027-12-31', provisional: false });
    expect(addWorkingDays(only2027, '2027-12-31', 1)).toEqual({ day: '2028-01-03', provisional: true });
    expect(addWorkingDays(only2027, '2028-01-04', -2)).toEqual({ day: '2027-12-31', provisional: true });
  });

  it('makes a reminder provisional that was moved out of it into a known year', () => {
    expect(workingDayOnOrBefore(only2027, '2028-01-01')).toEqual({ day: '2027-12-31', provisional: true });
    expect(workingDayOnOrBefore(only2027, '2027-10-03')).toEqual({ day: '2027-09-30', provisional: false });
  });

  it('is settled by its notice', () => {
    const both = workingCalendar([
      { date: '2027-01-01', kind: 'holiday' },
      { date: '2028-01-03', kind: 'holiday' },
    ]);
    expect(addWorkingDays(both, '2027-12-31', 1)).toEqual({ day: '2028-01-04', provisional: false });
  });
});

it('an exception must be a real day', () => {
  const exception = { kind: 'holiday', name: '元旦', source: '通知', noticeYear: 2027 };
  expect(CalendarDay.safeParse({ ...exception, date: '2027-01-01' }).success).toBe(true);
  expect(CalendarDay.safeParse({ ...exception, date: '2027-02-29' }).success).toBe(false);
});
