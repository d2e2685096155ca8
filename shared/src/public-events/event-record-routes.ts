import * as z from '../zod.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { PublicLineReview } from '../tasks/public/public-line.ts';
import {
  DecisionTask,
  EventAnswer,
  EventFeedbackTally,
  EventQuestion,
  EventRecord,
  EventRecordChange,
  EventReportDraft,
  NewEventQuestion,
} from './event-record.ts';

const ofEvent = z.object({ eventId: z.uuid() });
const ofQuestion = z.object({ questionId: z.uuid() });

export const getEventRecord = route({
  method: 'GET',
  path: '/events/:eventId/record',
  summary: '活动纪要；还没有写的，给出按签到预填的草稿',
  access: STAFF,
  params: ofEvent,
  response: z.object({
    record: EventRecord.nullable(),
    /** 到场 25 人, of those who were checked in. */
    prefilledAttendance: z.string(),
  }),
});

export const changeEventRecord = route({
  method: 'POST',
  path: '/events/:eventId/record/changes',
  summary: '起草或修改活动纪要；已公开的在新的一版审查通过之前不变',
  access: STAFF,
  params: ofEvent,
  body: EventRecordChange,
  response: EventRecord,
});

export const proposeEventRecord = route({
  method: 'POST',
  path: '/events/:eventId/record/proposals',
  summary: '纪要提交审查',
  access: STAFF,
  params: ofEvent,
  body: z.object({ onRevision: z.int().min(1) }),
  response: EventRecord,
});

export const reviewEventRecord = route({
  method: 'POST',
  path: '/events/:eventId/record/reviews',
  summary: '审查纪要：公开，或写明理由退回',
  access: STAFF,
  params: ofEvent,
  body: z.object({ onRevision: z.int().min(1), review: PublicLineReview }),
  response: EventRecord,
});

export const makeDecisionTask = route({
  method: 'POST',
  path: '/events/:eventId/decision-tasks',
  summary: '议定事项转为计划里某项任务的责任单位',
  access: ['supervisor'],
  params: ofEvent,
  body: DecisionTask,
  response: EventRecord,
});

export const getEventReportDraft = route({
  method: 'GET',
  path: '/events/:eventId/report-draft',
  summary: '填报对应任务的进展时预填的内容',
  access: STAFF,
  params: ofEvent,
  response: EventReportDraft,
});

export const getEventFeedback = route({
  method: 'GET',
  path: '/events/:eventId/feedback',
  summary: '参加人的评价，不含姓名',
  access: STAFF,
  params: ofEvent,
  response: EventFeedbackTally,
});

export const listEventQuestions = route({
  method: 'GET',
  path: '/event-questions',
  summary: '活动中提出、由本人范围内单位答复的问题和建议',
  access: STAFF,
  query: PageQuery.extend({
    part: z.enum(['all', 'to-answer', 'to-review']).default('all').meta({ label: '哪一部分' }),
    eventId: z.uuid().optional().meta({ label: '活动' }),
  }),
  response: pageOf(EventQuestion),
});

export const addEventQuestion = route({
  method: 'POST',
  path: '/events/:eventId/questions',
  summary: '记下群众提出的问题或建议，指明由哪个单位答复',
  access: STAFF,
  params: ofEvent,
  body: NewEventQuestion,
  response: EventQuestion,
});

export const answerEventQuestion = route({
  method: 'POST',
  path: '/event-questions/:questionId/answers',
  summary: '答复，等另一人审查后公开',
  access: STAFF,
  params: ofQuestion,
  body: EventAnswer,
  response: EventQuestion,
});

export const reviewEventAnswer = route({
  method: 'POST',
  path: '/event-questions/:questionId/reviews',
  summary: '审查答复：公开，或写明理由退回',
  access: STAFF,
  params: ofQuestion,
  body: z.object({ onRevision: z.int().min(1), review: PublicLineReview }),
  response: EventQuestion,
});
