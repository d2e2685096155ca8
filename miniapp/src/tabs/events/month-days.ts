import { addDays, lastDayOfMonth, weekday, type Day } from '@county/shared/calendar/day';
import { inOrderOfTime } from '@county/shared/public-events/event-rules';
import type { PublicEventSummary } from '@county/shared/public-events/public-event';

/** The weeks of a month (`2026-12`), Monday first; null where a day is of another month. */
export function weeksOf(month: string): (Day | null)[][] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = lastDayOfMonth(year, number);
  const before = (weekday(`${month}-01`) + 6) % 7;
  const days: (Day | null)[] = Array.from({ length: before }, () => null);
  for (let day = `${month}-01`; day <= last; day = addDays(day, 1)) days.push(day);
  while (days.length % 7) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** What is on which day of the month: an event of several days stands on each, and days come in their order. */
export function eventsByDay(month: string, events: readonly PublicEventSummary[]): [Day, PublicEventSummary[]][] {
  const byDay = new Map<Day, PublicEventSummary[]>();
  for (const event of events) {
    const days = new Set(inOrderOfTime(event.sessions).map(({ day }) => day));
    for (const day of days) if (day.startsWith(month)) byDay.set(day, [...(byDay.get(day) ?? []), event]);
  }
  return [...byDay].sort(([one], [other]) => (one < other ? -1 : 1));
}
