import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../calendar/working-days.ts';
import type { Actor } from '../people/actor.ts';
import type { Role } from '../people/role.ts';
import type { AssignmentStatus } from '../tasks/lines/assignment.ts';
import type { Verdict } from '../verdict.ts';
import type { CircularState, LineFacts } from './circular.ts';
import {
  canChangeCircular,
  canDecideCircular,
  canDecideObjection,
  canNameInCircular,
  canObject,
  canReadCircular,
  canReceive,
  canWithdrawCircular,
  changedSince,
  factsOf,
  proposedWords,
  thirtyDaysFrom,
} from './circular-rules.ts';
import { chineseNumeral, circularItemWords, circularReadersInWords } from './circular-words.ts';

const TODAY = '2026-11-25';
const actor = (role: Role, unitId: string, personId = `${unitId}的人`, unitIds = [unitId]): Actor => ({
  sessionId: 's',
  personId,
  name: '某人',
  role,
  unitId,
  unitName: unitId,
  unitIds,
});
const OFFICE = '县政府督查室';
const supervisor = actor('supervisor', OFFICE, '周正言');
const otherSupervisor = actor('supervisor', '县政府信息公开办', '苏明远');
const head = actor('unit-lead', OFFICE, '邹克勤');
const townLead = actor('unit-lead', '青石镇', '段立新', ['青石镇', '石桥村']);
const said = (verdict: Verdict) => (verdict.allowed ? 'yes' : verdict.reason);
const circular = (state: CircularState, madeBy = ['周正言']) => ({
  unitId: OFFICE,
  state,
  madeBy,
  readers: 'named' as const,
  issuedOn: state === 'issued' ? '2026-11-20' : null,
});
const line = (status: AssignmentStatus, dueOn: string | null, completedOn: string | null = null) => ({
  status,
  dueOn,
  completedOn,
  percent: 30,
  unitName: '青石镇',
  task: { number: 3, mainTask: '公开事项目录。' },
});

describe('which lines a circular may name', () => {
  it.each([
    ['open the day after its day', line('in-progress', '2026-11-24'), /^yes$/],
    ['open on its day', line('in-progress', '2026-11-25'), /没有逾期/],
    ['completed too late', line('completed', '2026-11-01', '2026-11-02'), /^yes$/],
    ['completed in time', line('closed', '2026-11-01', '2026-11-01'), /没有逾期/],
    ['without a day', line('in-progress', null), /没有逾期/],
    ['withdrawn', line('withdrawn', '2026-01-01'), /已撤销/],
  ])('one %s', (_, of, words) => expect(said(canNameInCircular(of, TODAY))).toMatch(words));

  it('as it stands today, in words the author may change', () => {
    const open = factsOf(line('in-progress', '2026-11-05'), TODAY)!;
    expect(open.daysLate).toBe(20);
    expect(proposedWords(open)).toBe('应于2026年11月5日完成，目前进度30%，已逾期20天');
    expect(proposedWords({ ...open, percent: null })).toMatch(/一直没有填报进展/);
    const done = factsOf(line('completed', '2026-11-05', '2026-11-08'), TODAY)!;
    expect(proposedWords(done)).toBe('应于2026年11月5日完成，2026年11月8日办结，逾期3天');
    expect(factsOf(line('in-progress', '2026-11-25'), TODAY)).toBeUndefined();
  });
});

describe('what the head may no longer sign', () => {
  const facts: LineFacts = factsOf(line('in-progress', '2026-11-05'), TODAY)!;
  it.each([
    ['still open, further on', { ...line('in-progress', '2026-11-05'), percent: 80 }, undefined],
    ['returned meanwhile', line('returned', '2026-11-05'), undefined],
    ['done meanwhile', line('completed', '2026-11-05', '2026-11-24'), '已于 2026-11-24 办结'],
    ['extended', line('in-progress', '2026-12-31'), '时限已改为 2026-12-31'],
    ['withdrawn', line('withdrawn', '2026-11-05'), '任务已撤销'],
    ['without a day now', line('in-progress', null), '已没有固定时限'],
  ])('%s', (_, now, words) => expect(changedSince(facts, now)).toBe(words));

  it('a line that was done and is open again', () => {
    const done = factsOf(line('completed', '2026-11-05', '2026-11-08'), TODAY)!;
    expect(changedSince(done, line('returned', '2026-11-05'))).toBe('办结后被退回');
    expect(changedSince(done, line('closed', '2026-11-05', '2026-11-08'))).toBeUndefined();
  });
});

