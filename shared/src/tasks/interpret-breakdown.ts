import type { Day } from '../calendar/day.ts';
import type { OrgUnit } from '../org-units/org-unit.ts';
import type { PreviewRemark } from '../preview-remark.ts';
import { findHead } from './breakdown-columns.ts';
import type { PreviewTask } from './breakdown-preview.ts';
import type { Grid } from '../document-grid.ts';
import { interpretRow, type RowContext } from './interpret-row.ts';
import { normalName, UnitNames } from '../org-units/unit-names.ts';

export interface BreakdownReading {
  title: string;
  year: number;
  tasks: PreviewTask[];
  categories: { name: string; taskCount: number }[];
  remarks: PreviewRemark[];
}

interface Context {
  units: readonly OrgUnit[];
  today: Day;
  fileName: string;
}

const LAST_NUMBER = 9999;
const SEVERITIES = ['error', 'warning', 'note'] as const;

/** What the tables of a document would become as tasks, with every doubt named by sheet, row and column (rules P1-P7). */
export function interpretBreakdown(grids: readonly Grid[], { units, today, fileName }: Context): BreakdownReading {
  const names = new UnitNames(units, today);
  const year = planYear(grids, today);
  const tasks: PreviewTask[] = [];
  const remarks: PreviewRemark[] = [];
  let tables = 0;
  for (const grid of grids) {
    const head = findHead(grid);
    if (!head) continue;
    tables += 1;
    const context: RowContext = { grid, head, names, year, category: '', above: null, remarks };
    for (const row of grid.rows.slice(head.rowCount)) {
      const task = interpretRow(row, context);
      if (task) tasks.push(numbered(task, tasks, remarks, grid.name, row.row));
    }
  }
  if (!tables) remarks.push(noTable(grids));
  remarks.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return { title: titleOf(grids, fileName), year, tasks, categories: countCategories(tasks), remarks };
}

/** A number printed twice, or none, gets the next free one, and is said so. */
function numbered(
  task: PreviewTask,
  before: readonly PreviewTask[],
  remarks: PreviewRemark[],
  place: string,
  row: number,
): PreviewTask {
  const taken = new Set(before.map(({ number }) => number));
  if (task.number > 0 && !taken.has(task.number)) return task;
  const free = nextFree(taken);
  const message = task.number > 0 ? `序号 ${task.number} 出现了两次，这一行改为 ${free}` : `没有序号，编为 ${free}`;
  remarks.push({ severity: task.number > 0 ? 'warning' : 'note', place, row, column: '序号', message });
  return { ...task, number: free };
}

/** After the last one, or, where a table counts up to the very end, the first gap. */
function nextFree(taken: ReadonlySet<number>): number {
  const next = Math.max(0, ...taken) + 1;
  if (next <= LAST_NUMBER) return next;
  let gap = 1;
  while (taken.has(gap)) gap += 1;
  return gap;
}

/** The year most due cells name, the earliest of those; else the one in a title; else this year. */
function planYear(grids: readonly Grid[], today: Day): number {
  const counts = new Map<number, number>();
  for (const grid of grids) {
    const due = findHead(grid)?.columns.find(({ meaning }) => meaning === 'due')?.column;
    for (const row of grid.rows) {
      const text = row.cells.find((cell) => cell.column === due)?.text ?? '';
      const year = Number(/(20\d{2})\s*年/.exec(text.normalize('NFKC'))?.[1] ?? 0);
      if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const titled = grids
    .flatMap(({ headings }) => headings)
    .map((text) => Number(/(20\d{2})\s*年/.exec(text)?.[1] ?? 0))
    .find(Boolean);
  const most = [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearA - yearB)[0]?.[0];
  return titled ?? most ?? Number(today.slice(0, 4));
}

function titleOf(grids: readonly Grid[], fileName: string): string {
  const headings = grids.flatMap((grid) => grid.headings).map((text) => text.replace(/\s+/g, ''));
  const title = headings.filter((text) => !/^附件\d*[:：]?$/.test(text)).sort((a, b) => b.length - a.length)[0];
  const plain = title ?? fileName.replace(/\.[^.]*$/, '');
  return plain.length >= 2 ? plain.slice(0, 120) : '任务分解表';
}

function countCategories(tasks: readonly PreviewTask[]): BreakdownReading['categories'] {
  const counts = new Map<string, { name: string; taskCount: number }>();
  for (const { category } of tasks) {
    const key = normalName(category);
    const entry = counts.get(key) ?? { name: category, taskCount: 0 };
    entry.taskCount += 1;
    counts.set(key, entry);
  }
  return [...counts.values()];
}

function noTable(grids: readonly Grid[]): PreviewRemark {
  const message =
    '没有找到任务表：表头至少要有“主要任务”（或“具体工作”）和“责任单位”（或“完成时限”）。请检查表头后重新上传';
  return { severity: 'error', place: grids[0]?.name ?? '文件', row: null, column: null, message };
}
