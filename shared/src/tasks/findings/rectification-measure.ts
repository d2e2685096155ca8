import * as z from '../../zod.ts';
import { Day, GivenDay } from '../../calendar/day.ts';

/** 整改措施 in the unit's own word, where the table gives none; a supervisor of another unit agrees or sends it back. */
export const RectificationMeasure = z
  .object({
    id: z.uuid().meta({ label: '整改措施编号' }),
    assignmentId: z.uuid(),
    words: z.string().trim().min(4).max(2000).meta({ label: '整改措施' }),
    /** By which day it will be carried out; null only for what is kept up for good (长期坚持). */
    dueOn: Day.nullable(),
    state: z.enum(['stated', 'agreed', 'returned']),
    statedBy: z.uuid(),
    statedByName: z.string().max(60),
    statedAt: z.iso.datetime(),
    decidedBy: z.uuid().nullable(),
    decidedByName: z.string().max(60).nullable(),
    decidedAt: z.iso.datetime().nullable(),
    /** Why it was sent back, or what the supervisor adds. */
    decisionWords: z.string().max(1000).nullable(),
  })
  .meta({ id: 'RectificationMeasure' });
export type RectificationMeasure = z.infer<typeof RectificationMeasure>;

export const MEASURE_STATE_LABELS = {
  stated: '等督查员审核',
  agreed: '已同意',
  returned: '已退回，请重新提出',
} as const satisfies Record<RectificationMeasure['state'], string>;

export const NewRectificationMeasure = RectificationMeasure.pick({ id: true, words: true })
  .extend({ dueOn: GivenDay.nullable().default(null).meta({ label: '完成日期' }) })
  .meta({ id: 'NewRectificationMeasure' });
export type NewRectificationMeasure = z.infer<typeof NewRectificationMeasure>;

const decisionWords = z.string().trim().max(1000).meta({ label: '意见' });

export const MeasureDecision = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('agreed'), words: decisionWords.nullable().default(null) }),
    z.object({ outcome: z.literal('returned'), words: decisionWords.min(1).meta({ label: '退回理由' }) }),
  ])
  .meta({ id: 'MeasureDecision' });
export type MeasureDecision = z.infer<typeof MeasureDecision>;
