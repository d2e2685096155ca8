import type { SelectQueryBuilder } from 'typeorm';
import type { Task } from '@county/shared/tasks/task';
import { badCursor } from '../http/page-cursor.ts';

/** Orders tasks named `task` as their tables print them, plan by plan, and starts after the cursor's task. */
export function pageTasks(query: SelectQueryBuilder<Task>, limit: number, cursor: string | undefined): void {
  query
    .orderBy('task.breakdownId', 'ASC')
    .addOrderBy('task.number', 'ASC')
    .addOrderBy('task.id', 'ASC')
    .limit(limit + 1);
  const after = cursor?.match(/^([0-9a-f-]{36})_(\d{1,5})_([0-9a-f-]{36})$/);
  if (cursor && !after) throw badCursor();
  if (!after) return;
  const [, breakdown, number, id] = after;
  query.andWhere(
    `(task.breakdownId > :afterBreakdown OR (task.breakdownId = :afterBreakdown AND
      (task.number > :afterNumber OR (task.number = :afterNumber AND task.id > :afterId))))`,
    { afterBreakdown: breakdown, afterNumber: Number(number), afterId: id },
  );
}

/** The page and the cursor of the next one, of one row more than asked for. */
export function pageOfTasks<Row extends Task>(
  rows: readonly Row[],
  limit: number,
): { tasks: Row[]; next: string | null } {
  const tasks = rows.slice(0, limit);
  const last = rows.length > limit ? tasks.at(-1) : undefined;
  return { tasks, next: last ? `${last.breakdownId}_${last.number}_${last.id}` : null };
}
