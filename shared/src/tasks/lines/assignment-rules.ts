import type { Day } from '../../calendar/day.ts';
import { daysBetween } from '../../calendar/day.ts';
import type { Actor } from '../../people/actor.ts';
import { isStaff, leads, overseesAll, reaches } from '../../people/scope.ts';
import { allowed, refused, type Verdict } from '../../verdict.ts';
import type { Assignment, AssignmentStatus } from './assignment.ts';
import type { NewProgressReport } from './progress-report.ts';

export type AssignmentAction =
  'report' | 'complete' | 'return' | 'close' | 'hand-down' | 'withdraw' | 'state-measure' | 'recheck';

/** What may be done in each state; who may do it is asked separately. */
const ACTIONS = {
  assigned: ['report', 'hand-down', 'withdraw', 'state-measure'],
  acknowledged: ['report', 'hand-down', 'withdraw', 'state-measure'],
  'in-progress': ['report', 'complete', 'hand-down', 'withdraw', 'state-measure'],
  completed: ['return', 'close', 'recheck'],
  returned: ['report', 'complete', 'hand-down', 'withdraw', 'state-measure'],
  closed: [],
  withdrawn: [],
} as const satisfies Record<AssignmentStatus, readonly AssignmentAction[]>;

const WHY_NOT = {
  assigned: '还没有填报过进展，请先填报',
  acknowledged: '还没有填报过进展，请先填报',
  'in-progress': '责任单位还没有办结',
  completed: '已经办结，正在等待核验',
  returned: '已退回，等责任单位重新办结',
  closed: '已经销号，不能再改',
  withdrawn: '这项任务已撤销',
} as const satisfies Record<AssignmentStatus, string>;

/** What others do with a unit's work, and are told of it, not to do it themselves. */
const CHECKS = ['return', 'close', 'recheck'] as const satisfies readonly AssignmentAction[];

type Line = Pick<Assignment, 'unitId' | 'status'>;

/** Filing progress: the responsible unit itself, or somebody above who enters it for a unit that rang. */
export function canReport(line: Line, actor: Actor, source: NewProgressReport['source'] = 'self'): Verdict {
  if (!isStaff(actor)) return refused('not-allowed', '工作人员登录后才能填报');
  const own = actor.unitId === line.unitId;
  if (source === 'self' && !own) return refused('not-allowed', '这是其他单位的任务，只有责任单位可以填报进展');
  if (source === 'phone' && !(overseesAll(actor) || leads(actor, line.unitId)))
    return refused('not-allowed', '只有上级单位负责人或督查员可以代为录入');
  return offersAction(line, 'report');
}

/** Whether opening the line counts as the unit's acknowledgement (签收). */
export function acknowledgesByOpening(line: Line, actor: Actor): boolean {
  return line.status === 'assigned' && isStaff(actor) && actor.unitId === line.unitId;
}

export function canComplete(line: Line, actor: Actor): Verdict {
  if (actor.role !== 'unit-lead' || !reaches(actor, line.unitId))
    return refused('not-allowed', '由责任单位负责人确认办结');
  return offersAction(line, 'complete');
}

/** Returning and closing: a supervisor, and never of the unit whose work it is (rules S1). */
export function canReview(line: Line, actor: Actor, action: 'return' | 'close'): Verdict {
  const word = action === 'return' ? '退回' : '销号';
  if (actor.role !== 'supervisor') return refused('not-allowed', `只有督查员可以${word}`);
  if (actor.unitId === line.unitId) return refused('not-allowed', `本单位的任务要由其他单位的督查员${word}`);
  return offersAction(line, action);
}

/** Whoever completed a line, or has a post in its unit too, does not check it in another capacity (rules S1). */
export function canReviewInPerson(
  line: Pick<Assignment, 'unitId'>,
  completedBy: string | null,
  actor: Pick<Actor, 'personId'>,
  posts: readonly { unitId: string }[],
): Verdict {
  if (completedBy === actor.personId) return refused('not-allowed', '这项任务是您本人确认办结的，要由其他督查员核验');
  if (posts.some(({ unitId }) => unitId === line.unitId))
    return refused('not-allowed', '您在责任单位也有任职，要由其他督查员核验');
  return allowed;
}

