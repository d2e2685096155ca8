import { describe, expect, it } from '@jest/globals';
import { repeatDays } from './repeat-days';

describe('the days of an open day that is held again and again', () => {
  it('is one day where it is held once more, however many times were set', () => {
    expect(repeatDays('2026-12-16', 'once', 6)).toEqual(['2026-12-16']);
  });

  it('keeps its weekday from week to week, across the year', () => {
    expect(repeatDays('2026-12-23', 'week', 3)).toEqual(['2026-12-23', '2026-12-30', '2027-01-06']);
  });

  it('keeps its date from month to month and quarter to quarter; the last of a month stays the last', () => {
    expect(repeatDays('2026-12-15', 'month', 3)).toEqual(['2026-12-15', '2027-01-15', '2027-02-15']);
    expect(repeatDays('2026-12-31', 'month', 3)).toEqual(['2026-12-31', '2027-01-31', '2027-02-28']);
    expect(repeatDays('2026-12-15', 'quarter', 2)).toEqual(['2026-12-15', '2027-03-15']);
  });
});
