import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../people/actor.ts';
import type { Role } from '../../people/role.ts';
import type { Verdict } from '../../verdict.ts';
import type { Assignment, AssignmentStatus } from './assignment.ts';
import * as rules from './assignment-rules.ts';
import { canReviewPublicLine, canWritePublicLine } from '../public/public-line-rules.ts';

const TOWN = '青石镇';
const VILLAGE = '石桥村';
const ELSEWHERE = '县教育局';

const actor = (role: Role, unitId: string | null, unitIds = unitId ? [unitId] : []): Actor => ({
  sessionId: 's',
  personId: `${role} ${unitId}`,
  name: '某人',
  role,
  unitId,
  unitName: unitId,
  unitIds,
});
const officer = actor('officer', VILLAGE);
const townOfficer = actor('officer', TOWN);
const lead = actor('unit-lead', TOWN, [TOWN, VILLAGE]);
const otherLead = actor('unit-lead', ELSEWHERE);
const supervisor = actor('supervisor', '县政府督查室');
const ownSupervisor = actor('supervisor', VILLAGE);
const administrator = actor('administrator', '县政府办公室');
const resident = actor('resident', null);

const line = (status: AssignmentStatus = 'in-progress', over: Partial<Assignment> = {}): Assignment => ({
  id: 'a',
  taskId: 't',
  breakdownId: 'b',
  unitId: VILLAGE,
  part: 'responsible',
  parentId: null,
  handDownWords: null,
  assignedOn: null,
  dueOn: '2026-12-31',
  status,
  percent: null,
  lastReportedAt: null,
  reportedPeriod: null,
  completedOn: null,
  ...over,
});
const said = (verdict: Verdict) => (verdict.allowed ? 'yes' : verdict.reason);
const STATES: AssignmentStatus[] = [
  'assigned',
  'acknowledged',
  'in-progress',
  'completed',
  'returned',
  'closed',
  'withdrawn',
];
const statesFor = (ask: (state: AssignmentStatus) => Verdict) => STATES.filter((state) => ask(state).allowed);

describe('who may act on a line (rules S1)', () => {
  it.each([
    ['an officer of the unit', officer, true],
    ['an officer of the town above', townOfficer, false],
    ['the lead above', lead, false],
    ['a lead elsewhere', otherLead, false],
    ['a supervisor', supervisor, false],
    ['a resident', resident, false],
  ])('reports for itself: %s', (_, who, may) => expect(rules.canReport(line(), who).allowed).toBe(may));

  it.each([
    ['the lead above', lead, true],
    ['a supervisor', supervisor, true],
    ['the officer, who reports for himself', officer, false],
    ['a lead elsewhere', otherLead, false],
  ])('enters a report that was rung in: %s', (_, who, may) =>
    expect(rules.canReport(line(), who, 'phone').allowed).toBe(may),
  );

  it.each([
    ['the lead of the unit above', lead, true],
    ['an officer', officer, false],
    ['a lead elsewhere', otherLead, false],
    ['a supervisor', supervisor, false],
    ['an administrator', administrator, false],
  ])('completes: %s', (_, who, may) => expect(rules.canComplete(line(), who).allowed).toBe(may));

  it.each([
    ['a supervisor of another unit', supervisor, 'yes'],
    ['a supervisor of the unit itself', ownSupervisor, '本单位的任务要由其他单位的督查员退回'],
    ['the lead', lead, '只有督查员可以退回'],
    ['an administrator', administrator, '只有督查员可以退回'],
  ])('returns: %s', (_, who, words) => expect(said(rules.canReview(line('completed'), who, 'return'))).toBe(words));

  it('hands down what its lead owes', () => {
    expect(rules.canHandDown(line(), lead).allowed).toBe(true);
    expect(rules.canHandDown(line(), officer).allowed).toBe(false);
    expect(rules.canHandDown(line(), otherLead).allowed).toBe(false);
  });

  it('is acknowledged by the first of the unit who opens it', () => {
    expect(rules.acknowledgesByOpening(line('assigned'), officer)).toBe(true);
    expect(rules.acknowledgesByOpening(line('assigned'), lead)).toBe(false);
    expect(rules.acknowledgesByOpening(line('acknowledged'), officer)).toBe(false);
  });
});

