import * as z from '../zod.ts';
import { GivenDay } from '../calendar/day.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { MOST_TO_TELL } from '../people/to-tell.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import {
  BookableServiceChange,
  BookableServiceView,
  BookingSettings,
  FreeTimes,
  MonthPreview,
  NewBookableService,
} from './bookable-service.ts';
import { SlotTime } from './booking.ts';
import {
  NewArrival,
  NewCallNext,
  NewClosingDecisions,
  NewCounterStep,
  NewStaffBooking,
  NewWalkIn,
  OutsideCount,
  PointDay,
  StaffBookingView,
} from './staff-booking.ts';

const ofService = z.object({ serviceId: z.uuid() });
const ofPoint = z.object({ pointId: z.uuid() });
const ofBooking = z.object({ bookingId: z.uuid() });

export const listBookableServices = route({
  method: 'GET',
  path: '/bookable-services',
  summary: '本人范围内单位的可约事项',
  access: STAFF,
  query: PageQuery.extend({ pointId: z.uuid().optional().meta({ label: '服务点' }) }),
  response: pageOf(BookableServiceView),
});

export const getBookableService = route({
  method: 'GET',
  path: '/bookable-services/:serviceId',
  summary: '一个可约事项的全部设置',
  access: STAFF,
  params: ofService,
  response: BookableServiceView,
});

export const addBookableService = route({
  method: 'POST',
  path: '/bookable-services',
  summary: '新增可约事项',
  access: STAFF,
  body: NewBookableService,
  response: BookableServiceView,
});

export const changeBookableService = route({
  method: 'POST',
  path: '/bookable-services/:serviceId/changes',
  summary: '修改可约事项；已约的不受影响',
  access: STAFF,
  params: ofService,
  body: BookableServiceChange,
  response: BookableServiceView,
});

export const previewBookableMonth = route({
  method: 'POST',
  path: '/bookable-service-previews',
  summary: '保存之前看一个月：每天有几个时间、几个名额，哪些已约的落在外面',
  access: STAFF,
  body: BookingSettings.extend({
    pointId: z.uuid().meta({ label: '服务点' }),
    /** Of a service that is there already: for the bookings it has. */
    serviceId: z.uuid().nullable().default(null).meta({ label: '可约事项' }),
    month: z
      .string()
      .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
      .meta({ label: '月份' }),
  }),
  response: MonthPreview,
});

/** What staff may book, with the places kept from the web; full times too (`left` 0), at which one may be added. */
export const listStaffTimes = route({
  method: 'GET',
  path: '/bookable-services/:serviceId/times',
  summary: '工作人员可以约的时间，含留给老人的名额；约满的也列出，可以加号',
  access: STAFF,
  params: ofService,
  query: z.object({
    from: GivenDay.optional().meta({ label: '从哪天' }),
    days: z.coerce.number().int().min(1).max(31).default(14).meta({ label: '几天' }),
  }),
  response: FreeTimes,
});

export const getPointDay = route({
  method: 'GET',
  path: '/service-points/:pointId/day',
  summary: '一个服务点一天的预约和现场排队',
  access: STAFF,
  params: ofPoint,
  query: z.object({ day: GivenDay.optional().meta({ label: '日期' }) }),
  response: PointDay,
});

export const getStaffBooking = route({
  method: 'GET',
  path: '/staff-bookings/:bookingId',
  summary: '一个预约，含完整手机号；每次查看都留记录',
  access: STAFF,
  params: ofBooking,
  private: true,
  response: StaffBookingView,
});

export const addStaffBooking = route({
  method: 'POST',
  path: '/staff-bookings',
  summary: '替人预约：村（社区）代约、电话、现场，或写明原因加号',
  access: STAFF,
  body: NewStaffBooking,
  response: StaffBookingView,
});

export const moveStaffBooking = route({
  method: 'POST',
  path: '/staff-bookings/:bookingId/changes',
  summary: '工作人员改期，说明原因',
  access: STAFF,
  params: ofBooking,
  body: z.object({
    id: z.uuid(),
    reason: z.string().trim().min(2).max(60).meta({ label: '原因' }),
    ...SlotTime.shape,
  }),
  response: StaffBookingView,
});

