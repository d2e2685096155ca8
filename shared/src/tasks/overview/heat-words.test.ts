import { describe, expect, it } from '@jest/globals';
import type { HeatCell } from './heat-table.ts';
import { belowInShort, progressInShort, standingInShort } from './heat-words.ts';

const TODAY = '2026-11-25';
const cell = (more: Partial<HeatCell>): HeatCell => ({
  id: '',
  unitId: '',
  part: 'responsible',
  status: 'in-progress',
  percent: null,
  lastReportedAt: null,
  dueOn: '2026-12-31',
  completedOn: null,
  light: 'green',
  below: null,
  waitingSince: null,
  ...more,
});

describe('a cell in few words', () => {
  it.each<[string, Partial<HeatCell>]>([
    ['未到期', {}],
    ['剩 36 天', { light: 'amber' }],
    ['今天', { light: 'amber', dueOn: TODAY }],
    ['逾 1 天', { light: 'red', dueOn: '2026-11-24' }],
    ['退回', { status: 'returned' }],
    ['退回，逾 25 天', { status: 'returned', light: 'red', dueOn: '2026-10-31' }],
    ['办结', { status: 'completed', completedOn: '2026-11-20' }],
    ['逾 3 天销号', { status: 'closed', light: 'red', dueOn: '2026-10-31', completedOn: '2026-11-03' }],
    ['撤销', { status: 'withdrawn', light: 'grey' }],
    ['长期', { light: 'grey', dueOn: null }],
    ['本期未报', { light: 'amber', dueOn: null }],
  ])('%s', (words, more) => expect(standingInShort(cell(more), TODAY)).toBe(words));

  it.each<[string, Partial<HeatCell>]>([
    ['未报', {}],
    ['0%', { percent: 0, lastReportedAt: '2026-11-01T01:00:00.000Z' }],
    ['无进展', { lastReportedAt: '2026-11-01T01:00:00.000Z' }],
    ['已提交、尚未发出', { waitingSince: '2026-11-25T00:50:00.000Z' }],
    ['40%，又有一份尚未发出', { percent: 40, waitingSince: '2026-11-25T00:50:00.000Z' }],
  ])('tells %s', (words, more) => expect(progressInShort(cell(more))).toBe(words));

  it.each([
    ['9/12 村报', { late: 0, waiting: 0 }],
    ['9/12 村报·逾 1·待发 2', { late: 1, waiting: 2 }],
  ])('and of what stands below: %s', (words, more) =>
    expect(belowInShort({ units: 12, reported: 9, completed: 3, soon: 0, ...more })).toBe(words),
  );
});
