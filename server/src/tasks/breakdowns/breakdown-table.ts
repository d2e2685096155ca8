import type { Day } from '@county/shared/calendar/day';
import { dayInWords, shanghaiDay } from '@county/shared/calendar/day';
import {
  ASSIGNMENT_STATUS_LABELS,
  type Assignment,
  type AssignmentStatus,
} from '@county/shared/tasks/lines/assignment';
import { isLate } from '@county/shared/tasks/lines/assignment-rules';
import { STATE_COLUMNS } from '@county/shared/tasks/breakdowns/breakdown-columns';
import type { BreakdownColumn } from '@county/shared/tasks/breakdowns/breakdown-preview';
import type { Task } from '@county/shared/tasks/task';

/** A unit's line as a breakdown's own table tells of it. */
export type TableLine = Pick<Assignment, 'status' | 'percent' | 'dueOn' | 'completedOn'> & { unitName: string };

export interface TableTask extends Task {
  printed: string[] | null;
  lines: readonly TableLine[];
  lastReport: { unitName: string; note: string; filedAt: string } | null;
}

/** A breakdown as the county printed it, with how it stands. */
export interface BreakdownTable {
  title: string;
  columns: readonly BreakdownColumn[];
  /** Headings of the printed columns, then those of how it stands. */
  headings: readonly string[];
  rows: string[][];
  /** Rows (from 0) that are parts of one numbered task, first and last: their number stands in one merged cell. */
  sharedNumbers: { first: number; last: number }[];
}

/** Where it was imported before cells were kept as printed. */
const USUAL_COLUMNS: readonly BreakdownColumn[] = [
  { heading: '序号', meaning: 'number' },
  { heading: '类别', meaning: 'category' },
  { heading: '主要任务', meaning: 'mainTask' },
  { heading: '具体工作', meaning: 'concreteWork' },
  { heading: '责任单位', meaning: 'units' },
  { heading: '完成时限', meaning: 'due' },
];

/** Beyond this many units a task's percents are told as a range. */
const FEW = 6;
const MOST_NOTE = 300;

export function breakdownTable(
  title: string,
  columns: readonly BreakdownColumn[] | null,
  tasks: readonly TableTask[],
  today: Day,
): BreakdownTable {
  const printed = columns?.length ? columns : USUAL_COLUMNS;
  return {
    title,
    columns: printed,
    headings: [...printed.map(({ heading }) => heading), ...STATE_COLUMNS],
    sharedNumbers: runsOf(tasks.map(({ number }) => number)),
    rows: tasks.map((task) => [
      ...printed.map((column, index) => (columns?.length ? task.printed?.[index] : undefined) ?? cellOf(task, column)),
      statesInWords(task.lines, today),
      percentsInWords(task.lines),
      reportInWords(task.lastReport),
    ]),
  };
}

/** Stretches of the same number, of two or more. */
function runsOf(numbers: readonly number[]): BreakdownTable['sharedNumbers'] {
  const runs: BreakdownTable['sharedNumbers'] = [];
  let first = 0;
  for (let at = 1; at <= numbers.length; at += 1) {
    if (numbers[at] === numbers[first]) continue;
    if (at - first > 1) runs.push({ first, last: at - 1 });
    first = at;
  }
  return runs;
}

function cellOf(task: Task, { meaning }: BreakdownColumn): string {
  switch (meaning) {
    case 'number':
      return String(task.number);
    case 'category':
      return task.category;
    case 'mainTask':
    case 'problem':
      return task.mainTask;
    case 'concreteWork':
    case 'measure':
      return task.concreteWork;
    case 'units':
      return task.unitsPhrase;
    case 'due':
      return task.duePhrase;
    default:
      return '';
  }
}

/** "7 个单位：已销号 3，办理中 4（逾期 1）". */
function statesInWords(lines: readonly TableLine[], today: Day): string {
  if (!lines.length) return '责任单位待明确';
  const counts = new Map<AssignmentStatus, number>();
  for (const { status } of lines) counts.set(status, (counts.get(status) ?? 0) + 1);
  const states = [...counts].map(([status, count]) => `${ASSIGNMENT_STATUS_LABELS[status]} ${count}`).join('，');
  const late = lines.filter((line) => isLate(line, today)).length;
  return `${lines.length} 个单位：${states}${late ? `（逾期 ${late}）` : ''}`;
}

/** What was not reported is never 0 %. */
function percentsInWords(lines: readonly TableLine[]): string {
  const told = ({ percent }: TableLine) => (percent === null ? '未报' : `${percent}%`);
  if (lines.length <= FEW) return lines.map((line) => `${line.unitName} ${told(line)}`).join('；');
  const percents = lines.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  if (!percents.length) return `${lines.length} 个单位都未报`;
  return `${percents.length}/${lines.length} 个单位已报，${Math.min(...percents)}%—${Math.max(...percents)}%`;
}

function reportInWords(report: TableTask['lastReport']): string {
  if (!report) return '无';
  const { unitName, note, filedAt } = report;
  return `${unitName}（${dayInWords(shanghaiDay(filedAt))}）：${note.slice(0, MOST_NOTE)}`;
}
