import * as z from '../../zod.ts';
import { Day } from '../../calendar/day.ts';
import { AssignmentPart } from '../lines/assignment.ts';

/** Words of a task that a revised table may change. */
export const ChangedField = z.enum(['number', 'category', 'mainTask', 'concreteWork', 'unitsPhrase', 'duePhrase']);
export type ChangedField = z.infer<typeof ChangedField>;

export const CHANGED_FIELD_LABELS = {
  number: '序号',
  category: '类别',
  mainTask: '主要任务',
  concreteWork: '具体工作',
  unitsPhrase: '责任单位',
  duePhrase: '完成时限',
} as const satisfies Record<ChangedField, string>;

const ChangedUnit = z.object({ unitId: z.uuid(), unitName: z.string(), part: AssignmentPart });

/** What a revised table does to one task. */
export const TaskChange = z
  .object({
    kind: z.enum(['added', 'restored', 'changed', 'removed', 'same']),
    /** The task that is there; null when it is added. */
    taskId: z.uuid().nullable(),
    /** The row (`table:row`) of the revised table; null when the task is removed. */
    row: z.string().nullable(),
    number: z.int(),
    mainTask: z.string(),
    fields: z.array(z.object({ field: ChangedField, before: z.string(), after: z.string() })),
    due: z.object({ before: Day.nullable(), after: Day.nullable() }).nullable(),
    unitsAdded: z.array(ChangedUnit),
    unitsRemoved: z.array(ChangedUnit),
  })
  .meta({ id: 'TaskChange' });
export type TaskChange = z.infer<typeof TaskChange>;

export const TASK_CHANGE_LABELS = {
  added: '新增',
  restored: '恢复',
  changed: '有修改',
  removed: '删去',
  same: '不变',
} as const satisfies Record<TaskChange['kind'], string>;
