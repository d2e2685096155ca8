import * as z from '../../zod.ts';
import { ASSIGNMENT_STATUS_LABELS, AssignmentStatus, Light } from '../lines/assignment.ts';
import { DuePeriod, periodInWords } from './due-period.ts';

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

export const LIGHT_LABELS = {
  red: '已逾期',
  amber: '快到期，或本期未报',
  green: '正常',
  grey: '无固定时限',
} as const satisfies Record<Light, string>;

export const LedgerFilter = z.object({
  taskId: z.uuid().optional().meta({ label: '任务' }),
  unitId: z.uuid().optional().meta({ label: '单位' }),
  /** Units directly under this one: a township's villages. */
  underUnitId: z.uuid().optional().meta({ label: '所辖单位' }),
  state: AssignmentStatus.optional().meta({ label: '状态' }),
  light: Light.optional().meta({ label: '灯号' }),
  category: z.string().max(200).optional().meta({ label: '类别' }),
  due: DueFilter.optional().meta({ label: '时限' }),
  period: DuePeriod.optional(),
  text,
  /** Lines handed down to villages are left out unless asked for. */
  withHandedDown: z.enum(['yes', 'no']).default('no').meta({ label: '含分解到村' }),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;

/** Every filter in words, as pages say it and exports print it; names are looked up by the caller. */
export function ledgerFilterInWords(
  filter: LedgerFilter,
  names: { task?: string | undefined; unit?: string | undefined; underUnit?: string | undefined },
): string[] {
  const { state, light, category, due, period, text, withHandedDown } = filter;
  return [
    names.task && `任务：${names.task}`,
    names.unit && `单位：${names.unit}`,
    names.underUnit && `所辖单位：${names.underUnit}`,
    state && `状态：${ASSIGNMENT_STATUS_LABELS[state]}`,
    light && `灯号：${LIGHT_LABELS[light]}`,
    category && `类别：${category}`,
    due && `时限：${DUE_FILTER_LABELS[due]}`,
    period && `时段：${periodInWords(period)}`,
    text && `搜索：${text}`,
    withHandedDown === 'yes' && '含分解到村',
  ].filter((words) => typeof words === 'string' && words !== '') as string[];
}

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
  /** Filed as whole, and not yet confirmed by the lead. */
  toComplete: z.literal('yes').optional().meta({ label: '待确认办结' }),
});
export type AssignmentFilter = z.infer<typeof AssignmentFilter>;
