import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { PageQuery } from '@county/shared/http/page';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import { lightOf } from '@county/shared/tasks/assignment-rules';
import type { HeatBelow, HeatCell, HeatFilter, HeatTable } from '@county/shared/tasks/heat-table';
import { completenessOf, timelinessOf } from '@county/shared/tasks/rates';
import type { Task } from '@county/shared/tasks/task';
import { CalendarService } from '../calendar/calendar.service.ts';
import { Clock } from '../clock/clock.ts';
import { anywhere } from '../database/contains.ts';
import { Database } from '../database/database.ts';
import { invalidField, notFound } from '../http/refusal.ts';
import { OrgUnitsService } from '../org-units/org-units.service.ts';
import { filterLines, lightIs, TASK_HAS_WORDS, type DueDays } from './line-filters.ts';
import { Assignments, TaskBreakdowns, Tasks } from './tasks.tables.ts';
import { TasksService } from './tasks.service.ts';

type OwnCell = Omit<HeatCell, 'below' | 'light'> & { taskId: string };
type FullCell = HeatCell & { taskId: string };

/** 进展一览表: how every task stands in every unit of one level, read and counted from the lines as they are now. */
@Injectable()
export class HeatTableService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly units: OrgUnitsService,
    private readonly tasks: TasksService,
  ) {}

  /** All staff may read a plan's tasks, units, days and states (decisions: people and access). */
  read(_actor: Actor, breakdownId: string, filter: HeatFilter, page: PageQuery): Promise<HeatTable> {
    return this.database.read(async (db) => {
      const breakdown = await db.findOneBy(TaskBreakdowns, { id: breakdownId });
      if (!breakdown) throw notFound('这份任务分解表');
      const level = await this.level(filter);
      const { shown, next } = pageOfUnits(level, page);
      const tasks = await db.find(Tasks, {
        where: { breakdownId, withdrawnReason: IsNull() },
        order: { number: 'ASC', id: 'ASC' },
      });
      const wanted = await wantedTasks(db, breakdownId, filter);
      const counted = (await this.cells(db, breakdownId, filter, shown)).filter(
        (cell) => !wanted || wanted.has(cell.taskId),
      );
      const cells = counted.filter((cell) => isChosen(cell, filter));
      return {
        title: breakdown.title,
        year: breakdown.year,
        categories: [...new Set(tasks.map((task) => task.category))].filter(Boolean),
        path: await this.path(filter.underUnitId),
        columns: await this.columns(shown, cells, counted),
        rows: this.rows(
          tasks.filter((task) => !wanted || wanted.has(task.id)),
          cells,
          counted,
          isNarrowed(filter),
        ),
        next,
      };
    });
  }

  /** The units of one level, in the county's own order: under the given unit, or at the top. */
  private async level({ underUnitId, unitId }: HeatFilter): Promise<OrgUnit[]> {
    if (underUnitId) await this.units.get(underUnitId);
    const level = [...(await this.units.directlyUnder(underUnitId ?? null))];
    // The county itself is no level to look at: its units are.
    for (const top of underUnitId ? [] : level.filter(({ kind }) => kind === 'county'))
      level.push(...(await this.units.directlyUnder(top.id)));
    return unitId ? level.filter((unit) => unit.id === unitId) : level;
  }

  private async path(underUnitId: string | undefined): Promise<HeatTable['path']> {
    const unit = await this.units.find(underUnitId ?? '');
    if (!unit) return [];
    const path = [unit, ...(await this.units.above(unit.id))].filter(({ parentId }) => parentId !== null);
    return path.reverse().map(({ id, name }) => ({ id, name }));
  }

  private async cells(
    db: EntityManager,
    breakdownId: string,
    filter: HeatFilter,
    shown: OrgUnit[],
  ): Promise<FullCell[]> {
    if (!shown.length) return [];
    const days = await this.tasks.dueDays();
    const query = db
      .createQueryBuilder(Assignments, 'line')
      .select(CELL_COLUMNS)
      .where('line.breakdownId = :breakdownId', { breakdownId })
      .andWhere('line.unitId IN (:...unitIds)', { unitIds: shown.map((unit) => unit.id) });
    if (filter.state !== 'withdrawn') query.andWhere("line.status <> 'withdrawn'");
    filterLines(query, { period: filter.period }, days);
    const own = await query.getRawMany<OwnCell>();
    const parents = await this.withUnits(shown);
    const below = await belowOf(
      db,
      own.filter((cell) => parents.has(cell.unitId)).map((cell) => cell.id),
      days,
    );
    const dueSoonOn = await this.calendar.dueSoonDays();
    return own.map((cell) => ({
      ...cell,
      light: lightOf({ ...cell, dueSoonOn: dueSoonOn(cell.dueOn) }, days.today),
      below: below.get(cell.id) ?? null,
    }));
  }

  /** A light or a state chosen narrows the cells; a unit's rates stay those of all its lines. */
  private async columns(shown: OrgUnit[], cells: readonly FullCell[], counted: readonly FullCell[]) {
    const byUnit = grouped(counted, (cell) => cell.unitId);
    const chosen = new Set(cells.map((cell) => cell.unitId));
    const parents = await this.withUnits(shown);
    return shown
      .filter((unit) => chosen.has(unit.id))
      .map((unit) => ({
        unitId: unit.id,
        name: unit.name,
        kind: unit.kind,
        hasUnits: unit.parentId !== null && parents.has(unit.id),
        ...this.rates(byUnit.get(unit.id)!),
      }));
  }

  private rows(
    tasks: readonly Task[],
    cells: readonly FullCell[],
    counted: readonly FullCell[],
    narrowed: boolean,
  ): HeatTable['rows'] {
    const byTask = grouped(cells, (cell) => cell.taskId);
    const all = grouped(counted, (cell) => cell.taskId);
    return tasks
      .filter((task) => !narrowed || byTask.has(task.id))
      .map((task) => ({ task, ...this.rates(all.get(task.id) ?? []), cells: byTask.get(task.id) ?? [] }));
  }

  private rates(cells: readonly HeatCell[]) {
    return { completeness: completenessOf(cells), timeliness: timelinessOf(cells, this.clock.today()) };
  }

  private async withUnits(shown: readonly OrgUnit[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const { id } of shown) if ((await this.units.directlyUnder(id)).length) found.add(id);
    return found;
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
].map((column) => `line.${column} AS ${column}`);

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** With a state, a light or a period chosen, rows without any such line say nothing and are left out. */
const isNarrowed = ({ state, light, period, unitId }: HeatFilter) => Boolean(state ?? light ?? period ?? unitId);

