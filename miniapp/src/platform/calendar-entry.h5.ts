import type { CalendarEntry } from './calendar-entry-type';

/** A browser knows no calendar: the file of the booking is opened instead. */
export const addToCalendar: ((entry: CalendarEntry) => Promise<boolean>) | null = null;
