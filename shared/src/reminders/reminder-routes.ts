import * as z from '../zod.ts';
import { PageQuery, pageOf } from '../http/page.ts';
import { route } from '../http/route.ts';
import { STAFF } from '../people/role.ts';
import { NewCall, NewStandIn, ReminderView, StandInView, TelephoneEntry, WaitingItem } from './reminder.ts';

/** Those who see who is to be rung: overseers everyone, a lead the own units. */
const CALLERS = ['unit-lead', 'supervisor', 'administrator'] as const;
const done = z.object({ done: z.literal(true) });

export const listReminders = route({
  method: 'GET',
  path: '/reminders',
  summary: '我收到的提醒，新的在前',
  access: 'signed-in',
  query: PageQuery.extend({
    unread: z.enum(['true', 'false']).default('false').meta({ label: '只看未读' }),
  }),
  response: pageOf(ReminderView),
});

/** One's own only; others' ids are passed over in silence, a second time changes nothing. */
export const readReminders = route({
  method: 'POST',
  path: '/reminders/readings',
  summary: '把自己的提醒标为已读',
  access: 'signed-in',
  body: z.object({ ids: z.array(z.uuid()).min(1).max(200).meta({ label: '提醒' }) }),
  response: done,
});

/** What came in after `until` has not been on the screen, and stays unread. */
export const readAllReminders = route({
  method: 'POST',
  path: '/reminders/readings/all',
  summary: '把某一时刻以前收到的提醒都标为已读',
  access: 'signed-in',
  body: z.object({ until: z.iso.datetime().meta({ label: '到哪一条为止' }) }),
  response: done,
});

export const listWaitingItems = route({
  method: 'GET',
  path: '/waiting-items',
  summary: '等我处理的事',
  access: 'signed-in',
  response: z.object({ items: z.array(WaitingItem) }),
});

export const listToRing = route({
  method: 'GET',
  path: '/telephone-list',
  summary: '只能电话通知的人，久等的在前',
  access: CALLERS,
  query: PageQuery.extend({
    /** Only what is due, or went out and may not have arrived; what lies ahead can wait in the inbox. */
    pressing: z.enum(['true', 'false']).default('false').meta({ label: '只看要紧的' }),
  }),
  response: pageOf(TelephoneEntry),
});

export const recordCall = route({
  method: 'POST',
  path: '/deliveries/:deliveryId/calls',
  summary: '登记“已电话通知”',
  access: CALLERS,
  params: z.object({ deliveryId: z.uuid() }),
  body: NewCall,
  response: done,
});

export const listStandIns = route({
  method: 'GET',
  path: '/stand-ins',
  summary: '本单位现在和将来的代收人',
  access: STAFF,
  response: z.object({ items: z.array(StandInView) }),
});

export const setStandIn = route({
  method: 'POST',
  path: '/stand-ins',
  summary: '外出期间由同单位的人代收提醒',
  access: STAFF,
  body: NewStandIn,
  response: StandInView,
});

export const endStandIn = route({
  method: 'DELETE',
  path: '/stand-ins/:standInId',
  summary: '取消代收',
  access: STAFF,
  params: z.object({ standInId: z.uuid() }),
  response: done,
});

/** For the hosting platform's timer; any number of times, at any time: what is due is done once. */
export const tickReminders = route({
  method: 'POST',
  path: '/reminder-ticks',
  summary: '定时触发：发出到时的提醒（云托管定时器调用）',
  access: 'public',
  body: z.object({ secret: z.string().min(1).max(200).meta({ label: '定时密钥' }) }),
  response: z.object({ planned: z.int(), shown: z.int(), handed: z.int() }),
});