const isChosen = (cell: HeatCell, { state, light }: HeatFilter): boolean =>
  (!state || cell.status === state) && (!light || cell.light === light);

async function wantedTasks(db: EntityManager, breakdownId: string, { category, text }: HeatFilter) {
  if (!category && !text) return null;
  const query = db.createQueryBuilder(Tasks, 'task').where('task.breakdownId = :breakdownId', { breakdownId });
  if (category) query.andWhere('task.category = :category', { category });
  if (text) query.andWhere(TASK_HAS_WORDS, { words: anywhere(text) });
  return new Set((await query.getMany()).map((task) => task.id));
}

function pageOfUnits(level: OrgUnit[], { limit, cursor }: PageQuery) {
  const start = cursor ? level.findIndex((unit) => unit.id === cursor) + 1 : 0;
  if (cursor && start === 0) throw invalidField('cursor', '翻页标记无效，请从第一页重新打开');
  const shown = level.slice(start, start + limit);
  return { shown, next: start + limit < level.length ? shown.at(-1)!.id : null };
}

/** For each line that was handed down, how the lines under it stand: one stretch of the index of children each. */
async function belowOf(db: EntityManager, lineIds: string[], days: DueDays): Promise<Map<string, HeatBelow>> {
  if (!lineIds.length) return new Map();
  const count = (condition: string) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  const rows = await db
    .createQueryBuilder(Assignments, 'child')
    .select('child.parentId', 'parentId')
    .addSelect('COUNT(*)', 'units')
    .addSelect(count('child.lastReportedAt IS NOT NULL'), 'reported')
    .addSelect(count("child.status IN ('completed', 'closed')"), 'completed')
    .addSelect(count(lightIs('red', 'child')), 'late')
    .addSelect(count(lightIs('amber', 'child')), 'soon')
    .where('child.parentId IN (:...lineIds)', { lineIds })
    .andWhere("child.status <> 'withdrawn'")
    .setParameters(days)
    .groupBy('child.parentId')
    .getRawMany<{ parentId: string } & Record<keyof HeatBelow, unknown>>();
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
      },
    ]),
  );
}
