import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { Task } from '@county/shared/tasks/task';
import type { AssignmentSummary, ContactUnit, HandDownTally, TaskLine } from '@county/shared/tasks/task-views';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { Clock } from '../../clock/clock.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { dueDaysOf, reportIsIn, type DueDays } from './line-filters.ts';
import { Assignments, TaskBreakdowns, Tasks } from '../tasks.tables.ts';

/** Lines as lists and pages show them: with their unit's name, their task's words and what was handed down. */
@Injectable()
export class LineViews {
  constructor(
    private readonly units: OrgUnitsService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** The days that lights and due filters are reckoned by, today. */
  async dueDays(): Promise<DueDays> {
    const today = this.clock.today();
    return dueDaysOf(today, (await this.calendar.dueSoonUntil(today)).day);
  }

  async summaries(db: EntityManager, lines: readonly Assignment[]): Promise<AssignmentSummary[]> {
    if (!lines.length) return [];
    const tasks = byId(await db.findBy(Tasks, { id: In(distinct(lines.map((line) => line.taskId))) }));
    const breakdowns = byId(
      await db.findBy(TaskBreakdowns, { id: In(distinct(lines.map((line) => line.breakdownId))) }),
    );
    const tallies = await handDownTallies(
      db,
      lines.map((line) => line.id),
      await this.dueDays(),
    );
    const [nameOf, dueSoonOn] = await this.lookUps();
    return lines.map((line) => ({
      ...line,
      unitName: nameOf(line.unitId),
      dueSoonOn: dueSoonOn(line.dueOn),
      task: tasks.get(line.taskId) as Task,
      breakdownTitle: breakdowns.get(line.breakdownId)?.title ?? '',
      breakdownKind: breakdowns.get(line.breakdownId)?.kind ?? 'plan',
      handDown: tallies.get(line.id) ?? null,
    }));
  }

  async summary(db: EntityManager, line: Assignment): Promise<AssignmentSummary> {
    const [summary] = await this.summaries(db, [line]);
    return summary!;
  }

  /** Lines within their task. Field by field: a task may have hundreds, and copying whole rows is what costs. */
  async taskLines(
    lines: readonly Omit<TaskLine, 'unitName' | 'dueSoonOn' | 'waitingSince'>[],
    waiting: ReadonlyMap<string, string>,
  ): Promise<TaskLine[]> {
    const [nameOf, dueSoonOn] = await this.lookUps();
    return lines.map((line) => ({
      id: line.id,
      unitId: line.unitId,
      part: line.part,
      parentId: line.parentId,
      dueOn: line.dueOn,
      status: line.status,
      percent: line.percent,
      lastReportedAt: line.lastReportedAt,
      reportedPeriod: line.reportedPeriod,
      completedOn: line.completedOn,
      unitName: nameOf(line.unitId),
      dueSoonOn: dueSoonOn(line.dueOn),
      waitingSince: waiting.get(line.id) ?? null,
    }));
  }

  async unitName(unitId: string): Promise<string> {
    const [nameOf] = await this.lookUps();
    return nameOf(unitId);
  }

  /** Names of units and due-soon days, looked up once for many lines. */
  async lookUps() {
    const units = await this.units.byId();
    const nameOf = (unitId: string) => units.get(unitId)?.name ?? '（已撤销的单位）';
    return [nameOf, await this.calendar.dueSoonDays()] as const;
  }

  async contact(unitId: string): Promise<ContactUnit> {
    const unit = await this.units.get(unitId);
    return { id: unit.id, name: unit.name, officePhone: unit.officePhone, contactName: unit.contactName };
  }
}

/** For each of the given lines that was handed down: how many units have it, have reported, have completed. */
async function handDownTallies(
  db: EntityManager,
  parentIds: string[],
  days: DueDays,
): Promise<Map<string, HandDownTally>> {
  const rows = await db
    .createQueryBuilder(Assignments, 'child')
    .select('child.parentId', 'parentId')
    .addSelect('COUNT(*)', 'units')
    .addSelect(`SUM(CASE WHEN ${reportIsIn('child')} THEN 1 ELSE 0 END)`, 'reported')
    .addSelect("SUM(CASE WHEN child.status IN ('completed', 'closed') THEN 1 ELSE 0 END)", 'completed')
    .where('child.parentId IN (:...parentIds)', { parentIds })
    .andWhere("child.status <> 'withdrawn'")
    .setParameters(days)
    .groupBy('child.parentId')
    .getRawMany<{ parentId: string; units: unknown; reported: unknown; completed: unknown }>();
  // MariaDB answers sums as text.
  return new Map(
    rows.map(({ parentId, units, reported, completed }) => [
      parentId,
      { units: Number(units), reported: Number(reported), completed: Number(completed) },
    ]),
  );
}

export function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
