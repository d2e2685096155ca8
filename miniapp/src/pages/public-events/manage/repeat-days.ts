import { addDays, addMonths, type Day } from '@county/shared/calendar/day';

export type Rhythm = 'once' | 'week' | 'month' | 'quarter';

/** The days on which it is held again, the first included. */
export function repeatDays(first: Day, rhythm: Rhythm, times: number): Day[] {
  if (rhythm === 'once') return [first];
  const step = (count: number): Day =>
    rhythm === 'week' ? addDays(first, 7 * count) : addMonths(first, (rhythm === 'month' ? 1 : 3) * count);
  return Array.from({ length: times }, (_, count) => step(count));
}
