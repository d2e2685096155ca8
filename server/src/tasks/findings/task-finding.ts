import { ConflictException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { BLANK_FINDING } from '@county/shared/tasks/findings/finding';
import type { TaskFinding } from '@county/shared/tasks/findings/finding-views';
import type { BreakdownKind } from '@county/shared/tasks/breakdowns/task-breakdown';
import { TaskBreakdowns, Tasks, type TaskRow } from '../tasks.tables.ts';

/** What a task is as a finding; null where its breakdown is no inspection. One imported before has a blank one. */
export function taskFinding(
  { finding, withheldReason }: Pick<TaskRow, 'finding' | 'withheldReason'>,
  kind: BreakdownKind,
): TaskFinding | null {
  return kind === 'inspection' ? { ...BLANK_FINDING, ...finding, withheldReason } : null;
}

export async function kindOf(db: EntityManager, breakdownId: string): Promise<BreakdownKind> {
  const breakdown = await db.findOne(TaskBreakdowns, {
    select: { id: true, kind: true },
    where: { id: breakdownId },
  });
  return breakdown?.kind ?? 'plan';
}

type LineOf = Pick<Assignment, 'taskId' | 'breakdownId'>;

/** The finding a line belongs to; null for a line of any other task. */
export async function findingOfLine(
  db: EntityManager,
  line: LineOf,
): Promise<(TaskFinding & { task: TaskRow }) | null> {
  if ((await kindOf(db, line.breakdownId)) !== 'inspection') return null;
  const task = await db.findOneByOrFail(Tasks, { id: line.taskId });
  return { ...taskFinding(task, 'inspection')!, task };
}

/** Refuses what only a finding has, where the line is of any other task. */
export async function demandFinding(db: EntityManager, line: LineOf): Promise<TaskFinding & { task: TaskRow }> {
  const finding = await findingOfLine(db, line);
  if (!finding) throw new ConflictException({ code: 'wrong-state', message: '这是一般任务，没有整改措施和复查' });
  return finding;
}
