import * as z from '../zod.ts';
import { Day } from '../calendar/day.ts';
import { areDistinct } from '../distinct.ts';
import { Reached } from '../reminders/reminder.ts';
import { AssignmentStatus } from '../tasks/lines/assignment.ts';
import { LedgerFilter } from '../tasks/overview/task-filters.ts';
import { ContactUnit } from '../tasks/task-views.ts';

/** More than this is no nudge any more but a notice to everybody. */
export const MOST_NUDGED = 1000;

/** Why a chosen line was not nudged. */
export const NudgeLeftOutWhy = z.enum(['completed', 'withdrawn', 'nudged-today', 'own-unit', 'not-handed-down']);
export type NudgeLeftOutWhy = z.infer<typeof NudgeLeftOutWhy>;

/** Chosen lines that were not nudged, as many as have the same reason. */
export const NudgeLeftOut = z
  .object({
    why: NudgeLeftOutWhy,
    count: z.int().min(1),
    /** Of lines nudged today already: by whom and when. */
    byName: z.string().nullable(),
    at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'NudgeLeftOut' });
export type NudgeLeftOut = z.infer<typeof NudgeLeftOut>;

/** Which lines: picked one by one, or all of a plan that a filter of the ledger lets through. */
export const NudgeChoice = z
  .discriminatedUnion('by', [
    z.object({
      by: z.literal('selection'),
      assignmentIds: z
        .array(z.uuid())
        .min(1)
        .max(MOST_NUDGED)
        .refine(areDistinct, '有任务选了两次，请各选一次')
        .meta({ label: '任务' }),
    }),
    z.object({
      by: z.literal('filter'),
      breakdownId: z.uuid().meta({ label: '任务分解表' }),
      filter: LedgerFilter.meta({ label: '筛选条件' }),
    }),
  ])
  .meta({ id: 'NudgeChoice' });
export type NudgeChoice = z.infer<typeof NudgeChoice>;

/** 催办: a person's own words to those who owe something. */
export const Nudge = z
  .object({
    id: z.uuid().meta({ label: '催办编号' }),
    words: z.string().trim().min(2).max(300).meta({ label: '催办的话' }),
    /** The office it comes from. */
    unitId: z.uuid(),
    by: z.uuid(),
    byName: z.string(),
    sentAt: z.iso.datetime(),
    lineCount: z.int().min(1),
    leftOut: z.array(NudgeLeftOut),
  })
  .meta({ id: 'Nudge' });
export type Nudge = z.infer<typeof Nudge>;

export const NewNudge = z
  .object({ id: Nudge.shape.id, words: Nudge.shape.words, lines: NudgeChoice })
  .meta({ id: 'NewNudge' });
export type NewNudge = z.infer<typeof NewNudge>;

/** A unit in which nobody works here yet, and whose leads are told instead; null where there are none either. */
export const UnitToRing = ContactUnit.extend({ toldUnitName: z.string().nullable() }).meta({ id: 'UnitToRing' });
export type UnitToRing = z.infer<typeof UnitToRing>;

/** What a nudge would reach, before it is sent. */
export const NudgePreview = z
  .object({
    lineCount: z.int(),
    unitCount: z.int(),
    personCount: z.int(),
    leftOut: z.array(NudgeLeftOut),
    unitsToRing: z.array(UnitToRing),
  })
  .meta({ id: 'NudgePreview' });
export type NudgePreview = z.infer<typeof NudgePreview>;

/** A nudge in a list; what is counted is what its reader may see of it. */
export const NudgeSummary = Nudge.pick({ id: true, words: true, byName: true, sentAt: true, lineCount: true })
  .extend({
    fromUnitName: z.string(),
    unitCount: z.int(),
    /** The unit nudged, where it is one. */
    unitName: z.string().nullable(),
  })
  .meta({ id: 'NudgeSummary' });
export type NudgeSummary = z.infer<typeof NudgeSummary>;

/** A nudge opened: to a unit only its own lines count. */
export const NudgeView = Nudge.omit({ unitId: true, by: true })
  .extend({
    fromUnitName: z.string(),
    /** Whether the reader sees how people were reached: whoever sent it, and overseers. */
    showsReached: z.boolean(),
  })
  .meta({ id: 'NudgeView' });
export type NudgeView = z.infer<typeof NudgeView>;

/** A unit within a nudge: what it was nudged about, and how its people were reached. */
export const NudgedUnit = ContactUnit.extend({
  /** Whose people were told: its own, or those of the unit above; null where nobody was. */
  toldUnitName: z.string().nullable(),
  lines: z.array(
    z.object({
      id: z.uuid(),
      taskNumber: z.int(),
      mainTask: z.string(),
      breakdownTitle: z.string(),
      dueOn: Day.nullable(),
      status: AssignmentStatus,
    }),
  ),
  /** In no order of merit; empty for whom it does not concern. */
  people: z.array(Reached),
}).meta({ id: 'NudgedUnit' });
export type NudgedUnit = z.infer<typeof NudgedUnit>;
