import { describe, expect, it } from '@jest/globals';
import {
  canAnswerPeriod,
  owedPeriod,
  periodNotes,
  periodOf,
  periodsOf,
  periodStateInWords,
  reportEvery,
  type ReportEvery,
} from './report-periods.ts';

describe('how often a task is reported on', () => {
  it.each<[string | null, string, ReportEvery | null]>([
    ['2026-06-30', '2026年6月', null],
    [null, '长期坚持', 'quarter'],
    [null, '持续推进', 'quarter'],
    [null, '', 'quarter'],
    [null, '每季度', 'quarter'],
    [null, '每季度末月', 'quarter'],
    [null, '每月', 'month'],
    [null, '每个月5日前', 'month'],
    [null, '按月报送', 'month'],
    [null, '每半月', 'month'],
    [null, '每周', 'month'],
    [null, '每半年', 'half-year'],
    [null, '每年12月', 'year'],
  ])('due %s, “%s”: %s', (dueOn, phrase, every) => expect(reportEvery(dueOn, phrase)).toBe(every));
});

describe('the period of a day', () => {
  it.each<[string, ReportEvery, string, string, string, string]>([
    ['2026-01-01', 'month', '2026-01', '2026年1月', '2026-01-01', '2026-01-31'],
    ['2024-02-29', 'month', '2024-02', '2024年2月', '2024-02-01', '2024-02-29'],
    ['2026-12-31', 'month', '2026-12', '2026年12月', '2026-12-01', '2026-12-31'],
    ['2026-03-31', 'quarter', '2026-Q1', '2026年第一季度', '2026-01-01', '2026-03-31'],
    ['2026-04-01', 'quarter', '2026-Q2', '2026年第二季度', '2026-04-01', '2026-06-30'],
    ['2026-12-31', 'quarter', '2026-Q4', '2026年第四季度', '2026-10-01', '2026-12-31'],
    ['2026-06-30', 'half-year', '2026-H1', '2026年上半年', '2026-01-01', '2026-06-30'],
    ['2026-07-01', 'half-year', '2026-H2', '2026年下半年', '2026-07-01', '2026-12-31'],
    ['2026-07-01', 'year', '2026', '2026年', '2026-01-01', '2026-12-31'],
  ])('%s, every %s', (day, every, key, name, first, last) =>
    expect(periodOf(day, every)).toEqual({ key, name, first, last }),
  );
});

describe('what a line owes', () => {
  const line = (reportedPeriod: string | null, status: 'assigned' | 'in-progress' | 'completed' = 'in-progress') => ({
    dueOn: null,
    status,
    reportedPeriod,
  });
  it.each([
    ['never reported', line(null), '2026-Q4'],
    ['reported last quarter', line('2026-Q3'), '2026-Q4'],
    ['reported this quarter', line('2026-Q4'), undefined],
    ['given out just now', line(null, 'assigned'), '2026-Q4'],
    ['completed', line(null, 'completed'), undefined],
    ['reported by months until the plan was revised', line('2026-10'), '2026-Q4'],
    ['reported for the year until the plan was revised', line('2026'), undefined],
  ])('%s', (_what, given, key) => expect(owedPeriod(given, { duePhrase: '长期坚持' }, '2026-11-25')?.key).toBe(key));

  it('with a day of its own is nothing of this kind', () =>
    expect(owedPeriod({ ...line(null), dueOn: '2026-12-31' }, { duePhrase: '每月' }, '2026-11-25')).toBeNull());
});

