import type { Day } from '../../calendar/day.ts';
import type { OrgUnit } from '../../org-units/org-unit.ts';
import type { PreviewRemark } from '../../preview-remark.ts';
import {
  headOf,
  listsFindings,
  STATE_COLUMNS,
  type ColumnMeaning,
  type GivenMeanings,
  type Head,
} from './breakdown-columns.ts';
import type { BreakdownColumn, BreakdownPreview, HeldRow, PreviewTask } from './breakdown-preview.ts';
import type { Grid } from '../../document-grid.ts';
import { dueBeforeDone } from './due-phrase.ts';
import { interpretRow, type RowContext } from './interpret-row.ts';
import { PhraseReader } from './phrase-reader.ts';
import { numberOf } from './row-kind.ts';
import { normalName, UnitNames } from '../../org-units/unit-names.ts';
import { NO_CORRECTIONS, rowKey, type PreviewCorrections } from './preview-correction.ts';

export type BreakdownReading = Pick<
  BreakdownPreview,
  'title' | 'year' | 'kind' | 'tables' | 'columns' | 'tasks' | 'heldRows' | 'categories' | 'remarks'
>;

interface Context {
  units: readonly OrgUnit[];
  today: Day;
  fileName: string;
  corrections?: PreviewCorrections;
  remembered?: GivenMeanings['remembered'];
  /** Set by a person; else read from the document. */
  year?: number | undefined;
  /** Of rows that are tasks already, by `rowKey`. */
  numbers?: Readonly<Record<string, number>> | undefined;
}

const LAST_NUMBER = 99_999;
const SEVERITIES = ['error', 'warning', 'note'] as const;

/** What the tables of a document would become as tasks, with every doubt named by sheet, row and column (rules P1-P7). */
export function interpretBreakdown(grids: readonly Grid[], context: Context): BreakdownReading {
  const { units, today, fileName, corrections = NO_CORRECTIONS, remembered } = context;
  const heads = grids.map((grid, table) => headOf(grid, { given: corrections.columns[table], remembered }));
  const year = context.year ?? planYear(grids, heads, today);
  const phrases = new PhraseReader(new UnitNames(units, today), year);
  const tasks: PreviewTask[] = [];
  const heldRows: HeldRow[] = [];
  const remarks: PreviewRemark[] = [];
  const columns = allColumns(grids, heads);
  const numbers = new Numbers(remarks, context.numbers);
  const noticeDue =
    grids
      .flatMap(({ headings }) => headings)
      .map(dueBeforeDone)
      .find(Boolean) ?? '';
  grids.forEach((grid, table) => {
    const head = heads[table];
    if (!head?.recognised) return;
    const rowContext: RowContext = {
      grid,
      table,
      head,
      columns,
      corrections,
      phrases,
      remarks,
      held: heldRows,
      noticeDue,
      category: '',
      above: null,
    };
    for (const row of grid.rows.slice(head.rowCount)) {
      const task = interpretRow(row, rowContext);
      if (task) tasks.push(sharesNumber(row, head) ? task : numbers.give(task, grid.name, columns));
    }
  });
  if (!heads.some((head) => head?.recognised)) remarks.push(noTable(grids));
  remarks.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const tables = grids.map((grid, table) => tableOf(grid, heads[table]));
  const categories = countCategories(tasks);
  const kind = listsFindings(columns) ? 'inspection' : 'plan';
  return { title: titleOf(grids, fileName), year, kind, tables, columns, tasks, heldRows, categories, remarks };
}