describe('who makes, approves and takes back', () => {
  it.each([
    ['its office', supervisor, 'draft', /^yes$/],
    ['another office', otherSupervisor, 'draft', /起草单位/],
    ['the head', head, 'draft', /起草单位/],
    ['its office, once submitted', supervisor, 'submitted', /先收回/],
    ['its office, once issued', supervisor, 'issued', /由复核更正/],
    ['its office, once given up', supervisor, 'withdrawn', /已作废/],
  ] as const)('changed by %s', (_, who, state, words) =>
    expect(said(canChangeCircular(circular(state), who))).toMatch(words),
  );

  it.each([
    ['the office’s lead', head, circular('submitted'), /^yes$/],
    ['a supervisor', supervisor, circular('submitted'), /由印发单位的负责人/],
    ['a lead elsewhere', townLead, circular('submitted'), /由印发单位的负责人/],
    ['the lead who drafted it himself', head, circular('submitted', ['邹克勤']), /起草人不能批准/],
    ['the lead, before it is submitted', head, circular('draft'), /还没有提交/],
    ['the lead, twice', head, circular('issued'), /处理过了/],
  ])('approved by %s', (_, who, of, words) => expect(said(canDecideCircular(of, who))).toMatch(words));

  it.each([
    ['draft', /^yes$/],
    ['submitted', /^yes$/],
    ['issued', /已经印发/],
    ['withdrawn', /已作废/],
  ] as const)('taken back while %s', (state, words) =>
    expect(said(canWithdrawCircular(circular(state), supervisor))).toMatch(words),
  );
});

describe('who reads it', () => {
  it.each([
    ['its author, as a draft', supervisor, 'draft', 'named', true],
    ['the head, submitted', head, 'submitted', 'named', true],
    ['the unit, before it is issued', townLead, 'submitted', 'all-units', false],
    ['the unit', actor('officer', '石桥村'), 'issued', 'named', true],
    ['the unit above', townLead, 'issued', 'named', true],
    ['another unit', actor('officer', '白杨镇'), 'issued', 'named', false],
    ['another unit, when sent to all', actor('officer', '白杨镇'), 'issued', 'all-units', true],
    ['a resident', actor('resident', ''), 'issued', 'all-units', false],
  ] as const)('%s', (_, who, state, readers, is) =>
    expect(canReadCircular({ ...circular(state), readers }, ['石桥村'], who)).toBe(is),
  );
});

describe('receiving it', () => {
  const villager = actor('officer', '石桥村');
  it.each([
    ['opened by the unit', villager, null, /^yes$/],
    ['opened by the unit above', townLead, null, /被通报的单位自己/],
    ['handed over on paper', supervisor, '2026-11-20', /^yes$/],
    ['on paper, said by the unit', villager, '2026-11-21', /由督查员登记/],
    ['on paper before it was issued', supervisor, '2026-11-19', /不能早于印发日期/],
    ['on paper tomorrow', supervisor, '2026-11-26', /不能晚于今天/],
  ])('%s', (_, who, deliveredOn, words) =>
    expect(said(canReceive(circular('issued'), '石桥村', deliveredOn, who, TODAY))).toMatch(words),
  );
  it('not before it is issued', () =>
    expect(said(canReceive(circular('submitted'), '石桥村', null, villager, TODAY))).toMatch(/还没有印发/));
});

