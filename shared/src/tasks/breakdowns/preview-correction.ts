import * as z from '../../zod.ts';
import { GivenDay } from '../../calendar/day.ts';
import { areDistinct } from '../../distinct.ts';
import { AssignmentPart } from '../lines/assignment.ts';
import { ColumnMeaning } from './breakdown-columns.ts';
import { BreakdownKind, TaskBreakdown } from './task-breakdown.ts';
import { Task } from '../task.ts';

/** What a person says of one row: cells typed anew, units chosen, a day set, or that it is no task at all. */
export const RowCorrection = z
  .object({
    texts: Task.pick({ category: true, mainTask: true, concreteWork: true, unitsPhrase: true, duePhrase: true })
      .partial()
      .optional()
      .meta({ label: '文字' }),
    units: z
      .array(z.object({ unitId: z.uuid(), part: AssignmentPart }))
      .max(500)
      .refine((units) => areDistinct(units.map(({ unitId }) => unitId)), '有单位选了两次，请去掉一个')
      .refine(
        (units) => units.filter(({ part }) => part === 'lead').length <= 1,
        '牵头单位只能有一个，请改其余的为责任单位',
      )
      .optional()
      .meta({ label: '责任单位' }),
    /** Null: this task has no fixed day. */
    dueOn: GivenDay.nullable().optional().meta({ label: '完成时限' }),
    leftOut: z.boolean().optional(),
  })
  .meta({ id: 'RowCorrection' });
export type RowCorrection = z.infer<typeof RowCorrection>;

const table = z.int().min(0).max(99).meta({ label: '表格' });

/** One thing a person puts right in a preview; saying it again changes nothing. */
export const PreviewCorrection = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('row'),
      table,
      row: z.int().min(1).max(200_000).meta({ label: '行' }),
      /** Null takes back what was said of the row before. */
      correction: RowCorrection.nullable(),
    }),
    /** What each column means, the first one first; remembered for tables with the same headings. */
    z.object({
      kind: z.literal('columns'),
      table,
      meanings: z
        .array(ColumnMeaning)
        .min(1)
        .max(60)
        .refine(onceEach, '同一种内容只能选一列，请检查')
        .meta({ label: '各列的含义' }),
    }),
    /** Another name of a unit, for good. */
    z.object({
      kind: z.literal('alias'),
      unitId: z.uuid().meta({ label: '单位' }),
      alias: z.string().trim().min(2).max(60).meta({ label: '别名' }),
    }),
    /** Whether the table is a new plan (null) or a later wording of one that is there. */
    z.object({ kind: z.literal('revision'), breakdownId: z.uuid().nullable() }),
    z.object({
      kind: z.literal('heading'),
      title: TaskBreakdown.shape.title,
      year: TaskBreakdown.shape.year,
      breakdownKind: BreakdownKind.meta({ label: '类型' }),
    }),
  ])
  .meta({ id: 'PreviewCorrection' });
export type PreviewCorrection = z.infer<typeof PreviewCorrection>;

/** Everything a person has put right so far. */
export interface PreviewCorrections {
  /** By `rowKey`. */
  rows: Record<string, RowCorrection>;
  /** By the table's number. */
  columns: Record<string, ColumnMeaning[]>;
}

export const NO_CORRECTIONS: PreviewCorrections = { rows: {}, columns: {} };

export const rowKey = (tableNumber: number, row: number): string => `${tableNumber}:${row}`;

function onceEach(meanings: readonly ColumnMeaning[]): boolean {
  return areDistinct(meanings.filter((meaning) => meaning !== 'ignored'));
}
