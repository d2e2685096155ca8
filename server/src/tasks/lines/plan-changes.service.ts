import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { canAddUnits, canWithdraw, isOpen } from '@county/shared/tasks/lines/assignment-rules';
import type { NewAssignments, NewWithdrawal } from '@county/shared/tasks/lines/assignment-step';
import type { Task } from '@county/shared/tasks/task';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { demand, idTaken, invalidField, notFound } from '../../http/refusal.ts';
import { Repeated } from '../../http/replies.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { SessionsService } from '../../people/sessions.service.ts';
import { AssignmentStepsService } from './assignment-steps.service.ts';
import { findLine } from './find-line.ts';
import { LineViews } from './line-views.service.ts';
import { newLine } from './new-line.ts';
import { Assignments, AssignmentSteps, Tasks } from '../tasks.tables.ts';

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
    private readonly sessions: SessionsService,
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
      const alreadyThere = there.filter(({ status }) => status !== 'withdrawn').map(({ unitId }) => unitId);
      const wanted = [...new Set(unitIds)].filter((unitId) => !alreadyThere.includes(unitId));
      if (part === 'lead' && wanted.length) await this.demandNoLead(db, taskId, wanted);
      const created: Assignment[] = [];
      for (const unitId of wanted)
        created.push(await this.giveLine(db, actor, task, { unitId, part }, { kind: 'added', words: reason }));
      if (settles && task.unresolvedPhrase) await db.update(Tasks, { id: taskId }, { unresolvedPhrase: null });
      const added = { created: await this.views.summaries(db, created), alreadyThere };
      return created.length ? added : new Repeated(added);
    });
  }

  /** Within a unit of work that has asked who may: a line for a unit, the one it had when that was taken back. */
  async giveLine(
    db: EntityManager,
    actor: Actor,
    task: Task,
    { unitId, part }: Pick<Assignment, 'unitId' | 'part'>,
    step: { kind: 'added' | 'plan-changed'; words: string },
  ): Promise<Assignment> {
    const fresh = newLine(task, unitId, part, this.clock.today());
    const had = await db.findOneBy(Assignments, { taskId: task.id, unitId });
    const { assignedOn, dueOn } = fresh;
    const line: Assignment = had
      ? { ...had, part, assignedOn, dueOn, status: 'assigned', completedOn: null, parentId: null }
      : fresh;
    if (had) await db.update(Assignments, { id: line.id }, line);
    else await db.insert(Assignments, line);
    await this.steps.record(db, actor, line, { id: newId(), ...step }, 'addAssignments');
    return line;
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
      await this.sessions.demandNoPost(db, actor, [line.unitId]);
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
