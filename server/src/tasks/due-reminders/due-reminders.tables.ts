import type { Day } from '@county/shared/calendar/day';
import type { ReminderSettings } from '@county/shared/tasks/due-reminders/reminder-settings';
import { calendarDay, json, nullable, reference, table } from '../../database/table.ts';

/** How a plan reminds, and up to which day it has. */
export interface PlanRemindingRow {
  breakdownId: string;
  /** Null while the usual settings hold. */
  settings: ReminderSettings | null;
  /** Its first sweep; nothing from before it is told. */
  startedOn: Day | null;
  sweptOn: Day | null;
}

export const PlanReminding = table<PlanRemindingRow>('plan_reminding', {
  breakdownId: { ...reference(), primary: true },
  settings: nullable(json()),
  startedOn: nullable(calendarDay()),
  sweptOn: nullable(calendarDay()),
});
