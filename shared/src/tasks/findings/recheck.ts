import * as z from '../../zod.ts';
import { Day, GivenDay } from '../../calendar/day.ts';
import { areDistinct } from '../../distinct.ts';
import { ReturnRemark } from '../lines/assignment-step.ts';

/** 到位, 未到位. */
export const RecheckOutcome = z.enum(['met', 'unmet']);
export type RecheckOutcome = z.infer<typeof RecheckOutcome>;

export const RECHECK_OUTCOME_LABELS = {
  met: '整改到位',
  unmet: '未到位',
} as const satisfies Record<RecheckOutcome, string>;

/** 现场核查, or by the papers alone. */
export const RecheckWay = z.enum(['on-the-spot', 'by-papers']);
export type RecheckWay = z.infer<typeof RecheckWay>;

export const RECHECK_WAY_LABELS = {
  'on-the-spot': '现场复查',
  'by-papers': '查阅资料',
} as const satisfies Record<RecheckWay, string>;

/** 复查: what somebody of another unit found of a rectification the unit calls done. Never changed; all are kept. */
export const Recheck = z
  .object({
    id: z.uuid().meta({ label: '复查编号' }),
    assignmentId: z.uuid(),
    /** The completion (an assignment step) that was looked at. */
    completionId: z.uuid(),
    outcome: RecheckOutcome.meta({ label: '复查结论' }),
    words: z.string().trim().min(2).max(1000).meta({ label: '复查情况' }),
    checkedOn: Day,
    way: RecheckWay.meta({ label: '复查方式' }),
    by: z.uuid(),
    byName: z.string().max(60),
    byUnitId: z.uuid(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Recheck' });
export type Recheck = z.infer<typeof Recheck>;

export const RecheckView = Recheck.omit({ by: true, byUnitId: true })
  .extend({ byUnitName: z.string() })
  .meta({ id: 'RecheckView' });
export type RecheckView = z.infer<typeof RecheckView>;

export const NewRecheck = Recheck.pick({ id: true, outcome: true, words: true, way: true })
  .extend({
    checkedOn: GivenDay.meta({ label: '复查日期' }),
    /** Of one that finds the work not done: what is to be put right, field by field. */
    remarks: z
      .array(ReturnRemark)
      .max(8)
      .refine((remarks) => areDistinct(remarks.map(({ field }) => field)), '同一项只写一条意见')
      .default([])
      .meta({ label: '逐项意见' }),
  })
  .meta({ id: 'NewRecheck' });
export type NewRecheck = z.infer<typeof NewRecheck>;
