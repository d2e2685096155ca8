import type { Day } from '../calendar/day.ts';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts';
import type { Actor } from '../people/actor.ts';
import { isStaff, leads } from '../people/scope.ts';
import type { Assignment } from '../tasks/lines/assignment.ts';
import type { Task } from '../tasks/task.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { AskedQuestion, TaskQuestion, TaskQuestionSummary } from './task-question.ts';

/** Working days within which a question is to be answered. */
const ANSWER_WITHIN_WORKING_DAYS = 10;

/** The last day to answer what was asked on a day. */
export function answerByFor(calendar: WorkingCalendar, askedOn: Day): Day {
  return addWorkingDays(calendar, askedOn, ANSWER_WITHIN_WORKING_DAYS).day;
}

type Asked = Pick<TaskQuestion, 'unitId' | 'state'>;

const WHY_NOT = {
  proposed: '已有一份答复在等审查，请先审查',
  answered: '这条提问已经答复并公开',
  declined: '这条提问已作不予办理',
} as const;

/** The unit asked: the task's lead, else the one unit that has it; while that is unclear, the office that coordinates. */
export function unitToAsk(
  task: Pick<Task, 'openSetPhrase' | 'unresolvedPhrase'>,
  lines: readonly Pick<Assignment, 'unitId' | 'part' | 'parentId' | 'status'>[],
  coordinatingUnitId: string,
): string {
  const named = lines.filter(({ parentId, status }) => parentId === null && status !== 'withdrawn');
  const lead = named.find(({ part }) => part === 'lead');
  if (lead) return lead.unitId;
  const isSettled = task.openSetPhrase === null && task.unresolvedPhrase === null;
  return isSettled && named.length === 1 ? named[0]!.unitId : coordinatingUnitId;
}

/** The unit asked writes the answer, or whoever leads it. */
export function canAnswerQuestion(question: Asked, actor: Actor): Verdict {
  if (!isStaff(actor) || !(actor.unitId === question.unitId || leads(actor, question.unitId)))
    return refused('not-allowed', '由承办这条提问的单位起草答复');
  return whileOpen(question);
}

/** A supervisor passes a question on that another unit of the task should answer. */
export function canReferQuestion(question: Asked, actor: Actor): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员转办');
  return whileOpen(question);
}

/** Somebody else may have passed it on since the person looked. */
export function isStillWith(question: { unitId: string }, seenWith: string | undefined): Verdict {
  if (seenWith === undefined || seenWith === question.unitId) return allowed;
  return refused('wrong-state', '这个问题刚被别人转办了，请重新打开看过再转');
}

/** Only to a unit that has the task, and not to the one that has the question. */
export function canReferTo(question: Asked, unitId: string, taskUnitIds: readonly string[]): Verdict {
  if (unitId === question.unitId) return refused('wrong-state', '这条提问已在这个单位');
  if (!taskUnitIds.includes(unitId)) return refused('not-allowed', '只能转给承担这项任务的单位');
  return allowed;
}

/** What is abusive or not about the task is declined by the unit's lead or a supervisor, with a reason; never deleted. */
export function canDeclineQuestion(question: Asked, actor: Actor): Verdict {
  if (actor.role !== 'supervisor' && !leads(actor, question.unitId))
    return refused('not-allowed', '由单位负责人或督查员决定不予办理');
  return whileOpen(question);
}

/** Whether the time to answer has passed. */
export function isAnswerLate(question: Pick<TaskQuestionSummary, 'settledAt' | 'answerBy'>, today: Day): boolean {
  return question.settledAt === null && today > question.answerBy;
}

/** What the asker is told: who writes, approves or sends back is the office's own affair. */
export function stateForAsker(state: TaskQuestion['state']): AskedQuestion['state'] {
  return state === 'proposed' || state === 'returned' ? 'being-answered' : state;
}

function whileOpen({ state }: Asked): Verdict {
  if (state === 'waiting' || state === 'returned') return allowed;
  return refused('wrong-state', WHY_NOT[state]);
}
