import * as z from '../zod.ts';
import { Day, GivenDay } from '../calendar/day.ts';
import { areDistinct } from '../distinct.ts';
import { AssignmentPart } from '../tasks/lines/assignment.ts';
import { ReviewedWords } from '../tasks/public/public-line.ts';
import { WritingState } from '../writings/writing-rules.ts';
import { EventContent } from './event-content.ts';
import { EventPlaces, EventPlaceView, PublicEventSummary } from './public-event.ts';

/** Something that was decided: it may go on as work in a plan. */
export const EventDecision = z
  .object({
    key: z.uuid(),
    words: z.string().trim().min(4).max(300).meta({ label: '议定事项' }),
  })
  .meta({ id: 'EventDecision' });
export type EventDecision = z.infer<typeof EventDecision>;

/** 活动纪要: what came of it, for everybody, once another person has let it out. */
export const EventRecordContent = z
  .object({
    heldOn: GivenDay.meta({ label: '举行日期' }),
    /** 25 人，其中人大代表 3 人. */
    attendance: z.string().trim().min(1).max(100).meta({ label: '到场情况' }),
    minutes: z.string().trim().min(10).max(5000).meta({ label: '纪要' }),
    decisions: z
      .array(EventDecision)
      .max(20)
      .refine((all) => areDistinct(all.map(({ key }) => key)), '有两件议定事项编号相同，请删去重新添加')
      .meta({ label: '议定事项' }),
    photoIds: z.array(z.uuid()).max(9).refine(areDistinct, '有照片选了两次，请去掉一张').meta({ label: '照片' }),
  })
  .meta({ id: 'EventRecordContent' });
export type EventRecordContent = z.infer<typeof EventRecordContent>;

export const EventRecord = z
  .object({
    /** The event's own id. */
    id: z.uuid(),
    unitId: z.uuid(),
    state: WritingState,
    revision: z.int().min(1),
    content: EventRecordContent,
    writtenBy: z.uuid(),
    writtenByName: z.string(),
    writtenAt: z.iso.datetime(),
    authorIds: z.array(z.uuid()),
    declineReason: z.string().nullable(),
    publishedVersion: z.int().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    photoUrls: z.record(z.string(), z.string()),
    /** The lines that came of decisions, by their keys. */
    taskLines: z.record(z.string(), z.object({ taskId: z.uuid(), assignmentId: z.uuid(), unitName: z.string() })),
  })
  .meta({ id: 'EventRecord' });
export type EventRecord = z.infer<typeof EventRecord>;

/** Begun, or written anew; `onRevision` null is the first. */
export const EventRecordChange = z
  .object({
    id: z.uuid().meta({ label: '本次修改编号' }),
    onRevision: z.int().min(1).nullable().meta({ label: '修改所依据的版本' }),
    content: EventRecordContent,
  })
  .meta({ id: 'EventRecordChange' });
export type EventRecordChange = z.infer<typeof EventRecordChange>;

/** 群众提出的问题和建议: in words fit for everybody, with the unit that answers and its answer. */
export const EventQuestion = z
  .object({
    id: z.uuid(),
    eventId: z.uuid(),
    eventTitle: z.string(),
    words: z.string(),
    unitId: z.uuid(),
    unitName: z.string(),
    answer: z.string().nullable(),
    askedAt: z.iso.datetime(),
    /** Null while nothing was written; what was published stays public while another answer is written. */
    review: ReviewedWords.nullable(),
    answerRevision: z.int(),
    publishedAnswer: z.string().nullable(),
    publishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'EventQuestion' });
export type EventQuestion = z.infer<typeof EventQuestion>;

export const NewEventQuestion = z
  .object({
    id: z.uuid(),
    words: z.string().trim().min(4).max(300).meta({ label: '问题或建议' }),
    unitId: z.uuid().meta({ label: '答复单位' }),
  })
  .meta({ id: 'NewEventQuestion' });
export type NewEventQuestion = z.infer<typeof NewEventQuestion>;

export const EventAnswer = z
  .object({
    onRevision: z.int().min(0).meta({ label: '答复所依据的版本' }),
    answer: z.string().trim().min(4).max(1000).meta({ label: '答复' }),
  })
  .meta({ id: 'EventAnswer' });
export type EventAnswer = z.infer<typeof EventAnswer>;

/** A decision goes on as a unit's line of a task in a plan. */
export const DecisionTask = z
  .object({
    decisionKey: z.uuid().meta({ label: '议定事项' }),
    taskId: z.uuid().meta({ label: '任务' }),
    unitId: z.uuid().meta({ label: '责任单位' }),
    part: AssignmentPart.default('responsible').meta({ label: '职责' }),
  })
  .meta({ id: 'DecisionTask' });
export type DecisionTask = z.infer<typeof DecisionTask>;

/** What the unit has to report on the plan's task is known already: nothing is typed twice. */
export const EventReportDraft = z
  .object({
    /** The unit's open lines the event speaks to, the likeliest first. */
    lines: z.array(
      z.object({
        assignmentId: z.uuid(),
        taskId: z.uuid(),
        number: z.int(),
        mainTask: z.string(),
        percent: z.int().nullable(),
      }),
    ),
    note: z.string(),
  })
  .meta({ id: 'EventReportDraft' });
export type EventReportDraft = z.infer<typeof EventReportDraft>;

/** What participants said, for the unit: counted without names. */
export const EventFeedbackTally = z
  .object({ grades: z.array(z.int()).length(5), words: z.array(z.string()) })
  .meta({ id: 'EventFeedbackTally' });
export type EventFeedbackTally = z.infer<typeof EventFeedbackTally>;

/** Published, whole. */
export const PublicEvent = PublicEventSummary.extend({
  content: EventContent,
  place: EventPlaceView,
  counts: z.array(EventPlaces),
  /** Addresses of the attachments, by their ids. */
  attachmentUrls: z.record(z.string(), z.string()),
  version: z.int(),
  publishedAt: z.iso.datetime(),
  /** What the last change changed; empty for the first version. */
  changed: z.array(z.string()),
  cancelledReason: z.string().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
  isDrawn: z.boolean(),
  papersSentOn: Day.nullable(),
  /** Of a hearing, in their order of speaking; empty until published. */
  participants: z.array(z.object({ name: z.string(), groupName: z.string(), speakingPlace: z.int() })),
  record: EventRecordContent.extend({ photoUrls: z.array(z.string()), publishedAt: z.iso.datetime() }).nullable(),
  /** Raised and noted, and not answered for everybody yet. */
  openQuestions: z.int(),
  questions: z.array(
    z.object({
      id: z.uuid(),
      words: z.string(),
      unitName: z.string(),
      answer: z.string().nullable(),
      answeredAt: z.iso.datetime().nullable(),
    }),
  ),
}).meta({ id: 'PublicEvent' });
export type PublicEvent = z.infer<typeof PublicEvent>;
