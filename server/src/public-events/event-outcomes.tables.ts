import type { EventKind } from '@county/shared/public-events/event-content';
import type { EventRecordContent } from '@county/shared/public-events/event-record';
import { instant, integer, json, nullable, primaryId, reference, table, text } from '../database/table.ts';
import { version, writing, type VersionRow, type WritingRow } from '../database/writing-columns.ts';

/** A line that came of a decision. */
interface DecisionLine {
  taskId: string;
  assignmentId: string;
  unitId: string;
}

export interface EventRecordRow extends WritingRow<EventRecordContent> {
  taskLines: Record<string, DecisionLine>;
}

/** Its id is the event's. */
export const EventRecords = table<EventRecordRow>(
  'event_record',
  { ...writing(), taskLines: json() },
  { indices: [{ name: 'event_record_unit', columns: ['unitId', 'state'] }] },
);

export const EventRecordVersions = table<VersionRow<EventRecordContent>>('event_record_version', version(), {
  indices: [{ name: 'event_record_version_of', columns: ['writingId', 'version'], unique: true }],
});

export interface EventQuestionRow {
  id: string;
  eventId: string;
  unitId: string;
  words: string;
  askedAt: string;
  notedBy: string;
  answer: string | null;
  answerRevision: number;
  state: 'open' | 'proposed' | 'published' | 'declined';
  writtenBy: string | null;
  writtenByName: string | null;
  writtenAt: string | null;
  reviewedBy: string | null;
  reviewedByName: string | null;
  reviewedAt: string | null;
  secrecyCheck: string | null;
  personalDataCheck: string | null;
  declineReason: string | null;
  publishedAnswer: string | null;
  publishedAt: string | null;
}

export const EventQuestions = table<EventQuestionRow>(
  'event_question',
  {
    id: primaryId(),
    eventId: reference(),
    unitId: reference(),
    words: text(300),
    askedAt: instant(),
    notedBy: reference(),
    answer: nullable(text(1000)),
    answerRevision: integer(),
    state: text(10),
    writtenBy: nullable(reference()),
    writtenByName: nullable(text(60)),
    writtenAt: nullable(instant()),
    reviewedBy: nullable(reference()),
    reviewedByName: nullable(text(60)),
    reviewedAt: nullable(instant()),
    secrecyCheck: nullable(text(300)),
    personalDataCheck: nullable(text(300)),
    declineReason: nullable(text(500)),
    publishedAnswer: nullable(text(1000)),
    publishedAt: nullable(instant()),
  },
  {
    indices: [
      { name: 'event_question_event', columns: ['eventId', 'id'] },
      { name: 'event_question_unit', columns: ['unitId', 'state', 'id'] },
    ],
  },
);

export interface EventPlanItemRow {
  id: string;
  unitId: string;
  year: number;
  month: number;
  kind: EventKind;
  theme: string;
  version: number;
  addedBy: string;
  lastChangeId: string;
}

export const EventPlanItems = table<EventPlanItemRow>(
  'event_plan_item',
  {
    id: primaryId(),
    unitId: reference(),
    year: integer(),
    month: integer(),
    kind: text(20),
    theme: text(60),
    version: integer(),
    addedBy: reference(),
    lastChangeId: reference(),
  },
  { indices: [{ name: 'event_plan_item_year', columns: ['year', 'unitId', 'month', 'id'] }] },
);
