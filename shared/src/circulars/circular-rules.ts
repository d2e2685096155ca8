import { addDays, dateInWords, daysBetween, type Day } from '../calendar/day.ts';
import { workingDayOnOrAfter, type Reckoned, type WorkingCalendar } from '../calendar/working-days.ts';
import type { Actor } from '../people/actor.ts';
import { isStaff, leads, overseesAll, reaches } from '../people/scope.ts';
import type { Assignment } from '../tasks/lines/assignment.ts';
import { isLate, isOpen } from '../tasks/lines/assignment-rules.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { Circular, LineFacts } from './circular.ts';
import type { Objection } from './objection.ts';

type LateLine = Pick<Assignment, 'dueOn' | 'status' | 'percent' | 'completedOn'>;

/** Days a unit has to object, and the office to decide, from the day after (政府督查工作条例, rules S4). */
export const OBJECTION_DAYS = 30;

/** Late by so many working days a line is proposed for a circular (rules S3). */
export const CIRCULAR_WORKING_DAYS = 15;

export function canDraftCircular(actor: Actor): Verdict {
  return actor.role === 'supervisor' ? allowed : refused('not-allowed', '由督查员起草通报');
}

/** Only late work is named: that it is late the system can vouch for. */
export function canNameInCircular(line: Pick<Assignment, 'dueOn' | 'status' | 'completedOn'>, today: Day): Verdict {
  if (line.status === 'withdrawn') return refused('wrong-state', '这项任务已撤销，不能列入通报');
  if (!isLate(line, today)) return refused('wrong-state', '这项任务没有逾期，不能列入通报');
  return allowed;
}

/** The office that drafts it changes it, while no head has it before him. */
export function canChangeCircular(circular: Pick<Circular, 'unitId' | 'state'>, actor: Actor): Verdict {
  if (actor.role !== 'supervisor' || actor.unitId !== circular.unitId)
    return refused('not-allowed', '由起草单位的督查员修改');
  if (circular.state !== 'draft') return refused('wrong-state', NOT_A_DRAFT[circular.state]);
  return allowed;
}

const NOT_A_DRAFT = {
  submitted: '已提交待批准，先收回再修改',
  issued: '已经印发，不能再改；内容有误的由复核更正',
  withdrawn: '这份通报已作废',
} as const;

/** A circular goes to its head only where the office has one. */
export function canSubmitCircular(
  circular: Pick<Circular, 'unitId' | 'state'>,
  actor: Actor,
  hasLead: boolean,
): Verdict {
  if (!hasLead) return refused('wrong-state', '本单位还没有设负责人，没有人能批准；请管理员先设负责人');
  return canChangeCircular(circular, actor);
}

/** Taking back what no head has decided yet, or giving a draft up. */
export function canWithdrawCircular(circular: Pick<Circular, 'unitId' | 'state'>, actor: Actor): Verdict {
  if (actor.role !== 'supervisor' || actor.unitId !== circular.unitId)
    return refused('not-allowed', '由起草单位的督查员处理');
  if (circular.state === 'draft' || circular.state === 'submitted') return allowed;
  return refused('wrong-state', NOT_A_DRAFT[circular.state]);
}

/** Criticism needs the head's approval (rules S4): the lead of the issuing office, never the one who drafted it. */
export function canDecideCircular(circular: Pick<Circular, 'unitId' | 'state' | 'madeBy'>, actor: Actor): Verdict {
  if (!leads(actor, circular.unitId)) return refused('not-allowed', '由印发单位的负责人批准');
  if (circular.madeBy.includes(actor.personId)) return refused('not-allowed', '起草人不能批准自己的通报');
  if (circular.state !== 'submitted')
    return refused('wrong-state', circular.state === 'draft' ? '还没有提交批准' : '这份通报已经处理过了');
  return allowed;
}

/** What the head may no longer sign because it is no longer so; undefined while it is. */
export function changedSince(facts: LineFacts, line: LateLine): string | undefined {
  if (line.status === 'withdrawn') return '任务已撤销';
  if (line.dueOn !== facts.dueOn) return line.dueOn ? `时限已改为 ${line.dueOn}` : '已没有固定时限';
  if (isOpen(facts.status) && !isOpen(line.status)) return `已于 ${line.completedOn ?? '近日'} 办结`;
  if (!isOpen(facts.status) && isOpen(line.status)) return '办结后被退回';
  return undefined;
}

/** What the head should know before signing: what is no longer so, or what the unit has reported since. */
export function newsSince(facts: LineFacts, line: LateLine): string | undefined {
  const changed = changedSince(facts, line);
  if (changed || line.percent === facts.percent || line.percent === null) return changed;
  return `已填报到 ${line.percent}%`;
}

