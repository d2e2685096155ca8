import * as z from '../zod.ts';
import { GivenDay } from '../calendar/day.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { route } from '../http/route.ts';
import { PublicEvent } from './event-record.ts';
import { EventKind, EventSubject } from './event-content.ts';
import { PublicEventSummary } from './public-event.ts';
import { PublicDraw } from './sign-up.ts';

const ofEvent = z.object({ eventId: z.uuid() });

/** What the calendar is narrowed to; a township brings its villages. */
const filters = {
  unitId: z.uuid().optional().meta({ label: '单位或乡镇' }),
  kind: EventKind.optional().meta({ label: '类型' }),
  subject: EventSubject.optional().meta({ label: '领域' }),
};

export const listPublicEvents = route({
  method: 'GET',
  path: '/public/events',
  summary: '公开的活动；将要举行的由近到远，或已结束的由近到远',
  access: 'public',
  query: PageQuery.extend({
    ...filters,
    part: z.enum(['coming', 'over']).default('coming').meta({ label: '哪一部分' }),
    from: GivenDay.optional().meta({ label: '从哪天' }),
  }),
  response: pageOf(PublicEventSummary),
});

export const getEventMonth = route({
  method: 'GET',
  path: '/public/event-months/:month',
  summary: '一个月的活动，按日期和时间；跨月的两个月都有',
  access: 'public',
  params: z.object({
    month: z
      .string()
      .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
      .meta({ label: '月份' }),
  }),
  query: z.object(filters),
  response: z.object({ month: z.string(), items: z.array(PublicEventSummary) }),
});

export const getPublicEvent = route({
  method: 'GET',
  path: '/public/events/:eventId',
  summary: '一个活动：通知、名额、变动、会后的纪要和答复；取消的说明原因',
  access: 'public',
  params: ofEvent,
  response: PublicEvent,
});

export const getEventCalendarEntry = route({
  method: 'GET',
  path: '/public/events/:eventId/calendar-entry',
  summary: '放进手机日历的 .ics 文件，各场次都在里面',
  access: 'public',
  params: ofEvent,
  response: 'text/calendar',
});

export const getEventFeed = route({
  method: 'GET',
  path: '/public/event-feed',
  summary: '订阅的 .ics 日历：全县的，或一个乡镇、单位、类型、领域的',
  access: 'public',
  query: z.object(filters),
  response: 'text/calendar',
});

export const getPublicDraw = route({
  method: 'GET',
  path: '/public/events/:eventId/draw',
  summary: '抽签结果：公开数字、算法和每个编号的签，谁都能重算一遍',
  access: 'public',
  params: ofEvent,
  response: PublicDraw,
});
