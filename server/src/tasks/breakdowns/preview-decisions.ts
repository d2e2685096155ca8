import type { PreviewCorrections } from '@county/shared/tasks/breakdowns/preview-correction';
import type { TaskBreakdown } from '@county/shared/tasks/breakdowns/task-breakdown';

/** Everything a person has decided about a preview. */
export interface PreviewDecisions extends PreviewCorrections {
  heading?: Pick<TaskBreakdown, 'title' | 'year' | 'kind'>;
  /** A breakdown's id, or null for "a new plan"; absent while nobody has said. */
  revisionOf?: string | null;
  /** Set once a revision was carried out as a whole: what came to the breakdown since is not taken back by it. */
  isCarriedOut?: boolean;
  /** Numbers of the rows that have gone out, by `rowKey`: the rest is numbered around them. */
  numbers?: Record<string, number>;
}

export const NO_DECISIONS: PreviewDecisions = { rows: {}, columns: {} };
