import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { PreviewRemark } from '../preview-remark.ts';
import { AssignmentPart } from './assignment.ts';
import { BreakdownKind, TaskBreakdown } from './task-breakdown.ts';
import { Task } from './task.ts';

export { PreviewRemark } from '../preview-remark.ts';

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
  .extend({ due: DueReading, units: z.array(UnitReading) })
  .meta({ id: 'PreviewTask' });
export type PreviewTask = z.infer<typeof PreviewTask>;

/** What an uploaded document would become; nothing is written before it is confirmed. */
export const BreakdownPreview = z
  .object({
    id: z.uuid(),
    title: TaskBreakdown.shape.title,
    year: TaskBreakdown.shape.year,
    sourceName: z.string(),
    categories: z.array(z.object({ name: z.string(), taskCount: z.int() })),
    tasks: z.array(PreviewTask),
    remarks: z.array(PreviewRemark),
    /** The breakdown that already holds exactly this; confirming then changes nothing. */
    alreadyImportedAs: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'BreakdownPreview' });
export type BreakdownPreview = z.infer<typeof BreakdownPreview>;

export const PreviewConfirmation = z
  .object({
    previewId: z.uuid().meta({ label: '预览编号' }),
    title: TaskBreakdown.shape.title.optional(),
    year: TaskBreakdown.shape.year.optional(),
    kind: BreakdownKind.optional(),
  })
  .meta({ id: 'PreviewConfirmation' });
export type PreviewConfirmation = z.infer<typeof PreviewConfirmation>;
