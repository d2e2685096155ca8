import * as z from '../zod.ts';
import { pageOf, PageQuery } from '../http/page.ts';
import { route } from '../http/route.ts';
import { EventFeedback, NewSignUp, SignUpKey, SignUpLookUp, SignUpView, SignUpWithdrawal } from './sign-up.ts';

const ofSignUp = z.object({ signUpId: z.uuid() });
/** Whoever made it with their own account needs no key. */
const withKey = z.object({ key: SignUpKey.optional() });

export const signUpForEvent = route({
  method: 'POST',
  path: '/event-sign-ups',
  summary: '报名：可以给几个人一起报、帮别人报；名额满了就排候补，说明第几位',
  access: 'public',
  body: NewSignUp,
  response: SignUpView,
});

/** Opening a link changes nothing, whoever or whatever opens it. */
export const getSignUp = route({
  method: 'GET',
  path: '/event-sign-ups/:signUpId',
  summary: '凭链接查看报名',
  access: 'public',
  params: ofSignUp,
  query: withKey,
  response: SignUpView,
});

export const findSignUp = route({
  method: 'POST',
  path: '/event-sign-up-look-ups',
  summary: '凭报名号和手机号找回报名；次数有限',
  access: 'public',
  body: SignUpLookUp,
  response: SignUpView,
});

export const withdrawSignUp = route({
  method: 'POST',
  path: '/event-sign-ups/:signUpId/withdrawals',
  summary: '退出报名，名额马上给候补的下一位',
  access: 'public',
  params: ofSignUp,
  body: SignUpWithdrawal,
  response: SignUpView,
});

export const giveEventFeedback = route({
  method: 'POST',
  path: '/event-sign-ups/:signUpId/feedback',
  summary: '参加后说说怎么样；只有主办单位看到，不记名统计',
  access: 'public',
  params: ofSignUp,
  body: EventFeedback.extend({ key: SignUpKey }),
  response: SignUpView,
});

export const listOwnSignUps = route({
  method: 'GET',
  path: '/own-event-sign-ups',
  summary: '本人（微信）的报名，近的在前',
  access: 'signed-in',
  query: PageQuery,
  response: pageOf(SignUpView),
});
