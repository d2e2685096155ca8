import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { MailCode, MailReach, NewMailAddress } from './mail-address.ts';
import { ReminderWays } from './reminder-ways.ts';
import { NewWechatConsent, WechatCredit } from './wechat-consent.ts';

/** What the person's WeChat answered to one question; sent again with the same id it counts once. */
export const consentToWechat = route({
  method: 'POST',
  path: '/wechat-consents',
  summary: '登记微信订阅消息的授权结果（一次同意可发一条）',
  access: 'signed-in',
  body: NewWechatConsent,
  response: WechatCredit,
});

export const listWechatCredits = route({
  method: 'GET',
  path: '/wechat-credits',
  summary: '我还剩几次微信提醒',
  access: 'signed-in',
  response: z.object({ items: z.array(WechatCredit) }),
});

/** For the page where a person chooses how they are reminded. */
export const getReminderWays = route({
  method: 'GET',
  path: '/people/me/reminder-ways',
  summary: '我的提醒方式：微信、邮件、短信各是什么状态',
  access: 'signed-in',
  response: ReminderWays,
});

/** Nothing is sent to an address before its person has shown, by the code, that it is theirs. */
export const giveMailAddress = route({
  method: 'POST',
  path: '/people/me/mail-address/codes',
  summary: '登记邮箱：先发验证码',
  access: STAFF,
  body: NewMailAddress,
  response: MailReach,
});

export const confirmMailAddress = route({
  method: 'POST',
  path: '/people/me/mail-address/confirmations',
  summary: '用验证码确认邮箱',
  access: STAFF,
  body: MailCode,
  response: MailReach,
});

/** Whoever has left their post may still take their address away. */
export const removeMailAddress = route({
  method: 'DELETE',
  path: '/people/me/mail-address',
  summary: '删除我的邮箱',
  access: 'signed-in',
  response: MailReach,
});