/** Units the plan left open (等…有关部门) or unclear (见附件2) are named later by a supervisor (rules P2). */
export function canAddUnits(actor: Actor, task: { withdrawnReason: string | null }): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员添加责任单位');
  return task.withdrawnReason === null ? allowed : refused('wrong-state', `这项任务已撤销：${task.withdrawnReason}`);
}

/** 撤销: a line that should not have been, taken back with a reason; its history stays. */
export function canWithdraw(line: Line, actor: Actor): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员撤销');
  if (actor.unitId === line.unitId) return refused('not-allowed', '本单位的任务要由其他单位的督查员撤销');
  return offersAction(line, 'withdraw');
}

export function canHandDown(line: Line, actor: Actor): Verdict {
  if (!leads(actor, line.unitId)) return refused('not-allowed', '由本单位负责人分解任务');
  return offersAction(line, 'hand-down');
}

/** A child's day may not lie after its parent's; where the parent has none, any day or none will do. */
export function canSetHandDownDay(parentDueOn: Day | null, dueOn: Day | null): Verdict {
  if (parentDueOn !== null && (dueOn === null || dueOn > parentDueOn))
    return refused('wrong-state', `完成时限不能晚于本单位的时限 ${parentDueOn}`);
  return allowed;
}

/**
 * A lower percent than the last one asks why; history shows both. What is filed late for a period gone by tells how far
 * the work was then, and does not count against today's figure.
 */
export function needsLowerReason(
  line: Pick<Assignment, 'percent' | 'reportedPeriod'>,
  report: { percent: number | null; period?: string | null },
): boolean {
  if (line.percent === null || report.percent === null || isForEarlier(line, report)) return false;
  return report.percent < line.percent;
}

/** Whether a later period than the report's has been reported on. */
function isForEarlier(line: Pick<Assignment, 'reportedPeriod'>, { period }: { period?: string | null }): boolean {
  return Boolean(period && line.reportedPeriod && period < line.reportedPeriod);
}

/** Report words and photos: the unit, the units above it and overseers. */
export function canReadReports(line: Pick<Assignment, 'unitId'>, actor: Actor): boolean {
  return isStaff(actor) && reaches(actor, line.unitId);
}

/** What a report makes of the line: its percent is the last report's, and work is in progress; "nothing new" leaves both. */
export function withReport<L extends Assignment>(
  line: L,
  report: { percent: number | null; period: string | null; filedAt: string },
): L {
  const isEarlier = isForEarlier(line, report);
  const reportedPeriod = isEarlier ? line.reportedPeriod : (report.period ?? line.reportedPeriod);
  const reported = { ...line, lastReportedAt: report.filedAt, reportedPeriod };
  if (report.percent === null || isEarlier)
    return { ...reported, status: line.status === 'assigned' ? 'acknowledged' : line.status };
  return { ...reported, status: line.status === 'returned' ? 'returned' : 'in-progress', percent: report.percent };
}

export function isOpen(status: AssignmentStatus): boolean {
  return status !== 'completed' && status !== 'closed' && status !== 'withdrawn';
}

/** Calendar days left until the due day, negative when late; null without a due day. For a completed line, at its completion. */
export function daysLeft(line: Pick<Assignment, 'dueOn' | 'status' | 'completedOn'>, today: Day): number | null {
  if (line.dueOn === null || line.status === 'withdrawn') return null;
  const at = isOpen(line.status) ? today : (line.completedOn ?? today);
  return daysBetween(at, line.dueOn);
}

/** Whether the line is late: open past its day, or completed after it, which stays so for ever (rules S2). */
export function isLate(line: Pick<Assignment, 'dueOn' | 'status' | 'completedOn'>, today: Day): boolean {
  const left = daysLeft(line, today);
  return left !== null && left < 0;
}

/** Working days before the due day from which a line is "due soon". */
export const DUE_SOON_WORKING_DAYS = 30;

/** Whether the line stands where this may be done, whoever asks. */
export function offersAction(line: Pick<Line, 'status'>, action: AssignmentAction): Verdict {
  if ((ACTIONS[line.status] as readonly AssignmentAction[]).includes(action)) return allowed;
  const isUnreported = line.status === 'assigned' || line.status === 'acknowledged';
  if (isUnreported && (CHECKS as readonly AssignmentAction[]).includes(action))
    return refused('wrong-state', '责任单位还没有填报过进展');
  return refused('wrong-state', WHY_NOT[line.status]);
}
