import type { SelectQueryBuilder } from 'typeorm';
import type { Day } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/assignment';
import type { DueFilter, TaskFilter } from '@county/shared/tasks/task-filters';
import { invalidField } from '../http/refusal.ts';
import { Tasks } from './tasks.tables.ts';

/** Days that due filters are reckoned by. */
export interface DueDays {
  today: Day;
  /** The last due day that counts as due soon today. */
  soonUntil: Day;
}

const OPEN = "('assigned', 'acknowledged', 'in-progress', 'returned')";

/** Narrows a query over lines named `line` by what a person chose. */
export function filterLines(query: SelectQueryBuilder<Assignment>, filter: TaskFilter, days: DueDays): void {
  const { breakdownId, unitId, state, category, text, due } = filter;
  if (breakdownId) query.andWhere('line.breakdownId = :breakdownId', { breakdownId });
  if (unitId) query.andWhere('line.unitId = :unitId', { unitId });
  if (state) query.andWhere('line.status = :state', { state });
  if (due) query.andWhere(DUE[due], days);
  if (category || text) query.innerJoin(Tasks.options.name, 'task', 'task.id = line.taskId');
  if (category) query.andWhere('task.category = :category', { category });
  if (text)
    query.andWhere('(task.mainTask LIKE :like OR task.concreteWork LIKE :like)', { like: `%${escapeLike(text)}%` });
}

const DUE = {
  late: `((line.status IN ${OPEN} AND line.dueOn < :today) OR (line.status IN ('completed', 'closed') AND line.completedOn > line.dueOn))`,
  soon: `(line.status IN ${OPEN} AND line.dueOn >= :today AND line.dueOn <= :soonUntil)`,
  later: `(line.status IN ${OPEN} AND line.dueOn > :soonUntil)`,
  none: '(line.dueOn IS NULL)',
} as const satisfies Record<DueFilter, string>;

/** What a person types is looked for as it stands; `%` and `_` are letters like any other. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '');
}

const NO_DAY = '9999-12-31';

/** Orders lines by due day, those without one last, and starts after the cursor's line. */
export function pageLines(query: SelectQueryBuilder<Assignment>, limit: number, cursor: string | undefined): void {
  const day = `COALESCE(line.dueOn, '${NO_DAY}')`;
  query
    .addSelect(day, 'due_order')
    .orderBy('due_order', 'ASC')
    .addOrderBy('line.id', 'ASC')
    .limit(limit + 1);
  const after = cursor?.match(/^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/);
  if (cursor && !after) throw invalidField('cursor', '翻页标记无效，请从第一页重新打开');
  if (after) {
    query.andWhere(`(${day} > :afterDay OR (${day} = :afterDay AND line.id > :afterId))`, {
      afterDay: after[1],
      afterId: after[2],
    });
  }
}

/** The page and the cursor of the next one, of one row more than asked for. */
export function pageOfLines(rows: Assignment[], limit: number): { lines: Assignment[]; next: string | null } {
  const lines = rows.slice(0, limit);
  const last = rows.length > limit ? lines.at(-1) : undefined;
  return { lines, next: last ? `${last.dueOn ?? NO_DAY}_${last.id}` : null };
}
