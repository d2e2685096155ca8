import { daysBetween, type Day } from '../../calendar/day.ts';

/** From this many days before the due day a draft is called what it is: not yet reported. */
export const DRAFT_NOTICE_DAYS = 2;

/**
 * What a draft that was never sent means in time. People take a saved draft for a report; it is none, and the line goes
 * late all the same.
 */
export function draftStanding(dueOn: Day | null, today: Day): 'quiet' | 'pressing' | 'late' {
  if (dueOn === null) return 'quiet';
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'late';
  return left <= DRAFT_NOTICE_DAYS ? 'pressing' : 'quiet';
}
