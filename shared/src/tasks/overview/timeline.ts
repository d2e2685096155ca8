import * as z from '../../zod.ts';
import { AssignmentStepKind } from '../lines/assignment-step.ts';

/** 时间线: one thing that happened on a task, in whichever unit. */
export const TimelineEntry = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    assignmentId: z.uuid(),
    unitName: z.string(),
    kind: z.union([z.literal('reported'), AssignmentStepKind]),
    percent: z.int().nullable(),
    words: z.string().nullable(),
    byName: z.string(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;