/** The columns of all tables, the first table's first; number and category are added where the document prints none. */
function allColumns(grids: readonly Grid[], heads: readonly (Head | undefined)[]): BreakdownColumn[] {
  const columns: BreakdownColumn[] = [];
  for (const head of heads) {
    if (!head?.recognised) continue;
    head.columns.forEach(({ heading, meaning }, index) => {
      if (meaning === 'ignored' && (STATE_COLUMNS as readonly string[]).includes(heading)) return;
      const isIt = (one: BreakdownColumn) =>
        one.meaning === meaning && (meaning !== 'ignored' || one.heading.slice(0, 200) === heading.slice(0, 200));
      // A table may print one heading, 备注, twice.
      const already = head.columns.slice(0, index).filter(isIt).length;
      if (columns.filter(isIt).length <= already) columns.push({ heading: heading.slice(0, 200), meaning });
    });
  }
  const has = (wanted: ColumnMeaning) => columns.some(({ meaning }) => meaning === wanted);
  if (columns.length && !has('category')) columns.unshift({ heading: '类别', meaning: 'category' });
  if (columns.length && !has('due')) columns.push({ heading: '完成时限', meaning: 'due' });
  if (columns.length && !has('number')) columns.unshift({ heading: '序号', meaning: 'number' });
  return columns;
}

function tableOf(grid: Grid, head: Head | undefined): BreakdownPreview['tables'][number] {
  if (!head) return { place: grid.name, columns: [], sample: [], recognised: false };
  const below = grid.rows[head.rowCount];
  const sample = head.columns.map(({ column }) => below?.cells.find((cell) => cell.column === column)?.text ?? '');
  const columns = head.columns.map(({ heading, meaning }) => ({ heading: heading.slice(0, 200), meaning }));
  return { place: grid.name, columns, sample: sample.map((text) => text.slice(0, 60)), recognised: head.recognised };
}

/** Rows of one merged 序号 are parts of one task and keep its number. */
function sharesNumber(row: Grid['rows'][number], head: Head): boolean {
  const column = head.columns.find(({ meaning }) => meaning === 'number')?.column;
  const cell = row.cells.find((one) => one.column === column);
  return cell !== undefined && cell.inherited && numberOf(cell.text) > 0;
}

/** 序号: one printed twice, or none, gets the next free one, and is said so. */
class Numbers {
  private readonly taken = new Set<number>();
  private last = 0;

  constructor(
    private readonly remarks: PreviewRemark[],
    private readonly given: Readonly<Record<string, number>> = {},
  ) {
    for (const number of Object.values(given)) this.take(number);
  }

  give(task: PreviewTask, place: string, columns: readonly BreakdownColumn[]): PreviewTask {
    const given = this.given[rowKey(task.table, task.row)];
    const isFree = task.number > 0 && !this.taken.has(task.number);
    const number = given ?? (isFree ? task.number : this.nextFree());
    this.take(number);
    if (number === task.number) return task;
    const isTwice = task.number > 0;
    const message = isTwice ? `序号 ${task.number} 出现了两次，这一行改为 ${number}` : `没有序号，编为 ${number}`;
    this.remarks.push({ severity: isTwice ? 'warning' : 'note', place, row: task.row, column: '序号', message });
    const at = columns.findIndex(({ meaning }) => meaning === 'number');
    const printed = task.printed.map((text, index) => (index === at ? String(number) : text));
    return { ...task, number, printed, doubtful: task.doubtful || isTwice };
  }

  private take(number: number): void {
    this.taken.add(number);
    this.last = Math.max(this.last, number);
  }

  /** After the last one, or, where a table counts up to the very end, the first gap. */
  private nextFree(): number {
    if (this.last < LAST_NUMBER) return this.last + 1;
    let gap = 1;
    while (this.taken.has(gap)) gap += 1;
    return gap;
  }
}

/** The year most due cells name, the earliest of those; else the one in a title; else this year. */
function planYear(grids: readonly Grid[], heads: readonly (Head | undefined)[], today: Day): number {
  const counts = new Map<number, number>();
  grids.forEach((grid, table) => {
    const due = heads[table]?.columns.find(({ meaning }) => meaning === 'due')?.column;
    for (const row of grid.rows) {
      const text = row.cells.find((cell) => cell.column === due)?.text ?? '';
      const year = Number(/(20\d{2})\s*年/.exec(text.normalize('NFKC'))?.[1] ?? 0);
      if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  });
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
    '没有认出任务表：表头至少要有“主要任务”（或“具体工作”“存在问题”）和“责任单位”（或“完成时限”）。请指定各列的含义，或检查表头后重新上传';
  return { severity: 'error', place: grids[0]?.name ?? '文件', row: null, column: null, message };
}
