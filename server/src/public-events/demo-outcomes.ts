import { v7 as newId } from 'uuid';
import { addDays, atHour } from '@county/shared/calendar/day';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import { EventRecordContent } from '@county/shared/public-events/event-record';
import { scanInWords } from '@county/shared/writings/personal-data';
import type { EventSeed } from '@county/seeds/public-events';
import type { VersionRow } from '../database/writing-columns.ts';
import { actorOf, type SeededPerson } from '../people/people-seeding.service.ts';
import type { WritingMoves } from '../writings/writing-moves.service.ts';
import { newWriting } from '../writings/writings.service.ts';
import type { EventQuestionRow, EventRecordRow } from './event-outcomes.tables.ts';
import { OPEN } from './event-questions.service.ts';
import type { AttendeeRow, EventRow } from './public-events.tables.ts';

export const REVIEW = {
  outcome: 'published' as const,
  secrecyCheck: '已核对，不涉及国家秘密、工作秘密',
  personalDataCheck: '已核对，只有联系人的办公电话，没有个人信息',
};

export interface Cast {
  author: SeededPerson;
  reviewer: SeededPerson;
}

interface Outcome {
  record: EventRecordRow | null;
  version: VersionRow<EventRecordContent> | null;
  questions: EventQuestionRow[];
}

interface House {
  moves: WritingMoves;
  units: readonly OrgUnit[];
}

/** What came of one of the demo's events: its record, and what was raised there with the answers. */
export function outcomeOf(
  seed: EventSeed,
  { row: event, attendees }: { row: EventRow; attendees: readonly AttendeeRow[] },
  { author, reviewer }: Cast,
  house: House,
): Outcome {
  if (!seed.outcome) return { record: null, version: null, questions: [] };
  const { minutes, decisions } = seed.outcome;
  const heldOn = event.firstDay!;
  const content = EventRecordContent.parse({
    heldOn,
    attendance: `${attendees.filter(({ arrivedAt }) => arrivedAt !== null).length} 人`,
    minutes,
    decisions: decisions.map((words) => ({ key: newId(), words })),
    photoIds: [],
  });
  const sent = { id: event.id, unitId: event.unitId, content };
  const draft = newWriting(author, sent, { taskLines: {} }, atHour(addDays(heldOn, 1), 10));
  const proposed: EventRecordRow = { ...draft, state: 'proposed', revision: 2 };
  const publishedAt = atHour(addDays(heldOn, 3), 15);
  const facts = { changed: [], initials: '', personalDataScan: scanInWords(''), publishedAt };
  const version = house.moves.versionOf(actorOf(reviewer), proposed, REVIEW, facts);
  const { personId: savedBy, name: savedByName } = reviewer;
  const saved = { savedBy, savedByName, savedAt: publishedAt, revision: 3 };
  const record = { ...proposed, ...saved, state: 'published' as const, publishedVersion: 1, publishedAt };
  return { record, version, questions: questionsOf(seed, event, { author, reviewer }, house) };
}

function questionsOf(
  seed: EventSeed,
  event: EventRow,
  { author, reviewer }: Cast,
  { units }: House,
): EventQuestionRow[] {
  const askedAt = atHour(event.firstDay!, 11);
  const answeredAt = atHour(addDays(event.firstDay!, 5), 10);
  return seed.outcome!.questions.map(({ words, unitName, answer }): EventQuestionRow => {
    const unitId = units.find(({ name }) => name === unitName)!.id;
    const asked = { ...OPEN, id: newId(), eventId: event.id, unitId, words, askedAt, notedBy: author.personId };
    if (!answer) return asked;
    const { secrecyCheck, personalDataCheck } = REVIEW;
    return {
      ...asked,
      answer,
      answerRevision: 1,
      state: 'published',
      writtenBy: author.personId,
      writtenByName: author.name,
      writtenAt: answeredAt,
      reviewedBy: reviewer.personId,
      reviewedByName: reviewer.name,
      reviewedAt: answeredAt,
      secrecyCheck,
      personalDataCheck,
      publishedAnswer: answer,
      publishedAt: answeredAt,
    };
  });
}
