import { describe, expect, it } from '@jest/globals';
import type { AssignmentStatus } from '../lines/assignment.ts';
import { completenessInWords, completenessOf, shareOf, timelinessInWords, timelinessOf } from './rates.ts';

const TODAY = '2026-11-25';
const REPORTED = '2026-11-01T01:00:00.000Z';
const line = (
  status: AssignmentStatus,
  percent: number | null,
  dueOn: string | null = '2026-12-31',
  completedOn: string | null = null,
) => ({
  status,
  lastReportedAt: percent === null ? null : REPORTED,
  dueOn,
  completedOn,
  reportedPeriod: null,
  every: dueOn === null ? ('quarter' as const) : null,
  assignedOn: '2026-10-08',
});
const periodic = (reportedPeriod: string | null, assignedOn = '2026-01-10') => ({
  ...line('in-progress', reportedPeriod === null ? null : 20, null),
  reportedPeriod,
  assignedOn,
});

describe('completeness: who has reported of those who owe', () => {
  it.each([
    ['nobody owes', [], 0, 0, '不涉及', null],
    ['only what was withdrawn', [line('withdrawn', 40)], 0, 0, '不涉及', null],
    ['not reported is not counted as reported', [line('assigned', null)], 0, 1, '已报 0/1', '0%'],
    ['a report of 0 % is a report', [line('in-progress', 0)], 1, 1, '已报 1/1', '100%'],
    ['returned still counts', [line('returned', 50), line('assigned', null)], 1, 2, '已报 1/2', '50%'],
    [
      'nearly all is not all',
      [...Array<ReturnType<typeof line>>(199).fill(line('closed', 100)), line('assigned', null)],
      199,
      200,
      '已报 199/200',
      '99%',
    ],
    ['the current period is what is owed', [periodic('2026-Q4'), periodic('2026-Q3')], 1, 2, '已报 1/2', '50%'],
    ['completed, nothing more is owed', [line('closed', 100, null)], 1, 1, '已报 1/1', '100%'],
  ])('%s', (_, lines, count, of, words, share) => {
    const rate = completenessOf(lines, TODAY);
    expect(rate).toEqual({ count, of });
    expect([completenessInWords(rate), shareOf(rate)]).toEqual([words, share]);
  });
});

describe('timeliness: of what was due, done in time', () => {
  it.each([
    ['nothing at all', [], 0, 0, '不涉及'],
    ['not due yet', [line('in-progress', 10, '2026-12-31')], 0, 0, '尚无到期'],
    ['due today is not past', [line('in-progress', 10, TODAY)], 0, 0, '尚无到期'],
    ['open past its day', [line('in-progress', 10, '2026-11-24')], 0, 1, '按时 0/1'],
    ['no due day', [line('in-progress', 10, null), line('completed', 100, null, '2026-01-01')], 0, 0, '尚无到期'],
    ['the current period answered', [periodic('2026-Q4')], 1, 1, '按时 1/1'],
    ['the last one answered, the current still open', [periodic('2026-Q3')], 0, 0, '尚无到期'],
    ['the last one gone by without an answer', [periodic('2026-Q2'), periodic(null)], 0, 2, '按时 0/2'],
    ['given out in the current period', [periodic(null, '2026-10-01')], 0, 0, '尚无到期'],
    ['done on its day', [line('completed', 100, '2026-11-20', '2026-11-20')], 1, 1, '按时 1/1'],
    ['done a day late stays late', [line('closed', 100, '2026-11-20', '2026-11-21')], 0, 1, '按时 0/1'],
    ['done early, not due yet, counts', [line('closed', 100, '2026-12-31', '2026-11-21')], 1, 1, '按时 1/1'],
    ['withdrawn is left out', [line('withdrawn', 10, '2026-01-01')], 0, 0, '尚无到期'],
    ['returned past its day', [line('returned', 100, '2026-11-01', '2026-10-01')], 0, 1, '按时 0/1'],
  ])('%s', (_, lines, count, of, words) => {
    const rate = timelinessOf(lines, TODAY);
    expect(rate).toEqual({ count, of });
    expect(timelinessInWords(rate, lines.length > 0)).toBe(words);
  });
});
