import * as z from '../zod.ts';
import type { Actor } from '../people/actor.ts';
import { isStaff, leads, reaches } from '../people/scope.ts';
import { allOf, allowed, refused, type Verdict } from '../verdict.ts';

/** `draft`: being written or sent back; `proposed`: waits for another person's review; once published it stays so. */
export const WritingState = z.enum(['draft', 'proposed', 'published', 'withdrawn']);
export type WritingState = z.infer<typeof WritingState>;

/** What the rules ask of words for everybody that one person writes and another lets out (先审查后公开). */
export interface ReviewedWriting {
  unitId: string;
  state: WritingState;
  authorIds: readonly string[];
  /** Null while nothing of it has been public. */
  publishedAt: string | null;
  /** Set from when it was taken back until it is public again. */
  withdrawnAt: string | null;
}

export const isPublic = ({ publishedAt, withdrawnAt }: Pick<ReviewedWriting, 'publishedAt' | 'withdrawnAt'>) =>
  publishedAt !== null && withdrawnAt === null;

/** The unit's own people, those above it, and supervisors; administrators keep accounts. */
export function canWrite({ unitId }: Pick<ReviewedWriting, 'unitId'>, actor: Actor): Verdict {
  if (!isStaff(actor) || actor.role === 'administrator')
    return refused('not-allowed', '由主管单位的经办人、负责人或督查员编写，管理员只能查看');
  return reaches(actor, unitId) ? allowed : refused('not-allowed', '只能编写本单位和所辖单位的内容');
}

export function canPropose(writing: ReviewedWriting, actor: Actor): Verdict {
  return allOf(canWrite(writing, actor), NOT_TO_PROPOSE[writing.state]);
}

const NOT_TO_PROPOSE: Record<WritingState, Verdict> = {
  draft: allowed,
  proposed: refused('wrong-state', '已经提交审查，请等另一人审查；要修改请直接修改后重新提交'),
  published: refused('wrong-state', '没有未公开的修改，请先修改再提交审查'),
  withdrawn: refused('wrong-state', '已经撤下；要重新公开，请先修改内容再提交审查'),
};

/** 先审查后公开: nobody lets out words they had a hand in; the lead of the unit or of one above it does, or a supervisor. */
export function canReview(writing: ReviewedWriting, actor: Actor): Verdict {
  if (actor.role !== 'supervisor' && !leads(actor, writing.unitId))
    return refused('not-allowed', '由本单位或上级单位的负责人、督查员审查');
  if (writing.authorIds.includes(actor.personId))
    return refused('not-allowed', '参与起草的人不能审查自己的文字，请另一人审查');
  return writing.state === 'proposed' ? allowed : refused('wrong-state', '现在没有等待审查的内容');
}

/** Taken from the public by who may let it out; a draft nobody has seen, by whoever may write it. */
export function canWithdraw(writing: ReviewedWriting, actor: Actor): Verdict {
  if (writing.state === 'withdrawn') return refused('wrong-state', '已经撤下了');
  if (!isPublic(writing)) return canWrite(writing, actor);
  if (actor.role === 'supervisor' || leads(actor, writing.unitId)) return allowed;
  return refused('not-allowed', '已经公开，由本单位或上级单位的负责人、督查员撤下');
}
