import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.ts';
import type { Role } from '../people/role.ts';
import { canReviewPublicLine } from '../tasks/public/public-line-rules.ts';
import type { Verdict } from '../verdict.ts';
import type { TaskQuestion } from './task-question.ts';
import * as rules from './task-question-rules.ts';

const BUREAU = '县行政审批局';
const TOWN = '青石镇';
const VILLAGE = '石桥村';
const OFFICE = '县政府督查室';

const actor = (role: Role, unitId: string | null, unitIds = unitId ? [unitId] : []): Actor => ({
  sessionId: 's',
  personId: `${role} ${unitId}`,
  name: '某人',
  role,
  unitId,
  unitName: unitId,
  unitIds,
});
const people = {
  村经办人: actor('officer', VILLAGE),
  镇经办人: actor('officer', TOWN),
  镇负责人: actor('unit-lead', TOWN, [TOWN, VILLAGE]),
  局负责人: actor('unit-lead', BUREAU),
  督查员: actor('supervisor', OFFICE),
  管理员: actor('administrator', '县政府办公室'),
  群众: actor('resident', null),
};
const named = (ask: (who: Actor) => Verdict) =>
  Object.entries(people)
    .filter(([, who]) => ask(who).allowed)
    .map(([name]) => name);
const asked = (unitId: string, state: TaskQuestion['state'] = 'waiting') => ({ unitId, state });
const STATES: TaskQuestion['state'][] = ['waiting', 'proposed', 'returned', 'answered', 'declined'];

describe('the unit that is asked', () => {
  const line = (unitId: string, part: 'lead' | 'responsible' | 'supporting', over: object = {}) => ({
    unitId,
    part,
    parentId: null,
    status: 'in-progress' as const,
    ...over,
  });
  const clear = { openSetPhrase: null, unresolvedPhrase: null };
  const open = { ...clear, openSetPhrase: '等县级有关部门' };
  const unclear = { ...clear, unresolvedPhrase: '见附件2' };

  it.each([
    ['the lead, wherever it stands', clear, [line(TOWN, 'responsible'), line(BUREAU, 'lead')], BUREAU],
    ['the lead, whatever else is unclear', unclear, [line(BUREAU, 'lead')], BUREAU],
    ['the only unit, where none leads', clear, [line(TOWN, 'responsible')], TOWN],
    [
      'no village a line was handed down to',
      clear,
      [line(TOWN, 'responsible'), line(VILLAGE, 'lead', { parentId: 'a' })],
      TOWN,
    ],
    [
      'the office, among several without a lead',
      clear,
      [line(TOWN, 'responsible'), line(BUREAU, 'responsible')],
      OFFICE,
    ],
    ['the office, while the set is open', open, [line(TOWN, 'responsible')], OFFICE],
    ['the office, while a part is unclear', unclear, [line(TOWN, 'responsible')], OFFICE],
    ['the office, when the lead was taken back', clear, [line(BUREAU, 'lead', { status: 'withdrawn' })], OFFICE],
    ['the office, when there is nobody', clear, [], OFFICE],
  ])('is %s', (_, task, lines, unit) => expect(rules.unitToAsk(task, lines, OFFICE)).toBe(unit));
});

describe('who may do what with a question', () => {
  it.each([
    ['answers what the township is asked', rules.canAnswerQuestion, TOWN, ['镇经办人', '镇负责人']],
    ['answers what a village is asked', rules.canAnswerQuestion, VILLAGE, ['村经办人', '镇负责人']],
    ['answers what the office is asked', rules.canAnswerQuestion, OFFICE, ['督查员']],
    ['passes it on', rules.canReferQuestion, TOWN, ['督查员']],
    ['declines it', rules.canDeclineQuestion, TOWN, ['镇负责人', '督查员']],
  ])('%s', (_, can, unit, expected) => expect(named((who) => can(asked(unit), who))).toEqual(expected));

  it.each([
    ['answered', rules.canAnswerQuestion, people['镇经办人']],
    ['passed on', rules.canReferQuestion, people['督查员']],
    ['declined', rules.canDeclineQuestion, people['镇负责人']],
  ])('is %s only while nothing stands about it', (_, can, who) =>
    expect(STATES.filter((state) => can(asked(TOWN, state), who).allowed)).toEqual(['waiting', 'returned']),
  );

  it('goes to another unit that has the task, and to no other', () => {
    const said = (unitId: string) => {
      const verdict = rules.canReferTo(asked(OFFICE), unitId, [TOWN, BUREAU]);
      return verdict.allowed || verdict.reason;
    };
    expect([TOWN, OFFICE, VILLAGE].map(said)).toEqual([true, '这条提问已在这个单位', '只能转给承担这项任务的单位']);
  });

  it('is let out by a lead or a supervisor who did not write the answer, as a public line is', () => {
    const by = (writtenBy: string) => named((who) => canReviewPublicLine({ writtenBy, state: 'proposed' }, who));
    expect(by('officer 青石镇')).toEqual(['镇负责人', '局负责人', '督查员']);
    expect(by('unit-lead 青石镇')).toEqual(['局负责人', '督查员']);
  });
});

describe('the asker', () => {
  it('hears that it waits, is being answered, was answered or declined, and not who sent what back', () =>
    expect(STATES.map(rules.stateForAsker)).toEqual([
      'waiting',
      'being-answered',
      'being-answered',
      'answered',
      'declined',
    ]));

  it.each([
    ['2026-12-09', null, false],
    ['2026-12-10', null, true],
    ['2026-12-31', '2026-12-30T01:00:00.000Z', false],
  ])('waits too long on %s (settled: %s): %s', (today, settledAt, late) =>
    expect(rules.isAnswerLate({ settledAt, answerBy: '2026-12-09' }, today)).toBe(late),
  );
});
