import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';

/** One row of a breakdown. It has no state of its own: its assignments have. */
export const Task = z
  .object({
    id: z.uuid(),
    breakdownId: z.uuid(),
    /** 序号 as printed. */
    number: z.int().min(1).max(99_999),
    category: z.string().max(200).meta({ label: '类别' }),
    mainTask: z.string().max(2000).meta({ label: '主要任务' }),
    concreteWork: z.string().max(4000).meta({ label: '具体工作' }),
    /** The units cell as printed, kept beside what was understood from it (rules P1). */
    unitsPhrase: z.string().max(1000).meta({ label: '责任单位' }),
    /** The due cell as printed. */
    duePhrase: z.string().max(200).meta({ label: '完成时限' }),
    /** Last day, inclusive; null when the plan sets none ("长期坚持"). */
    dueOn: Day.nullable(),
    /** Units the plan names only as a set ("等县级有关部门"), to be added later by the coordinating office. */
    openSetPhrase: z.string().max(200).nullable(),
    /** A part of the units cell nobody could resolve yet ("见附件2"): shown as 待明确, never as nobody. */
    unresolvedPhrase: z.string().max(400).nullable(),
    /** Why a revised table took it back (撤销); its lines are withdrawn, its history stays. */
    withdrawnReason: z.string().max(500).nullable(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;
