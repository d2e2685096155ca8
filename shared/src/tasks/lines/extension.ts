import * as z from '../../zod.ts';
import { Day, GivenDay } from '../../calendar/day.ts';

/** 延期: a later day asked for before the due day, and what a supervisor decided; old and new day are kept (rules S1). */
export const Extension = z
  .object({
    id: z.uuid().meta({ label: '申请编号' }),
    assignmentId: z.uuid(),
    /** The due day when it was asked. */
    fromDueOn: Day,
    dueOn: GivenDay.meta({ label: '延期到' }),
    reason: z.string().trim().min(4).max(1000).meta({ label: '延期理由' }),
    state: z.enum(['asked', 'granted', 'declined']),
    askedBy: z.uuid(),
    askedByName: z.string().max(60),
    askedAt: z.iso.datetime(),
    decidedBy: z.uuid().nullable(),
    decidedByName: z.string().max(60).nullable(),
    decidedAt: z.iso.datetime().nullable(),
    decisionWords: z.string().max(1000).nullable(),
  })
  .meta({ id: 'Extension' });
export type Extension = z.infer<typeof Extension>;

export const NewExtension = Extension.pick({ id: true, dueOn: true, reason: true }).meta({ id: 'NewExtension' });
export type NewExtension = z.infer<typeof NewExtension>;

export const ExtensionDecision = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('granted'),
      words: z.string().trim().max(1000).nullable().default(null).meta({ label: '审批意见' }),
    }),
    z.object({
      outcome: z.literal('declined'),
      words: z.string().trim().min(1).max(1000).meta({ label: '不同意的理由' }),
    }),
  ])
  .meta({ id: 'ExtensionDecision' });
export type ExtensionDecision = z.infer<typeof ExtensionDecision>;

/** An extension in the list of those to be decided: of which unit, for which task. */
export const ExtensionView = Extension.omit({ askedBy: true, decidedBy: true })
  .extend({ unitName: z.string(), taskNumber: z.int(), mainTask: z.string() })
  .meta({ id: 'ExtensionView' });
export type ExtensionView = z.infer<typeof ExtensionView>;
