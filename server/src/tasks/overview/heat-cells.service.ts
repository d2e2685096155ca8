import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@county/shared/people/actor';
import type { Assignment } from '@county/shared/tasks/lines/assignment';
import type { HeatBelow, HeatCell, HeatFilter } from '@county/shared/tasks/overview/heat-table';
import { lightOf } from '@county/shared/tasks/lines/line-light';
import type { RatedLine } from '@county/shared/tasks/overview/rates';
import { reportEvery } from '@county/shared/tasks/lines/report-periods';
import type { Task } from '@county/shared/tasks/task';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { filterLines, lightIs, reportIsIn, type DueDays } from '../lines/line-filters.ts';
import { LineViews } from '../lines/line-views.service.ts';
import { assignedOn } from '../lines/new-line.ts';
import { Assignments } from '../tasks.tables.ts';
import { WaitingReportsService, type WaitingLine } from '../lines/waiting-reports.service.ts';

/** A cell with what the rates of its row and column count. */
export type FullCell = HeatCell & RatedLine & { taskId: string };

type OwnCell = Omit<HeatCell, 'below' | 'light' | 'waitingSince'> &
  Pick<Assignment, 'taskId' | 'assignedOn' | 'reportedPeriod'>;

interface CellsAsked {
  breakdownId: string;
  filter: HeatFilter;
  tasks: readonly Task[];
  unitIds: readonly string[];
  /** The units under which there are others. */
  parents: ReadonlySet<string>;
}

/** The cells of a heat table: the lines of some units, and how those under each stand. */
@Injectable()
export class HeatCells {
  constructor(
    private readonly calendar: CalendarService,
    private readonly views: LineViews,
    private readonly waiting: WaitingReportsService,
  ) {}

  async read(db: EntityManager, actor: Actor, asked: CellsAsked): Promise<FullCell[]> {
    if (!asked.unitIds.length) return [];
    const days = await this.views.dueDays();
    const own = await ownCells(db, asked, days);
    const waiting = await this.waiting.within(db, actor, 'breakdownId', asked.breakdownId);
    const since = new Map(waiting.map((line) => [line.id, line.since]));
    const handedDown = own.filter((cell) => asked.parents.has(cell.unitId)).map((cell) => cell.id);
    const below = await belowOf(db, handedDown, days, waiting);
    const dueSoonOn = await this.calendar.dueSoonDays();
    const phrases = new Map(asked.tasks.map(({ id, duePhrase }) => [id, duePhrase]));
    return own.map((cell) => ({
      ...cell,
      every: reportEvery(cell.dueOn, phrases.get(cell.taskId) ?? ''),
      assignedOn: assignedOn(cell),
      light: lightOf({ ...cell, dueSoonOn: dueSoonOn(cell.dueOn) }, days.today),
      waitingSince: since.get(cell.id) ?? null,
      below: below.get(cell.id) ?? null,
    }));
  }
}

const CELL_COLUMNS = [
  'id',
  'taskId',
  'unitId',
  'part',
  'status',
  'percent',
  'lastReportedAt',
  'dueOn',
  'completedOn',
  'assignedOn',
  'reportedPeriod',
].map((column) => `line.${column} AS ${column}`);

function ownCells(db: EntityManager, { breakdownId, filter, unitIds }: CellsAsked, days: DueDays): Promise<OwnCell[]> {
  const query = db
    .createQueryBuilder(Assignments, 'line')
    .select(CELL_COLUMNS)
    .where('line.breakdownId = :breakdownId', { breakdownId })
    .andWhere('line.unitId IN (:...unitIds)', { unitIds });
  if (filter.state !== 'withdrawn') query.andWhere("line.status <> 'withdrawn'");
  filterLines(query, { period: filter.period }, days);
  return query.getRawMany<OwnCell>();
}

/** For each line that was handed down, how the lines under it stand: one stretch of the index of children each. */
async function belowOf(
  db: EntityManager,
  lineIds: readonly string[],
  days: DueDays,
  waiting: readonly WaitingLine[],
): Promise<Map<string, HeatBelow>> {
  if (!lineIds.length) return new Map();
  const count = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const rows = await db
    .createQueryBuilder(Assignments, 'child')
    .select('child.parentId', 'parentId')
    .addSelect('COUNT(*)', 'units')
    .addSelect(count(reportIsIn('child')), 'reported')
    .addSelect(count("child.status IN ('completed', 'closed')"), 'completed')
    .addSelect(count(lightIs('red', 'child')), 'late')
    .addSelect(count(lightIs('amber', 'child')), 'soon')
    .where('child.parentId IN (:...lineIds)', { lineIds })
    .andWhere("child.status <> 'withdrawn'")
    .setParameters(days)
    .groupBy('child.parentId')
    .getRawMany<{ parentId: string } & Record<Exclude<keyof HeatBelow, 'waiting'>, unknown>>();
  // MariaDB answers sums as text.
  return new Map(
    rows.map(({ parentId, units, reported, completed, late, soon }) => [
      parentId,
      {
        units: Number(units),
        reported: Number(reported),
        completed: Number(completed),
        late: Number(late),
        soon: Number(soon),
        waiting: waiting.filter((line) => line.parentId === parentId).length,
      },
    ]),
  );
}
