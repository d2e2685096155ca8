import * as z from '../../zod.ts';
import { Day } from '../../calendar/day.ts';
import { Task } from '../task.ts';
import { WaitingSince } from '../lines/waiting-report.ts';

export const AlertKind = z.enum(['behind', 'falling', 'silent', 'not-computable']);
export type AlertKind = z.infer<typeof AlertKind>;

export const ALERT_LABELS = {
  behind: '落后于同任务单位',
  falling: '进度回落',
  silent: '长时间未报',
  'not-computable': '无法比较',
} as const satisfies Record<AlertKind, string>;

/** One thing a line's figures say, with the figures themselves. */
export const AlertFinding = z.object({ kind: AlertKind, words: z.string() }).meta({ id: 'AlertFinding' });
export type AlertFinding = z.infer<typeof AlertFinding>;

/** 预警: a line whose figures ask for a look; listed by task and due day, never by who has most. */
export const LineAlert = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    dueOn: Day.nullable(),
    task: Task.pick({ id: true, number: true, mainTask: true }),
    ...WaitingSince.shape,
    findings: z.array(AlertFinding),
  })
  .meta({ id: 'LineAlert' });
export type LineAlert = z.infer<typeof LineAlert>;
