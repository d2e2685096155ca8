import { v7 as newId } from 'uuid';
import type { Assignment } from '@county/shared/tasks/assignment';
import type { Task } from '@county/shared/tasks/task';

/** A unit's line of a task as it is given out. */
export function newLine(task: Task, unitId: string, part: Assignment['part']): Assignment {
  return {
    id: newId(),
    taskId: task.id,
    breakdownId: task.breakdownId,
    unitId,
    part,
    parentId: null,
    handDownWords: null,
    dueOn: task.dueOn,
    status: 'assigned',
    percent: null,
    lastReportedAt: null,
    reportedPeriod: null,
    completedOn: null,
  };
}
