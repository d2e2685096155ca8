import { addMonths, type Day } from '../calendar/day.ts';
import type { Actor } from '../people/actor.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';
import { canWrite, isPublic, type ReviewedWriting } from '../writings/writing-rules.ts';

/** How far off the next check may be put at most. */
export const MOST_MONTHS_TO_REVIEW = 24;

/** Whether the day by which the owner looks again has passed. */
export const isStale = (
  guide: Pick<ReviewedWriting, 'publishedAt' | 'withdrawnAt'> & { reviewOn: Day | null },
  today: Day,
): boolean => isPublic(guide) && guide.reviewOn !== null && guide.reviewOn < today;

/** Read again by its owner, everything found still to hold. */
export function canCheckGuide(guide: ReviewedWriting, actor: Actor): Verdict {
  const verdict = canWrite(guide, actor);
  if (!verdict.allowed) return verdict;
  return isPublic(guide) ? allowed : refused('wrong-state', '还没有公开或已经撤下，不必核对');
}

/** Why a day will not do for the next check, and what would; null when it will. */
export function reviewDayFault(reviewOn: Day, today: Day): string | null {
  const latest = addMonths(today, MOST_MONTHS_TO_REVIEW);
  if (reviewOn <= today) return `下次核对日期 ${reviewOn} 已到或已过，请改为今天以后的日子`;
  return reviewOn > latest ? `下次核对日期最晚为 ${latest}（两年内），请改早一些` : null;
}
