import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { Places } from '../service-map/position.ts';
import { WritingState } from '../writings/writing-rules.ts';
import { EventContent, EventKind, EventSession, EventSubject, MOST_SEATS, SignUpTerms } from './event-content.ts';

/** The places of one session and group, as they are counted. */
export const EventPlaces = z
  .object({
    sessionKey: z.uuid(),
    groupKey: z.uuid(),
    seats: z.int(),
    taken: z.int(),
    waiting: z.int(),
    /** Those who entered for a draw that is still to be made. */
    entered: z.int(),
  })
  .meta({ id: 'EventPlaces' });
export type EventPlaces = z.infer<typeof EventPlaces>;

/** A part of what a unit keeps: `held` is over, `to-record` besides has no record that is public. */
export const EventPart = z.enum(['all', 'to-review', 'draft', 'coming', 'to-ring', 'to-record', 'held', 'cancelled']);
export type EventPart = z.infer<typeof EventPart>;

/** Where it is, with what the map knows of it. */
export const EventPlaceView = z
  .object({
    pointId: z.uuid().nullable(),
    name: z.string(),
    address: z.string(),
    places: Places.nullable(),
  })
  .meta({ id: 'EventPlaceView' });
export type EventPlaceView = z.infer<typeof EventPlaceView>;

/** How it stands for everybody, of the clock and its terms; never stored. */
export const EventPhase = z.enum([
  'announced',
  'sign-up-open',
  'sign-up-closed',
  'no-sign-up',
  'running',
  'over',
  'cancelled',
]);
export type EventPhase = z.infer<typeof EventPhase>;

/** In lists and in the calendar. */
export const PublicEventSummary = z
  .object({
    id: z.uuid(),
    title: z.string(),
    kind: EventKind,
    subject: EventSubject,
    unitId: z.uuid(),
    unitName: z.string(),
    placeName: z.string(),
    sessions: z.array(EventSession),
    firstDay: Day,
    lastDay: Day,
    signUp: SignUpTerms.pick({ opensAt: true, closesAt: true }).nullable(),
    isDraw: z.boolean(),
    seatsLeft: z.int().nullable(),
    isCancelled: z.boolean(),
    hasRecord: z.boolean(),
  })
  .meta({ id: 'PublicEventSummary' });
export type PublicEventSummary = z.infer<typeof PublicEventSummary>;

/** An event as its unit's people see it: what is public, and what is being written. */
export const PublicEventDraft = z
  .object({
    id: z.uuid(),
    unitId: z.uuid(),
    unitName: z.string(),
    state: WritingState,
    /** Counts every save; a change says which it was made on. */
    revision: z.int().min(1),
    content: EventContent,
    /** As everybody reads it now, where something is public. */
    publicContent: EventContent.nullable(),
    writtenBy: z.uuid(),
    writtenByName: z.string(),
    writtenAt: z.iso.datetime(),
    authorIds: z.array(z.uuid()),
    declineReason: z.string().nullable(),
    publishedVersion: z.int().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    /** Of what is public. */
    endsAt: z.iso.datetime().nullable(),
    /** Why it was cancelled, and when. */
    withdrawnReason: z.string().nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
    counts: z.array(EventPlaces),
    attachmentUrls: z.record(z.string(), z.string()),
    /** Of the draw, once it was made. */
    drawnAt: z.iso.datetime().nullable(),
    papersSentOn: Day.nullable(),
    participantsPublishedAt: z.iso.datetime().nullable(),
    recordState: WritingState.nullable(),
    /** Those who no message reaches, of a change that stands. */
    toRing: z.int(),
  })
  .meta({ id: 'PublicEventDraft' });
export type PublicEventDraft = z.infer<typeof PublicEventDraft>;

export const PublicEventDraftSummary = PublicEventDraft.omit({
  content: true,
  publicContent: true,
  attachmentUrls: true,
})
  .extend({ title: z.string(), kind: EventKind, firstDay: Day, lastDay: Day })
  .meta({ id: 'PublicEventDraftSummary' });
export type PublicEventDraftSummary = z.infer<typeof PublicEventDraftSummary>;

export const NewPublicEvent = z
  .object({
    id: z.uuid(),
    unitId: z.uuid().meta({ label: '主办单位' }),
    content: EventContent,
    /** The item of the year's plan it carries out. */
    planItemId: z.uuid().nullable().default(null).meta({ label: '年度计划' }),
  })
  .meta({ id: 'NewPublicEvent' });
export type NewPublicEvent = z.infer<typeof NewPublicEvent>;

export const EventChange = z
  .object({
    id: z.uuid().meta({ label: '本次修改编号' }),
    onRevision: z.int().min(1).meta({ label: '修改所依据的版本' }),
    content: EventContent,
  })
  .meta({ id: 'EventChange' });
export type EventChange = z.infer<typeof EventChange>;

export const EventCancellation = z
  .object({ reason: z.string().trim().min(2).max(200).meta({ label: '取消原因' }) })
  .meta({ id: 'EventCancellation' });
export type EventCancellation = z.infer<typeof EventCancellation>;

/** A fact, not a text: holds at once, without a review. Fewer seats take nobody's place; more let in as many. */
export const SeatsChange = z
  .object({
    id: z.uuid(),
    sessionKey: z.uuid().meta({ label: '场次' }),
    groupKey: z.uuid().meta({ label: '参加对象' }),
    seats: z.int().min(0).max(MOST_SEATS).meta({ label: '名额' }),
  })
  .meta({ id: 'SeatsChange' });
export type SeatsChange = z.infer<typeof SeatsChange>;

/** 每月、每季度的开放日: the same again on other days, each a draft of its own. */
export const EventRepeats = z
  .object({
    repeats: z
      .array(z.object({ id: z.uuid(), day: GivenDay.meta({ label: '日期' }) }))
      .min(1)
      .max(24)
      .meta({ label: '各次日期' }),
  })
  .meta({ id: 'EventRepeats' });
export type EventRepeats = z.infer<typeof EventRepeats>;
