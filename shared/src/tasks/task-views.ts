import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { Assignment, AssignmentPart, AssignmentStatus } from './lines/assignment.ts';
import { AssignmentStepView } from './lines/assignment-step.ts';
import { Extension } from './lines/extension.ts';
import { FindingView, LedgerFinding, TaskFinding } from './findings/finding-views.ts';
import { ProgressReportView } from './lines/progress-report.ts';
import { PublicLine } from './public/public-line.ts';
import { BreakdownKind } from './breakdowns/task-breakdown.ts';
import { WaitingReport, WaitingSince } from './lines/waiting-report.ts';
import { Task } from './task.ts';

/** What the units a line was handed down to have said; beside the parent's own word, never summed into it. */
export const HandDownTally = z
  .object({ units: z.int(), reported: z.int(), completed: z.int() })
  .meta({ id: 'HandDownTally' });
export type HandDownTally = z.infer<typeof HandDownTally>;

/** A line as lists show it. */
export const AssignmentSummary = Assignment.extend({
  unitName: z.string(),
  /** The day from which it counts as due soon: 30 working days before due. */
  dueSoonOn: Day.nullable(),
  task: Task.pick({ number: true, category: true, mainTask: true, duePhrase: true }),
  breakdownTitle: z.string(),
  breakdownKind: BreakdownKind,
  handDown: HandDownTally.nullable(),
}).meta({ id: 'AssignmentSummary' });
export type AssignmentSummary = z.infer<typeof AssignmentSummary>;

/** A line of a list, with word of what waits on a phone. */
export const ListedAssignment = AssignmentSummary.extend(WaitingSince.shape);
export type ListedAssignment = z.infer<typeof ListedAssignment>;

export const ContactUnit = z
  .object({ id: z.uuid(), name: z.string(), officePhone: z.string().nullable(), contactName: z.string().nullable() })
  .meta({ id: 'ContactUnit' });
export type ContactUnit = z.infer<typeof ContactUnit>;

/** A line opened: all its page needs in one reply. */
export const AssignmentView = AssignmentSummary.extend({
  task: Task,
  unit: ContactUnit,
  /** Whom to ring about it above: the unit that handed it down, else the supervising office. */
  supervisingUnit: ContactUnit.nullable(),
  /** False when the actor may not read report words: then reports, steps and public lines are empty. */
  mayReadReports: z.boolean(),
  /** The day it was given out. */
  assignedOn: Day,
  /** Newest first. */
  reports: z.array(ProgressReportView),
  /** Submitted on phones and not here yet, as the phones have said. */
  waitingReports: z.array(WaitingReport.pick({ id: true, writtenByName: true, writtenAt: true })),
  steps: z.array(AssignmentStepView),
  publicLines: z.array(PublicLine),
  /** The extension that waits to be decided; null when none does, or the actor may not read it. */
  extension: Extension.pick({ id: true, dueOn: true, reason: true, askedByName: true, askedAt: true }).nullable(),
  /** What the plan's reminders will do next while the work is not done, and on which day. */
  remindersToCome: z.array(z.object({ day: Day, words: z.string() })),
  /** Lines handed down from this one. */
  children: z.array(ListedAssignment),
  /** Where the task is a finding of an inspection; null for any other. */
  finding: FindingView.nullable(),
}).meta({ id: 'AssignmentView' });
export type AssignmentView = z.infer<typeof AssignmentView>;

/** A line within its task: who, by when, how far. Open to all staff. */
export const TaskLine = Assignment.pick({
  id: true,
  unitId: true,
  part: true,
  parentId: true,
  dueOn: true,
  status: true,
  percent: true,
  lastReportedAt: true,
  reportedPeriod: true,
  completedOn: true,
})
  .extend({ unitName: z.string(), dueSoonOn: Day.nullable(), ...WaitingSince.shape })
  .meta({ id: 'TaskLine' });
export type TaskLine = z.infer<typeof TaskLine>;

export const TaskSummary = Task.extend({
  breakdownTitle: z.string(),
  /** Lines of the units the plan names, and how they stand. */
  lineCount: z.int(),
  completedCount: z.int(),
  lateCount: z.int(),
}).meta({ id: 'TaskSummary' });
export type TaskSummary = z.infer<typeof TaskSummary>;

export const TaskView = Task.extend({
  breakdownTitle: z.string(),
  breakdownKind: BreakdownKind,
  finding: TaskFinding.nullable(),
  /** Of a finding: how each line stands with measure, proof and recheck. */
  findingLines: z.array(LedgerFinding.extend({ assignmentId: z.uuid() })),
  assignments: z.array(TaskLine),
}).meta({ id: 'TaskView' });
export type TaskView = z.infer<typeof TaskView>;

/** 台账: one row of the ledger, a task x unit. */
export const LedgerLine = AssignmentSummary.pick({
  id: true,
  taskId: true,
  unitId: true,
  unitName: true,
  part: true,
  parentId: true,
  dueOn: true,
  dueSoonOn: true,
  status: true,
  percent: true,
  completedOn: true,
  lastReportedAt: true,
  reportedPeriod: true,
  task: true,
})
  .extend({
    ...WaitingSince.shape,
    /** The day it was given out. */
    assignedOn: Day,
    /** For each period answered, its first report; empty for a line with a due day. */
    periodReports: z.array(z.object({ period: z.string(), filedAt: z.iso.datetime() })),
    finding: LedgerFinding.nullable(),
    lastReport: z.object({ note: z.string(), filedByName: z.string(), filedAt: z.iso.datetime() }).nullable(),
  })
  .meta({ id: 'LedgerLine' });
export type LedgerLine = z.infer<typeof LedgerLine>;

/** What anybody may see of a line of a public plan. */
export const PublicTaskLine = z
  .object({
    unitName: z.string(),
    part: AssignmentPart,
    dueOn: Day.nullable(),
    status: AssignmentStatus,
    completedOn: Day.nullable(),
    /** The unit's approved sentence for everybody. */
    publicLine: z.string().nullable(),
  })
  .meta({ id: 'PublicTaskLine' });
export type PublicTaskLine = z.infer<typeof PublicTaskLine>;

export const PublicTask = Task.pick({
  id: true,
  number: true,
  category: true,
  mainTask: true,
  duePhrase: true,
  dueOn: true,
})
  .extend({ lines: z.array(PublicTaskLine) })
  .meta({ id: 'PublicTask' });
export type PublicTask = z.infer<typeof PublicTask>;

/** One of them opened. */
export const PublicTaskView = PublicTask.extend({ breakdownTitle: z.string() }).meta({ id: 'PublicTaskView' });
export type PublicTaskView = z.infer<typeof PublicTaskView>;

export const PublicBreakdown = z
  .object({
    id: z.uuid(),
    title: z.string(),
    kind: BreakdownKind,
    year: z.int(),
    taskCount: z.int(),
    completedTaskCount: z.int(),
  })
  .meta({ id: 'PublicBreakdown' });
export type PublicBreakdown = z.infer<typeof PublicBreakdown>;
