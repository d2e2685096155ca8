import type { Actor } from '../../people/actor.ts';
import { isStaff, leads } from '../../people/scope.ts';
import { allowed, refused, type Verdict } from '../../verdict.ts';
import type { Assignment } from '../lines/assignment.ts';
import type { PublicLine, ReviewedWords } from './public-line.ts';

/** Of a task that is a finding; null for any other. */
type Finding = { withheldReason: string | null } | null;

/** The unit itself drafts what everybody may read; of a finding, whoever oversees it may word the problem too. */
export function canWritePublicLine(
  line: Pick<Assignment, 'unitId' | 'status'>,
  actor: Actor,
  subject: PublicLine['subject'] = null,
  finding: Finding = null,
): Verdict {
  const own = actor.unitId === line.unitId || leads(actor, line.unitId);
  const oversees = subject === 'problem' && actor.role === 'supervisor';
  if (!isStaff(actor) || !(own || oversees)) return refused('not-allowed', '由责任单位起草公开文字');
  if (line.status === 'withdrawn') return refused('wrong-state', '这项任务已撤销');
  if (subject === null && finding) return refused('wrong-state', '督查整改的问题、措施和结果分别公开，请选择其中一项');
  if (subject === null) return allowed;
  if (!finding) return refused('wrong-state', '只有督查整改的问题才分别公开问题、措施和结果');
  if (subject === 'result' && line.status !== 'closed')
    return refused('wrong-state', '复查到位并销号后，再公开整改结果');
  return mayBePublic(finding);
}

/** Nobody publishes their own words (先审查后公开), be it a public line or the answer to a question. */
export function canReviewPublicLine(
  line: Pick<ReviewedWords, 'writtenBy' | 'state'> & { subject?: PublicLine['subject'] },
  actor: Actor,
  outcome: 'published' | 'declined' = 'declined',
  finding: Finding = null,
): Verdict {
  if (actor.role !== 'unit-lead' && actor.role !== 'supervisor')
    return refused('not-allowed', '由单位负责人或督查员审查公开文字');
  // The unit it was found at does not decide how its own problem is told.
  if (line.subject === 'problem' && actor.role !== 'supervisor')
    return refused('not-allowed', '问题怎样公开由督查员审查');
  if (line.writtenBy === actor.personId) return refused('not-allowed', '起草人不能审查自己的文字，请另一人审查');
  if (line.state !== 'proposed') return refused('wrong-state', '这条公开文字已经审查过了');
  return outcome === 'published' ? mayBePublic(finding) : allowed;
}

/** What was kept from the public on purpose does not become public by another door. */
function mayBePublic(finding: Finding): Verdict {
  if (!finding?.withheldReason) return allowed;
  return refused('wrong-state', `这个问题不公开：${finding.withheldReason}`);
}
