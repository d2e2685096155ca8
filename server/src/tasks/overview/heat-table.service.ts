import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { PageQuery } from '@county/shared/http/page';
import type { OrgUnit } from '@county/shared/org-units/org-unit';
import type { Actor } from '@county/shared/people/actor';
import type { HeatCell, HeatFilter, HeatTable } from '@county/shared/tasks/overview/heat-table';
import { completenessOf, timelinessOf, type RatedLine } from '@county/shared/tasks/overview/rates';
import type { Task } from '@county/shared/tasks/task';
import { CalendarService } from '../../calendar/calendar.service.ts';
import { Clock } from '../../clock/clock.ts';
import { anywhere } from '../../database/contains.ts';
import { Database } from '../../database/database.ts';
import { startAfter } from '../../http/page-cursor.ts';
import { notFound } from '../../http/refusal.ts';
import { OrgUnitsService } from '../../org-units/org-units.service.ts';
import { HeatCells, type FullCell } from './heat-cells.service.ts';
import { TASK_HAS_WORDS } from '../lines/line-filters.ts';
import { TaskBreakdowns, Tasks } from '../tasks.tables.ts';

/** 进展一览表: how every task stands in every unit of one level, read and counted from the lines as they are now. */
@Injectable()
export class HeatTableService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: OrgUnitsService,
    private readonly calendar: CalendarService,
    private readonly cells: HeatCells,
  ) {}

  /** All staff may read a plan's tasks, units, days and states (decisions: people and access). */
  read(actor: Actor, breakdownId: string, filter: HeatFilter, page: PageQuery): Promise<HeatTable> {
    return this.database.read(async (db) => {
      const breakdown = await db.findOneBy(TaskBreakdowns, { id: breakdownId });
      if (!breakdown) throw notFound('这份任务分解表');
      const level = await this.level(filter);
      const { shown, next, units } = pageOfUnits(level, page);
      const tasks = await db.find(Tasks, {
        where: { breakdownId, withdrawnReason: IsNull() },
        order: { number: 'ASC', id: 'ASC' },
      });
      const wanted = await wantedTasks(db, breakdownId, filter);
      const asked = {
        breakdownId,
        filter,
        tasks,
        unitIds: shown.map(({ id }) => id),
        parents: await this.withUnits(shown),
      };
      const counted = (await this.cells.read(db, actor, asked)).filter((cell) => !wanted || wanted.has(cell.taskId));
      const cells = counted.filter((cell) => isChosen(cell, filter));
      return {
        title: breakdown.title,
        year: breakdown.year,
        categories: [...new Set(tasks.map((task) => task.category))].filter(Boolean),
        path: await this.path(filter.underUnitId),
        units,
        columns: this.columns(shown, asked.parents, cells, counted),
        rows: this.rows(
          tasks.filter((task) => !wanted || wanted.has(task.id)),
          cells,
          counted,
          isNarrowed(filter),
        ),
        isProvisional: (await this.calendar.dueSoonUntil(this.clock.today())).provisional,
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

  /** A light or a state chosen narrows the cells; a unit's rates stay those of all its lines. */
  private columns(
    shown: OrgUnit[],
    parents: ReadonlySet<string>,
    cells: readonly FullCell[],
    counted: readonly FullCell[],
  ): HeatTable['columns'] {
    const byUnit = grouped(counted, (cell) => cell.unitId);
    const chosen = new Set(cells.map((cell) => cell.unitId));
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

  private rates(cells: readonly RatedLine[]) {
    const today = this.clock.today();
    return { completeness: completenessOf(cells, today), timeliness: timelinessOf(cells, today) };
  }

  private async withUnits(shown: readonly OrgUnit[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const { id } of shown) if ((await this.units.directlyUnder(id)).length) found.add(id);
    return found;
  }
}

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
  const start = startAfter(level, cursor, ({ id }) => id);
  const shown = level.slice(start, start + limit);
  const to = start + shown.length;
  return {
    shown,
    next: to < level.length ? shown.at(-1)!.id : null,
    units: { from: Math.min(start + 1, to), to, of: level.length },
  };
}
