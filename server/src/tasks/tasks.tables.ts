import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { AssignmentStep } from '@county/shared/tasks/lines/assignment-step';
import type { ColumnMeaning } from '@county/shared/tasks/breakdowns/breakdown-columns';
import type { BreakdownColumn } from '@county/shared/tasks/breakdowns/breakdown-preview';
import type { Finding } from '@county/shared/tasks/findings/finding';
import type { Extension } from '@county/shared/tasks/lines/extension';
import type { ProgressReport } from '@county/shared/tasks/lines/progress-report';
import type { PublicLine } from '@county/shared/tasks/public/public-line';
import type { Task } from '@county/shared/tasks/task';
import type { TaskBreakdown } from '@county/shared/tasks/breakdowns/task-breakdown';
import type { WaitingReport } from '@county/shared/tasks/lines/waiting-report';
import {
  calendarDay,
  flag,
  instant,
  integer,
  json,
  largeText,
  nullable,
  primaryId,
  reference,
  table,
  text,
} from '../database/table.ts';
import { packedText } from '../database/packed-text.ts';

export interface BreakdownRow extends TaskBreakdown {
  /** As the document prints them; null where it was imported before they were kept. */
  columns: BreakdownColumn[] | null;
}

export const TaskBreakdowns = table<BreakdownRow>(
  'task_breakdown',
  {
    id: primaryId(),
    title: text(120),
    kind: text(20),
    year: integer(),
    fingerprint: text(64),
    isPublic: flag(),
    carriedFromId: nullable(reference()),
    sourceName: nullable(text(200)),
    columns: nullable(json()),
    createdBy: reference(),
    createdAt: instant(),
  },
  { indices: [{ name: 'task_breakdown_fingerprint', columns: ['fingerprint'], unique: true }] },
);

export interface TaskRow extends Task {
  /** The row's cells by the breakdown's columns, as printed. */
  printed: string[] | null;
  /** What a list of findings says of it besides; null where its table is none, or was imported before it was kept. */
  finding: Finding | null;
  /** 不公开, and why; null where the public may know. */
  withheldReason: string | null;
}

export const Tasks = table<TaskRow>(
  'task',
  {
    id: primaryId(),
    breakdownId: reference(),
    number: integer(),
    category: text(200),
    mainTask: text(2000),
    concreteWork: text(4000),
    unitsPhrase: text(1000),
    duePhrase: text(200),
    dueOn: nullable(calendarDay()),
    openSetPhrase: nullable(text(200)),
    unresolvedPhrase: nullable(text(400)),
    withdrawnReason: nullable(text(500)),
    printed: nullable(json()),
    finding: nullable(json()),
    withheldReason: nullable(text(500)),
  },
  { indices: [{ name: 'task_breakdown_number', columns: ['breakdownId', 'number', 'id'] }] },
);

export const Assignments = table<Assignment>(
  'assignment',
  {
    id: primaryId(),
    taskId: reference(),
    breakdownId: reference(),
    unitId: reference(),
    part: text(20),
    parentId: nullable(reference()),
    handDownWords: nullable(text(500)),
    assignedOn: nullable(calendarDay()),
    dueOn: nullable(calendarDay()),
    status: text(20),
    percent: nullable(integer()),
    lastReportedAt: nullable(instant()),
    reportedPeriod: nullable(text(10)),
    completedOn: nullable(calendarDay()),
  },
  {
    indices: [
      { name: 'assignment_task_unit', columns: ['taskId', 'unitId'], unique: true },
      { name: 'assignment_unit_due', columns: ['unitId', 'dueOn'] },
      { name: 'assignment_ledger', columns: ['breakdownId', 'dueOn', 'id'] },
      { name: 'assignment_ledger_named', columns: ['breakdownId', 'parentId', 'dueOn', 'id'] },
      { name: 'assignment_breakdown_unit', columns: ['breakdownId', 'unitId'] },
      { name: 'assignment_status', columns: ['status', 'unitId', 'breakdownId'] },
      {
        name: 'assignment_standing_below',
        columns: ['parentId', 'status', 'dueOn', 'completedOn', 'lastReportedAt', 'reportedPeriod'],
      },
    ],
  },
);

