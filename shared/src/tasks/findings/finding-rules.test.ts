import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../people/actor.ts';
import type { Verdict } from '../../verdict.ts';
import type { AssignmentStatus } from '../lines/assignment.ts';
import { canReviewPublicLine, canWritePublicLine } from '../public/public-line-rules.ts';
import {
  canChangeFinding,
  canDecideMeasure,
  canRecheck,
  canRecheckInPerson,
  canRecheckOn,
  canSetMeasureDay,
  canStateMeasure,
  hasMeasure,
  isFullProof,
  isRechecked,
  needsMeasure,
} from './finding-rules.ts';
import type { Rectification } from './finding.ts';

const actor = (role: Actor['role'], unitId: string | null = 'a', personId = 'p'): Actor => ({
  sessionId: 's',
  personId,
  name: '某人',
  role,
  unitId,
  unitName: null,
  unitIds: unitId ? [unitId] : [],
});
const line = (status: AssignmentStatus = 'in-progress', over: object = {}) => ({
  unitId: 'a',
  status,
  part: 'responsible' as const,
  parentId: null,
  dueOn: '2026-12-31',
  ...over,
});
const told = (verdict: Verdict): string => (verdict.allowed ? '可以' : verdict.reason);
const NONE = { concreteWork: '' };
const GIVEN = { concreteWork: '补齐目录' };

describe('a measure', () => {
  it.each([
    ['of a responsible unit, the table silent', line(), NONE, true],
    ['of a unit that leads', line('assigned', { part: 'lead' }), NONE, true],
    ['that the table gives', line(), GIVEN, false],
    ['of a supporting unit', line('assigned', { part: 'supporting' }), NONE, false],
    ['of a village it was handed down to', line('assigned', { parentId: 'x' }), NONE, false],
  ])('%s is wanted or not', (_what, of, task, wanted) => expect(needsMeasure(of, task)).toBe(wanted));

  it.each([
    ['its officer', actor('officer'), line('assigned'), [], '可以'],
    ['its lead', actor('unit-lead'), line('acknowledged'), [], '可以'],
    ['again, after it was sent back', actor('officer'), line(), [{ state: 'returned' as const }], '可以'],
    ['another unit', actor('officer', 'b'), line(), [], '由责任单位提出整改措施'],
    ['a supervisor', actor('supervisor', 'b'), line(), [], '由责任单位提出整改措施'],
    ['a resident', actor('resident', null), line(), [], '由责任单位提出整改措施'],
    ['while one waits', actor('officer'), line(), [{ state: 'stated' as const }], '正在等督查员审核'],
    ['after one was agreed', actor('officer'), line(), [{ state: 'agreed' as const }], '整改措施已经同意'],
    ['of what was taken back', actor('officer'), line('withdrawn'), [], '这项任务已撤销'],
    ['of what is struck off', actor('officer'), line('closed'), [], '已经销号，不能再改'],
  ])('is stated by %s', (_who, who, of, measures, words) =>
    expect(told(canStateMeasure(of, NONE, measures, who))).toContain(words),
  );

  it.each<[string, string | null, Rectification | null, string | null, string]>([
    ['within the time', '2026-12-31', null, '2026-12-01', '可以'],
    ['on the last day', '2026-12-31', null, '2026-12-31', '可以'],
    ['today', '2026-12-31', 'at-once', '2026-11-25', '可以'],
    ['yesterday', '2026-12-31', null, '2026-11-24', '不能早于今天'],
    ['past the time', '2026-12-31', null, '2027-01-01', '不能晚于整改时限 2026-12-31'],
    ['where the time is past already', '2026-10-31', null, '2026-12-05', '可以'],
    ['where the table sets none', null, null, '2027-03-01', '可以'],
    ['none, for good', null, 'long-term', null, '可以'],
    ['none, at once', null, 'at-once', null, '请写明哪一天前完成整改'],
    ['none, nobody having said', null, null, null, '请写明哪一天前完成整改'],
  ])('has a day %s', (_what, dueOn, kind, day, words) =>
    expect(told(canSetMeasureDay({ dueOn }, kind, day, '2026-11-25'))).toContain(words),
  );

  const stated = { state: 'stated' as const, statedBy: 'q' };
  it.each([
    ['a supervisor of another unit', actor('supervisor', 'b'), stated, line(), '可以'],
    ['a supervisor of the own unit', actor('supervisor', 'a'), stated, line(), '由其他单位的督查员审核'],
    ['the very person', actor('supervisor', 'b', 'q'), stated, line(), '由其他督查员审核'],
    ['a unit lead', actor('unit-lead', 'b'), stated, line(), '由督查员审核整改措施'],
    ['twice', actor('supervisor', 'b'), { ...stated, state: 'agreed' as const }, line(), '已经审核过了'],
    ['after it was taken back', actor('supervisor', 'b'), stated, line('withdrawn'), '这项任务已撤销'],
  ])('is decided by %s', (_who, who, measure, of, words) =>
    expect(told(canDecideMeasure(measure, of, who))).toContain(words),
  );
});