describe('periods since a line was given out', () => {
  const states = (since: string, today: string, reports: [string, string][] = [], every: ReportEvery = 'month') =>
    periodsOf(
      since,
      every,
      reports.map(([period, filedAt]) => ({ period, filedAt })),
      today,
    ).map(({ key, state }) => `${key} ${state}`);

  it('begin with the one it was given out in, even on its last day', () =>
    expect(states('2026-01-31', '2026-03-01')).toEqual(['2026-03 open', '2026-02 missing', '2026-01 missing']));

  it('are answered until midnight in Shanghai of their last day', () =>
    expect(
      states('2026-01-05', '2026-03-10', [
        ['2026-01', '2026-01-31T15:59:59.000Z'],
        ['2026-02', '2026-02-28T16:00:00.000Z'],
      ]),
    ).toEqual(['2026-03 open', '2026-02 late', '2026-01 reported']));

  it('answered late stay late, though more is reported', () =>
    expect(
      states('2026-01-05', '2026-02-10', [
        ['2026-01', '2026-02-02T02:00:00.000Z'],
        ['2026-01', '2026-02-03T02:00:00.000Z'],
        ['2026-02', '2026-02-09T02:00:00.000Z'],
      ]),
    ).toEqual(['2026-02 reported', '2026-01 late']));

  it('go over the turn of the year by quarters too', () =>
    expect(states('2025-12-31', '2026-04-01', [['2026-Q1', '2026-03-31T02:00:00.000Z']], 'quarter')).toEqual([
      '2026-Q2 open',
      '2026-Q1 reported',
      '2025-Q4 missing',
    ]));
});

describe('what a ledger tells of the periods', () => {
  const told = (
    today: string,
    reports: [string, string][],
    over: { status?: 'in-progress' | 'completed'; completedOn?: string } = {},
  ) =>
    periodNotes(
      {
        dueOn: null,
        status: 'in-progress',
        completedOn: null,
        reportedPeriod: reports.at(-1)?.[0] ?? null,
        assignedOn: '2026-02-10',
        task: { duePhrase: '长期坚持' },
        periodReports: reports.map(([period, day]) => ({ period, filedAt: `${day}T02:00:00.000Z` })),
        ...over,
      },
      today,
    ).map(periodStateInWords);

  it('is what is owed now', () =>
    expect(told('2026-08-10', [['2026-Q1', '2026-03-02']])).toEqual([
      '本期（2026年第三季度）还没有填报',
      '2026年第二季度没有填报',
    ]));

  it('is what was answered late, for ever', () => {
    const reports: [string, string][] = [
      ['2026-Q1', '2026-03-02'],
      ['2026-Q2', '2026-07-12'],
      ['2026-Q3', '2026-08-01'],
    ];
    expect(told('2026-08-10', reports)).toEqual(['2026年第三季度已填报', '补报2026年第二季度，晚 12 天']);
    const later = told('2028-08-10', reports);
    expect([later[0], later.at(-1), later.length]).toEqual([
      '本期（2028年第三季度）还没有填报',
      '补报2026年第二季度，晚 12 天',
      9,
    ]);
  });

  it('ends with the line’s completion', () => {
    const done = { status: 'completed', completedOn: '2026-04-05' } as const;
    expect(told('2028-08-10', [['2026-Q1', '2026-03-02']], done)).toEqual([]);
    expect(told('2028-08-10', [['2026-Q1', '2026-04-03']], done)).toEqual(['补报2026年第一季度，晚 3 天']);
  });
});

describe('the period a report answers', () => {
  it.each([
    ['2026-Q4', 'quarter', true],
    ['2026-Q3', 'quarter', true],
    ['2026-Q1', 'quarter', true],
    ['2025-Q4', 'quarter', false],
    ['2026-02', 'month', true],
    ['2026-01', 'month', false],
    ['2027-Q1', 'quarter', false],
    ['2026-11', 'quarter', false],
    ['2026-Q4', 'month', false],
    ['2026-11', 'month', true],
    ['2026-13', 'month', false],
    ['2026-H2', 'half-year', true],
    ['2026', 'year', true],
    ['第四季度', 'quarter', false],
  ] as const)('%s of every %s', (key, every, may) =>
    expect(canAnswerPeriod(key, every, { since: '2026-02-10', today: '2026-11-25' }).allowed).toBe(may),
  );
});
