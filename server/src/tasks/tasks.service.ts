import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { scopeOf } from '@county/shared/people/scope';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import { isLate } from '@county/shared/tasks/lines/assignment-rules';
import type { AssignmentFilter, TaskFilter } from '@county/shared/tasks/overview/task-filters';
import type { Task } from '@county/shared/tasks/task';
import type { BreakdownKind } from '@county/shared/tasks/breakdowns/task-breakdown';
import type { ListedAssignment, TaskSummary, TaskView } from '@county/shared/tasks/task-views';
import { Clock } from '../clock/clock.ts';
import { anywhere } from '../database/contains.ts';
import { Database } from '../database/database.ts';
import { notFound } from '../http/refusal.ts';
import { FindingViews } from './findings/finding-views.service.ts';
import { taskFinding } from './findings/task-finding.ts';
import { filterLines, isToComplete, readLinePage, TASK_HAS_WORDS } from './lines/line-filters.ts';
import { byId, distinct, LineViews } from './lines/line-views.service.ts';
import { pageOfTasks, pageTasks } from './task-pages.ts';
import { Assignments, TaskBreakdowns, Tasks, type TaskRow } from './tasks.tables.ts';
import { WaitingReportsService } from './lines/waiting-reports.service.ts';

const TASK_WITH_TITLE =
  'SELECT t.*, b.`title` AS `breakdownTitle`, b.`kind` AS `breakdownKind` FROM `task` t JOIN `task_breakdown` b ON b.`id` = t.`breakdownId` WHERE t.`id` = ?';
const LINES_OF_TASK =
  'SELECT `id`, `unitId`, `part`, `parentId`, `dueOn`, `status`, `percent`, `lastReportedAt`, `reportedPeriod`, `completedOn` ' +
  'FROM `assignment` WHERE `taskId` = ? ORDER BY `id`';

type RawTask = Task &
  Pick<TaskRow, 'withheldReason'> & {
    breakdownTitle: string;
    breakdownKind: BreakdownKind;
    /** As JSON: a plain statement does not read it. */
    finding: string | null;
  };

const parsed = (stored: string | null): TaskRow['finding'] =>
  stored ? (JSON.parse(stored) as TaskRow['finding']) : null;

/** Reading tasks and lines. All staff may read a plan's tasks, units, days and states (decisions: people and access). */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly views: LineViews,
    private readonly waiting: WaitingReportsService,
    private readonly findings: FindingViews,
  ) {}

  listTasks(_actor: Actor, filter: TaskFilter, page: PageQuery): Promise<Page<TaskSummary>> {
    return this.database.read(async (db) => {
      const query = db.createQueryBuilder(Tasks, 'task');
      pageTasks(query, page.limit, page.cursor);
      await this.filterTasks(query, db, filter);
      const { tasks, next } = pageOfTasks(await query.getMany(), page.limit);
      return { items: await this.taskSummaries(db, tasks), next };
    });
  }

  getTask(actor: Actor, taskId: string): Promise<TaskView> {
    return this.database.read(async (db) => {
      // Plain statements: this is the page everybody opens, and building entities would double its cost.
      const [task] = (await db.query(TASK_WITH_TITLE, [taskId])) as RawTask[];
      if (!task) throw notFound('这项任务');
      const lines = (await db.query(LINES_OF_TASK, [taskId])) as Assignment[];
      const waiting = await this.waiting.within(db, actor, 'taskId', taskId);
      const since = new Map(waiting.map((line) => [line.id, line.since]));
      const { finding: stored, ...words } = task;
      const finding = taskFinding({ ...words, finding: parsed(stored) }, task.breakdownKind);
      const findingLines = finding ? await this.findings.ofTask(db, actor, taskId, lines) : [];
      return { ...words, finding, findingLines, assignments: await this.views.taskLines(lines, since) };
    });
  }

  /** The lines of the actor's unit, or of every unit the actor reaches; nearest due day first. */
  listAssignments(actor: Actor, filter: AssignmentFilter, page: PageQuery): Promise<Page<ListedAssignment>> {
    return this.database.read(async (db) => {
      const query = db.createQueryBuilder(Assignments, 'line').where("line.status <> 'withdrawn'");
      const scope = scopeOf(actor);
      if (filter.scope === 'own-unit' && !filter.unitId) query.andWhere('line.unitId = :own', { own: actor.unitId });
      else if (scope) query.andWhere('line.unitId IN (:...scope)', { scope: scope.length ? scope : [''] });
      if (filter.toComplete) query.andWhere(isToComplete('line'));
      filterLines(query, filter, await this.views.dueDays());
      const { lines, next } = await readLinePage(query, page);
      return { items: await this.listed(db, actor, lines), next };
    });
  }

  /** Lines as lists show them. */
  async listed(db: EntityManager, actor: Actor, lines: readonly Assignment[]): Promise<ListedAssignment[]> {
    const waiting = await this.waiting.sinceOf(db, actor, lines);
    const summaries = await this.views.summaries(db, lines);
    return summaries.map((line) => ({ ...line, waitingSince: waiting.get(line.id) ?? null }));
  }

  private async filterTasks(query: SelectQueryBuilder<TaskRow>, db: EntityManager, filter: TaskFilter): Promise<void> {
    const { breakdownId, category, text, unitId, state, due } = filter;
    if (breakdownId) query.andWhere('task.breakdownId = :breakdownId', { breakdownId });
    if (category) query.andWhere('task.category = :category', { category });
    if (filter.unsettled) query.andWhere('(task.unresolvedPhrase IS NOT NULL OR task.openSetPhrase IS NOT NULL)');
    if (text) query.andWhere(TASK_HAS_WORDS, { words: anywhere(text) });
    if (!unitId && !state && !due) return;
    const lines = db.createQueryBuilder(Assignments, 'line').select('line.taskId').where("line.status <> 'withdrawn'");
    filterLines(lines, { unitId, state, due }, await this.views.dueDays());
    query
      .andWhere(`task.id IN (${lines.getQuery()})`)
      .setParameters({ ...query.getParameters(), ...lines.getParameters() });
  }

  private async taskSummaries(db: EntityManager, tasks: readonly Task[]): Promise<TaskSummary[]> {
    if (!tasks.length) return [];
    const breakdowns = byId(
      await db.findBy(TaskBreakdowns, { id: In(distinct(tasks.map((task) => task.breakdownId))) }),
    );
    const lines = await db.findBy(Assignments, { taskId: In(tasks.map((task) => task.id)) });
    const today = this.clock.today();
    return tasks.map((task) => {
      const own = lines.filter((line) => line.taskId === task.id && !line.parentId && line.status !== 'withdrawn');
      return {
        ...task,
        breakdownTitle: breakdowns.get(task.breakdownId)?.title ?? '',
        lineCount: own.length,
        completedCount: own.filter(isDone).length,
        lateCount: own.filter((line) => isLate(line, today)).length,
      };
    });
  }
}

const isDone = ({ status }: Assignment): boolean => status === 'completed' || status === 'closed';