export const ProgressReports = table<ProgressReport>(
  'progress_report',
  {
    id: primaryId(),
    assignmentId: reference(),
    percent: nullable(integer()),
    period: nullable(text(10)),
    note: text(2000),
    problems: nullable(text(1000)),
    nextStep: nullable(text(1000)),
    lowerReason: nullable(text(500)),
    photoIds: json(),
    source: text(10),
    filedBy: reference(),
    filedByName: text(60),
    filedAt: instant(),
  },
  { indices: [{ name: 'progress_report_line', columns: ['assignmentId', 'filedAt'] }] },
);

export const AssignmentSteps = table<AssignmentStep>(
  'assignment_step',
  {
    id: primaryId(),
    assignmentId: reference(),
    kind: text(20),
    words: nullable(text(2000)),
    proof: nullable(text(500)),
    fileIds: json(),
    remarks: nullable(json()),
    by: reference(),
    byName: text(60),
    at: instant(),
  },
  { indices: [{ name: 'assignment_step_line', columns: ['assignmentId', 'at'] }] },
);

export const PublicLines = table<PublicLine>(
  'public_line',
  {
    id: primaryId(),
    assignmentId: reference(),
    subject: nullable(text(20)),
    words: text(300),
    state: text(20),
    writtenBy: reference(),
    writtenByName: text(60),
    writtenAt: instant(),
    reviewedBy: nullable(reference()),
    reviewedByName: nullable(text(60)),
    reviewedAt: nullable(instant()),
    secrecyCheck: nullable(text(300)),
    personalDataCheck: nullable(text(300)),
    declineReason: nullable(text(500)),
  },
  { indices: [{ name: 'public_line_assignment', columns: ['assignmentId', 'state'] }] },
);

export const Extensions = table<Extension>(
  'extension',
  {
    id: primaryId(),
    assignmentId: reference(),
    fromDueOn: calendarDay(),
    dueOn: calendarDay(),
    reason: text(1000),
    state: text(20),
    askedBy: reference(),
    askedByName: text(60),
    askedAt: instant(),
    decidedBy: nullable(reference()),
    decidedByName: nullable(text(60)),
    decidedAt: nullable(instant()),
    decisionWords: nullable(text(1000)),
  },
  {
    indices: [
      { name: 'extension_line', columns: ['assignmentId', 'state'] },
      { name: 'extension_state', columns: ['state', 'id'] },
    ],
  },
);

export const WaitingReports = table<WaitingReport>(
  'waiting_report',
  {
    id: primaryId(),
    assignmentId: reference(),
    writtenBy: reference(),
    writtenByName: text(60),
    writtenAt: instant(),
    saidAt: instant(),
  },
  { indices: [{ name: 'waiting_report_line', columns: ['assignmentId'] }] },
);

/** A document being worked on before it is confirmed. */
export interface StoredPreview {
  id: string;
  createdBy: string;
  sourceName: string;
  fingerprint: string;
  /** A `BreakdownReading`, as JSON. */
  content: string;
  /** The document's tables, as JSON; read anew at each correction. */
  grids: string;
  /** `PreviewDecisions`, as JSON. */
  decisions: string;
  /** Rows (`table:row`) that have become tasks, as JSON. */
  confirmedRows: string;
  /** Where they went. */
  breakdownId: string | null;
  expiresAt: string;
}

export const BreakdownPreviews = table<StoredPreview>(
  'breakdown_preview',
  {
    id: primaryId(),
    createdBy: reference(),
    sourceName: text(200),
    fingerprint: text(64),
    content: packedText(),
    grids: packedText(),
    decisions: largeText(),
    confirmedRows: largeText(),
    breakdownId: nullable(reference()),
    expiresAt: instant(),
  },
  { indices: [{ name: 'breakdown_preview_expiry', columns: ['expiresAt'] }] },
);

/** What a person said the columns of a table mean, for the next table with the same headings. */
export interface RememberedHead {
  /** SHA-256 of the headings. */
  id: string;
  meanings: ColumnMeaning[];
  savedBy: string;
  savedAt: string;
}

export const RememberedHeads = table<RememberedHead>('remembered_head', {
  id: { ...text(64), primary: true },
  meanings: json(),
  savedBy: reference(),
  savedAt: instant(),
});
