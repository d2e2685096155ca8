import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.ts';
import type { Role } from '../people/role.ts';
import type { AssignmentStatus } from '../tasks/lines/assignment.ts';
import { NewNudge } from './nudge.ts';
import { canNudge, canReadNudge, isAllOthers, leftOutInWords, leftOutOf, nudgeInWords } from './nudge-rules.ts';

const OFFICE = '县政府督查室';
const TOWN = '青石镇';
const VILLAGE = '石桥村';

const actor = (role: Role, unitId: string, unitIds = [unitId]): Actor => ({
  sessionId: 's',
  personId: `${unitId}的${role}`,
  name: '某人',
  role,
  unitId,
  unitName: unitId,
  unitIds,
});

const PEOPLE = {
  督查员: actor('supervisor', OFFICE),
  镇里的督查员: actor('supervisor', TOWN),
  管理员: actor('administrator', OFFICE),
  镇负责人: actor('unit-lead', TOWN, [TOWN, VILLAGE]),
  镇经办人: actor('officer', TOWN),
  村负责人: actor('unit-lead', VILLAGE),
} as const;

const own = { unitId: TOWN, parentUnitId: null };
const handedDown = { unitId: VILLAGE, parentUnitId: TOWN };
const earlier = { byName: '周正言', at: '2026-11-25T01:12:30.000Z' };

describe('who may nudge', () => {
  it.each([
    ['督查员', own, 'yes'],
    ['督查员', handedDown, 'yes'],
    ['镇里的督查员', own, '本单位的任务要由其他单位的督查员催办'],
    ['镇里的督查员', handedDown, 'yes'],
    ['管理员', own, '由督查员催办；分解下去的任务，也可以由分解单位的负责人催办'],
    ['镇负责人', own, '由督查员催办；分解下去的任务，也可以由分解单位的负责人催办'],
    ['镇负责人', handedDown, 'yes'],
    ['镇经办人', handedDown, '由督查员催办；分解下去的任务，也可以由分解单位的负责人催办'],
    ['村负责人', handedDown, '由督查员催办；分解下去的任务，也可以由分解单位的负责人催办'],
  ] as const)('%s %j: %s', (who, line, said) => {
    const verdict = canNudge({ ...line, status: 'in-progress' }, PEOPLE[who]);
    expect(verdict.allowed ? 'yes' : verdict.reason).toBe(said);
  });

  it.each([
    ['assigned', 'yes'],
    ['acknowledged', 'yes'],
    ['in-progress', 'yes'],
    ['returned', 'yes'],
    ['completed', '这项任务已经办结，不用催办'],
    ['closed', '这项任务已经办结，不用催办'],
    ['withdrawn', '这项任务已撤销，不用催办'],
  ] as const)('a line that is %s: %s', (status: AssignmentStatus, said) => {
    const verdict = canNudge({ ...own, status }, PEOPLE.督查员);
    expect(verdict.allowed ? 'yes' : verdict.reason).toBe(said);
  });

  it('is refused a line nudged today by anyone, with by whom and when', () => {
    const verdict = canNudge({ ...own, status: 'assigned' }, PEOPLE.督查员, earlier);
    expect(verdict).toEqual({ allowed: false, code: 'wrong-state', reason: '今天 9:12 周正言已催办过' });
    const done = canNudge({ ...own, status: 'closed' }, PEOPLE.督查员, earlier);
    expect(done).toMatchObject({ reason: '这项任务已经办结，不用催办' });
  });
});

describe('what is left out', () => {
  const other = { byName: '苏明远', at: '2026-11-25T06:00:00.000Z' };
  const left = leftOutOf([
    { why: 'nudged-today', today: other },
    { why: 'nudged-today', today: earlier },
    { why: 'completed', today: earlier },
    { why: 'completed', today: null },
    { why: 'nudged-today', today: earlier },
    { why: 'own-unit', today: null },
  ]);

  it('is told by reason, and by who nudged before', () =>
    expect(left.map(leftOutInWords)).toEqual([
      '2 项已办结，没有催办',
      '2 项今天 9:12 周正言已催办过，没有再催',
      '1 项今天 14:00 苏明远已催办过，没有再催',
      '1 项是本单位的任务，要由其他单位的督查员催办',
    ]));

  it('is all others’ when nothing of it is one’s own to nudge', () => {
    expect(isAllOthers(left)).toBe(false);
    expect(isAllOthers([{ why: 'own-unit' }, { why: 'not-handed-down' }])).toBe(true);
  });
});

it('is read by whoever sent it, by overseers, and by the units it is about', () => {
  const nudge = { by: PEOPLE.镇负责人.personId };
  const readers = Object.entries(PEOPLE).filter(([, one]) => canReadNudge(nudge, [VILLAGE], one));
  expect(readers.map(([name]) => name)).toEqual(['督查员', '镇里的督查员', '管理员', '镇负责人', '村负责人']);
  expect(canReadNudge(nudge, [TOWN], PEOPLE.村负责人)).toBe(false);
});

it('tells one task by its name and several by their number', () => {
  const nudge = { words: '请今天填报', byName: '周正言', fromUnitName: OFFICE };
  const words = '县政府督查室周正言催办：请今天填报';
  expect(nudgeInWords(nudge, [{ mainTask: '公开目录' }])).toEqual({ what: '公开目录', words });
  expect(nudgeInWords(nudge, [{ mainTask: '公开目录' }, { mainTask: '开放日' }])).toEqual({ what: '2 项任务', words });
});

describe('a nudge as it is sent', () => {
  const id = '0190a000-0000-7000-8000-000000000001';
  const sent = (over: object) =>
    NewNudge.safeParse({ id, words: '请抓紧', lines: { by: 'selection', assignmentIds: [id] }, ...over });

  it.each([
    ['as it should be', {}, true],
    ['with one sign of words', { words: ' 快 ' }, false],
    ['with 300 signs', { words: '快'.repeat(300) }, true],
    ['with 301 signs', { words: '快'.repeat(301) }, false],
    ['of no lines', { lines: { by: 'selection', assignmentIds: [] } }, false],
    ['of a line twice', { lines: { by: 'selection', assignmentIds: [id, id] } }, false],
    ['of a filter', { lines: { by: 'filter', breakdownId: id, filter: { due: 'late' } } }, true],
    ['of a filter nobody knows', { lines: { by: 'filter', breakdownId: id, filter: { due: 'whenever' } } }, false],
    ['of everything', { lines: { by: 'everything' } }, false],
  ])('%s', (_name, over, isGood) => expect(sent(over).success).toBe(isGood));
});