describe('what each state allows', () => {
  it.each([
    [
      'report',
      (state: AssignmentStatus) => rules.canReport(line(state), officer),
      'assigned acknowledged in-progress returned',
    ],
    ['complete', (state: AssignmentStatus) => rules.canComplete(line(state), lead), 'in-progress returned'],
    ['return', (state: AssignmentStatus) => rules.canReview(line(state), supervisor, 'return'), 'completed'],
    ['close', (state: AssignmentStatus) => rules.canReview(line(state), supervisor, 'close'), 'completed'],
    [
      'hand down',
      (state: AssignmentStatus) => rules.canHandDown(line(state), lead),
      'assigned acknowledged in-progress returned',
    ],
  ])('%s', (_, ask, states) => expect(statesFor(ask)).toEqual(states.split(' ')));

  it('keeps a returned line returned until it is completed again', () => {
    const report = { percent: 100, period: null, filedAt: '2026-11-25T01:00:00Z' };
    expect(rules.withReport(line('returned'), report).status).toBe('returned');
    expect(rules.withReport(line('acknowledged'), report)).toMatchObject({ status: 'in-progress', percent: 100 });
  });

  it('leaves percent and state as they are for “nothing new”, which still answers the period', () => {
    const nothing = { percent: null, period: '2026-Q4', filedAt: '2026-11-25T01:00:00Z' };
    const after = rules.withReport(line('in-progress', { percent: 40, reportedPeriod: '2026-Q3' }), nothing);
    expect(after).toMatchObject({ percent: 40, status: 'in-progress', reportedPeriod: '2026-Q4' });
    expect(rules.withReport(line('assigned'), nothing)).toMatchObject({ percent: null, status: 'acknowledged' });
    const late = { ...nothing, period: '2026-Q2' };
    expect(rules.withReport(line('in-progress', { reportedPeriod: '2026-Q3' }), late).reportedPeriod).toBe('2026-Q3');
  });

  it.each([
    [null, 0, false],
    [50, 50, false],
    [50, 49, true],
    [50, 100, false],
    [0, 0, false],
  ])('after %s %%, %i %% asks for a reason: %s', (before, percent, asks) =>
    expect(rules.needsLowerReason({ percent: before, reportedPeriod: null }, { percent })).toBe(asks),
  );

  it('a report filed late for a period gone by neither lowers today’s figure nor asks why', () => {
    const now = line('in-progress', { percent: 50, reportedPeriod: '2026-Q4' });
    const late = { percent: 5, period: '2026-Q1', filedAt: '2026-11-25T01:00:00Z' };
    expect(rules.needsLowerReason(now, late)).toBe(false);
    expect(rules.withReport(now, late)).toMatchObject({ percent: 50, reportedPeriod: '2026-Q4' });
    expect(rules.needsLowerReason(now, { ...late, period: '2026-Q4' })).toBe(true);
  });

  it.each([
    ['2026-12-31', '2026-12-31', true],
    ['2026-12-31', '2026-12-30', true],
    ['2026-12-31', '2027-01-01', false],
    ['2026-12-31', null, false],
    [null, null, true],
    [null, '2030-01-01', true],
  ])('a parent due on %s may hand down with %s: %s', (parent, child, may) =>
    expect(rules.canSetHandDownDay(parent, child).allowed).toBe(may),
  );
});

describe('how a line stands in time (rules T1, S2)', () => {
  it.each([
    ['before its day', 'in-progress', null, '2026-11-01', 60],
    ['on its day, to the end of it', 'in-progress', null, '2026-12-31', 0],
    ['the day after', 'in-progress', null, '2027-01-01', -1],
    ['completed in time, long after', 'completed', '2026-12-31', '2027-05-01', 0],
    ['completed late, for ever', 'closed', '2027-01-03', '2030-01-01', -3],
    ['returned after its day', 'returned', null, '2027-01-02', -2],
  ] as const)('%s', (_, status, completedOn, today, left) => {
    const it = line(status, { completedOn });
    expect([rules.daysLeft(it, today), rules.isLate(it, today)]).toEqual([left, left < 0]);
  });

  it.each([
    ['without a day', line('in-progress', { dueOn: null })],
    ['withdrawn', line('withdrawn')],
  ])('is never late: %s', (_, it) =>
    expect([rules.daysLeft(it, '2030-01-01'), rules.isLate(it, '2030-01-01')]).toEqual([null, false]),
  );
});

describe('words for everybody (rules U1)', () => {
  const proposed = { writtenBy: officer.personId, state: 'proposed' } as const;
  it.each([
    ['the unit', officer, true],
    ['the lead above', lead, true],
    ['another unit', otherLead, false],
    ['a supervisor', supervisor, false],
    ['a resident', resident, false],
  ])('are drafted by %s: %s', (_, who, may) => expect(canWritePublicLine(line(), who).allowed).toBe(may));

  it.each([
    ['a lead', lead, 'yes'],
    ['a supervisor', supervisor, 'yes'],
    ['another officer', townOfficer, '由单位负责人或督查员审查公开文字'],
    ['whoever wrote them', { ...lead, personId: officer.personId }, '起草人不能审查自己的文字，请另一人审查'],
  ])('are reviewed by %s', (_, who, words) => expect(said(canReviewPublicLine(proposed, who))).toBe(words));

  it('are reviewed once', () => {
    expect(canReviewPublicLine({ ...proposed, state: 'published' }, lead).allowed).toBe(false);
  });
});
