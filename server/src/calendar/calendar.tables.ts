import type { CalendarDay } from '@county/shared/calendar/working-days';
import { table, text } from '../database/table.ts';

export const CalendarDays = table<CalendarDay>('calendar_day', {
  date: { type: 'varchar', length: 10, primary: true },
  kind: text(10),
  name: text(40),
  source: text(200),
});
