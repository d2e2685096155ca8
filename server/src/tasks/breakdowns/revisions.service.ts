import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { compareTasks, sameTaskCount, type StandingTask } from '@county/shared/tasks/breakdowns/compare-tasks';
import type { PreviewRevision } from '@county/shared/tasks/breakdowns/breakdown-preview';
import type { BreakdownReading } from '@county/shared/tasks/breakdowns/interpret-breakdown';
import type { PreviewDecisions } from './preview-decisions.ts';
import { LineViews } from '../lines/line-views.service.ts';
import { Assignments, AssignmentSteps, TaskBreakdowns, Tasks } from '../tasks.tables.ts';

type BreakdownName = { id: string; title: string };

/** From this share of its tasks on, a table is likely a later wording of a breakdown. */
const LIKELY = 0.5;

/** Whether a table is a later wording of a breakdown that is there, and what it would change of it. */
@Injectable()
export class Revisions {
  constructor(private readonly views: LineViews) {}

  /** `same` has the very words of it. A preview already confirmed is no revision of itself. */
  async of(
    db: EntityManager,
    reading: BreakdownReading,
    { revisionOf, isCarriedOut }: PreviewDecisions,
    confirmedAs: BreakdownName | null,
    same: BreakdownName | null,
  ): Promise<PreviewRevision> {
    const asks = revisionOf === undefined && !confirmedAs;
    const known = same && { ...same, sameTasks: reading.tasks.length };
    const of = revisionOf ? await db.findOneBy(TaskBreakdowns, { id: revisionOf }) : null;
    const changes = of
      ? compareTasks(await this.standing(db, of.id), reading.tasks, await withdrawnTasks(db, of.id))
      : [];
    return {
      likely: asks ? (known ?? (await this.likely(db, reading))) : null,
      decided: revisionOf !== undefined,
      of: of && { id: of.id, title: of.title },
      // Once carried out, it has no more say over what is taken back or comes back later.
      changes: isCarriedOut ? changes.filter(({ kind }) => kind !== 'removed' && kind !== 'restored') : changes,
    };
  }

  /** The tasks of a breakdown with the units that have them, by number; those taken back before are not among them. */
  async standing(db: EntityManager, breakdownId: string): Promise<StandingTask[]> {
    const tasks = await db.find(Tasks, {
      where: { breakdownId, withdrawnReason: IsNull() },
      order: { number: 'ASC', id: 'ASC' },
    });
    const lines = await db.findBy(Assignments, { breakdownId, parentId: IsNull(), status: Not('withdrawn') });
    const added = await this.addedByHand(
      db,
      lines.map(({ id }) => id),
    );
    const [nameOf] = await this.views.lookUps();
    const byTask = new Map<string, StandingTask['lines'][number][]>();
    for (const { id, taskId, unitId, part } of lines) {
      const line = { unitId, unitName: nameOf(unitId), part, addedByHand: added.has(id) };
      byTask.set(taskId, [...(byTask.get(taskId) ?? []), line]);
    }
    return tasks.map((task) => ({ ...task, lines: byTask.get(task.id) ?? [] }));
  }

  private async likely(db: EntityManager, { year, tasks }: BreakdownReading): Promise<PreviewRevision['likely']> {
    let best: PreviewRevision['likely'] = null;
    for (const { id, title } of await db.findBy(TaskBreakdowns, { year })) {
      const standing = await db.findBy(Tasks, { breakdownId: id, withdrawnReason: IsNull() });
      const sameTasks = sameTaskCount(standing, tasks);
      if (sameTasks >= Math.max(2, tasks.length * LIKELY) && sameTasks > (best?.sameTasks ?? 0))
        best = { id, title, sameTasks };
    }
    return best;
  }

  private async addedByHand(db: EntityManager, lineIds: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (let at = 0; at < lineIds.length; at += BATCH) {
      const ids = lineIds.slice(at, at + BATCH);
      const steps = await db.find(AssignmentSteps, {
        select: { id: true, assignmentId: true },
        where: { assignmentId: In(ids), kind: 'added' },
      });
      for (const { assignmentId } of steps) found.add(assignmentId);
    }
    return found;
  }
}

function withdrawnTasks(db: EntityManager, breakdownId: string) {
  return db.find(Tasks, { where: { breakdownId, withdrawnReason: Not(IsNull()) }, order: { id: 'ASC' } });
}

/** As many ids as one statement of either engine takes. */
const BATCH = 500;
