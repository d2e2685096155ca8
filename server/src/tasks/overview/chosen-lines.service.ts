import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Assignment, AssignmentStatus } from '@county/shared/tasks/lines/assignment';
import type { LedgerFilter } from '@county/shared/tasks/overview/task-filters';
import { Database } from '../../database/database.ts';
import { notFound } from '../../http/refusal.ts';
import { LedgerService } from './ledger.service.ts';
import { Assignments, TaskBreakdowns, Tasks } from '../tasks.tables.ts';
import { isOpenLine } from '../lines/line-filters.ts';
import { byId, distinct } from '../lines/line-views.service.ts';

/** A line somebody has chosen to do something about, with no more of its task than naming it needs. */
export interface ChosenLine extends Assignment {
  taskNumber: number;
  mainTask: string;
  breakdownTitle: string;
  /** The unit that handed it down. */
  parentUnitId: string | null;
}

/** Lines chosen one by one or by a filter of the ledger, for what is done to many at once. */
@Injectable()
export class ChosenLines {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * The ids of a plan's open lines that a filter lets through, up to `most`, and how many others it does, by state; of
   * those alone that units have handed down, where they are given.
   */
  async matching(
    db: EntityManager,
    breakdownId: string,
    { filter, handedDownBy }: { filter: LedgerFilter; handedDownBy: readonly string[] | null },
    most: number,
  ): Promise<{ ids: string[]; others: Map<AssignmentStatus, number> }> {
    if (!(await db.existsBy(TaskBreakdowns, { id: breakdownId }))) throw notFound('这份任务分解表');
    const query = await this.ledger.matching(db, breakdownId, filter);
    if (handedDownBy) query.andWhere(`EXISTS (${HANDED_DOWN})`, { handedDownBy: [...handedDownBy, ''] });
    const open = await query
      .clone()
      .andWhere(isOpenLine('line'))
      .select('line.id', 'id')
      .orderBy('line.id')
      .limit(most)
      .getRawMany<{ id: string }>();
    const others = await query
      .andWhere(`NOT ${isOpenLine('line')}`)
      .select('line.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .groupBy('line.status')
      .getRawMany<{ status: AssignmentStatus; count: unknown }>();
    return {
      ids: open.map(({ id }) => id),
      others: new Map(others.map(({ status, count }) => [status, Number(count)])),
    };
  }

  /** Lines by their ids; 404 where one is not there. With `hold` nobody changes them until the unit of work ends. */
  async find(db: EntityManager, ids: readonly string[], { hold = false } = {}): Promise<ChosenLine[]> {
    const lines: Assignment[] = [];
    const sorted = ids.toSorted();
    for (let at = 0; at < sorted.length; at += BATCH) {
      const some = { id: In(sorted.slice(at, at + BATCH)) };
      const lock = hold ? this.database.lock('pessimistic_write') : {};
      lines.push(...(await db.find(Assignments, { where: some, order: { id: 'ASC' }, ...lock })));
    }
    if (lines.length < ids.length) throw notFound(ids.length > 1 ? '其中一项任务' : '这项任务');
    return this.named(db, lines);
  }

  /** How lines stand now, by their ids; what is not there is left out. */
  async statuses(db: EntityManager, ids: readonly string[]): Promise<Map<string, AssignmentStatus>> {
    const lines = await inBatches(distinct(ids), (some) =>
      db.find(Assignments, { select: { id: true, status: true }, where: { id: In(some) } }),
    );
    return new Map([...lines].map(([id, { status }]) => [id, status]));
  }

  private async named(db: EntityManager, lines: readonly Assignment[]): Promise<ChosenLine[]> {
    const tasks = await inBatches(distinct(lines.map(({ taskId }) => taskId)), (ids) =>
      db.find(Tasks, { select: { id: true, number: true, mainTask: true }, where: { id: In(ids) } }),
    );
    const plans = await inBatches(distinct(lines.map(({ breakdownId }) => breakdownId)), (ids) =>
      db.find(TaskBreakdowns, { select: { id: true, title: true }, where: { id: In(ids) } }),
    );
    const parents = await inBatches(distinct(lines.flatMap(({ parentId }) => parentId ?? [])), (ids) =>
      db.find(Assignments, { select: { id: true, unitId: true }, where: { id: In(ids) } }),
    );
    return lines.map((line) => {
      const { number: taskNumber, mainTask } = tasks.get(line.taskId)!;
      const breakdownTitle = plans.get(line.breakdownId)?.title ?? '';
      const parentUnitId = parents.get(line.parentId ?? '')?.unitId ?? null;
      return { ...line, taskNumber, mainTask, breakdownTitle, parentUnitId };
    });
  }
}

const BATCH = 500;

const HANDED_DOWN =
  'SELECT 1 FROM `assignment` above WHERE above.`id` = line.`parentId` AND above.`unitId` IN (:...handedDownBy)';

async function inBatches<Row extends { id: string }>(
  ids: readonly string[],
  read: (some: string[]) => Promise<Row[]>,
): Promise<Map<string, Row>> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += BATCH) rows.push(...(await read(ids.slice(at, at + BATCH))));
  return byId(rows);
}
