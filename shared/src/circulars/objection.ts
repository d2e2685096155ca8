import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';

/** 送达: from which day a unit's time to object runs. Its first opening, or the day it was handed over on paper. */
export const CircularReceipt = z
  .object({
    unitId: z.uuid().meta({ label: '单位' }),
    receivedOn: Day,
    how: z.enum(['opened', 'delivered']),
    byName: z.string().max(60),
    /** The last day on which the unit may object; moves with the holiday notice until it has passed. */
    objectUntil: Day,
  })
  .meta({ id: 'CircularReceipt' });
export type CircularReceipt = z.infer<typeof CircularReceipt>;

export const NewReceipt = z
  .object({
    unitId: CircularReceipt.shape.unitId,
    /** The day it was handed over on paper; absent when the unit opens it. */
    deliveredOn: GivenDay.nullable().default(null).meta({ label: '送达日期' }),
  })
  .meta({ id: 'NewReceipt' });
export type NewReceipt = z.infer<typeof NewReceipt>;

export const ObjectionOutcome = z.enum(['upheld', 'corrected', 'revoked']);
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>;

/** What becomes of the criticism, not of the objection. */
export const OBJECTION_OUTCOME_LABELS = {
  upheld: '维持原通报',
  corrected: '更正通报内容',
  revoked: '撤销该项通报',
} as const satisfies Record<ObjectionOutcome, string>;

/** 异议: a unit's word against what a circular says of it, reviewed by somebody who did not make the circular. */
export const Objection = z
  .object({
    id: z.uuid().meta({ label: '异议编号' }),
    itemId: z.uuid().meta({ label: '通报事项' }),
    unitId: z.uuid(),
    reason: z.string().trim().min(10).max(2000).meta({ label: '异议理由' }),
    madeByName: z.string(),
    madeAt: z.iso.datetime(),
    /** The last day for the decision. */
    decideBy: Day,
    outcome: ObjectionOutcome.nullable(),
    decisionWords: z.string().max(1000).nullable(),
    /** What the circular says of the line from now on, where it was corrected. */
    correctedWords: z.string().max(500).nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Objection' });
export type Objection = z.infer<typeof Objection>;

export const NewObjection = Objection.pick({ id: true, itemId: true, reason: true }).meta({ id: 'NewObjection' });
export type NewObjection = z.infer<typeof NewObjection>;

const decisionWords = z.string().trim().min(4).max(1000).meta({ label: '复核意见' });

export const ObjectionDecision = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('upheld'), decisionWords }),
    z.object({ outcome: z.literal('revoked'), decisionWords }),
    z.object({
      outcome: z.literal('corrected'),
      decisionWords,
      correctedWords: z.string().trim().min(4).max(500).meta({ label: '更正后的内容' }),
    }),
  ])
  .meta({ id: 'ObjectionDecision' });
export type ObjectionDecision = z.infer<typeof ObjectionDecision>;