export const cancelStaffBooking = route({
  method: 'POST',
  path: '/staff-bookings/:bookingId/cancellations',
  summary: '工作人员取消，说明原因',
  access: STAFF,
  params: ofBooking,
  body: z.object({ id: z.uuid(), reason: z.string().trim().min(2).max(60).meta({ label: '原因' }) }),
  response: StaffBookingView,
});

export const rangAboutBooking = route({
  method: 'POST',
  path: '/staff-bookings/:bookingId/calls',
  summary: '变动已电话告知',
  access: STAFF,
  params: ofBooking,
  // Of what was told: something newer is not thereby told too.
  body: z.object({ id: z.uuid(), words: z.string().min(1).max(MOST_TO_TELL).meta({ label: '告知的内容' }) }),
  response: StaffBookingView,
});

export const listBookingsToRing = route({
  method: 'GET',
  path: '/service-points/:pointId/bookings-to-ring',
  summary: '有变动、要打电话告知的预约，含完整手机号；每次查看都留记录',
  access: STAFF,
  params: ofPoint,
  private: true,
  response: z.object({ items: z.array(StaffBookingView) }),
});

/** What nobody has decided on: their times were closed, or taken out of the pattern, after they were booked. */
export const listBookingsOutside = route({
  method: 'GET',
  path: '/service-points/:pointId/bookings-outside',
  summary: '约在不再办理的时间里、还没有决定怎么办的预约',
  access: STAFF,
  params: ofPoint,
  private: true,
  response: z.object({
    items: z.array(StaffBookingView),
    /** What was written when their days were closed; null where there are several reasons, or nobody wrote one. */
    reason: z.string().nullable(),
  }),
});

export const countBookingsOutside = route({
  method: 'GET',
  path: '/bookings-outside',
  summary: '各服务点约在不再办理的时间里的预约数，限本单位和下级单位',
  access: STAFF,
  response: z.object({ items: z.array(OutsideCount) }),
});

export const listBookingsWithin = route({
  method: 'GET',
  path: '/service-points/:pointId/bookings',
  summary: '几天里已约的，停办之前先看；带各自可改到的时间由空余时间另查',
  access: STAFF,
  params: ofPoint,
  query: PageQuery.extend({
    from: GivenDay.meta({ label: '起始日期' }),
    to: GivenDay.meta({ label: '截止日期' }),
  }),
  private: true,
  response: pageOf(StaffBookingView),
});

export const decideClosing = route({
  method: 'POST',
  path: '/service-points/:pointId/closing-decisions',
  summary: '停办期间的预约逐个改期、取消或保留，并告知每个人',
  access: STAFF,
  params: ofPoint,
  body: NewClosingDecisions,
  response: z.object({ items: z.array(StaffBookingView) }),
});

export const arriveAtPoint = route({
  method: 'POST',
  path: '/service-points/:pointId/arrivals',
  summary: '到场签到：扫码、报预约号，或从名单里选',
  access: STAFF,
  params: ofPoint,
  body: NewArrival,
  response: StaffBookingView,
});

export const addWalkIn = route({
  method: 'POST',
  path: '/service-points/:pointId/walk-ins',
  summary: '现场取号',
  access: STAFF,
  params: ofPoint,
  body: NewWalkIn,
  response: StaffBookingView,
});

export const callNext = route({
  method: 'POST',
  path: '/service-points/:pointId/calls',
  summary: '叫下一位',
  access: STAFF,
  params: ofPoint,
  body: NewCallNext,
  response: z.object({ called: StaffBookingView.nullable() }),
});

export const stepAtCounter = route({
  method: 'POST',
  path: '/staff-bookings/:bookingId/steps',
  summary: '到了、叫号、开始办、办完、没来；没有信号时记下的可以以后再送',
  access: STAFF,
  params: ofBooking,
  body: NewCounterStep,
  response: StaffBookingView,
});