describe('the completion of a finding', () => {
  it.each([
    [NONE, [], '还没有提出整改措施'],
    [NONE, [{ state: 'returned' as const }], '还没有提出整改措施'],
    [NONE, [{ state: 'stated' as const }], '还没有审核同意'],
    [NONE, [{ state: 'returned' as const }, { state: 'agreed' as const }], '可以'],
    [GIVEN, [], '可以'],
  ])('waits for its measure: %j %j', (task, measures, words) =>
    expect(told(hasMeasure(line(), task, measures))).toContain(words),
  );

  it.each([
    ['有', [], false],
    ['  已改  ', [], false],
    ['政办发〔2026〕7号', [], true],
    ['http://example.gov.cn/1', [], true],
    ['见图', ['f'], true],
  ])('has proof: %j %j', (proof, fileIds, isFull) => expect(isFullProof({ proof, fileIds }).allowed).toBe(isFull));
});

describe('a recheck', () => {
  const fresh = { completionId: 'c2', rechecks: [{ completionId: 'c1' }] };
  it.each([
    ['another unit', actor('supervisor', 'b'), line('completed'), fresh, '可以'],
    ['the own unit', actor('supervisor', 'a'), line('completed'), fresh, '要由其他单位的人复查'],
    ['an officer', actor('officer', 'b'), line('completed'), fresh, '由督查员复查'],
    ['another unit, too early', actor('supervisor', 'b'), line('in-progress'), fresh, '责任单位还没有办结'],
    ['another unit, sent back', actor('supervisor', 'b'), line('returned'), fresh, '等责任单位重新办结'],
    ['another unit, struck off', actor('supervisor', 'b'), line('closed'), fresh, '已经销号'],
    ['another unit, taken back', actor('supervisor', 'b'), line('withdrawn'), fresh, '已撤销'],
    [
      'another unit, again',
      actor('supervisor', 'b'),
      line('completed'),
      { completionId: 'c1', rechecks: [{ completionId: 'c1' }] },
      '这次办结已经复查过了',
    ],
  ])('is by %s', (_who, who, of, state, words) => expect(told(canRecheck(of, state, who))).toContain(words));

  it('is by nobody who wrote any of it, in whatever post', () => {
    const authors = new Set(['writer']);
    expect(told(canRecheckInPerson(authors, { personId: 'writer' }, 'a', []))).toContain('有您本人填写的');
    expect(told(canRecheckInPerson(authors, { personId: 'p' }, 'a', [{ unitId: 'a' }]))).toContain('也有任职');
    expect(told(canRecheckInPerson(authors, { personId: 'p' }, 'a', [{ unitId: 'b' }]))).toBe('可以');
  });

  it.each([
    ['2026-11-24', '不能早于办结的日期'],
    ['2026-11-25', '可以'],
    ['2026-11-30', '可以'],
    ['2026-12-01', '不能晚于今天'],
  ])('on %s, of a completion of 25 November, on the last of it', (day, words) =>
    expect(told(canRecheckOn(day, '2026-11-25', '2026-11-30'))).toContain(words),
  );

  it.each([
    ['none', 'c1', [], '还没有复查'],
    ['of an earlier completion', 'c2', [{ completionId: 'c1', outcome: 'met' as const }], '还没有复查'],
    ['that found it undone', 'c1', [{ completionId: 'c1', outcome: 'unmet' as const }], '还没有复查'],
    ['that found it in order', 'c1', [{ completionId: 'c1', outcome: 'met' as const }], '可以'],
    [
      'that found it in order at last',
      'c2',
      [
        { completionId: 'c2', outcome: 'met' as const },
        { completionId: 'c1', outcome: 'unmet' as const },
      ],
      '可以',
    ],
  ])('%s lets it be struck off or not', (_what, completionId, rechecks, words) =>
    expect(told(isRechecked(completionId, rechecks))).toContain(words),
  );
});

describe('what the public may know of a finding', () => {
  const open = { withheldReason: null };
  const kept = { withheldReason: '涉及未公开的审计事项' };
  it('is said by a supervisor, not about the own unit', () => {
    expect(told(canChangeFinding(actor('supervisor', 'b'), ['a']))).toBe('可以');
    expect(told(canChangeFinding(actor('supervisor', 'a'), ['a', 'c']))).toContain('其他单位的督查员');
    expect(told(canChangeFinding(actor('unit-lead'), ['a']))).toContain('由督查员');
  });

  it.each([
    ['the unit, the problem', actor('officer'), line(), 'problem' as const, open, '可以'],
    ['a supervisor, the problem', actor('supervisor', 'b'), line(), 'problem' as const, open, '可以'],
    ['a supervisor, the measure', actor('supervisor', 'b'), line(), 'measure' as const, open, '由责任单位起草'],
    ['the unit, a result too early', actor('officer'), line('completed'), 'result' as const, open, '销号后'],
    ['the unit, the result', actor('officer'), line('closed'), 'result' as const, open, '可以'],
    ['the unit, of what is kept back', actor('officer'), line(), 'problem' as const, kept, '这个问题不公开：涉及'],
    ['the unit, of a plain task', actor('officer'), line(), 'problem' as const, null, '只有督查整改的问题'],
    ['the unit, progress of a plain task', actor('officer'), line(), null, null, '可以'],
  ])('is written by %s', (_who, who, of, subject, finding, words) =>
    expect(told(canWritePublicLine(of, who, subject, finding))).toContain(words),
  );

  it('is not published once it was kept back, and may still be declined', () => {
    const proposed = { writtenBy: 'q', state: 'proposed' as const };
    const who = actor('supervisor', 'b');
    expect(told(canReviewPublicLine(proposed, who, 'published', open))).toBe('可以');
    expect(told(canReviewPublicLine(proposed, who, 'published', kept))).toContain('这个问题不公开');
    expect(told(canReviewPublicLine(proposed, who, 'declined', kept))).toBe('可以');
  });
});
