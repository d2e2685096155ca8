import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import {
  CurrentSession,
  DemoPerson,
  InvitationAcceptance,
  NewSession,
  OwnSession,
  PasswordChange,
  StartedSession,
} from './session.ts';

const nothing = z.object({ done: z.literal(true) });

export const signIn = route({
  method: 'POST',
  path: '/sessions',
  summary: '登录：微信，或手机号加密码',
  access: 'public',
  body: NewSession,
  response: StartedSession,
});

export const getCurrentSession = route({
  method: 'GET',
  path: '/sessions/current',
  summary: '当前身份',
  access: 'signed-in',
  response: CurrentSession,
});

export const switchMembership = route({
  method: 'PUT',
  path: '/sessions/current/membership',
  summary: '切换身份（同一人的另一单位或角色）',
  access: 'signed-in',
  body: z.object({ membershipId: z.uuid().meta({ label: '身份' }) }),
  response: CurrentSession,
});

export const signOut = route({
  method: 'DELETE',
  path: '/sessions/current',
  summary: '退出登录',
  access: 'signed-in',
  response: nothing,
});

export const listOwnSessions = route({
  method: 'GET',
  path: '/people/me/sessions',
  summary: '本人登录着的地方',
  access: 'signed-in',
  response: z.object({ items: z.array(OwnSession) }),
});

/** For a telephone that was lost, or a computer that others use. */
export const endOtherSessions = route({
  method: 'POST',
  path: '/people/me/session-endings',
  summary: '退出其他地方的登录',
  access: 'signed-in',
  body: z.object({ others: z.literal(true).meta({ label: '其他地方' }) }),
  response: nothing,
});

export const acceptInvitation = route({
  method: 'POST',
  path: '/invitation-acceptances',
  summary: '接受邀请：绑定微信或设置密码',
  access: 'public',
  body: InvitationAcceptance,
  response: StartedSession,
});

/** Ends every other session of the person. */
export const changePassword = route({
  method: 'PUT',
  path: '/people/me/password',
  summary: '修改密码',
  access: 'signed-in',
  body: PasswordChange,
  response: nothing,
});

export const listDemoPeople = route({
  method: 'GET',
  path: '/demo/people',
  summary: '演示身份（仅演示模式）',
  access: 'public',
  response: z.array(DemoPerson),
});

export const demoSignIn = route({
  method: 'POST',
  path: '/demo/sign-in',
  summary: '以演示身份登录（仅演示模式）',
  access: 'public',
  body: z.object({ person: z.string().max(60).meta({ label: '演示身份' }) }),
  response: StartedSession,
});