describe('objecting (政府督查工作条例)', () => {
  // 2026: 1 to 7 October are days off; 10 October is a worked Saturday.
  const calendar = workingCalendar([
    ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({ date: `2026-10-${day}`, kind: 'holiday' as const })),
    { date: '2026-10-10', kind: 'workday' },
  ]);
  it.each([
    ['thirty days on, the day of receipt not counted', '2026-09-28', '2026-10-28', false],
    ['ending on a Saturday', '2026-08-13', '2026-09-14', false],
    ['ending within the holidays', '2026-09-03', '2026-10-08', false],
    ['ending on a worked Saturday', '2026-09-10', '2026-10-10', false],
    ['ending in a year without a notice', '2026-12-10', '2027-01-11', true],
  ])('%s', (_, receivedOn, day, provisional) =>
    expect(thirtyDaysFrom(calendar, receivedOn)).toEqual({ day, provisional }),
  );

  it.each([
    ['the unit’s lead on the last day', townLead, '2026-11-25', false, /^yes$/],
    ['a day late', townLead, '2026-11-24', false, /期限是 2026-11-24/],
    ['before it was received', townLead, null, false, /^yes$/],
    ['an officer', actor('officer', '石桥村'), '2026-12-01', false, /负责人提出/],
    ['a lead elsewhere', head, '2026-12-01', false, /负责人提出/],
    ['twice', townLead, '2026-12-01', true, /已经提出过/],
  ])('%s', (_, who, until, isMade, words) =>
    expect(said(canObject('石桥村', { until, isMade }, who, TODAY))).toMatch(words),
  );

  it.each([
    ['another supervisor', otherSupervisor, null, /^yes$/],
    ['the one who drafted it', supervisor, null, /应当回避/],
    ['the head', head, null, /由督查员复核/],
    ['a supervisor of the unit', actor('supervisor', '石桥村'), null, /其他单位/],
    ['whoever made it', actor('supervisor', '县政府信息公开办', '段立新'), null, /您本人提出/],
    ['another supervisor, twice', otherSupervisor, 'upheld' as const, /复核过了/],
  ])('reviewed by %s', (_, who, outcome, words) =>
    expect(said(canDecideObjection(circular('issued'), { unitId: '石桥村', outcome, madeBy: '段立新' }, who))).toMatch(
      words,
    ),
  );
});

describe('what is printed', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [45, '四十五'],
    [99, '九十九'],
    [100, '100'],
    [0, '0'],
  ])('%i is %s', (count, words) => expect(chineseNumeral(count)).toBe(words));

  it('an item, corrected, or taken back', () => {
    const facts = factsOf(line('in-progress', '2026-11-05'), TODAY)!;
    const item = { facts, words: '进展缓慢', outcome: null, correctedWords: null };
    expect(circularItemWords(item, 0)).toBe('一、青石镇：第3项任务“公开事项目录”，进展缓慢。');
    expect(circularItemWords({ ...item, outcome: 'upheld' }, 0)).toBe(
      '一、青石镇：第3项任务“公开事项目录”，进展缓慢。',
    );
    expect(circularItemWords({ ...item, outcome: 'revoked' }, 1)).toBe(
      '二、青石镇：第3项任务“公开事项目录”。（本项经复核已撤销。）',
    );
    expect(circularItemWords({ ...item, outcome: 'corrected', correctedWords: '逾期 3 天办结。' }, 1)).toBe(
      '二、青石镇：第3项任务“公开事项目录”，逾期 3 天办结。（本项经复核已更正。）',
    );
  });

  it('to whom it goes', () => {
    const items = ['青石镇', '白杨镇', '青石镇'].map((unitName) => ({
      facts: { ...factsOf(line('in-progress', '2026-11-05'), TODAY)!, unitName },
    }));
    expect(circularReadersInWords({ readers: 'named', items })).toBe('青石镇，白杨镇');
    expect(circularReadersInWords({ readers: 'all-units', items })).toMatch(/各乡镇/);
  });
});
