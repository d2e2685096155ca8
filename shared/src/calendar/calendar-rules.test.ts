import { describe, expect, it } from '@jest/globals';
import { canKeepYear, differences, faultOf, missingNoticeStep, missingNoticeYear } from './calendar-rules.ts';
import { isProvisionalBetween, workingCalendar } from './working-days.ts';

const knowing = (...years: number[]) =>
  workingCalendar(years.map((noticeYear) => ({ date: `${noticeYear}-10-01`, kind: 'holiday', noticeYear })));

describe('the missing notice (rules T3)', () => {
  it.each([
    ['2026-11-14', [2026], null],
    ['2026-11-15', [2026], 2027],
    ['2026-12-31', [2026], 2027],
    ['2026-12-31', [2026, 2027], null],
    ['2027-01-01', [2026], 2027],
    ['2027-06-30', [2026], 2027],
    ['2027-11-15', [2026], 2027],
    ['2027-03-01', [2027], null],
  ])('on %s, with %j in, is that of %j', (today, years, missing) =>
    expect(missingNoticeYear(knowing(...years), today)).toBe(missing),
  );

  it.each([
    ['2026-11-14', [2026], null],
    ['2026-11-15', [2026], '2027:11-15'],
    ['2026-11-30', [2026], '2027:11-15'],
    ['2026-12-01', [2026], '2027:12-01'],
    ['2026-12-24', [2026], '2027:12-15'],
    ['2026-12-31', [2026], '2027:12-25'],
    ['2026-12-31', [2026, 2027], null],
    ['2027-01-01', [2026], '2027:2027-01'],
    ['2027-02-10', [2026], '2027:2027-02'],
  ])('is told administrators on %s, with %j in, as %j', (today, years, step) =>
    expect(missingNoticeStep(knowing(...years), today)).toBe(step),
  );

  it('makes a span of days provisional that reaches into its year', () => {
    const calendar = knowing(2026, 2028);
    expect(isProvisionalBetween(calendar, '2026-12-01', '2026-12-31')).toBe(false);
    expect(isProvisionalBetween(calendar, '2026-12-31', '2027-01-01')).toBe(true);
    expect(isProvisionalBetween(calendar, '2027-12-31', '2028-01-10')).toBe(false);
    expect(isProvisionalBetween(calendar, '2026-12-01', '2028-01-10')).toBe(true);
    expect(isProvisionalBetween(calendar, '2027-03-01', '2027-03-01')).toBe(false);
  });

  it('is known by the notice of the year, not by a day of it that another notice arranges', () => {
    const eve = workingCalendar([{ date: '2026-12-31', kind: 'holiday', noticeYear: 2027 }]);
    expect([...eve.knownYears]).toEqual([2027]);
  });
});

it.each([
  [2000, true],
  [2026, true],
  [2027, true],
  [2028, false],
  [2100, false],
])('in November 2026 the notice of %i may be entered: %s', (year, may) =>
  expect(canKeepYear(year, '2026-11-25').allowed).toBe(may),
);

describe('a day of the notice of 2027', () => {
  it.each([
    ['2027-01-01', 'holiday', undefined],
    ['2027-12-31', 'holiday', undefined],
    ['2026-12-31', 'holiday', undefined],
    ['2026-12-24', 'holiday', undefined],
    ['2026-12-26', 'workday', undefined],
    ['2026-12-23', 'holiday', '2026年12月23日不在 2027 年'],
    ['2028-01-01', 'holiday', '2028年1月1日不在 2027 年'],
    ['2027-02-06', 'workday', undefined],
    ['2027-02-05', 'workday', '2027年2月5日 周五本来就上班，不必写'],
    ['2027-02-06', 'holiday', undefined],
  ] as const)('%s as a %s: %j', (date, kind, fault) => expect(faultOf({ date, kind }, 2027)).toBe(fault));
});

it('two arrangements differ by single days', () => {
  const day = (date: string, kind: 'holiday' | 'workday') => ({ date, kind, name: '' });
  const before = [day('2027-10-01', 'holiday'), day('2027-10-02', 'holiday'), day('2027-10-09', 'workday')];
  const after = [day('2027-10-09', 'holiday'), day('2027-10-01', 'holiday'), day('2027-09-26', 'workday')];
  expect(differences(before, after)).toEqual([
    { date: '2027-09-26', from: null, to: 'workday' },
    { date: '2027-10-02', from: 'holiday', to: null },
    { date: '2027-10-09', from: 'workday', to: 'holiday' },
  ]);
  expect(differences(before, before)).toEqual([]);
});
