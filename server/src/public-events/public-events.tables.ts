import type { Day } from '@county/shared/calendar/day';
import type { EventContent, EventKind, EventSubject } from '@county/shared/public-events/event-content';
import type { AttendeeState, EventFeedback, SignUpStep, SignUpVia } from '@county/shared/public-events/sign-up';
import { MOST_TO_TELL } from '@county/shared/people/to-tell';
import {
  calendarDay,
  flag,
  instant,
  integer,
  json,
  largeText,
  nullable,
  primaryId,
  reference,
  table,
  text,
} from '../database/table.ts';
import { version, writing, type VersionRow, type WritingRow } from '../database/writing-columns.ts';

/** A draw, once made. */
interface Draw {
  id: string;
  seed: string;
  /** As it stood in the notice by which it was drawn. */
  seedSource?: string;
  drawnAt: string;
  /** The seats there were, by session and group: more or fewer since do not change who was drawn. */
  seats: Record<string, number>;
}

export interface EventRow extends WritingRow<EventContent> {
  planItemId: string | null;
  /** What lists look for, of what is public; null before. */
  kind: EventKind | null;
  subject: EventSubject | null;
  firstDay: Day | null;
  lastDay: Day | null;
  startsAt: string | null;
  endsAt: string | null;
  draw: Draw | null;
  papersSentOn: Day | null;
  participantsPublishedAt: string | null;
  /** What was asked of it and done, by the ids the senders gave: sent again it is not done again. */
  requests: string[];
}

export const Events = table<EventRow>(
  'public_event',
  {
    ...writing(),
    planItemId: nullable(reference()),
    kind: nullable(text(20)),
    subject: nullable(text(30)),
    firstDay: nullable(calendarDay()),
    lastDay: nullable(calendarDay()),
    startsAt: nullable(instant()),
    endsAt: nullable(instant()),
    draw: nullable(json()),
    papersSentOn: nullable(calendarDay()),
    participantsPublishedAt: nullable(instant()),
    requests: json(),
  },
  {
    indices: [
      { name: 'public_event_saved', columns: ['savedAt', 'id'] },
      { name: 'public_event_unit', columns: ['unitId', 'savedAt', 'id'] },
      { name: 'public_event_start', columns: ['startsAt', 'id'] },
      { name: 'public_event_end', columns: ['endsAt', 'id'] },
      { name: 'public_event_plan', columns: ['planItemId'] },
    ],
  },
);

export type EventVersionRow = VersionRow<EventContent>;

export const EventVersions = table<EventVersionRow>('public_event_version', version(), {
  indices: [{ name: 'public_event_version_of', columns: ['writingId', 'version'], unique: true }],
});

/** The places of one session and group; held by whoever changes them, so that none is given twice. */
export interface EventPool {
  eventId: string;
  sessionKey: string;
  groupKey: string;
  seats: number;
  taken: number;
  waiting: number;
  entered: number;
  /** The last number given out. */
  issued: number;
}

/** A pool within its event. */
export const poolName = ({ sessionKey, groupKey }: Pick<EventPool, 'sessionKey' | 'groupKey'>): string =>
  `${sessionKey} ${groupKey}`;

export const EventPools = table<EventPool>('event_pool', {
  eventId: primaryId(),
  sessionKey: primaryId(),
  groupKey: primaryId(),
  seats: integer(),
  taken: integer(),
  waiting: integer(),
  entered: integer(),
  issued: integer(),
});

export interface SignUpRow {
  id: string;
  eventId: string;
  sessionKey: string;
  groupKey: string;
  via: SignUpVia;
  code: string | null;
  /** A keyed fingerprint of what was sent, by which a repeat is known. */
  addedAs: string | null;
  /** The resident's WeChat account. */
  personId: string | null;
  /** Encrypted, as the phone; null once erased. */
  contactName: string | null;
  phone: string | null;
  phoneHash: string | null;
  agreesToNames: boolean;
  /** The member of staff who entered it. */
  madeBy: string | null;
  feedback: EventFeedback | null;
  toBeRungAbout: string | null;
  steps: SignUpStep[];
  requests: string[];
  isErased: boolean;
  madeAt: string;
}

export const SignUps = table<SignUpRow>(
  'event_sign_up',
  {
    id: primaryId(),
    eventId: reference(),
    sessionKey: reference(),
    groupKey: reference(),
    via: text(10),
    code: nullable(text(6)),
    addedAs: nullable(text(64)),
    personId: nullable(reference()),
    contactName: nullable(text(200)),
    phone: nullable(text(200)),
    phoneHash: nullable(text(64)),
    agreesToNames: flag(),
    madeBy: nullable(reference()),
    feedback: nullable(json()),
    toBeRungAbout: nullable(text(MOST_TO_TELL)),
    steps: json(),
    requests: json(),
    isErased: flag(),
    madeAt: instant(),
  },
  {
    indices: [
      { name: 'event_sign_up_event', columns: ['eventId', 'id'] },
      { name: 'event_sign_up_phone', columns: ['phoneHash', 'eventId'] },
      { name: 'event_sign_up_person', columns: ['personId', 'id'] },
      { name: 'event_sign_up_code', columns: ['code'], unique: true },
    ],
  },
);

export interface AttendeeRow {
  id: string;
  signUpId: string;
  eventId: string;
  sessionKey: string;
  groupKey: string;
  /** In the order of signing up, from 1 in each pool. */
  number: number;
  /** By which those who wait move up: the number, or the place in the draw. */
  place: number;
  state: AttendeeState;
  /** Encrypted, as the answers; null once erased. */
  name: string | null;
  answers: string | null;
  speakingPlace: number | null;
  arrivedAt: string | null;
  /** The latest word that they are here, and that they are not: what comes late is told from what is new by them. */
  lastNotedAt: string | null;
  takenBackAt: string | null;
}

export const Attendees = table<AttendeeRow>(
  'event_attendee',
  {
    id: primaryId(),
    signUpId: reference(),
    eventId: reference(),
    sessionKey: reference(),
    groupKey: reference(),
    number: integer(),
    place: integer(),
    state: text(10),
    name: nullable(text(200)),
    answers: nullable(largeText()),
    speakingPlace: nullable(integer()),
    arrivedAt: nullable(instant()),
    lastNotedAt: nullable(instant()),
    takenBackAt: nullable(instant()),
  },
  {
    indices: [
      { name: 'event_attendee_sign_up', columns: ['signUpId', 'number'] },
      { name: 'event_attendee_place', columns: ['eventId', 'sessionKey', 'groupKey', 'state', 'place'] },
    ],
  },
);
