import type { Day } from '../../calendar/day.ts';
import type { Actor } from '../../people/actor.ts';
import { reaches } from '../../people/scope.ts';
import { allowed, refused, type Verdict } from '../../verdict.ts';
import type { Assignment } from './assignment.ts';
import { isOpen } from './assignment-rules.ts';
import type { Extension } from './extension.ts';

type Line = Pick<Assignment, 'unitId' | 'status' | 'dueOn'>;

/** The unit's lead asks, with a reason, while the day has not passed (rules S1). */
export function canAskExtension(line: Line, actor: Actor, today: Day, isAsked = false): Verdict {
  if (actor.role !== 'unit-lead' || !reaches(actor, line.unitId))
    return refused('not-allowed', '由责任单位负责人申请延期');
  if (line.dueOn === null) return refused('wrong-state', '这项任务没有固定时限，不用延期');
  if (!isOpen(line.status)) return refused('wrong-state', '这项任务已办结或已撤销，不用延期');
  if (isAsked) return refused('wrong-state', '已经申请延期，正在等督查员审批');
  if (today > line.dueOn) return refused('too-late', '已过完成时限，不能再申请延期；请尽快办结并说明原因');
  return allowed;
}

/** A new day lies after the old one; what was handed down stays within the day of the unit above. */
export function canExtendTo(line: Pick<Line, 'dueOn'>, dueOn: Day, parentDueOn: Day | null): Verdict {
  if (line.dueOn !== null && dueOn <= line.dueOn)
    return refused('wrong-state', `新的时限要晚于原来的时限 ${line.dueOn}`);
  if (parentDueOn !== null && dueOn > parentDueOn)
    return refused('wrong-state', `不能晚于上级单位的时限 ${parentDueOn}；请上级单位先申请延期`);
  return allowed;
}

/** A supervisor decides, and never for the own unit; once the work is done there is nothing left to grant. */
export function canDecideExtension(
  extension: Pick<Extension, 'state'> & { askedBy?: string },
  line: Line,
  actor: Actor,
  outcome: 'granted' | 'declined',
): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员审批延期');
  if (actor.unitId === line.unitId) return refused('not-allowed', '本单位的延期要由其他单位的督查员审批');
  if (extension.askedBy === actor.personId) return refused('not-allowed', '这是您本人申请的延期，要由其他督查员审批');
  if (extension.state !== 'asked') return refused('wrong-state', '这份延期申请已经审批过了');
  if (outcome === 'granted' && !isOpen(line.status)) return refused('wrong-state', '任务已办结或已撤销，不必再延期');
  return allowed;
}
