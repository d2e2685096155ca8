import * as z from '../../zod.ts';
import { Day } from '../../calendar/day.ts';
import { PreviewRemark } from '../../preview-remark.ts';
import { AssignmentPart } from '../lines/assignment.ts';
import { ColumnMeaning } from './breakdown-columns.ts';
import { Finding } from '../findings/finding.ts';
import { BreakdownKind, TaskBreakdown } from './task-breakdown.ts';
import { TaskChange } from './task-change.ts';
import { Task } from '../task.ts';

export { PreviewRemark } from '../../preview-remark.ts';

/** What the interpreter made of a due cell (rules P6). */
export const DueReading = z
  .object({
    phrase: z.string(),
    kind: z.enum(['by-day', 'recurring', 'open-ended', 'start-only', 'unclear']),
    /** Set exactly when `kind` is `by-day`. */
    dueOn: Day.nullable(),
    /** Why a person should look, in words to show; null when there is no doubt. */
    doubt: z.string().nullable(),
  })
  .meta({ id: 'DueReading' });
export type DueReading = z.infer<typeof DueReading>;

/** One unit bound by a row, and the words of the cell it came from. */
export const UnitReading = z
  .object({
    unitId: z.uuid(),
    unitName: z.string(),
    part: AssignmentPart,
    /** The name or group word it was resolved from: 县人社局, 各乡镇（街道）. */
    fromPhrase: z.string(),
  })
  .meta({ id: 'UnitReading' });
export type UnitReading = z.infer<typeof UnitReading>;

/** Where a row stands in the document. */
const rowPlace = {
  /** Of the document's tables, from 0. */
  table: z.int(),
  /** As a person counts it in the document. */
  row: z.int(),
};

/** One task as it would be created. */
export const PreviewTask = Task.pick({
  number: true,
  category: true,
  mainTask: true,
  concreteWork: true,
  unitsPhrase: true,
  openSetPhrase: true,
  unresolvedPhrase: true,
})
  .extend({
    ...rowPlace,
    due: DueReading,
    units: z.array(UnitReading),
    /** What a list of findings says besides; null for a row of any other table. */
    finding: Finding.nullable().default(null),
    /** The row's cells by the breakdown's columns, as printed. */
    printed: z.array(z.string()),
    /** Whether a person should look at it first. */
    doubtful: z.boolean(),
    /** What a person has put right in it. */
    corrected: z.array(z.enum(['texts', 'units', 'due'])),
  })
  .meta({ id: 'PreviewTask' });
export type PreviewTask = z.infer<typeof PreviewTask>;

/** A row that cannot become a task as it stands: the remarks say why, a person can put it right or leave it out. */
export const HeldRow = z
  .object({
    ...rowPlace,
    category: z.string(),
    mainTask: z.string(),
    concreteWork: z.string(),
    unitsPhrase: z.string(),
    duePhrase: z.string(),
    /** By a person, as no task. */
    leftOut: z.boolean(),
  })
  .meta({ id: 'HeldRow' });
export type HeldRow = z.infer<typeof HeldRow>;

/** A column of a breakdown: its heading as printed, and what it means. */
export const BreakdownColumn = z
  .object({ heading: z.string().max(200), meaning: ColumnMeaning })
  .meta({ id: 'BreakdownColumn' });
export type BreakdownColumn = z.infer<typeof BreakdownColumn>;

/** One table of the document and how its columns were understood. */
export const PreviewTable = z
  .object({
    place: z.string(),
    columns: z.array(BreakdownColumn),
    /** What the first row below the head holds, column by column. */
    sample: z.array(z.string()),
    /** Whether the columns are known well enough to read tasks. */
    recognised: z.boolean(),
  })
  .meta({ id: 'PreviewTable' });
export type PreviewTable = z.infer<typeof PreviewTable>;

const BreakdownName = z.object({ id: z.uuid(), title: z.string() });

/** Whether the table is a later wording of a breakdown that is there. */
export const PreviewRevision = z
  .object({
    /** The breakdown most of whose tasks it has, with how many. */
    likely: BreakdownName.extend({ sameTasks: z.int() }).nullable(),
    /** Undecided while `likely` is set and nobody has said. */
    decided: z.boolean(),
    of: BreakdownName.nullable(),
    /** What confirming would change of it. */
    changes: z.array(TaskChange),
  })
  .meta({ id: 'PreviewRevision' });
export type PreviewRevision = z.infer<typeof PreviewRevision>;

/** What an uploaded document would become; nothing is written before it is confirmed. */
export const BreakdownPreview = z
  .object({
    id: z.uuid(),
    title: TaskBreakdown.shape.title,
    year: TaskBreakdown.shape.year,
    kind: BreakdownKind,
    sourceName: z.string(),
    tables: z.array(PreviewTable),
    /** The columns of all its tables together, in the order they are printed. */
    columns: z.array(BreakdownColumn),
    categories: z.array(z.object({ name: z.string(), taskCount: z.int() })),
    tasks: z.array(PreviewTask),
    heldRows: z.array(HeldRow),
    remarks: z.array(PreviewRemark),
    /** The breakdown that already holds exactly this; confirming then changes nothing. */
    alreadyImportedAs: BreakdownName.nullable(),
    /** The breakdown this one's tasks went to, and rows (`table:row`) that have gone there already. */
    confirmedAs: BreakdownName.nullable(),
    confirmedRows: z.array(z.string()),
    revision: PreviewRevision,
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'BreakdownPreview' });
export type BreakdownPreview = z.infer<typeof BreakdownPreview>;

export const PreviewConfirmation = z
  .object({
    previewId: z.uuid().meta({ label: '预览编号' }),
    /** `clear`: rows without a doubt go in, the others wait in the preview. */
    only: z.enum(['all', 'clear']).default('all').meta({ label: '确认范围' }),
    /** Why tasks that a revised table no longer has are taken back; required when there are any. */
    withdrawnReason: z.string().trim().min(2).max(500).optional().meta({ label: '撤销理由' }),
  })
  .meta({ id: 'PreviewConfirmation' });
export type PreviewConfirmation = z.infer<typeof PreviewConfirmation>;
