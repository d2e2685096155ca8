import * as z from '../../zod.ts';
import { route } from '../../http/route.ts';
import { STAFF } from '../../people/role.ts';
import { ReminderSettings } from './reminder-settings.ts';

const params = z.object({ breakdownId: z.uuid() });

export const getReminderSettings = route({
  method: 'GET',
  path: '/task-breakdowns/:breakdownId/reminder-settings',
  summary: '这份任务分解表什么时候提醒',
  access: STAFF,
  params,
  response: ReminderSettings,
});

/** Holds from the next digest on. */
export const changeReminderSettings = route({
  method: 'PUT',
  path: '/task-breakdowns/:breakdownId/reminder-settings',
  summary: '设置提醒的天数、时间和不提醒的日子',
  access: ['supervisor'],
  params,
  body: ReminderSettings,
  response: ReminderSettings,
});
