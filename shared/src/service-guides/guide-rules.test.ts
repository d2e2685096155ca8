import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../people/actor.ts';
import type { Role } from '../people/role.ts';
import type { Verdict } from '../verdict.ts';
import { canCheckGuide, isStale, reviewDayFault } from './guide-rules.ts';
import { canPropose, canReview, canWithdraw, canWrite, type ReviewedWriting } from '../writings/writing-rules.ts';

const actor = (role: Role, personId: string, unitIds: string[] = ['局']): Actor => ({
  sessionId: 's',
  personId,
  name: personId,
  role,
  unitId: unitIds[0] ?? null,
  unitName: null,
  unitIds,
});
const officer = actor('officer', '孟文静');
const lead = actor('unit-lead', '贺敏');
const leadAbove = actor('unit-lead', '段立新', ['镇', '局']);
const otherLead = actor('unit-lead', '别人', ['镇']);
const supervisor = actor('supervisor', '周正言', ['督查室']);
const administrator = actor('administrator', '韩守成', ['办公室']);
const resident = actor('resident', '王大娘', []);

const DRAFT: ReviewedWriting = {
  unitId: '局',
  state: 'draft',
  authorIds: ['孟文静'],
  publishedAt: null,
  withdrawnAt: null,
};
const PROPOSED: ReviewedWriting = { ...DRAFT, state: 'proposed' };
const PUBLISHED: ReviewedWriting = { ...DRAFT, state: 'published', publishedAt: '2026-11-01T01:00:00.000Z' };
const WITHDRAWN: ReviewedWriting = { ...PUBLISHED, state: 'withdrawn', withdrawnAt: '2026-11-02T01:00:00.000Z' };

const said = (verdict: Verdict) => (verdict.allowed ? 'yes' : verdict.reason);

describe('who may do what to a guide, and when', () => {
  it.each<[string, (guide: ReviewedWriting, who: Actor) => Verdict, ReviewedWriting, Actor, RegExp]>([
    ['its officer writes', canWrite, DRAFT, officer, /^yes$/],
    ['the lead above writes', canWrite, DRAFT, leadAbove, /^yes$/],
    ['a supervisor writes', canWrite, DRAFT, supervisor, /^yes$/],
    ['another unit does not', canWrite, DRAFT, otherLead, /本单位和所辖单位/],
    ['an administrator does not', canWrite, DRAFT, administrator, /管理员只能查看/],
    ['a resident does not', canWrite, DRAFT, resident, /由主管单位/],
    ['a draft is proposed', canPropose, DRAFT, officer, /^yes$/],
    ['a proposed one is not proposed again', canPropose, PROPOSED, officer, /请等另一人审查/],
    ['a public one without changes is not', canPropose, PUBLISHED, officer, /请先修改/],
    ['one taken back is changed first', canPropose, WITHDRAWN, officer, /已经撤下/],
    ['the lead reviews', canReview, PROPOSED, lead, /^yes$/],
    ['the lead above reviews', canReview, PROPOSED, leadAbove, /^yes$/],
    ['a supervisor reviews', canReview, PROPOSED, supervisor, /^yes$/],
    ['an officer does not', canReview, PROPOSED, actor('officer', '另一人'), /负责人、督查员审查/],
    ['another unit’s lead does not', canReview, PROPOSED, otherLead, /负责人、督查员审查/],
    ['an author does not', canReview, { ...PROPOSED, authorIds: ['孟文静', '贺敏'] }, lead, /参与起草的人不能/],
    ['a draft is not reviewed', canReview, DRAFT, lead, /没有等待审查/],
    ['a public one is checked', canCheckGuide, PUBLISHED, officer, /^yes$/],
    ['a draft is not checked', canCheckGuide, DRAFT, officer, /不必核对/],
    ['one taken back is not checked', canCheckGuide, WITHDRAWN, officer, /不必核对/],
    ['the lead takes back', canWithdraw, PUBLISHED, lead, /^yes$/],
    ['an officer does not take back what is public', canWithdraw, PUBLISHED, officer, /负责人、督查员撤下/],
    ['an officer gives up a draft', canWithdraw, DRAFT, officer, /^yes$/],
    ['nobody takes back twice', canWithdraw, WITHDRAWN, supervisor, /已经撤下了/],
  ])('%s', (_, rule, guide, who, words) => expect(said(rule(guide, who))).toMatch(words));
});

describe('the review day', () => {
  it.each<[string, string | null]>([
    ['2026-11-25', '下次核对日期 2026-11-25 已到或已过，请改为今天以后的日子'],
    ['2026-11-26', null],
    ['2028-11-25', null],
    ['2028-11-26', '下次核对日期最晚为 2028-11-25（两年内），请改早一些'],
  ])('%s', (day, fault) => expect(reviewDayFault(day, '2026-11-25')).toBe(fault));

  it('has passed on the day after, of what is public', () => {
    const on = (guide: ReviewedWriting, reviewOn: string) => isStale({ ...guide, reviewOn }, '2026-11-25');
    expect([on(PUBLISHED, '2026-11-24'), on(PUBLISHED, '2026-11-25')]).toEqual([true, false]);
    expect([on(DRAFT, '2026-11-24'), on(WITHDRAWN, '2026-11-24')]).toEqual([false, false]);
  });
});
