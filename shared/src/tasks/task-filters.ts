import * as z from '../zod.ts';
import { AssignmentStatus, Light } from './assignment.ts';

/** Filters of task lists and the ledger; the export prints them. */
export const DueFilter = z.enum(['late', 'soon', 'later', 'none']);
export type DueFilter = z.infer<typeof DueFilter>;

export const DUE_FILTER_LABELS = {
  late: '已逾期',
  soon: '快到期',
  later: '未到期',
  none: '无固定时限',
} as const satisfies Record<DueFilter, string>;

const text = z.string().trim().max(60).optional().meta({ label: '搜索词' });

export const LedgerFilter = z.object({
  unitId: z.uuid().optional().meta({ label: '单位' }),
  state: AssignmentStatus.optional().meta({ label: '状态' }),
  light: Light.optional().meta({ label: '灯号' }),
  category: z.string().max(200).optional().meta({ label: '类别' }),
  due: DueFilter.optional().meta({ label: '时限' }),
  text,
  /** Lines handed down to villages are left out unless asked for. */
  withHandedDown: z.enum(['yes', 'no']).default('no').meta({ label: '含分解到村' }),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;

export const TaskFilter = z.object({
  breakdownId: z.uuid().optional().meta({ label: '任务分解表' }),
  unitId: z.uuid().optional().meta({ label: '单位' }),
  state: AssignmentStatus.optional().meta({ label: '状态' }),
  category: z.string().max(200).optional().meta({ label: '类别' }),
  due: DueFilter.optional().meta({ label: '时限' }),
  /** Tasks with units that are 待明确 or an open set. */
  unsettled: z.literal('yes').optional().meta({ label: '待明确' }),
  text,
});
export type TaskFilter = z.infer<typeof TaskFilter>;

/** What of the actor's scope a list of lines shows: the own unit alone, or all it reaches. */
export const AssignmentFilter = TaskFilter.extend({
  scope: z.enum(['own-unit', 'all']).default('own-unit').meta({ label: '范围' }),
});
export type AssignmentFilter = z.infer<typeof AssignmentFilter>;
