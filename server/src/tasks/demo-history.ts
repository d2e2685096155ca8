import { startOfDay } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/assignment';
import type { StoryStep } from '@county/seeds/tasks';

type Standing = Pick<Assignment, 'status' | 'percent' | 'lastReportedAt' | 'completedOn'>;

/** How a line stands after what is told of it. */
export function lineAfter(story: readonly StoryStep[]): Standing {
  const standing: Standing = { status: 'assigned', percent: null, lastReportedAt: null, completedOn: null };
  for (const { kind, on, percent } of story) {
    if (kind === 'reported') {
      standing.percent = percent ?? 0;
      standing.lastReportedAt = new Date(Date.parse(startOfDay(on)) + 10 * 3_600_000).toISOString();
    }
    standing.status = kind === 'reported' ? 'in-progress' : kind;
    if (kind === 'completed') standing.completedOn = on;
    if (kind === 'returned') standing.completedOn = null;
  }
  return standing;
}
