import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Task } from '@county/shared/tasks/task';
import type { PublicBreakdown, PublicTask, PublicTaskView } from '@county/shared/tasks/task-views';
import { Database } from '../../database/database.ts';
import { readIdCursor } from '../../http/page-cursor.ts';
import { AskedTasks } from './asked-tasks.service.ts';
import { PublicFindingsService } from '../findings/public-findings.service.ts';
import { LineViews } from '../lines/line-views.service.ts';
import { pageOfTasks, pageTasks } from '../task-pages.ts';
import { Assignments, PublicLines, TaskBreakdowns, Tasks } from '../tasks.tables.ts';

/** What anybody may see of plans a supervisor has marked public: titles, units, days, states, approved sentences. */
@Injectable()
export class PublicTasksService {
  constructor(
    private readonly database: Database,
    private readonly views: LineViews,
    private readonly asked: AskedTasks,
    private readonly findings: PublicFindingsService,
  ) {}

  listBreakdowns({ limit, cursor }: PageQuery): Promise<Page<PublicBreakdown>> {
    return this.database.read(async (db) => {
      const query = db.createQueryBuilder(TaskBreakdowns, 'breakdown').where({ isPublic: true });
      const after = readIdCursor(cursor);
      if (after) query.andWhere('breakdown.id < :after', { after });
      const rows = await query
        .orderBy('breakdown.id', 'DESC')
        .limit(limit + 1)
        .getMany();
      const shown = rows.slice(0, limit);
      const items: PublicBreakdown[] = [];
      for (const breakdown of shown) {
        if (breakdown.kind === 'inspection') {
          items.push({ ...breakdown, ...(await this.findings.count(db, breakdown.id)) });
          continue;
        }
        const tasks = await db.findBy(Tasks, { breakdownId: breakdown.id, withdrawnReason: IsNull() });
        const lines = await db.findBy(Assignments, {
          breakdownId: breakdown.id,
          parentId: IsNull(),
          status: Not('withdrawn'),
        });
        const open = new Set(
          lines.filter((line) => line.status !== 'completed' && line.status !== 'closed').map((line) => line.taskId),
        );
        const named = new Set(lines.map((line) => line.taskId));
        const completedTaskCount = tasks.filter((task) => named.has(task.id) && !open.has(task.id)).length;
        items.push({ ...breakdown, taskCount: tasks.length, completedTaskCount });
      }
      return { items, next: rows.length > limit ? shown.at(-1)!.id : null };
    });
  }

  /** Findings are not among them: their wording is approved one by one, and shown apart. */
  listTasks(breakdownId: string | undefined, { limit, cursor }: PageQuery): Promise<Page<PublicTask>> {
    return this.database.read(async (db) => {
      const open = await db.findBy(TaskBreakdowns, {
        isPublic: true,
        kind: Not('inspection'),
        ...(breakdownId ? { id: breakdownId } : {}),
      });
      if (!open.length) return { items: [], next: null };
      const query = db
        .createQueryBuilder(Tasks, 'task')
        .where('task.breakdownId IN (:...ids)', { ids: open.map(({ id }) => id) })
        .andWhere('task.withdrawnReason IS NULL');
      pageTasks(query, limit, cursor);
      const { tasks, next } = pageOfTasks(await query.getMany(), limit);
      return { items: await this.withLines(db, tasks), next };
    });
  }

  getTask(taskId: string): Promise<PublicTaskView> {
    return this.database.read(async (db) => {
      const task = await this.asked.findPublic(db, taskId);
      const { title } = await db.findOneByOrFail(TaskBreakdowns, { id: task.breakdownId });
      const [shown] = await this.withLines(db, [task]);
      return { ...shown!, breakdownTitle: title };
    });
  }

  private async withLines(db: EntityManager, tasks: readonly Task[]): Promise<PublicTask[]> {
    const lines = await db.find(Assignments, {
      where: { taskId: In(tasks.map((task) => task.id)), parentId: IsNull(), status: Not('withdrawn') },
      order: { id: 'ASC' },
    });
    const approved = await db.find(PublicLines, {
      where: { assignmentId: In(lines.map((line) => line.id)), state: 'published' },
      order: { reviewedAt: 'ASC' },
    });
    const sentences = new Map(approved.map((line) => [line.assignmentId, line.words]));
    const [nameOf] = await this.views.lookUps();
    return tasks.map((task) => ({
      ...task,
      lines: lines
        .filter((line) => line.taskId === task.id)
        .map((line) => ({ ...line, unitName: nameOf(line.unitId), publicLine: sentences.get(line.id) ?? null })),
    }));
  }
}
