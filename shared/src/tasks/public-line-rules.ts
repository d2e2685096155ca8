import type { Actor } from '../people/actor.ts';
import { isStaff, leads } from '../people/scope.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Assignment } from './assignment.ts';
import type { PublicLine } from './public-line.ts';

/** The unit itself drafts what everybody may read. */
export function canWritePublicLine(line: Pick<Assignment, 'unitId' | 'status'>, actor: Actor): Verdict {
  if (!isStaff(actor) || !(actor.unitId === line.unitId || leads(actor, line.unitId)))
    return refused('not-allowed', '由责任单位起草公开文字');
  if (line.status === 'withdrawn') return refused('wrong-state', '这项任务已撤销');
  return allowed;
}

/** Nobody publishes their own words (先审查后公开). */
export function canReviewPublicLine(line: Pick<PublicLine, 'writtenBy' | 'state'>, actor: Actor): Verdict {
  if (actor.role !== 'unit-lead' && actor.role !== 'supervisor')
    return refused('not-allowed', '由单位负责人或督查员审查公开文字');
  if (line.writtenBy === actor.personId) return refused('not-allowed', '起草人不能审查自己的文字，请另一人审查');
  if (line.state !== 'proposed') return refused('wrong-state', '这条公开文字已经审查过了');
  return allowed;
}