/** What a circular says of a line unless its author says it otherwise. */
export function proposedWords(
  line: Pick<LineFacts, 'dueOn' | 'status' | 'percent' | 'daysLate' | 'completedOn'>,
): string {
  const due = `应于${dateInWords(line.dueOn)}完成`;
  if (!isOpen(line.status))
    return `${due}，${line.completedOn ? dateInWords(line.completedOn) : ''}办结，逾期${line.daysLate}天`;
  if (line.status === 'returned') return `${due}，办结后被退回，尚未整改到位，已逾期${line.daysLate}天`;
  const progress = line.percent === null ? '一直没有填报进展' : `目前进度${line.percent}%`;
  return `${due}，${progress}，已逾期${line.daysLate}天`;
}

/** How a late line stands on a day; undefined for one that is not late then. */
export function factsOf(
  line: LateLine & { unitName: string; task: { number: number; mainTask: string } },
  today: Day,
): LineFacts | undefined {
  if (!canNameInCircular(line, today).allowed || line.dueOn === null) return undefined;
  return {
    taskNumber: line.task.number,
    mainTask: line.task.mainTask,
    unitName: line.unitName,
    dueOn: line.dueOn,
    status: line.status,
    percent: line.percent,
    completedOn: line.completedOn,
    daysLate: daysBetween(line.dueOn, isOpen(line.status) ? today : (line.completedOn ?? today)),
  };
}

/**
 * The last day of thirty, the day of receipt not counted; one that falls on a rest day ends on the next working day
 * (民法典 201 and 203).
 */
export function thirtyDaysFrom(calendar: WorkingCalendar, day: Day): Reckoned {
  return workingDayOnOrAfter(calendar, addDays(day, OBJECTION_DAYS));
}

/** Where a changed calendar puts the last day to object: whoever still may today is not shut out by the change. */
export function objectUntilAfter(calendar: WorkingCalendar, receivedOn: Day, today: Day): Day {
  const { day } = thirtyDaysFrom(calendar, receivedOn);
  return day < today ? today : day;
}

/** Issued: the units named and those above them, or all staff. Before: the office that makes it, and overseers. */
export function canReadCircular(
  circular: Pick<Circular, 'state' | 'unitId' | 'readers'>,
  unitIds: readonly string[],
  actor: Actor,
): boolean {
  if (!isStaff(actor)) return false;
  if (overseesAll(actor) || leads(actor, circular.unitId)) return true;
  if (circular.state !== 'issued') return false;
  return circular.readers === 'all-units' || unitIds.some((unitId) => reaches(actor, unitId));
}

/** The unit's own first opening is its receipt; what went by hand a supervisor writes down. */
export function canReceive(
  circular: Pick<Circular, 'state' | 'issuedOn'>,
  unitId: string,
  deliveredOn: Day | null,
  actor: Actor,
  today: Day,
): Verdict {
  if (circular.state !== 'issued' || circular.issuedOn === null) return refused('wrong-state', '通报还没有印发');
  if (deliveredOn === null)
    return isStaff(actor) && actor.unitId === unitId ? allowed : refused('not-allowed', '由被通报的单位自己打开签收');
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员登记书面送达');
  if (deliveredOn < circular.issuedOn) return refused('wrong-state', `送达日期不能早于印发日期 ${circular.issuedOn}`);
  if (deliveredOn > today) return refused('wrong-state', '送达日期不能晚于今天');
  return allowed;
}

/** A unit objects once to each line, within thirty days of receipt (政府督查工作条例). */
export function canObject(
  unitId: string,
  { until, isMade }: { until: Day | null; isMade: boolean },
  actor: Actor,
  today: Day,
): Verdict {
  if (!leads(actor, unitId)) return refused('not-allowed', '由被通报单位的负责人提出异议');
  if (isMade) return refused('wrong-state', '这一项已经提出过异议');
  if (until !== null && today > until)
    return refused('too-late', `提出异议的期限是 ${until}（收到通报后 ${OBJECTION_DAYS} 天），已经过了`);
  return allowed;
}

/** Reviewed by a supervisor who neither made the circular nor belongs to the unit (条例: 回避). */
export function canDecideObjection(
  circular: Pick<Circular, 'madeBy'>,
  objection: Pick<Objection, 'unitId' | 'outcome'> & { madeBy?: string },
  actor: Actor,
): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员复核');
  if (circular.madeBy.includes(actor.personId))
    return refused('not-allowed', '参与起草、批准这份通报的人员应当回避，请另一位督查员复核');
  if (objection.madeBy === actor.personId) return refused('not-allowed', '这是您本人提出的异议，要由其他督查员复核');
  if (actor.unitId === objection.unitId) return refused('not-allowed', '本单位的异议要由其他单位的督查员复核');
  if (objection.outcome !== null) return refused('wrong-state', '这份异议已经复核过了');
  return allowed;
}
