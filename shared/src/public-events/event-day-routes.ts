import { MOST_TO_TELL } from '../people/to-tell.ts';
import * as z from '../zod.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { PublicEventDraft } from './public-event.ts';
import {
  CheckedIn,
  CheckInRemoval,
  DoorEntry,
  NewCheckIn,
  NewDraw,
  NewEventWalkIn,
  NewStaffSignUp,
  PaperDelivery,
  ParticipantList,
  StaffSignUpView,
} from './sign-up.ts';

const ofEvent = z.object({ eventId: z.uuid() });
const ofSignUp = z.object({ signUpId: z.uuid() });

export const listSignUps = route({
  method: 'GET',
  path: '/events/:eventId/sign-ups',
  summary: '一个活动的报名，按先后；手机号只显示部分',
  access: STAFF,
  params: ofEvent,
  query: PageQuery.extend({
    part: z.enum(['all', 'waiting', 'to-ring']).default('all').meta({ label: '哪一部分' }),
    sessionKey: z.uuid().optional().meta({ label: '场次' }),
  }),
  private: true,
  response: pageOf(StaffSignUpView),
});

export const getStaffSignUp = route({
  method: 'GET',
  path: '/staff-sign-ups/:signUpId',
  summary: '一份报名，含完整手机号；每次查看都留记录',
  access: STAFF,
  params: ofSignUp,
  private: true,
  response: StaffSignUpView,
});

export const addStaffSignUp = route({
  method: 'POST',
  path: '/staff-sign-ups',
  summary: '替人报名：纸质登记、电话、当面',
  access: STAFF,
  body: NewStaffSignUp,
  response: StaffSignUpView,
});

export const withdrawStaffSignUp = route({
  method: 'POST',
  path: '/staff-sign-ups/:signUpId/withdrawals',
  summary: '本人来电来人退出时由工作人员登记，说明原因',
  access: STAFF,
  params: ofSignUp,
  body: z.object({
    id: z.uuid(),
    attendeeIds: z.array(z.uuid()).max(20).default([]).meta({ label: '退出的人' }),
    reason: z.string().trim().min(2).max(60).meta({ label: '原因' }),
  }),
  response: StaffSignUpView,
});

export const rangAboutSignUp = route({
  method: 'POST',
  path: '/staff-sign-ups/:signUpId/calls',
  summary: '变动已电话告知',
  access: STAFF,
  params: ofSignUp,
  // Of what was told: something newer is not thereby told too.
  body: z.object({ id: z.uuid(), words: z.string().min(1).max(MOST_TO_TELL).meta({ label: '告知的内容' }) }),
  response: StaffSignUpView,
});

export const drawPlaces = route({
  method: 'POST',
  path: '/events/:eventId/draws',
  summary: '报名截止后按通知里写明的公开数字抽签；只抽一次，结果公布',
  access: STAFF,
  params: ofEvent,
  body: NewDraw,
  response: PublicEventDraft,
});

export const listDoor = route({
  method: 'GET',
  path: '/events/:eventId/door',
  summary: '签到用的全部名单，没有信号也能用；每次取用留记录',
  access: STAFF,
  params: ofEvent,
  private: true,
  response: z.object({ items: z.array(DoorEntry) }),
});

export const checkIn = route({
  method: 'POST',
  path: '/events/:eventId/check-ins',
  summary: '到场签到；没有信号时记下的可以以后再送，重复送不重复记',
  access: STAFF,
  params: ofEvent,
  body: NewCheckIn,
  response: CheckedIn,
});

export const takeBackCheckIn = route({
  method: 'POST',
  path: '/events/:eventId/check-in-removals',
  summary: '撤回记错的签到；没有信号时记下的可以以后再送，之后的签到不受影响',
  access: STAFF,
  params: ofEvent,
  body: CheckInRemoval,
  response: CheckedIn,
});

export const addEventWalkIn = route({
  method: 'POST',
  path: '/events/:eventId/walk-ins',
  summary: '没报名就来的人，不占名额',
  access: STAFF,
  params: ofEvent,
  body: NewEventWalkIn,
  response: CheckedIn,
});

export const deliverPapers = route({
  method: 'POST',
  path: '/events/:eventId/paper-deliveries',
  summary: '听证材料已送达参加人；最迟在听证会 7 日前',
  access: STAFF,
  params: ofEvent,
  body: PaperDelivery,
  response: PublicEventDraft,
});

export const publishParticipants = route({
  method: 'POST',
  path: '/events/:eventId/participant-lists',
  summary: '公布听证参加人名单和发言顺序',
  access: STAFF,
  params: ofEvent,
  body: ParticipantList,
  response: PublicEventDraft,
});
