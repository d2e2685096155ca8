import * as z from '../../zod.ts';
import { Day } from '../../calendar/day.ts';

/** 牵头, 责任, 配合. At most one unit leads a task; none while that is 待明确. */
export const AssignmentPart = z.enum(['lead', 'responsible', 'supporting']);
export type AssignmentPart = z.infer<typeof AssignmentPart>;

export const ASSIGNMENT_PART_LABELS = {
  lead: '牵头',
  responsible: '责任',
  supporting: '配合',
} as const satisfies Record<AssignmentPart, string>;

export const AssignmentStatus = z.enum([
  'assigned',
  'acknowledged',
  'in-progress',
  'completed',
  'returned',
  'closed',
  'withdrawn',
]);
export type AssignmentStatus = z.infer<typeof AssignmentStatus>;

export const ASSIGNMENT_STATUS_LABELS = {
  assigned: '已交办',
  acknowledged: '已签收',
  'in-progress': '办理中',
  completed: '已办结，待销号',
  returned: '退回待改',
  closed: '已销号',
  withdrawn: '已撤销',
} as const satisfies Record<AssignmentStatus, string>;

/** One unit's line of a task, with its own state, percent and due day. */
export const Assignment = z
  .object({
    id: z.uuid(),
    taskId: z.uuid(),
    breakdownId: z.uuid(),
    unitId: z.uuid(),
    part: AssignmentPart,
    /** The assignment it was handed down from (分解到村); null for a unit the plan itself names. */
    parentId: z.uuid().nullable(),
    /** What the unit above wrote when handing down. */
    handDownWords: z.string().max(500).nullable(),
    /** The day it was given out; null where that was not kept yet. */
    assignedOn: Day.nullable(),
    dueOn: Day.nullable(),
    status: AssignmentStatus,
    /** The last report's; null while nothing was reported, which is not 0. */
    percent: z.int().min(0).max(100).nullable(),
    lastReportedAt: z.iso.datetime().nullable(),
    /** The latest period reported on, where there is no due day: 2026-Q4, 2026-11. */
    reportedPeriod: z.string().max(10).nullable(),
    /** The day of the unit's latest completion; a late one stays late for ever (rules S2). */
    completedOn: Day.nullable(),
  })
  .meta({ id: 'Assignment' });
export type Assignment = z.infer<typeof Assignment>;

/** How a line stands in time, derived and never stored (rules S2). */
export const Light = z.enum(['green', 'amber', 'red', 'grey']);
export type Light = z.infer<typeof Light>;
