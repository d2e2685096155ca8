import { v7 as newId } from 'uuid';
import { shanghaiDay, type Day } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { Task } from '@county/shared/tasks/task';

/** A unit's line of a task as it is given out. */
export function newLine(task: Task, unitId: string, part: Assignment['part'], today: Day): Assignment {
  return {
    id: newId(),
    taskId: task.id,
    breakdownId: task.breakdownId,
    unitId,
    part,
    parentId: null,
    handDownWords: null,
    assignedOn: today,
    dueOn: task.dueOn,
    status: 'assigned',
    percent: null,
    lastReportedAt: null,
    reportedPeriod: null,
    completedOn: null,
  };
}

/** The day a line was given out; an older one's id carries the moment it was made (UUID version 7). */
export function assignedOn({ id, assignedOn: kept }: Pick<Assignment, 'id' | 'assignedOn'>): Day {
  return kept ?? shanghaiDay(new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString());
}
