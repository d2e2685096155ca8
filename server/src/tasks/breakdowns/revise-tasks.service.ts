import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { isOpen } from '@county/shared/tasks/lines/assignment-rules';
import type { BreakdownColumn, PreviewTask } from '@county/shared/tasks/breakdowns/breakdown-preview';
import { rowKey } from '@county/shared/tasks/breakdowns/preview-correction';
import { CHANGED_FIELD_LABELS, type TaskChange } from '@county/shared/tasks/breakdowns/task-change';
import { Clock } from '../../clock/clock.ts';
import { AssignmentStepsService } from '../lines/assignment-steps.service.ts';
import { PlanChanges } from '../lines/plan-changes.service.ts';
import { insertTasks, taskWords } from './task-rows.ts';
import { Assignments, Tasks, type BreakdownRow, type TaskRow } from '../tasks.tables.ts';

const MAX_WORDS = 2000;

/** A revised table carried out: words and days follow it, progress stays, and what it no longer has is taken back (撤销). */
@Injectable()
export class ReviseTasks {
  constructor(
    private readonly clock: Clock,
    private readonly steps: AssignmentStepsService,
    private readonly planChanges: PlanChanges,
  ) {}

  /** `withdrawnReason` is set where tasks the table no longer has are to be taken back too. */
  async apply(
    db: EntityManager,
    actor: Actor,
    breakdown: BreakdownRow,
    {
      tasks,
      changes,
      withdrawnReason,
    }: { tasks: readonly PreviewTask[]; changes: readonly TaskChange[]; withdrawnReason?: string | undefined },
  ): Promise<void> {
    const byRow = new Map(tasks.map((task) => [rowKey(task.table, task.row), task]));
    const added: PreviewTask[] = [];
    for (const change of changes) {
      const task = change.row === null ? undefined : byRow.get(change.row);
      if (change.kind === 'added' && task) added.push(task);
      else if (change.taskId && task) await this.reword(db, actor, change, task);
      else if (change.kind === 'removed' && withdrawnReason)
        await this.takeBack(db, actor, change.taskId!, withdrawnReason);
    }
    await insertTasks(db, breakdown.id, added, this.clock.today());
  }

  private async reword(db: EntityManager, actor: Actor, change: TaskChange, after: PreviewTask): Promise<void> {
    const before = await db.findOneByOrFail(Tasks, { id: change.taskId! });
    const words = taskWords(after);
    const isChanged = (field: TaskChange['fields'][number]['field']) =>
      change.fields.some((one) => one.field === field);
    const isRestored = change.kind === 'restored';
    const unitsMove = isRestored || isChanged('unitsPhrase') || after.corrected.includes('units');
    const task: TaskRow = {
      ...before,
      ...words,
      dueOn: change.due ? change.due.after : before.dueOn,
      openSetPhrase: unitsMove ? words.openSetPhrase : before.openSetPhrase,
      finding: keptFinding(before.finding, words.finding),
      unresolvedPhrase: unitsMove ? words.unresolvedPhrase : before.unresolvedPhrase,
      withdrawnReason: null,
    };
    await db.update(Tasks, { id: task.id }, task);
    if (change.kind === 'same') return;
    const lines = (await db.findBy(Assignments, { taskId: task.id })).filter(({ status }) => status !== 'withdrawn');
    await this.tellLines(db, actor, change, lines);
    if (change.due) for (const line of lines) await moveDay(db, line, change.due);
    await this.moveUnits(db, actor, task, change, lines);
  }

  /** The old words stay readable in the history of every line that is still at work. */
  private async tellLines(
    db: EntityManager,
    actor: Actor,
    change: TaskChange,
    lines: readonly Assignment[],
  ): Promise<void> {
    const changed = change.fields
      .filter(({ field }) => field !== 'number' && field !== 'category' && field !== 'unitsPhrase')
      .map(({ field, before }) => `${CHANGED_FIELD_LABELS[field]}原为“${before || '空'}”`);
    if (change.due) changed.push(`时限由 ${change.due.before ?? '无'} 改为 ${change.due.after ?? '无'}`);
    if (!changed.length) return;
    const words = changed.join('；').slice(0, MAX_WORDS);
    for (const line of lines.filter(({ status }) => isOpen(status)))
      await this.steps.record(db, actor, line, { id: newId(), kind: 'plan-changed', words }, 'reviseBreakdown');
  }

