import type { Day } from '@county/shared/calendar/day';
import type { CardConsent, VisitTurn } from '@county/shared/appointments/home-visits/elder-card';
import type { HomeVisitRequest, HomeVisitStep } from '@county/shared/appointments/home-visits/home-visit-request';
import type { HomeVisitService } from '@county/shared/appointments/home-visits/home-visit-service';
import type { HomeVisit } from '@county/shared/appointments/home-visits/visit-plan';
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
} from '../../database/table.ts';

export interface HomeVisitServiceRow extends HomeVisitService {
  /** Hash of what made it, and the last change's id: the same again changes nothing. */
  said: string;
  lastChangeId: string;
  savedAt: string;
}

export const HomeVisitServices = table<HomeVisitServiceRow>(
  'home_visit_service',
  {
    id: primaryId(),
    unitId: reference(),
    name: text(30),
    forWhom: text(100),
    needed: text(200),
    course: text(300),
    villageIds: json(),
    version: integer(),
    withdrawnReason: nullable(text(200)),
    said: text(64),
    lastChangeId: reference(),
    savedAt: instant(),
  },
  { indices: [{ name: 'home_visit_service_unit', columns: ['unitId'] }] },
);

export interface HomeVisitRequestRow extends Omit<HomeVisitRequest, 'name' | 'phone' | 'landmark' | 'wish'> {
  /** Name, phone, landmark and wish, sealed; null once erased. */
  person: string | null;
  nameHash: string | null;
  phoneHash: string | null;
  /** The WeChat account of the resident who asked. */
  personId: string | null;
  /** Village staff who asked on behalf. */
  askedBy: string | null;
  askedByName: string | null;
  said: string;
  cardId: string | null;
  /** The visit that is on a plan. */
  visitId: string | null;
  /** The last day on which something happened, from which keeping is counted. */
  lastOn: Day;
  erasedAt: string | null;
}

export const HomeVisitRequests = table<HomeVisitRequestRow>(
  'home_visit_request',
  {
    id: primaryId(),
    number: text(6),
    serviceId: reference(),
    unitId: reference(),
    villageId: reference(),
    person: nullable(largeText()),
    nameHash: nullable(text(64)),
    phoneHash: nullable(text(64)),
    suitableDays: json(),
    dayPart: text(10),
    askedAs: text(20),
    personId: nullable(reference()),
    askedBy: nullable(reference()),
    askedByName: nullable(text(60)),
    said: text(64),
    state: text(20),
    askedAt: instant(),
    followUpOn: nullable(calendarDay()),
    cardId: nullable(reference()),
    visitId: nullable(reference()),
    lastOn: calendarDay(),
    erasedAt: nullable(instant()),
  },
  {
    indices: [
      { name: 'home_visit_request_number', columns: ['number'], unique: true },
      { name: 'home_visit_request_unit', columns: ['unitId', 'state', 'askedAt', 'id'] },
      { name: 'home_visit_request_asker', columns: ['askedBy', 'askedAt', 'id'] },
      { name: 'home_visit_request_person', columns: ['personId', 'askedAt', 'id'] },
      { name: 'home_visit_request_card', columns: ['cardId'] },
      { name: 'home_visit_request_kept', columns: ['erasedAt', 'cardId', 'state', 'lastOn'] },
    ],
  },
);

/** An act on a request or a visit; its id is made by whoever acts, so that the same again changes nothing. */
export interface HomeVisitStepRow extends Omit<HomeVisitStep, 'unitName'> {
  requestId: string | null;
  unitId: string;
  byId: string | null;
  /** Hash of what was said, by whom, about what. */
  said: string;
}

export const HomeVisitSteps = table<HomeVisitStepRow>(
  'home_visit_step',
  {
    id: primaryId(),
    requestId: nullable(reference()),
    kind: text(20),
    at: instant(),
    unitId: reference(),
    byId: nullable(reference()),
    byName: nullable(text(60)),
    words: nullable(text(300)),
    said: text(64),
  },
  { indices: [{ name: 'home_visit_step_request', columns: ['requestId', 'at'] }] },
);

export interface HomeVisitRow extends HomeVisit {
  /** Somebody set the day's order: what is added goes to its end. */
  isOrderedByHand: boolean;
  /** When whoever goes was told of the day. */
  remindedOn: Day | null;
}

export const HomeVisits = table<HomeVisitRow>(
  'home_visit',
  {
    id: primaryId(),
    unitId: reference(),
    day: calendarDay(),
    requestId: nullable(reference()),
    cardId: nullable(reference()),
    assigneeId: reference(),
    position: integer(),
    state: text(20),
    /** Sealed. */
    words: nullable(largeText()),
    followUpOn: nullable(calendarDay()),
    happenedAt: nullable(instant()),
    isOrderedByHand: flag(),
    remindedOn: nullable(calendarDay()),
  },
  {
    indices: [
      { name: 'home_visit_plan', columns: ['unitId', 'day', 'assigneeId'] },
      { name: 'home_visit_reminding', columns: ['state', 'day', 'remindedOn'] },
      { name: 'home_visit_request_of', columns: ['requestId'] },
      { name: 'home_visit_card', columns: ['cardId', 'day'] },
    ],
  },
);

export interface ElderCardRow {
  id: string;
  unitId: string;
  villageId: string;
  /** Name, phone, landmark and needs, sealed; null once erased. */
  person: string | null;
  nameHash: string | null;
  phoneHash: string | null;
  consent: CardConsent;
  consentTakenBy: string;
  consentTakenByName: string;
  turn: VisitTurn | null;
  /** When the next visit in turn falls due, as the rule says. */
  dueOn: Day | null;
  lastVisitedOn: Day | null;
  /** The visit that is on a plan. */
  visitId: string | null;
  version: number;
  said: string;
  lastChangeId: string;
  addedAt: string;
  withdrawalId: string | null;
  erasedAt: string | null;
}

export const ElderCards = table<ElderCardRow>(
  'elder_card',
  {
    id: primaryId(),
    unitId: reference(),
    villageId: reference(),
    person: nullable(largeText()),
    nameHash: nullable(text(64)),
    phoneHash: nullable(text(64)),
    consent: json(),
    consentTakenBy: reference(),
    consentTakenByName: text(60),
    turn: nullable(json()),
    dueOn: nullable(calendarDay()),
    lastVisitedOn: nullable(calendarDay()),
    visitId: nullable(reference()),
    version: integer(),
    said: text(64),
    lastChangeId: reference(),
    addedAt: instant(),
    withdrawalId: nullable(reference()),
    erasedAt: nullable(instant()),
  },
  {
    indices: [
      { name: 'elder_card_unit', columns: ['unitId', 'addedAt', 'id'] },
      { name: 'elder_card_due', columns: ['unitId', 'dueOn'] },
      { name: 'elder_card_name', columns: ['villageId', 'nameHash'] },
      { name: 'elder_card_phone', columns: ['villageId', 'phoneHash'] },
    ],
  },
);
