import type { Day } from '@county/shared/calendar/day';
import { daysBetween } from '@county/shared/calendar/day';
import type { Dice } from './dice.ts';

/** How far a line has come by today, and how. */
export type Fate =
  | 'untouched'
  | 'acknowledged'
  | 'working'
  | 'completed'
  | 'completed-late'
  | 'returned'
  | 'closed'
  | 'closed-late'
  | 'closed-after-return';

type Chances = readonly (readonly [Fate, number])[];

/** Past its day by more than a month: mostly done, a tail that is not. */
const OVERDUE: Chances = [
  ['closed', 52],
  ['closed-late', 8],
  ['closed-after-return', 10],
  ['completed', 6],
  ['completed-late', 6],
  ['returned', 6],
  ['working', 8],
  ['acknowledged', 2],
  ['untouched', 2],
];

/** Past its day by a few days only: a late line cannot have been completed, checked and closed since. */
const JUST_OVERDUE: Chances = [
  ['closed', 30],
  ['completed', 30],
  ['returned', 8],
  ['working', 26],
  ['acknowledged', 4],
  ['untouched', 2],
];

const SOON: Chances = [
  ['closed', 8],
  ['closed-after-return', 3],
  ['completed', 14],
  ['returned', 7],
  ['working', 52],
  ['acknowledged', 10],
  ['untouched', 6],
];

const FAR: Chances = [
  ['completed', 2],
  ['working', 46],
  ['acknowledged', 32],
  ['untouched', 20],
];

/** Tasks whose few units are all through, so that whole tasks can be seen finished. */
const FINISHED_TASKS: ReadonlySet<number> = new Set([14]);

const LONG_OVERDUE_DAYS = 40;
const SOON_DAYS = 75;

/** What becomes of a line, by how near its day lies. */
export function fateOf(taskNumber: number, dueOn: Day | null, today: Day, dice: Dice): Fate {
  const chances = chancesOf(dueOn === null ? SOON_DAYS : daysBetween(today, dueOn));
  if (FINISHED_TASKS.has(taskNumber) && chances === OVERDUE) return 'closed';
  let throwOf100 = dice.between(1, 100);
  for (const [fate, chance] of chances) {
    throwOf100 -= chance;
    if (throwOf100 <= 0) return fate;
  }
  return 'working';
}

function chancesOf(daysLeft: number): Chances {
  if (daysLeft < -LONG_OVERDUE_DAYS) return OVERDUE;
  if (daysLeft < 0) return JUST_OVERDUE;
  return daysLeft <= SOON_DAYS ? SOON : FAR;
}
