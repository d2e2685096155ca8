import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { addDays, type Day } from '@county/shared/calendar/day';
import { addWorkingDays } from '@county/shared/calendar/working-days';
import type { Page, PageQuery } from '@county/shared/http/page';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { AssignmentSummary } from '@county/shared/tasks/task-views';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { Database } from '../../database/database.ts';
import { notFound } from '../../http/refusal.ts';
import { findLine } from './find-line.ts';
import { dueDaysOf, filterLines, isOpenLine, readLinePage } from './line-filters.ts';
import { LineViews } from './line-views.service.ts';
import { Assignments, TaskBreakdowns } from '../tasks.tables.ts';

interface LateFilter {
  breakdownId: string;
  unitId?: string | undefined;
  taskId?: string | undefined;
  workingDays: number;
  today: Day;
}

/** Lines past their day, for whatever follows from that. */
@Injectable()
export class LateLines {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly views: LineViews,
  ) {}

  /** A plan's open lines late by at least so many working days, by due day. */
  async page(
    db: EntityManager,
    { today, workingDays, ...filter }: LateFilter,
    page: PageQuery,
  ): Promise<Page<AssignmentSummary>> {
    await this.breakdownTitle(db, filter.breakdownId);
    const until = await this.lateSince(today, workingDays);
    const base = db
      .createQueryBuilder(Assignments, 'line')
      .where(isOpenLine('line'))
      .andWhere('line.dueOn <= :until', { until });
    filterLines(base, filter, dueDaysOf(today, today));
    const { lines, next } = await readLinePage(base, page);
    return { items: await this.views.summaries(db, lines), next };
  }

  /** Lines of a plan by their ids; 404 for one that is not of it. */
  async find(db: EntityManager, breakdownId: string, ids: readonly string[]): Promise<Map<string, AssignmentSummary>> {
    const lines = await db.findBy(Assignments, { id: In([...ids]), breakdownId });
    if (lines.length < ids.length) throw notFound('其中一项任务');
    const summaries = await this.views.summaries(db, lines);
    return new Map(summaries.map((line) => [line.id, line]));
  }

  /** Lines held for a change until the unit of work ends, always in the same order. */
  async hold(db: EntityManager, ids: readonly string[]): Promise<Assignment[]> {
    const held: Assignment[] = [];
    for (const id of ids.toSorted()) held.push(await findLine(this.database, db, id));
    return held;
  }

  async breakdownTitle(db: EntityManager, breakdownId: string): Promise<string> {
    const breakdown = await db.findOneBy(TaskBreakdowns, { id: breakdownId });
    if (!breakdown) throw notFound('这份任务分解表');
    return breakdown.title;
  }

  /** The last due day after which so many working days have passed by `today`, that day counted. */
  private async lateSince(today: Day, workingDays: number): Promise<Day> {
    const calendar = await this.calendar.calendar();
    const nth = addWorkingDays(calendar, addDays(today, 1), -workingDays).day;
    const since = addDays(nth, -1);
    const yesterday = addDays(today, -1);
    return since < yesterday ? since : yesterday;
  }
}
