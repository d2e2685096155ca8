import * as z from '../../zod.ts';
import { AttachedFile } from '../../files/stored-file.ts';

/** A yearly plan, the year's livelihood projects, or a list of findings to be rectified (督查整改, 审计整改). */
export const BreakdownKind = z.enum(['plan', 'livelihood', 'inspection']);
export type BreakdownKind = z.infer<typeof BreakdownKind>;

export const BREAKDOWN_KIND_LABELS = {
  plan: '工作要点',
  livelihood: '民生实事',
  inspection: '督查整改',
} as const satisfies Record<BreakdownKind, string>;

/** What a row of such a table is called: 任务, or 问题 in a list of findings. */
export function taskWord(kind: BreakdownKind): '任务' | '问题' {
  return kind === 'inspection' ? '问题' : '任务';
}

const planYear = z.int().min(2000).max(2100).meta({ label: '计划年度' });

/** 任务分解表: one document of the county, holding tasks. */
export const TaskBreakdown = z
  .object({
    id: z.uuid(),
    title: z.string().trim().min(2).max(120).meta({ label: '分解表名称' }),
    kind: BreakdownKind.meta({ label: '类型' }),
    year: planYear,
    /** What the content was when imported; the same table again is recognised by it. */
    fingerprint: z.string().length(64),
    /** Whether anybody may see titles, units, days and states. */
    isPublic: z.boolean().meta({ label: '是否公开' }),
    /** The plan this one was carried forward from. */
    carriedFromId: z.uuid().nullable(),
    /** The name of the file it was read from; null when carried forward. */
    sourceName: z.string().max(200).nullable(),
    createdBy: z.uuid(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'TaskBreakdown' });
export type TaskBreakdown = z.infer<typeof TaskBreakdown>;

export const BreakdownSummary = TaskBreakdown.omit({ fingerprint: true, createdBy: true })
  .extend({
    taskCount: z.int(),
    assignmentCount: z.int(),
    /** The documents it was read from, the first wording first. */
    sources: z.array(AttachedFile),
  })
  .meta({ id: 'BreakdownSummary' });
export type BreakdownSummary = z.infer<typeof BreakdownSummary>;

export const BreakdownChange = TaskBreakdown.pick({ title: true, isPublic: true })
  .partial()
  .meta({ id: 'BreakdownChange' });
export type BreakdownChange = z.infer<typeof BreakdownChange>;

/** Copies an old plan into a new year; every due month moves by the same number of months. */
export const CarryForward = z
  .object({
    id: z.uuid(),
    title: TaskBreakdown.shape.title,
    year: planYear,
    shiftMonths: z.int().min(-120).max(240).meta({ label: '时限后移月数' }),
  })
  .meta({ id: 'CarryForward' });
export type CarryForward = z.infer<typeof CarryForward>;
