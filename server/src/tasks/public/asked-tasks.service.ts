import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { Task } from '@county/shared/tasks/task';
import { notFound } from '../../http/refusal.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { SessionsService } from '../../people/sessions.service.ts';
import { byId } from '../lines/line-views.service.ts';
import { Assignments, TaskBreakdowns, Tasks } from '../tasks.tables.ts';

/** A task as those who ask about it know it. */
export interface AskedTask extends Pick<Task, 'number' | 'mainTask'> {
  breakdownTitle: string;
  /** Whether everybody may see it: its plan is marked public, and it was not taken back. */
  isPublic: boolean;
}

/** A line something can still be reported on, with what its task asks for. */
export interface OpenLine extends Pick<Task, 'number' | 'mainTask' | 'concreteWork'> {
  assignmentId: string;
  taskId: string;
  percent: number | null;
}

const OPEN = ['assigned', 'acknowledged', 'in-progress', 'returned'] as const;

/** What other features may know of tasks. */
@Injectable()
export class AskedTasks {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly sessions: SessionsService,
  ) {}

  /** The task, if everybody may see it as the plan prints it, which a finding may not be; else 404. */
  async findPublic(db: EntityManager, taskId: string): Promise<Task> {
    const task = await db.findOneBy(Tasks, { id: taskId, withdrawnReason: IsNull() });
    const inPublicPlan = { id: task?.breakdownId ?? '', isPublic: true, kind: Not('inspection' as const) };
    if (!task || !(await db.existsBy(TaskBreakdowns, inPublicPlan))) throw notFound('这项任务', '可能已不再公开');
    return task;
  }

  async byId(db: EntityManager, taskIds: readonly string[]): Promise<ReadonlyMap<string, AskedTask>> {
    if (!taskIds.length) return new Map();
    const tasks = await db.findBy(Tasks, { id: In([...taskIds]) });
    const plans = byId(await db.findBy(TaskBreakdowns, { id: In(tasks.map(({ breakdownId }) => breakdownId)) }));
    return new Map(
      tasks.map(({ id, number, mainTask, breakdownId, withdrawnReason }) => {
        const plan = plans.get(breakdownId);
        const isPublic = withdrawnReason === null && plan?.isPublic === true && plan.kind !== 'inspection';
        return [id, { number, mainTask, breakdownTitle: plan?.title ?? '', isPublic }];
      }),
    );
  }

  /** The lines of the units the plan names, as they stand. */
  namedLines(db: EntityManager, taskId: string): Promise<Assignment[]> {
    return db.find(Assignments, {
      where: { taskId, parentId: IsNull(), status: Not('withdrawn') },
      order: { id: 'ASC' },
    });
  }

  /** A unit's open lines of the plans' own rows, the newest plan first; for what is reported on them. */
  async openLinesOf(db: EntityManager, unitId: string): Promise<OpenLine[]> {
    const lines = await db.find(Assignments, { where: { unitId, status: In([...OPEN]) }, order: { id: 'DESC' } });
    const tasks = byId(
      await db.findBy(Tasks, { id: In(lines.map(({ taskId }) => taskId)), withdrawnReason: IsNull() }),
    );
    return lines.flatMap(({ id, taskId, percent }) => {
      const task = tasks.get(taskId);
      if (!task) return [];
      const { number, mainTask, concreteWork } = task;
      return [{ assignmentId: id, taskId, number, mainTask, concreteWork, percent }];
    });
  }

  /** The unit of the supervisor who gave the plan out; the supervising office when that person has gone. */
  async coordinatingUnitId(db: EntityManager, { breakdownId }: Pick<Task, 'breakdownId'>): Promise<string> {
    const { createdBy } = await db.findOneByOrFail(TaskBreakdowns, { id: breakdownId });
    const posts = await this.sessions.currentMemberships(db, createdBy);
    const post = posts.find(({ role }) => role === 'supervisor');
    if (post) return post.unitId;
    const units = await this.units.all();
    return (units.find(({ name }) => name.includes('督查室')) ?? units[0]!).id;
  }
}
