import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { shanghaiDay } from '@county/shared/calendar/day';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Actor } from '@county/shared/people/actor';
import { alertsOf } from '@county/shared/tasks/overview/alert-rules';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { LineAlert } from '@county/shared/tasks/overview/line-alert';
import type { Task } from '@county/shared/tasks/task';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { notFound } from '../../http/refusal.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { LineViews } from '../lines/line-views.service.ts';
import { assignedOn } from '../lines/new-line.ts';
import { pageOfTasks, pageTasks } from '../task-pages.ts';
import { Assignments, ProgressReports, TaskBreakdowns, Tasks } from '../tasks.tables.ts';
import { WaitingReportsService } from '../lines/waiting-reports.service.ts';

interface AlertsAsked extends PageQuery {
  underUnitId?: string | undefined;
}

/** 预警: computed from the lines as they are when asked for; nothing is stored, nobody is ranked. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly units: OrgUnitsService,
    private readonly views: LineViews,
    private readonly waiting: WaitingReportsService,
  ) {}

  /** By task number, then due day; units compare with those of their own level alone. */
  list(actor: Actor, breakdownId: string, { limit, cursor, underUnitId }: AlertsAsked): Promise<Page<LineAlert>> {
    return this.database.read(async (db) => {
      if (!(await db.existsBy(TaskBreakdowns, { id: breakdownId }))) throw notFound('这份任务分解表');
      const query = db.createQueryBuilder(Tasks, 'task').where('task.breakdownId = :breakdownId', { breakdownId });
      query.andWhere('task.withdrawnReason IS NULL');
      pageTasks(query, limit, cursor);
      const { tasks, next } = pageOfTasks(await query.getMany(), limit);
      return { items: await this.alertsOfTasks(db, actor, tasks, underUnitId), next };
    });
  }

  private async alertsOfTasks(
    db: EntityManager,
    actor: Actor,
    tasks: readonly Task[],
    underUnitId: string | undefined,
  ): Promise<LineAlert[]> {
    const lines = await this.linesOf(db, tasks, underUnitId);
    const percents = await lastPercentsOf(db, lines);
    const waiting = await this.waiting.sinceOf(db, actor, lines);
    const calendar = await this.calendar.calendar();
    const today = this.clock.today();
    const [nameOf] = await this.views.lookUps();
    return tasks.flatMap((task) => {
      const own = lines.filter((line) => line.taskId === task.id);
      return own.flatMap((line) => {
        const reportedOn = line.lastReportedAt && shanghaiDay(line.lastReportedAt);
        const lastPercents = percents.get(line.id) ?? [];
        const figures = { ...line, assignedOn: assignedOn(line), reportedOn, lastPercents };
        const peers = own.filter((other) => other !== line);
        const findings = alertsOf(figures, peers, calendar, today);
        const view = { ...line, unitName: nameOf(line.unitId), task, waitingSince: waiting.get(line.id) ?? null };
        return findings.length ? [{ ...view, findings }] : [];
      });
    });
  }

  private async linesOf(db: EntityManager, tasks: readonly Task[], underUnitId: string | undefined) {
    if (!tasks.length) return [];
    const query = db
      .createQueryBuilder(Assignments, 'line')
      .where('line.taskId IN (:...taskIds)', { taskIds: tasks.map((task) => task.id) })
      .andWhere("line.status <> 'withdrawn'")
      .orderBy('line.dueOn', 'ASC')
      .addOrderBy('line.id', 'ASC');
    if (underUnitId) {
      const under = (await this.units.directlyUnder(underUnitId)).map((unit) => unit.id);
      query.andWhere('line.unitId IN (:...under)', { under: under.length ? under : [''] });
    } else query.andWhere('line.parentId IS NULL');
    return query.getMany();
  }
}

/** The percents of each line's last two reports, the newest first. */
async function lastPercentsOf(db: EntityManager, lines: readonly Assignment[]): Promise<Map<string, number[]>> {
  const reported = lines.filter((line) => line.lastReportedAt);
  const found = new Map<string, number[]>();
  if (!reported.length) return found;
  const reports = await db.find(ProgressReports, {
    select: { id: true, assignmentId: true, percent: true },
    where: { assignmentId: In(reported.map((line) => line.id)) },
    order: { filedAt: 'DESC', id: 'DESC' },
  });
  for (const { assignmentId, percent } of reports) {
    const percents = found.get(assignmentId) ?? [];
    // 本期无进展 gives no figure to compare.
    if (percent !== null && percents.length < 2) found.set(assignmentId, [...percents, percent]);
  }
  return found;
}
