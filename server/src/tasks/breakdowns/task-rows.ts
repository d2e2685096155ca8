import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Day } from '@county/shared/calendar/day';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { PreviewTask } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { insertRows } from '../../database/insert-row.ts';
import { newLine } from '../lines/new-line.ts';
import { Assignments, Tasks, type TaskRow } from '../tasks.tables.ts';

/** Writes tasks as a table gives them, each with a line for every unit it names. */
export async function insertTasks(
  db: EntityManager,
  breakdownId: string,
  tasks: readonly PreviewTask[],
  today: Day,
): Promise<void> {
  const rows: TaskRow[] = [];
  const lines: Assignment[] = [];
  for (const task of tasks) {
    const row: TaskRow = { ...taskWords(task), id: newId(), breakdownId, withdrawnReason: null, withheldReason: null };
    rows.push(row);
    lines.push(...task.units.map(({ unitId, part }) => newLine(row, unitId, part, today)));
  }
  await insertRows(db, Tasks, rows);
  await insertRows(db, Assignments, lines);
}

/** What a table says of a task. */
export function taskWords({
  due,
  ...task
}: PreviewTask): Omit<TaskRow, 'id' | 'breakdownId' | 'withdrawnReason' | 'withheldReason'> {
  const { number, category, mainTask, concreteWork, unitsPhrase, openSetPhrase, unresolvedPhrase, printed } = task;
  const words = { number, category, mainTask, concreteWork, unitsPhrase, openSetPhrase, unresolvedPhrase };
  return { ...words, duePhrase: due.phrase, dueOn: due.dueOn, printed, finding: task.finding ?? null };
}
