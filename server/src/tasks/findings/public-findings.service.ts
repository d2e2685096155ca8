import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { publicFindingState } from '@county/shared/tasks/findings/finding-rules';
import type { PublicFinding } from '@county/shared/tasks/findings/finding-views';
import type { PublicLine, PublicLineSubject } from '@county/shared/tasks/public/public-line';
import { Database } from '../../database/database.ts';
import { LineViews } from '../lines/line-views.service.ts';
import { pageOfTasks, pageTasks } from '../task-pages.ts';
import { Assignments, PublicLines, TaskBreakdowns, Tasks, type TaskRow } from '../tasks.tables.ts';

/** Not withheld, and the problem's wording approved by another person: all else stays within the county. */
const IS_SHOWN =
  'task.withdrawnReason IS NULL AND task.withheldReason IS NULL AND EXISTS (' +
  'SELECT 1 FROM public_line pl JOIN assignment pa ON pa.id = pl.assignmentId ' +
  "WHERE pa.taskId = task.id AND pa.status <> 'withdrawn' AND pl.subject = 'problem' AND pl.state = 'published')";

/** 督查审计整改 for everybody: problem, measure, unit, day, state and result, in words that were approved. */
@Injectable()
export class PublicFindingsService {
  constructor(
    private readonly database: Database,
    private readonly views: LineViews,
  ) {}

  list(breakdownId: string | undefined, { limit, cursor }: PageQuery): Promise<Page<PublicFinding>> {
    return this.database.read(async (db) => {
      const open = await db.findBy(TaskBreakdowns, {
        isPublic: true,
        kind: 'inspection',
        ...(breakdownId ? { id: breakdownId } : {}),
      });
      if (!open.length) return { items: [], next: null };
      const query = shown(
        db,
        open.map(({ id }) => id),
      );
      pageTasks(query, limit, cursor);
      const { tasks, next } = pageOfTasks(await query.getMany(), limit);
      return { items: await this.findings(db, tasks), next };
    });
  }

  /** Of the findings anybody may see: how many there are, and how many every unit of them has put right. */
  async count(db: EntityManager, breakdownId: string): Promise<{ taskCount: number; completedTaskCount: number }> {
    const tasks = await shown(db, [breakdownId]).select('task.id').getMany();
    const lines = await linesOf(
      db,
      tasks.map(({ id }) => id),
    );
    const open = new Set(lines.filter(({ status }) => publicFindingState(status) === 'rectifying').map(taskOf));
    const named = new Set(lines.map(taskOf));
    const done = tasks.filter(({ id }) => named.has(id) && !open.has(id)).length;
    return { taskCount: tasks.length, completedTaskCount: done };
  }

  private async findings(db: EntityManager, tasks: readonly TaskRow[]): Promise<PublicFinding[]> {
    const lines = await linesOf(
      db,
      tasks.map(({ id }) => id),
    );
    const approved = await db.find(PublicLines, {
      where: { assignmentId: In(lines.map(({ id }) => id)), state: 'published' },
      order: { reviewedAt: 'ASC', id: 'ASC' },
    });
    const [nameOf] = await this.views.lookUps();
    return tasks.map(({ id, number, finding }) => {
      const own = lines.filter(({ taskId }) => taskId === id);
      return {
        id,
        number,
        problem: latest(approved, own, 'problem') ?? '',
        rectification: finding?.rectification ?? null,
        lines: own
          .filter(({ parentId }) => parentId === null)
          .map((line) => ({
            ...line,
            unitName: nameOf(line.unitId),
            state: publicFindingState(line.status),
            measure: latest(approved, [line], 'measure'),
            result: latest(approved, [line], 'result'),
          })),
      };
    });
  }
}

const taskOf = ({ taskId }: Assignment): string => taskId;

function shown(db: EntityManager, breakdownIds: readonly string[]): SelectQueryBuilder<TaskRow> {
  return db
    .createQueryBuilder(Tasks, 'task')
    .where('task.breakdownId IN (:...breakdownIds)', { breakdownIds })
    .andWhere(IS_SHOWN);
}

function linesOf(db: EntityManager, taskIds: readonly string[]): Promise<Assignment[]> {
  return db.find(Assignments, {
    where: { taskId: In([...taskIds]), status: Not('withdrawn') },
    order: { id: 'ASC' },
  });
}

/** The words approved last. */
function latest(
  approved: readonly PublicLine[],
  lines: readonly Assignment[],
  subject: PublicLineSubject,
): string | null {
  const ids = new Set(lines.map(({ id }) => id));
  return approved.filter((line) => line.subject === subject && ids.has(line.assignmentId)).at(-1)?.words ?? null;
}
