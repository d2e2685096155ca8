import type { SelectQueryBuilder } from 'typeorm';
import type { Day } from '@county/shared/calendar/day';
import type { PageQuery } from '@county/shared/http/page';
import type { Assignment, Light } from '@county/shared/tasks/lines/assignment';
import { daysOfPeriod } from '@county/shared/tasks/overview/due-period';
import { periodOf } from '@county/shared/tasks/lines/report-periods';
import type { DueFilter, LedgerFilter, TaskFilter } from '@county/shared/tasks/overview/task-filters';
import { anywhere, contains } from '../../database/contains.ts';
import { badCursor } from '../../http/page-cursor.ts';
import { Tasks } from '../tasks.tables.ts';

/** Days and periods that due filters and lights are reckoned by. */
export interface DueDays {
  today: Day;
  /** The last due day that counts as due soon today. */
  soonUntil: Day;
  /** The key of the current period in each rhythm. */
  thisMonth: string;
  thisQuarter: string;
  thisHalfYear: string;
  thisYear: string;
}

export function dueDaysOf(today: Day, soonUntil: Day): DueDays {
  return {
    today,
    soonUntil,
    thisMonth: periodOf(today, 'month').key,
    thisQuarter: periodOf(today, 'quarter').key,
    thisHalfYear: periodOf(today, 'half-year').key,
    thisYear: periodOf(today, 'year').key,
  };
}

type LineFilter = Pick<TaskFilter, 'breakdownId'> & Partial<Omit<LedgerFilter, 'underUnitId' | 'withHandedDown'>>;

export const TASK_HAS_WORDS = `(${contains('task.mainTask', 'words')} OR ${contains('task.concreteWork', 'words')})`;

/** Narrows a query over lines named `line` by what a person chose. */
export function filterLines(query: SelectQueryBuilder<Assignment>, filter: LineFilter, days: DueDays): void {
  const { breakdownId, taskId, unitId, state, light, category, text, due, period } = filter;
  if (breakdownId) query.andWhere('line.breakdownId = :breakdownId', { breakdownId });
  if (taskId) query.andWhere('line.taskId = :taskId', { taskId });
  if (unitId) query.andWhere('line.unitId = :unitId', { unitId });
  if (state) query.andWhere('line.status = :state', { state });
  if (due) query.andWhere(DUE[due], days);
  if (light) query.andWhere(lightIs(light, 'line'), days);
  if (period) query.andWhere('line.dueOn BETWEEN :first AND :last', daysOfPeriod(period));
  if (category || text) query.innerJoin(Tasks.options.name, 'task', 'task.id = line.taskId');
  if (category) query.andWhere('task.category = :category', { category });
  if (text) query.andWhere(TASK_HAS_WORDS, { words: anywhere(text) });
}

const OPEN = "('assigned', 'acknowledged', 'in-progress', 'returned')";
const DONE = "('completed', 'closed')";

/** Whether work on a line is still owed. */
export const isOpenLine = (line: string) => `${line}.status IN ${OPEN}`;

/** Filed as done by the unit, which its lead has not confirmed yet. */
export const isToComplete = (line: string) => `(${line}.status = 'in-progress' AND ${line}.percent = 100)`;

const late = (line: string) =>
  `((${line}.status IN ${OPEN} AND ${line}.dueOn < :today) OR (${line}.status IN ${DONE} AND COALESCE(${line}.completedOn, :today) > ${line}.dueOn))`;
const soon = (line: string) =>
  `(${line}.status IN ${OPEN} AND ${line}.dueOn >= :today AND ${line}.dueOn <= :soonUntil)`;

const DUE = {
  late: late('line'),
  soon: soon('line'),
  later: `(line.status IN ${OPEN} AND line.dueOn > :soonUntil)`,
  none: '(line.dueOn IS NULL)',
} as const satisfies Record<DueFilter, string>;

/** `isAnsweredOn` today as SQL: a key's form tells its rhythm. */
const answered = (line: string) =>
  `(${line}.reportedPeriod IS NOT NULL AND ${line}.reportedPeriod >= CASE ` +
  `WHEN ${line}.reportedPeriod LIKE '%Q%' THEN :thisQuarter WHEN ${line}.reportedPeriod LIKE '%H%' THEN :thisHalfYear ` +
  `WHEN ${line}.reportedPeriod LIKE '%-%' THEN :thisMonth ELSE :thisYear END)`;
const owes = (line: string) => `(${line}.dueOn IS NULL AND ${line}.status IN ${OPEN} AND NOT ${answered(line)})`;

/** `hasReported` of the shared rules as SQL over `DueDays`. */
export const reportIsIn = (line: string) =>
  `(CASE WHEN ${line}.dueOn IS NULL AND ${line}.status IN ${OPEN} THEN ${answered(line)} ELSE ${line}.lastReportedAt IS NOT NULL END)`;

/** `lightOf` of the shared rules as SQL over `DueDays`: lights are counted and filtered where the lines are, never stored. */
export function lightIs(light: Light, line: string): string {
  if (light === 'red') return late(line);
  if (light === 'amber') return `(${soon(line)} OR ${owes(line)})`;
  if (light === 'grey') return `((${line}.dueOn IS NULL AND NOT ${owes(line)}) OR ${line}.status = 'withdrawn')`;
  const inTime = `(${line}.status IN ${OPEN} AND ${line}.dueOn > :soonUntil)`;
  const doneInTime = `(${line}.status IN ${DONE} AND COALESCE(${line}.completedOn, :today) <= ${line}.dueOn)`;
  return `(${inTime} OR ${doneInTime})`;
}

const NO_DAY = '9999-12-31';

/**
 * A page of lines by due day, those without one last, from the cursor's line on. Each stretch of the order is asked
 * for apart, so that an index answers it however many lines a plan has.
 */
export async function readLinePage(
  base: SelectQueryBuilder<Assignment>,
  { limit, cursor }: PageQuery,
): Promise<{ lines: Assignment[]; next: string | null }> {
  const rows: Assignment[] = [];
  for (const { where, byDay } of stretchesAfter(cursor)) {
    const query = base.clone().limit(limit + 1 - rows.length);
    for (const [condition, parameters] of where) query.andWhere(condition, parameters);
    if (byDay) query.orderBy('line.dueOn', 'ASC').addOrderBy('line.id', 'ASC');
    else query.orderBy('line.id', 'ASC');
    rows.push(...(await query.getMany()));
    if (rows.length > limit) break;
  }
  const lines = rows.slice(0, limit);
  const last = rows.length > limit ? lines.at(-1) : undefined;
  return { lines, next: last ? `${last.dueOn ?? NO_DAY}_${last.id}` : null };
}

interface Stretch {
  where: [string, object][];
  byDay: boolean;
}

function stretchesAfter(cursor: string | undefined): Stretch[] {
  const withoutDay: Stretch = { where: [['line.dueOn IS NULL', {}]], byDay: false };
  if (!cursor) return [{ where: [['line.dueOn IS NOT NULL', {}]], byDay: true }, withoutDay];
  const [, afterDay, afterId] = cursor.match(/^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/) ?? [];
  if (!afterDay) throw badCursor();
  const afterLine: [string, object] = ['line.id > :afterId', { afterId }];
  if (afterDay === NO_DAY) return [{ ...withoutDay, where: [...withoutDay.where, afterLine] }];
  return [
    { where: [['line.dueOn = :afterDay', { afterDay }], afterLine], byDay: false },
    { where: [['line.dueOn > :afterDay', { afterDay }]], byDay: true },
    withoutDay,
  ];
}
