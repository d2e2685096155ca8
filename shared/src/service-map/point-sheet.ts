import * as z from '../zod.ts';
import { PreviewRemark } from '../preview-remark.ts';

/** What would become of one row of a sheet of points. A doubtful one may be a point that is there already. */
export const PointSheetOutcome = z.enum(['added', 'changed', 'unchanged', 'doubtful', 'refused']);
export type PointSheetOutcome = z.infer<typeof PointSheetOutcome>;

export const POINT_SHEET_OUTCOME_LABELS = {
  added: '新增',
  changed: '修改',
  unchanged: '没有变化',
  doubtful: '可能重复',
  refused: '不写入',
} as const satisfies Record<PointSheetOutcome, string>;

export const PointSheetRow = z
  .object({
    /** Counts the rows of the whole upload; names the row when it is confirmed. */
    line: z.int(),
    place: z.string(),
    row: z.int(),
    name: z.string(),
    unitName: z.string(),
    outcome: PointSheetOutcome,
    /** The labels of what would change: 电话、开放时间. */
    changed: z.array(z.string()),
    /** The point a doubtful row may be: the same name, or the same kind within a few steps. */
    likely: z.object({ id: z.uuid(), name: z.string(), metres: z.number().nullable() }).nullable(),
  })
  .meta({ id: 'PointSheetRow' });
export type PointSheetRow = z.infer<typeof PointSheetRow>;

/** With the cell as a spreadsheet names it, `F17`; null where the remark is about more than one. */
export const PointSheetRemark = PreviewRemark.extend({ cell: z.string().nullable() }).meta({ id: 'PointSheetRemark' });
export type PointSheetRemark = z.infer<typeof PointSheetRemark>;

/** A dry run: nothing is written before it is confirmed. */
export const PointSheetPreview = z
  .object({
    id: z.uuid(),
    sourceName: z.string(),
    rows: z.array(PointSheetRow),
    remarks: z.array(PointSheetRemark),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'PointSheetPreview' });
export type PointSheetPreview = z.infer<typeof PointSheetPreview>;
