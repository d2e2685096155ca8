import type { NoticeDay } from '@county/shared/calendar/calendar-year';
import type { CalendarDay } from '@county/shared/calendar/working-days';
import { instant, integer, json, largeText, primaryId, reference, table, text } from '../database/table.ts';

export const CalendarDays = table<CalendarDay>(
  'calendar_day',
  {
    date: { type: 'varchar', length: 10, primary: true },
    kind: text(10),
    name: text(40),
    source: text(200),
    noticeYear: integer(),
  },
  { indices: [{ name: 'calendar_day_notice', columns: ['noticeYear', 'date'] }] },
);

/** One entering of a year's notice: what it said, and what it moved. */
export interface CalendarChangeRow {
  id: string;
  year: number;
  version: number;
  source: string;
  days: NoticeDay[];
  /** The first of the moved cases, as JSON. */
  moves: string;
  moveCount: number;
  by: string;
  at: string;
}

export const CalendarChanges = table<CalendarChangeRow>(
  'calendar_change',
  {
    id: primaryId(),
    year: integer(),
    version: integer(),
    source: text(200),
    days: json(),
    moves: largeText(),
    moveCount: integer(),
    by: reference(),
    at: instant(),
  },
  { indices: [{ name: 'calendar_change_year', columns: ['year', 'version'], unique: true }] },
);
