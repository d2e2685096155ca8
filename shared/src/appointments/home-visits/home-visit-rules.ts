import { addDays, addMonths, lastDayOfMonth, type Day } from '../../calendar/day.ts';
import type { Actor } from '../../people/actor.ts';
import { allowed, refused, type Verdict } from '../../verdict.ts';
import type { ElderCard, VisitTurn } from './elder-card.ts';
import { HOME_VISIT_STATE_LABELS, type HomeVisitRequest, type HomeVisitRequestState } from './home-visit-request.ts';
import type { HomeVisit } from './visit-plan.ts';

/** Months after which what is personal of a settled request without a card is erased (rules D2). */
export const USUAL_KEEP_MONTHS = 6;

/** How many visits one person makes in a day at most: a longer list is a slip of the hand. */
export const MOST_VISITS_A_DAY = 40;

/** How far ahead a visit is planned, and how far ahead somebody asks for one. */
const MOST_MONTHS_AHEAD = 12;
const MOST_DAYS_ASKED_AHEAD = 60;

/** A result this long before the day of the visit is by a clock that is wrong. */
const MOST_DAYS_EARLY = 31;

const isOfficer = ({ role }: Actor): boolean => role === 'officer' || role === 'unit-lead';

/** Who sees names and doors: the officers and the lead of the very unit that serves, nobody above it. */
export function serves(actor: Actor, unitId: string): boolean {
  return isOfficer(actor) && actor.unitId === unitId;
}

/** What is offered holds nothing personal: leads keep it for the units under them, supervisors for any. */
export function canOffer(actor: Actor, unitId: string): Verdict {
  if (actor.role === 'supervisor' || (isOfficer(actor) && actor.unitIds.includes(unitId))) return allowed;
  return refused('not-allowed', '只能设置本单位的上门服务事项');
}

const SETTLED: readonly HomeVisitRequestState[] = ['done', 'declined', 'withdrawn'];

export function isSettled(state: HomeVisitRequestState): boolean {
  return SETTLED.includes(state);
}

/** By the requester, until somebody is on the way. */
export function canChangeRequest({ state }: Pick<HomeVisitRequest, 'state'>): Verdict {
  if (state === 'on-the-way') return refused('too-late', '工作人员已经出发，要改请直接打电话');
  if (isSettled(state)) return refused('wrong-state', `这件申请${HOME_VISIT_STATE_LABELS[state]}，要办请再申请一次`);
  return allowed;
}

/** Accepted, declined or passed on: while nothing has been decided; declined and passed on also before a day is set. */
export function canTriage(
  { state }: Pick<HomeVisitRequest, 'state'>,
  decision: 'accept' | 'decline' | 'pass-on',
): Verdict {
  if (state === 'asked' || (state === 'accepted' && decision !== 'accept')) return allowed;
  if (state === 'planned') return refused('wrong-state', '这件申请已经安排了日期，请先取消安排');
  return refused('wrong-state', `这件申请${HOME_VISIT_STATE_LABELS[state]}，不能再这样处理`);
}

/** Onto a day's plan: once it is accepted, on a day that has not passed. */
export function canPlan({ state }: Pick<HomeVisitRequest, 'state'>, day: Day, today: Day): Verdict {
  if (state === 'asked') return refused('wrong-state', '请先受理，再安排上门');
  if (state !== 'accepted') return refused('wrong-state', `这件申请${HOME_VISIT_STATE_LABELS[state]}，不能再安排`);
  return canPlanOn(day, today);
}

export function canPlanOn(day: Day, today: Day): Verdict {
  if (day < today) return refused('too-late', '这一天已经过去，请选今天或以后');
  const last = addMonths(today, MOST_MONTHS_AHEAD);
  return day > last ? refused('wrong-state', `最远安排到 ${last}（一年内），请检查日期`) : allowed;
}

/** Of the days that suit, those that can still be kept; or what is wrong with them. None given is any day. */
export function daysAhead(days: readonly Day[], today: Day): { ahead: Day[]; fault: string | null } {
  const ahead = days.filter((day) => day >= today);
  const last = addDays(today, MOST_DAYS_ASKED_AHEAD);
  if (ahead.some((day) => day > last)) return { ahead, fault: `方便的日子请选到 ${last} 为止；更晚的到时再申请` };
  const isPast = days.length > 0 && !ahead.length;
  return { ahead, fault: isPast ? '选的日子都已经过去，请重新选；哪天都行就不用选' : null };
}

export function canSetOut({ state }: Pick<HomeVisit, 'state'>): Verdict {
  return state === 'planned' ? allowed : refused('wrong-state', '这一户已经出发或有了结果');
}

export function canTakeOff({ state }: Pick<HomeVisit, 'state'>): Verdict {
  if (state === 'planned') return allowed;
  return refused('wrong-state', '这一户已经出发或有了结果，不能取消安排');
}

/** A result may arrive without a departure, and days later: there may be no signal where it was written. */
export function canTellResult(
  { state, day }: Pick<HomeVisit, 'state' | 'day'>,
  { followUpOn, happenedOn }: { followUpOn: Day | null; happenedOn: Day },
  today: Day,
): Verdict {
  if (state === 'taken-off') return refused('wrong-state', '这一户的安排已经取消；确实去过的，请重新安排再填结果');
  if (state !== 'planned' && state !== 'on-the-way')
    return refused('wrong-state', '这一户已经填过结果，不能改写；要再去请重新安排');
  if (happenedOn < addDays(day, -MOST_DAYS_EARLY))
    return refused('wrong-state', `这一户安排在 ${day}，填的上门时间早得多，请检查这台设备的日期`);
  if (happenedOn > today) return refused('wrong-state', '上门时间不能晚于现在');
  if (day > today) return refused('wrong-state', `这一户安排在 ${day}，还没有到；提前去的，请先改到今天`);
  if (followUpOn && followUpOn < happenedOn) return refused('wrong-state', '下次去的日子不能早于这一次');
  return allowed;
}

/** Where a request stands after a visit. */
export function stateAfter(outcome: 'done' | 'nobody-there' | 'to-be-continued'): 'done' | 'accepted' {
  return outcome === 'done' ? 'done' : 'accepted';
}

function turnFrom({ every, unit }: VisitTurn, last: Day): Day {
  return unit === 'week' ? addDays(last, every * 7) : addMonths(last, every);
}

/** When the next visit in turn falls due: the first day of the rule, or so long after the last visit; null without a rule. */
export function turnDueOn({ turn, lastVisitedOn }: Pick<ElderCard, 'turn' | 'lastVisitedOn'>): Day | null {
  if (!turn) return null;
  if (!lastVisitedOn) return turn.from;
  const next = turnFrom(turn, lastVisitedOn);
  return next > turn.from ? next : turn.from;
}

/** Whether a card is due by the end of the month in which `today` lies; what is late stays due. */
export function isDueThisMonth(card: Pick<ElderCard, 'turn' | 'lastVisitedOn'>, today: Day): boolean {
  const dueOn = turnDueOn(card);
  return dueOn !== null && dueOn <= lastDayOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
}

/** `每月`, `每 2 周`. */
export function turnInWords({ every, unit }: Pick<VisitTurn, 'every' | 'unit'>): string {
  if (unit === 'week') return every === 1 ? '每周走访' : `每 ${every} 周走访一次`;
  return every === 1 ? '每月走访' : `每 ${every} 个月走访一次`;
}

/** The last day whose settled requests are kept no longer. */
export function lastDayToErase(today: Day, months: number): Day {
  return addMonths(today, -months);
}
