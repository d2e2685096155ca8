import type { Day } from '@county/shared/calendar/day';
import type { Nudge } from '@county/shared/nudges/nudge';
import {
  calendarDay,
  flag,
  instant,
  integer,
  json,
  nullable,
  primaryId,
  reference,
  table,
  text,
} from '../database/table.ts';

export interface NudgeRow extends Nudge {
  /** Of the words and of what was chosen, to know the same request again. */
  fingerprint: string;
}

export const Nudges = table<NudgeRow>(
  'nudge',
  {
    id: primaryId(),
    words: text(300),
    unitId: reference(),
    by: reference(),
    byName: text(60),
    sentAt: instant(),
    lineCount: integer(),
    leftOut: json(),
    fingerprint: text(64),
  },
  {
    indices: [
      { name: 'nudge_sent', columns: ['sentAt', 'id'] },
      { name: 'nudge_by', columns: ['by', 'sentAt', 'id'] },
    ],
  },
);

/** A line that was nudged, on its day: one nudge a day, by whomever. */
export interface NudgedLine {
  id: string;
  nudgeId: string;
  assignmentId: string;
  /** The plan of the line. */
  breakdownId: string;
  /** Whose line it is; moves with a merger. */
  unitId: string;
  /** Whose people were told: the unit's own, or the leads of one above; null where there is nobody. */
  toldUnitId: string | null;
  /** Nobody works in the unit: the leads of one above were told. */
  isBelow: boolean;
  nudgedOn: Day;
}

export const NudgedLines = table<NudgedLine>(
  'nudged_line',
  {
    id: primaryId(),
    nudgeId: reference(),
    assignmentId: reference(),
    breakdownId: reference(),
    unitId: reference(),
    toldUnitId: nullable(reference()),
    isBelow: flag(),
    nudgedOn: calendarDay(),
  },
  {
    indices: [
      { name: 'nudged_line_day', columns: ['assignmentId', 'nudgedOn'], unique: true },
      { name: 'nudged_line_nudge', columns: ['nudgeId', 'unitId'] },
      { name: 'nudged_line_unit', columns: ['unitId', 'nudgeId'] },
    ],
  },
);
