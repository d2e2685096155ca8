import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/assignment';
import { canAddUnits, canWithdraw, isOpen } from '@county/shared/tasks/assignment-rules';
import type { NewAssignments, NewWithdrawal } from '@county/shared/tasks/assignment-step';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../http/refusal.ts';
import { Repeated } from '../http/replies.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { AssignmentStepsService } from './assignment-steps.service.ts';
import { findLine } from './find-line.ts';
import { LineViews } from './line-views.service.ts';
import { newLine } from './new-line.ts';
import { Assignments, AssignmentSteps, Tasks } from './tasks.tables.ts';

export interface Added {
  created: AssignmentSummary[];
  /** Units that had the task already; nothing was changed for them. */
  alreadyThere: string[];
}

/** What a supervisor changes of a plan at work: units that come to a task later, and lines that are taken back. */
@Injectable()
export class PlanChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly steps: AssignmentStepsService,
    private readonly views: LineViews,
  ) {}

  /** Who, when and why is kept on each line. A unit that has the task keeps it as it is; one that was taken back gets it again. */
  async addUnits(
    actor: Actor,
    taskId: string,
    { unitIds, part, reason, settles }: NewAssignments,
  ): Promise<Added | Repeated<Added>> {
    for (const unitId of unitIds)
      if (!(await this.units.find(unitId))) throw invalidField('unitIds', '有单位不存在或已撤销，请重新选择');
    return this.database.work(async (db) => {
      const task = await this.database.findForChange(db, Tasks, { id: taskId });
      if (!task) throw notFound('这项任务');
      demand(canAddUnits(actor, task));
      const there = await db.findBy(Assignments, { taskId, unitId: In(unitIds) });
      const takenBack = there.filter(({ status }) => status === 'withdrawn');
      const alreadyThere = there.filter((line) => !takenBack.includes(line)).map(({ unitId }) => unitId);
      const wanted = [...new Set(unitIds)].filter((unitId) => !alreadyThere.includes(unitId));
      if (part === 'lead' && wanted.length) await this.demandNoLead(db, taskId, wanted);
      const today = this.clock.today();
      const fresh = wanted
        .filter((unitId) => !takenBack.some((line) => line.unitId === unitId))
        .map((unitId) => newLine(task, unitId, part, today));
      if (fresh.length) await db.insert(Assignments, fresh);
      const again = takenBack.map((line): Assignment => ({
        ...line,
        part,
        status: 'assigned',
        assignedOn: today,
        completedOn: null,
      }));
      for (const line of again) await db.update(Assignments, { id: line.id }, line);
      const created = [...fresh, ...again];
      for (const line of created)
        await this.steps.record(db, actor, line, { id: newId(), kind: 'added', words: reason }, 'addAssignments');
      if (settles && task.unresolvedPhrase) await db.update(Tasks, { id: taskId }, { unresolvedPhrase: null });
      const added = { created: await this.views.summaries(db, created), alreadyThere };
      return created.length ? added : new Repeated(added);
    });
  }

  /** Lines handed down from it go with it, while they are open. */
  withdraw(actor: Actor, assignmentId: string, { id, reason }: NewWithdrawal) {
    return this.database.work(async (db) => {
      const line = await findLine(this.database, db, assignmentId);
      const earlier = await db.findOneBy(AssignmentSteps, { id });
      if (earlier) {
        if (earlier.assignmentId !== assignmentId || earlier.by !== actor.personId || earlier.words !== reason)
          throw idTaken();
        return new Repeated(await this.views.summary(db, line));
      }
      demand(canWithdraw(line, actor));
      await this.takeBackWithChildren(db, actor, line, reason, id);
      return this.views.summary(db, { ...line, status: 'withdrawn' });
    });
  }

  /** Within a unit of work that has asked who may. Lines handed down from it go with it, while they are open. */
  async takeBackWithChildren(db: EntityManager, actor: Actor, line: Assignment, reason: string, id = newId()) {
    await this.takeBack(db, actor, line, id, reason);
    for (const child of await db.findBy(Assignments, { parentId: line.id }))
      if (isOpen(child.status)) await this.takeBack(db, actor, child, newId(), `随上级单位的任务撤销：${reason}`);
  }

  private async takeBack(db: EntityManager, actor: Actor, line: Assignment, id: string, words: string): Promise<void> {
    await db.update(Assignments, { id: line.id }, { status: 'withdrawn' });
    await this.steps.record(db, actor, line, { id, kind: 'withdrawn', words }, 'withdrawAssignment');
  }

  private async demandNoLead(db: EntityManager, taskId: string, wanted: readonly string[]): Promise<void> {
    const lead = (await db.findBy(Assignments, { taskId, part: 'lead' })).find(({ status }) => status !== 'withdrawn');
    if (lead) throw invalidField('part', `这项任务已由${await this.views.unitName(lead.unitId)}牵头，不能再有牵头单位`);
    if (wanted.length > 1) throw invalidField('part', '牵头单位只能有一个，请只选一个单位');
  }
}
