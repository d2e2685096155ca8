import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../people/actor.ts';
import type { Role } from '../../people/role.ts';
import type { Verdict } from '../../verdict.ts';
import type { AssignmentStatus } from './assignment.ts';
import { canAskExtension, canDecideExtension, canExtendTo } from './extension-rules.ts';

const actor = (role: Role, unitId: string, unitIds = [unitId]): Actor => ({
  sessionId: 's',
  personId: 'p',
  name: '某人',
  role,
  unitId,
  unitName: unitId,
  unitIds,
});
const lead = actor('unit-lead', '青石镇', ['青石镇', '石桥村']);
const supervisor = actor('supervisor', '县政府督查室');
const line = (status: AssignmentStatus = 'in-progress', dueOn: string | null = '2026-12-31', unitId = '石桥村') => ({
  unitId,
  status,
  dueOn,
});
const said = (verdict: Verdict) => (verdict.allowed ? 'yes' : verdict.reason);

describe('asking for a later day (rules S1)', () => {
  it.each([
    ['the day before', '2026-12-30', /^yes$/],
    ['on the day itself, which ends at midnight', '2026-12-31', /^yes$/],
    ['the day after', '2027-01-01', /已过完成时限/],
  ])('%s', (_, today, words) => expect(said(canAskExtension(line(), lead, today))).toMatch(words));

  it.each([
    ['an officer', actor('officer', '石桥村'), /负责人申请/],
    ['a lead elsewhere', actor('unit-lead', '县教育局'), /负责人申请/],
    ['a supervisor', supervisor, /负责人申请/],
    ['the lead above', lead, /^yes$/],
  ])('%s', (_, who, words) => expect(said(canAskExtension(line(), who, '2026-12-01'))).toMatch(words));

  it.each([
    ['without a day', line('in-progress', null), /没有固定时限/],
    ['completed', line('completed'), /已办结/],
    ['closed', line('closed'), /已办结/],
    ['withdrawn', line('withdrawn'), /已撤销/],
    ['returned', line('returned'), /^yes$/],
    ['not yet opened', line('assigned'), /^yes$/],
  ])('a line that is %s', (_, of, words) => expect(said(canAskExtension(of, lead, '2026-12-01'))).toMatch(words));

  it('waits for an answer before asking again', () => {
    expect(said(canAskExtension(line(), lead, '2026-12-01', true))).toMatch(/正在等督查员审批/);
  });

  it.each([
    ['2026-12-31', null, /要晚于/],
    ['2026-12-01', null, /要晚于/],
    ['2027-01-01', null, /^yes$/],
    ['2027-01-31', '2027-01-31', /^yes$/],
    ['2027-02-01', '2027-01-31', /不能晚于上级单位/],
  ])('to %s under a parent of %s', (dueOn, parent, words) =>
    expect(said(canExtendTo(line(), dueOn, parent))).toMatch(words),
  );
});

describe('deciding it', () => {
  const asked = { state: 'asked' } as const;
  it.each([
    ['a supervisor', supervisor, line(), 'granted', /^yes$/],
    ['a supervisor of the unit itself', actor('supervisor', '石桥村'), line(), 'granted', /其他单位的督查员/],
    ['a lead', lead, line(), 'granted', /由督查员审批/],
    ['when the work is done meanwhile', supervisor, line('completed'), 'granted', /不必再延期/],
    ['no, when the work is done meanwhile', supervisor, line('completed'), 'declined', /^yes$/],
  ] as const)('%s', (_, who, of, outcome, words) =>
    expect(said(canDecideExtension(asked, of, who, outcome))).toMatch(words),
  );

  it('is not by whoever asked, in another post', () => {
    const own = { state: 'asked', askedBy: supervisor.personId } as const;
    expect(said(canDecideExtension(own, line(), supervisor, 'granted'))).toMatch(/您本人申请/);
  });

  it('happens once', () => {
    expect(said(canDecideExtension({ state: 'granted' }, line(), supervisor, 'declined'))).toMatch(/审批过了/);
  });
});
