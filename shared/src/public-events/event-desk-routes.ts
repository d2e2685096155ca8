import * as z from '../zod.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { PublicLineReview } from '../tasks/public/public-line.ts';
import { EventPlan, EventPlanItem, EventPlanItemChange, EventPlanQuery, NewEventPlanItem } from './event-plan.ts';
import {
  EventCancellation,
  EventChange,
  EventPart,
  EventRepeats,
  NewPublicEvent,
  PublicEventDraft,
  PublicEventDraftSummary,
  SeatsChange,
} from './public-event.ts';

const ofEvent = z.object({ eventId: z.uuid() });
const ofItem = z.object({ itemId: z.uuid() });

export const listEvents = route({
  method: 'GET',
  path: '/events',
  summary: '本人范围内单位的活动',
  access: STAFF,
  query: PageQuery.extend({
    part: EventPart.default('all').meta({ label: '哪一部分' }),
    /** Looked for in all that the notice says. */
    words: z.string().trim().min(1).max(40).optional().meta({ label: '查找的文字' }),
  }),
  response: pageOf(PublicEventDraftSummary),
});

export const getEvent = route({
  method: 'GET',
  path: '/events/:eventId',
  summary: '一个活动，含正在写的通知和名额情况',
  access: STAFF,
  params: ofEvent,
  response: PublicEventDraft,
});

export const addEvent = route({
  method: 'POST',
  path: '/events',
  summary: '起草活动通知',
  access: STAFF,
  body: NewPublicEvent,
  response: PublicEventDraft,
});

export const changeEvent = route({
  method: 'POST',
  path: '/events/:eventId/changes',
  summary: '修改通知；已公开的在新的一版审查通过之前不变',
  access: STAFF,
  params: ofEvent,
  body: EventChange,
  response: PublicEventDraft,
});

export const proposeEvent = route({
  method: 'POST',
  path: '/events/:eventId/proposals',
  summary: '提交审查',
  access: STAFF,
  params: ofEvent,
  body: z.object({ onRevision: z.int().min(1) }),
  response: PublicEventDraft,
});

export const reviewEvent = route({
  method: 'POST',
  path: '/events/:eventId/reviews',
  summary: '审查：公开，或写明理由退回；起草人不能审查自己的文字；有变动时告知已报名的人',
  access: STAFF,
  params: ofEvent,
  body: z.object({ onRevision: z.int().min(1), review: PublicLineReview }),
  response: PublicEventDraft,
});

export const cancelEvent = route({
  method: 'POST',
  path: '/events/:eventId/cancellations',
  summary: '取消活动，说明原因；页面保留，报名的人都告知',
  access: STAFF,
  params: ofEvent,
  body: EventCancellation,
  response: PublicEventDraft,
});

export const changeSeats = route({
  method: 'POST',
  path: '/events/:eventId/seats',
  summary: '增减名额；减少不赶走已报上的人，增加多少就递补多少',
  access: STAFF,
  params: ofEvent,
  body: SeatsChange,
  response: PublicEventDraft,
});

export const repeatEvent = route({
  method: 'POST',
  path: '/events/:eventId/repeats',
  summary: '照样再办：按给出的日期各起草一份',
  access: STAFF,
  params: ofEvent,
  body: EventRepeats,
  response: z.object({ items: z.array(PublicEventDraftSummary) }),
});

export const listEventPlans = route({
  method: 'GET',
  path: '/event-plans',
  summary: '各单位的年度计划：计划的、举行了的、到期没有举行的；按单位顺序，不排名次',
  access: STAFF,
  query: EventPlanQuery,
  response: z.object({ items: z.array(EventPlan) }),
});

export const addEventPlanItem = route({
  method: 'POST',
  path: '/event-plan-items',
  summary: '年度计划增加一项',
  access: STAFF,
  body: NewEventPlanItem,
  response: EventPlanItem,
});

export const changeEventPlanItem = route({
  method: 'POST',
  path: '/event-plan-items/:itemId/changes',
  summary: '修改年度计划的一项',
  access: STAFF,
  params: ofItem,
  body: EventPlanItemChange,
  response: EventPlanItem,
});

export const dropEventPlanItem = route({
  method: 'POST',
  path: '/event-plan-items/:itemId/removals',
  summary: '从年度计划去掉一项；已有活动的不能去掉',
  access: STAFF,
  params: ofItem,
  body: z.object({ onVersion: z.int().min(1) }),
  response: z.object({ id: z.uuid() }),
});
