import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../../calendar/working-days.ts';
import type { AssignmentStatus } from '../lines/assignment.ts';
import { alertsOf, medianOf, type AlertLine } from './alert-rules.ts';

const TODAY = '2026-11-25';
const calendar = workingCalendar([
  { date: '2026-10-01', kind: 'holiday' },
  { date: '2026-10-10', kind: 'workday' },
]);
const peers = (...percents: (number | null)[]) =>
  percents.map((percent) => ({ status: 'in-progress' as const, percent }));
const line = (more: Partial<AlertLine> = {}): AlertLine => ({
  status: 'in-progress',
  percent: 50,
  lastPercents: [50],
  dueOn: '2026-12-31',
  reportedPeriod: null,
  assignedOn: '2026-01-05',
  reportedOn: '2026-11-20',
  ...more,
});
const kinds = (of: AlertLine, others: Parameters<typeof alertsOf>[1] = peers(50, 50, 50)) =>
  alertsOf(of, others, calendar, TODAY).map(({ kind }) => kind);

describe('behind the median of the other units of the same task', () => {
  it.each([
    ['at the median', 50, peers(50, 50, 50), []],
    ['19 points under', 31, peers(50, 50, 50), []],
    ['20 points under', 30, peers(50, 50, 50), ['behind']],
    ['one far ahead moves no median', 40, peers(40, 50, 100), []],
    ['an even number of peers', 30, peers(40, 50, 60, 80), ['behind']],
    ['units that have not reported are not 0', 50, peers(null, null, 50, 50, 50), []],
    ['two reports are no comparison', 0, peers(90, 90, null), ['not-computable']],
    ['0 % is a figure', 0, peers(50, 50, 50), ['behind']],
    ['alone on the task there is nobody to compare with', 0, [], []],
  ])('%s', (_, percent, others, expected) =>
    expect(kinds(line({ percent, lastPercents: [percent] }), others)).toEqual(expected),
  );

  it('is not computed for a unit that has not reported, and says so', () => {
    const found = alertsOf(line({ percent: null, lastPercents: [] }), peers(50, 50, 50), calendar, TODAY);
    expect(found).toEqual([{ kind: 'not-computable', words: '本单位还没有报过百分比，无法比较进度' }]);
  });

  it('leaves withdrawn lines out', () => {
    const others = [...peers(90, 90), { status: 'withdrawn' as const, percent: 90 }];
    expect(kinds(line(), others)).toEqual(['not-computable']);
  });

  it.each([
    [[1], 1],
    [[3, 1, 2], 2],
    [[10, 0], 5],
    [[1, 2], 1],
    [[0, 0, 100, 100], 50],
  ])('the median of %p is %d', (percents, median) => expect(medianOf(percents)).toBe(median));
});

describe('falling', () => {
  it.each([
    [[50, 60], ['falling']],
    [[60, 50], []],
    [[50, 50], []],
    [[50], []],
    [[], []],
  ])('after %p', (lastPercents, expected) => expect(kinds(line({ lastPercents }))).toEqual(expected));
});

describe('silent', () => {
  it.each([
    ['19 working days', '2026-10-29', []],
    ['20 working days', '2026-10-28', ['silent']],
    ['weekends do not count', '2026-10-31', []],
  ])('%s', (_, reportedOn, expected) => {
    expect(kinds(line({ reportedOn }))).toEqual(expected);
    // Never heard of: counted from the day it was given out, whenever the plan began.
    expect(kinds(line({ reportedOn: null, assignedOn: reportedOn }))).toEqual(expected);
  });

  it.each([
    ['this quarter reported', '2026-Q4', []],
    ['last quarter reported', '2026-Q3', ['silent']],
  ])('without a day, %s', (_, reportedPeriod, expected) =>
    expect(kinds(line({ dueOn: null, reportedPeriod, reportedOn: '2026-10-08' }))).toEqual(expected),
  );

  it('says so when its days are guessed at, in a year without a notice', () => {
    const [alert] = alertsOf(line({ reportedOn: '2026-12-10' }), [], calendar, '2027-02-01');
    expect(alert?.words).toMatch(/^已有 \d+ 个工作日没有新的填报（暂按双休计算，待放假通知）$/);
  });

  it('says whether anything was ever heard', () => {
    const words = (reportedOn: string | null) =>
      alertsOf(line({ reportedOn, assignedOn: '2026-10-28' }), [], calendar, TODAY)[0]?.words;
    expect([words(null), words('2026-10-28')]).toEqual(['交办后 20 个工作日没有填报', '已有 20 个工作日没有新的填报']);
  });
});

it.each<[AssignmentStatus, number]>([
  ['assigned', 3],
  ['returned', 3],
  ['completed', 0],
  ['closed', 0],
  ['withdrawn', 0],
])('a line that is %s says %d things', (status, count) => {
  const bad = line({ status, percent: 10, lastPercents: [10, 20], reportedOn: '2026-01-01' });
  expect(kinds(bad)).toHaveLength(count);
});
