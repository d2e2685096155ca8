import * as z from '../../zod.ts';
import { Day } from '../../calendar/day.ts';
import { AssignmentPart } from '../lines/assignment.ts';
import { Finding, Rectification } from './finding.ts';
import { RecheckView } from './recheck.ts';
import { RectificationMeasure } from './rectification-measure.ts';

const withheldReason = z.string().nullable();

/** A finding with its task: open to all staff, as the plan's words are. */
export const TaskFinding = Finding.extend({
  /** Why it is not made public; null where it may be. */
  withheldReason,
}).meta({ id: 'TaskFinding' });
export type TaskFinding = z.infer<typeof TaskFinding>;

/** A finding on one unit's line: with what the unit means to do and what others found of it. */
export const FindingView = TaskFinding.extend({
  /** Newest first; empty where the actor may not read the unit's words. */
  measures: z.array(RectificationMeasure),
  /** Newest first; all of them. */
  rechecks: z.array(RecheckView),
  /** The unit's latest 办结 (an assignment step), which a recheck is about; null while there is none. */
  completionId: z.uuid().nullable(),
  /** Day of that completion. */
  completedOn: Day.nullable(),
}).meta({ id: 'FindingView' });
export type FindingView = z.infer<typeof FindingView>;

/** What the ledger and the task's page say of a finding besides the line's own columns. */
export const LedgerFinding = z
  .object({
    rectification: Rectification.nullable(),
    /** The table's, else the unit's that was agreed to; null where there is none or it may not be read. */
    measure: z.string().nullable(),
    /** 整改依据 of the latest 办结; null where there is none or it may not be read. */
    proof: z.string().nullable(),
    recheck: RecheckView.pick({ outcome: true, words: true, checkedOn: true, way: true, byName: true }).nullable(),
    recheckCount: z.int(),
  })
  .meta({ id: 'LedgerFinding' });
export type LedgerFinding = z.infer<typeof LedgerFinding>;

/** 整改中, 已完成, 已销号. */
export const PublicFindingState = z.enum(['rectifying', 'completed', 'closed']);
export type PublicFindingState = z.infer<typeof PublicFindingState>;

export const PUBLIC_FINDING_STATE_LABELS = {
  rectifying: '整改中',
  completed: '已完成，待复查销号',
  closed: '已销号',
} as const satisfies Record<PublicFindingState, string>;

/** A finding as anybody may read it: nothing in free words that was not approved by another person. */
export const PublicFinding = z
  .object({
    id: z.uuid(),
    number: z.int(),
    /** The approved wording, not the table's. */
    problem: z.string(),
    rectification: Rectification.nullable(),
    lines: z.array(
      z.object({
        unitName: z.string(),
        part: AssignmentPart,
        dueOn: Day.nullable(),
        completedOn: Day.nullable(),
        state: PublicFindingState,
        measure: z.string().nullable(),
        result: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PublicFinding' });
export type PublicFinding = z.infer<typeof PublicFinding>;