  private async moveUnits(
    db: EntityManager,
    actor: Actor,
    task: TaskRow,
    { unitsAdded, unitsRemoved }: TaskChange,
    lines: readonly Assignment[],
  ): Promise<void> {
    const own = lines.filter(({ parentId }) => parentId === null);
    for (const { unitId } of unitsRemoved) {
      const line = own.find((one) => one.unitId === unitId);
      if (line && isOpen(line.status))
        await this.planChanges.takeBackWithChildren(db, actor, line, '任务分解表修订后不再由本单位承担');
    }
    for (const { unitId, part } of unitsAdded) {
      const there = await db.findOneBy(Assignments, { taskId: task.id, unitId });
      // Named by the plan itself now, also where it was handed down before.
      if (there && there.status !== 'withdrawn')
        await db.update(Assignments, { id: there.id }, { part, parentId: null });
      else {
        const words = `任务分解表修订后${there ? '重新' : ''}由本单位承担`;
        await this.planChanges.giveLine(db, actor, task, { unitId, part }, { kind: 'plan-changed', words });
      }
    }
  }

  private async takeBack(db: EntityManager, actor: Actor, taskId: string, reason: string): Promise<void> {
    await db.update(Tasks, { id: taskId }, { withdrawnReason: reason });
    // Children go with their parents; what is left belongs to a parent that was done already.
    for (const above of [true, false])
      for (const line of await db.findBy(Assignments, { taskId }))
        if (isOpen(line.status) && (line.parentId === null) === above)
          await this.planChanges.takeBackWithChildren(db, actor, line, `任务分解表修订后撤销：${reason}`);
  }
}

/**
 * A line follows the plan's new day while it is at work. A later day it was granted stays; one handed down earlier than
 * its parent stays too, but never lies after the plan's.
 */
async function moveDay(
  db: EntityManager,
  line: Assignment,
  { before, after }: NonNullable<TaskChange['due']>,
): Promise<void> {
  if (!isOpen(line.status)) return;
  const followed = line.dueOn === before;
  const isChild = line.parentId !== null;
  const tooLate = after !== null && (line.dueOn === null || line.dueOn > after);
  if (followed || (isChild && tooLate)) await db.update(Assignments, { id: line.id }, { dueOn: after });
}

/** The kind of rectification that was set stays; all else is the table's. */
function keptFinding(before: TaskRow['finding'], after: TaskRow['finding']): TaskRow['finding'] {
  if (!before || !after) return after ?? before;
  return { ...after, rectification: before.rectification ?? after.rectification };
}

/** A row printed in other columns: cells go with what they mean, others with their heading. */
export function realigned(
  printed: readonly string[] | null,
  from: readonly BreakdownColumn[],
  to: readonly BreakdownColumn[],
): string[] | null {
  if (!printed) return null;
  return to.map((column, index) => {
    const isIt = (one: BreakdownColumn) =>
      one.meaning === column.meaning && (column.meaning !== 'ignored' || one.heading === column.heading);
    // Of several columns with one heading, each goes with its like.
    const earlier = to.slice(0, index).filter(isIt).length;
    const found = from.flatMap((one, at) => (isIt(one) ? [at] : []))[earlier];
    return found === undefined ? '' : (printed[found] ?? '');
  });
}

/** Every task of a breakdown printed in its new columns. */
export async function realignTasks(
  db: EntityManager,
  breakdown: BreakdownRow,
  columns: readonly BreakdownColumn[],
  exceptIds: readonly string[],
): Promise<void> {
  if (!breakdown.columns || JSON.stringify(breakdown.columns) === JSON.stringify(columns)) return;
  for (const task of await db.findBy(Tasks, { breakdownId: breakdown.id })) {
    if (exceptIds.includes(task.id)) continue;
    await db.update(Tasks, { id: task.id }, { printed: realigned(task.printed, breakdown.columns, columns) });
  }
}
