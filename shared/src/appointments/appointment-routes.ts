import * as z from '../zod.ts';
import { GivenDay } from '../calendar/day.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { route } from '../http/route.ts';
import { FreeTimes, PublicBookableService } from './bookable-service.ts';
import {
  BookingConfirmation,
  BookingKey,
  BookingLookUp,
  BookingView,
  HeldPlace,
  HoldExtension,
  MovedBooking,
  NewHold,
  PublicQueue,
} from './booking.ts';

const ofService = z.object({ serviceId: z.uuid() });
const ofBooking = z.object({ bookingId: z.uuid() });
const withKey = z.object({ key: BookingKey });

export const listPublicBookableServices = route({
  method: 'GET',
  path: '/public/bookable-services',
  summary: '可以预约的事项；按服务点、办事指南或事项名称找，各带最早的空位',
  access: 'public',
  query: PageQuery.extend({
    pointId: z.uuid().optional().meta({ label: '服务点' }),
    guideId: z.uuid().optional().meta({ label: '办事指南' }),
    name: z.string().trim().max(60).optional().meta({ label: '事项' }),
  }),
  response: pageOf(PublicBookableService),
});

export const getPublicBookableService = route({
  method: 'GET',
  path: '/public/bookable-services/:serviceId',
  summary: '一个可约事项',
  access: 'public',
  params: ofService,
  response: PublicBookableService,
});

export const listFreeTimes = route({
  method: 'GET',
  path: '/public/bookable-services/:serviceId/free-times',
  summary: '连续几天的空余时间；没有的那天说明原因',
  access: 'public',
  params: ofService,
  query: z.object({
    from: GivenDay.optional().meta({ label: '从哪天' }),
    days: z.coerce.number().int().min(1).max(31).default(14).meta({ label: '几天' }),
  }),
  response: FreeTimes,
});

export const getPublicQueue = route({
  method: 'GET',
  path: '/public/service-points/:pointId/queue',
  summary: '现在多少人在等、大约等多久；今天没有用叫号的不显示',
  access: 'public',
  params: z.object({ pointId: z.uuid() }),
  response: PublicQueue,
});

export const holdPlace = route({
  method: 'POST',
  path: '/bookings',
  summary: '先占一个时间，保留 10 分钟；被别人约走时说明还有哪些时间',
  access: 'public',
  body: NewHold,
  response: HeldPlace,
});

export const extendHold = route({
  method: 'POST',
  path: '/bookings/:bookingId/extensions',
  summary: '再给我 10 分钟',
  access: 'public',
  params: ofBooking,
  body: HoldExtension,
  response: HeldPlace,
});

/** Gives the place back at once, before anything was filled in. */
export const releaseHold = route({
  method: 'POST',
  path: '/bookings/:bookingId/releases',
  summary: '不约了，把占住的时间放回去',
  access: 'public',
  params: ofBooking,
  body: withKey,
  response: z.object({ id: z.uuid() }),
});

export const confirmBooking = route({
  method: 'POST',
  path: '/bookings/:bookingId/confirmations',
  summary: '填姓名和手机号，约定；得到预约号',
  access: 'public',
  params: ofBooking,
  body: BookingConfirmation,
  response: BookingView,
});

/** Opening a link changes nothing, whoever or whatever opens it. Whose own it is by WeChat needs no key. */
export const getBooking = route({
  method: 'GET',
  path: '/bookings/:bookingId',
  summary: '凭链接查看一个预约，含要带的材料',
  access: 'public',
  params: ofBooking,
  query: withKey.partial(),
  response: BookingView,
});

export const getBookingCalendarEntry = route({
  method: 'GET',
  path: '/bookings/:bookingId/calendar-entry',
  summary: '放进手机日历的 .ics 文件',
  access: 'public',
  params: ofBooking,
  query: withKey,
  response: 'text/calendar',
});

export const findBooking = route({
  method: 'POST',
  path: '/booking-look-ups',
  summary: '凭预约号和手机号找回预约；次数有限',
  access: 'public',
  body: BookingLookUp,
  response: BookingView,
});

export const moveBooking = route({
  method: 'POST',
  path: '/bookings/:bookingId/changes',
  summary: '改到另一个时间',
  access: 'public',
  params: ofBooking,
  body: MovedBooking,
  response: BookingView,
});

export const cancelBooking = route({
  method: 'POST',
  path: '/bookings/:bookingId/cancellations',
  summary: '取消预约，时间马上放出来',
  access: 'public',
  params: ofBooking,
  body: withKey,
  response: BookingView,
});

export const listOwnBookings = route({
  method: 'GET',
  path: '/own-bookings',
  summary: '本人（微信）的预约，近的在前',
  access: 'signed-in',
  query: PageQuery,
  response: pageOf(BookingView),
});
