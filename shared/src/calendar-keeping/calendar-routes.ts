import * as z from '../zod.ts';
import { route } from '../http/route.ts';
import {
  CalendarPreview,
  CalendarYear,
  CalendarYearChange,
  ChangedCalendarYear,
  NewCalendarPreview,
} from '../calendar/calendar-year.ts';

// Apart from `calendar`, on which people and routes themselves stand.
const params = z.object({ year: z.coerce.number().int().min(2000).max(2100).meta({ label: '年份' }) });

/** Days off are public facts. */
export const readCalendarYear = route({
  method: 'GET',
  path: '/calendar/:year',
  summary: '一年的放假安排：放假和调休上班的日子',
  access: 'public',
  params,
  response: CalendarYear,
});

export const previewCalendar = route({
  method: 'POST',
  path: '/calendar/previews',
  summary: '识别粘贴的放假通知，或检查逐日的修改，并列出会移动的期限；不保存',
  access: ['administrator'],
  body: NewCalendarPreview,
  response: CalendarPreview,
});

export const changeCalendarYear = route({
  method: 'PUT',
  path: '/calendar/:year',
  summary: '录入一年的放假安排，整体替换；没有办完的事项，期限随之移动',
  access: ['administrator'],
  params,
  body: CalendarYearChange,
  response: ChangedCalendarYear,
});

export const readMissingYear = route({
  method: 'GET',
  path: '/calendar/missing-year',
  summary: '应当录入而还没有录入放假安排的年份；每年 11 月 15 日起提醒下一年',
  access: ['administrator'],
  response: z.object({ year: z.int().nullable() }),
});
