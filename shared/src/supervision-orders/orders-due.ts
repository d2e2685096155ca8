import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { remindersDue, sweepWindow, type DatedStep } from '../tasks/due-reminders/due-steps.ts';
import { USUAL_SETTINGS, type ReminderSettings } from '../tasks/due-reminders/reminder-settings.ts';
import { owesAnswer } from './order-rules.ts';
import type { SupervisionOrder } from './supervision-order.ts';

/** One working day before the answer day, on it, then one and three after, when those above hear of it too. */
const ORDER_SETTINGS: ReminderSettings = {
  ...USUAL_SETTINGS,
  before: [1],
  onDay: true,
  lateUnit: 1,
  lateLeads: 3,
  lateCircular: null,
};

/**
 * What an order's unit is to be reminded of today: the latest step of the answer day that has come in the last days, for
 * what the tick of that day may have missed. Nothing on a rest day, before the demand was heard of, or once it is answered.
 */
export function ordersDue(
  order: Pick<SupervisionOrder, 'state' | 'answerBy' | 'demandedOn'>,
  calendar: WorkingCalendar,
  today: Day,
): DatedStep | undefined {
  if (!owesAnswer(order.state)) return undefined;
  const line = { dueOn: order.answerBy, status: 'in-progress', assignedOn: order.demandedOn } as const;
  return remindersDue(
    line,
    calendar,
    ORDER_SETTINGS,
    sweepWindow({ startedOn: order.demandedOn, sweptOn: null }, today),
  );
}

/** Whether the lead of the unit above is told as well. */
export const isToldAbove = ({ kind }: Pick<DatedStep, 'kind'>): boolean => kind.startsWith('late');

/** What the order's life says of a step. */
export function orderStepAsHistory({ kind, workingDays }: Pick<DatedStep, 'kind' | 'workingDays'>): string {
  if (kind === 'before') return `答复期限前 ${workingDays} 个工作日，提醒责任单位`;
  if (kind === 'on-day') return '答复期限当天，提醒责任单位';
  return `超过答复期限 ${workingDays} 个工作日，提醒责任单位和上级单位负责人`;
}
