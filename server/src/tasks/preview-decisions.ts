import type { PreviewCorrections } from '@county/shared/tasks/preview-correction';
import type { TaskBreakdown } from '@county/shared/tasks/task-breakdown';

/** Everything a person has decided about a preview. */
export interface PreviewDecisions extends PreviewCorrections {
  heading?: Pick<TaskBreakdown, 'title' | 'year' | 'kind'>;
  /** A breakdown's id, or null for "a new plan"; absent while nobody has said. */
  revisionOf?: string | null;
}

export const NO_DECISIONS: PreviewDecisions = { rows: {}, columns: {} };
