import { dateInWords, type Day } from '../calendar/day.ts';
import { addWorkingDays, type Reckoned, type WorkingCalendar } from '../calendar/working-days.ts';
import type { Actor } from '../people/actor.ts';
import { isStaff, leads, reaches } from '../people/scope.ts';
import type { Assignment } from '../tasks/lines/assignment.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import type { SupervisionOrder, SupervisionOrderState } from './supervision-order.ts';

/** Working days a unit has for its answer unless the office sets another day; local practice. */
export const ANSWER_WORKING_DAYS = 5;

type Order = Pick<SupervisionOrder, 'unitId' | 'toUnitId' | 'state'>;

/** 政督办〔2026〕1号. */
export const orderNumber = (prefix: string, year: number, serial: number): string => `${prefix}〔${year}〕${serial}号`;

/** The usual last day for an answer to what is demanded today. */
export const usualAnswerDay = (calendar: WorkingCalendar, today: Day): Reckoned =>
  addWorkingDays(calendar, today, ANSWER_WORKING_DAYS);

/** From above and from outside: a supervisor, and never to the own unit. */
export function canIssueOrder(actor: Actor, toUnitId: string): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员下达督办单');
  if (actor.unitId === toUnitId) return refused('not-allowed', '不能向本单位下达督办单，要由其他单位的督查员下达');
  return allowed;
}

/** What the unit is still to do, or says it has done; a line struck off or taken back is nobody's to answer for. */
export function canOrderLine(line: Pick<Assignment, 'unitId' | 'status'>, toUnitId: string): Verdict {
  if (line.unitId !== toUnitId) return refused('wrong-state', '这不是该单位的任务，一份督办单只发给一个单位');
  if (line.status === 'closed') return refused('wrong-state', '已经销号，不再督办');
  if (line.status === 'withdrawn') return refused('wrong-state', '已经撤销，不再督办');
  return allowed;
}

export function canSetAnswerDay(answerBy: Day, today: Day): Verdict {
  return answerBy < today ? refused('wrong-state', '答复期限不能早于今天') : allowed;
}

/** The unit, the units above it, overseers, and the head of the office that issued it. */
export function canReadOrder(order: Pick<Order, 'unitId' | 'toUnitId'>, actor: Actor): boolean {
  return isStaff(actor) && (reaches(actor, order.toUnitId) || leads(actor, order.unitId));
}

/** Whether opening the order counts as the unit's receipt (签收). */
export function receivesByOpening(order: Order, actor: Actor): boolean {
  return order.state === 'issued' && isStaff(actor) && actor.unitId === order.toUnitId;
}

export function canReceiveOrder(order: Order, actor: Actor): Verdict {
  if (!isStaff(actor) || actor.unitId !== order.toUnitId) return refused('not-allowed', '由责任单位自己打开签收');
  return order.state === 'withdrawn' ? refused('wrong-state', '这份督办单已撤回') : allowed;
}

/** Whether the unit owes an answer. */
export const owesAnswer = (state: SupervisionOrderState): boolean =>
  state === 'issued' || state === 'received' || state === 'returned';

const NOT_OWED = {
  answered: '已经答复，正在等待审核',
  accepted: '督办单已经办结，不能再答复',
  withdrawn: '督办单已撤回，不必答复',
} as const;

/** The unit's own people, or a lead above for a unit that has no way to. */
export function canAnswerOrder(order: Order, actor: Actor): Verdict {
  const own = isStaff(actor) && actor.unitId === order.toUnitId;
  if (!own && !leads(actor, order.toUnitId)) return refused('not-allowed', '由责任单位答复');
  if (owesAnswer(order.state)) return allowed;
  return refused('wrong-state', NOT_OWED[order.state as keyof typeof NOT_OWED]);
}

/** By a supervisor of another unit, who neither wrote the answer nor has a post in the unit (rules S1). */
export function canReviewOrder(
  order: Order,
  answeredBy: string | null,
  actor: Actor,
  posts: readonly { unitId: string }[] = [],
): Verdict {
  if (actor.role !== 'supervisor') return refused('not-allowed', '由督查员审核');
  if (actor.unitId === order.toUnitId) return refused('not-allowed', '本单位的答复要由其他单位的督查员审核');
  if (answeredBy === actor.personId) return refused('not-allowed', '这是您本人作的答复，要由其他督查员审核');
  if (posts.some(({ unitId }) => unitId === order.toUnitId))
    return refused('not-allowed', '您在这个单位也有任职，要由其他人办理');
  if (order.state === 'answered') return allowed;
  return refused('wrong-state', owesAnswer(order.state) ? '责任单位还没有答复' : '这份督办单已经处理过了');
}

/** 撤回: by the office that issued it, before the answer is accepted; its number stays used. */
export function canWithdrawOrder(order: Order, actor: Actor): Verdict {
  if (actor.role !== 'supervisor' || actor.unitId !== order.unitId)
    return refused('not-allowed', '由下达单位的督查员撤回');
  if (order.state === 'accepted') return refused('wrong-state', '已经办结，不能撤回');
  return order.state === 'withdrawn' ? refused('wrong-state', '已经撤回') : allowed;
}

/** What lists are narrowed to: where an order stands, in the words of those who work with it. */
export const ORDER_PLACES = {
  'to-receive': { label: '待签收', states: ['issued'] },
  'to-answer': { label: '待答复', states: ['received', 'returned'] },
  'to-review': { label: '待审核', states: ['answered'] },
  settled: { label: '已办结', states: ['accepted', 'withdrawn'] },
} as const satisfies Record<string, { label: string; states: readonly SupervisionOrderState[] }>;

/** One line as the order prints it. */
export function orderedLineInWords(
  line: { taskNumber: number; mainTask: string; dueOn: Day | null; percent: number | null },
  index: number,
): string {
  const due = line.dueOn ? `，应于${dateInWords(line.dueOn)}完成` : '';
  const progress = line.percent === null ? '尚未填报进度' : `进度${line.percent}%`;
  return `${index + 1}．第${line.taskNumber}项任务“${line.mainTask.replace(/[。；，]$/, '')}”${due}，${progress}。`;
}
