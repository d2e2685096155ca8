import type { Day } from '../../calendar/day.ts';
import { addDays } from '../../calendar/day.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { isOpen } from '../lines/assignment-rules.ts';
import type { Assignment } from '../lines/assignment.ts';
import { isAnsweredOn, periodOf, type ReportEvery, type ReportPeriod } from '../lines/report-periods.ts';
import { datedSteps, isGivenOutBefore, isReminderDay, type DatedStep, type Window } from './due-steps.ts';
import type { ReminderSettings } from './reminder-settings.ts';

/** A step of a report period, reckoned from its last day. */
export interface PeriodStep extends DatedStep {
  period: ReportPeriod;
}

/**
 * The latest steps of a rhythm within the window: of the current period those before its end, of the one before it
 * those after. A period that was not answered is told of, never named in a circular.
 */
export function periodStepsDue(
  every: ReportEvery,
  calendar: WorkingCalendar,
  settings: ReminderSettings,
  { since, today }: Window,
): PeriodStep[] {
  if (!isReminderDay(calendar, settings, today)) return [];
  const current = periodOf(today, every);
  const previous = periodOf(addDays(current.first, -1), every);
  const latest = (period: ReportPeriod, isWanted: (step: DatedStep) => boolean): PeriodStep[] => {
    const [step] = datedSteps(calendar, settings, period.last)
      .filter((dated) => isWanted(dated) && dated.day <= today)
      .slice(-1);
    return step && step.day > since ? [{ ...step, period }] : [];
  };
  return [
    ...latest(previous, ({ kind }) => kind === 'late-unit' || kind === 'late-leads'),
    ...latest(current, ({ kind, day }) => !kind.startsWith('late') && day >= current.first),
  ];
}

/** Whether an open-ended line owes a report for the step's period. */
export function owesPeriod(
  line: Pick<Assignment, 'dueOn' | 'status' | 'reportedPeriod'> & { assignedOn: Day },
  step: PeriodStep,
): boolean {
  if (line.dueOn !== null || !isOpen(line.status) || !isGivenOutBefore(line, step)) return false;
  return line.assignedOn <= step.period.last && !isAnsweredOn(line.reportedPeriod, step.period.last);
}
