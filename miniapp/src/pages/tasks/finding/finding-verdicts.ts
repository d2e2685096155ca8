import type { Actor } from '@county/shared/people/actor';
import { canComplete, canReview } from '@county/shared/tasks/lines/assignment-rules';
import { hasMeasure, isRechecked } from '@county/shared/tasks/findings/finding-rules';
import type { AssignmentView } from '@county/shared/tasks/task-views';
import { allOf, type Verdict } from '@county/shared/verdict';

/** 办结 as the server will answer: a finding waits for its measure. */
export function mayComplete(line: AssignmentView, actor: Actor): Verdict {
  const { finding, task } = line;
  const complete = canComplete(line, actor);
  return finding ? allOf(complete, hasMeasure(line, task, finding.measures)) : complete;
}

/** 销号 as the server will answer: a finding waits for its recheck. */
export function mayClose(line: AssignmentView, actor: Actor): Verdict {
  const { finding } = line;
  const close = canReview(line, actor, 'close');
  return finding ? allOf(close, isRechecked(finding.completionId, finding.rechecks)) : close;
}
