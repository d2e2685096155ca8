import type { PreviewRemark } from '../../preview-remark.ts';
import { listsFindings, type Column, type ColumnMeaning, type Head } from './breakdown-columns.ts';
import type { BreakdownColumn, DueReading, HeldRow, PreviewTask } from './breakdown-preview.ts';
import { dueBeforeDone } from './due-phrase.ts';
import type { Grid, GridCell, GridRow } from '../../document-grid.ts';
import type { PhraseReader } from './phrase-reader.ts';
import { readFinding } from '../findings/read-finding.ts';
import { isCategoryRow, isFootRow, numberOf, repeatsHead } from './row-kind.ts';
import { rowKey, type PreviewCorrections, type RowCorrection } from './preview-correction.ts';
import { readUnits, sameAsAbove, type Cells } from './row-units.ts';
import type { UnitsReading } from './unit-phrase.ts';

/** What is carried from row to row of one table. */
export interface RowContext {
  grid: Grid;
  /** Of the document's tables, from 0. */
  table: number;
  head: Head;
  /** The breakdown's columns, which the row's cells are printed in. */
  columns: readonly BreakdownColumn[];
  corrections: PreviewCorrections;
  phrases: PhraseReader;
  /** The category in force: inherited by rows that print none (rules P5). */
  category: string;
  /** The row above, for 同上. */
  above: Record<'unitsPhrase' | 'duePhrase', string> | null;
  remarks: PreviewRemark[];
  held: HeldRow[];
  /** A time the covering notice sets for the whole table, where it has no column for one (rules P7). */
  noticeDue: string;
}

const LIMITS = { category: 200, mainTask: 2000, concreteWork: 4000, unitsPhrase: 1000, duePhrase: 200 } as const;

/** The task of one row; undefined for blank rows, category rows and rows that are held, which is remarked. */
export function interpretRow(row: GridRow, context: RowContext): PreviewTask | undefined {
  const texts = row.cells.filter((cell) => cell.text && !cell.inherited);
  if (!texts.length || repeatsHead(row, context.head)) return undefined;
  if (isFootRow(texts)) {
    remarkAt(context, 'note', row, null, `“${texts[0]!.text.slice(0, 20)}”像是合计或落款，没有作为任务`);
    return undefined;
  }
  if (isCategoryRow(row, context.head)) {
    context.category = texts[0]!.text;
    return undefined;
  }
  const correction = context.corrections.rows[rowKey(context.table, row.row)] ?? {};
  const cell = cellsOf(row, context, correction);
  context.category = cell('category') || context.category;
  const { reading, phrase } = readUnits(cell, context, correction);
  const words = {
    category: context.category,
    ...workOf(cell, context.head),
    unitsPhrase: phrase,
    duePhrase: sameAsAbove(cell('due'), context.above?.duePhrase),
  };
  const elsewhere = hasColumn(context, 'due') || words.duePhrase ? '' : dueInWords(words, context);
  if (elsewhere) words.duePhrase = elsewhere;
  const remarked = context.remarks.length;
  const leftOut = correction.leftOut === true;
  if (leftOut || !isWhole(words, row, context, correction)) {
    context.held.push({ table: context.table, row: row.row, ...words, leftOut });
    return undefined;
  }
  context.above = { unitsPhrase: phrase, duePhrase: words.duePhrase };
  const due = readDue(words.duePhrase, context.phrases, correction);
  if (elsewhere && !due.doubt) {
    const message = `表里没有时限一列，“${elsewhere}”取自${elsewhere === context.noticeDue ? '表前的通知' : '任务的文字'}，请核对`;
    remark(context, 'warning', row, 'due', message);
  }
  remarkRepeats(row, context);
  if (row.hidden) remarkAt(context, 'warning', row, null, '这一行在 Excel 里是隐藏的，请确认要不要交办');
  remarkDoubts(row, context, words, due, reading);
  const { openSetPhrase, unresolvedPhrase, units } = reading;
  return {
    table: context.table,
    row: row.row,
    number: numberOf(cell('number')),
    ...words,
    openSetPhrase,
    unresolvedPhrase,
    due,
    units,
    finding: listsFindings(context.head.columns) ? readFinding(cell, due) : null,
    printed: context.columns.map((_column, at) => printedCell(at, context, cell, words, row)),
    doubtful: context.remarks.slice(remarked).some(({ severity }) => severity === 'warning'),
    corrected: correctedParts(correction),
  };
}

const hasColumn = ({ head }: RowContext, meaning: ColumnMeaning): boolean =>
  head.columns.some((column) => column.meaning === meaning);

/** What is to be done, in the task's two texts; of a finding the problem as found, and apart from it the measure. */
function workOf(cell: Cells, { columns }: Head): Pick<Words, 'mainTask' | 'concreteWork'> {
  const both = [cell('measure'), cell('concreteWork')];
  const concreteWork = both.filter((text, index) => text && both.indexOf(text) === index).join('\n');
  if (listsFindings(columns)) return { mainTask: cell('problem'), concreteWork };
  return { mainTask: cell('mainTask') || concreteWork, concreteWork };
}

/** "…，2026年6月底前完成": a time told in the task's own words, else by the covering notice. */
function dueInWords({ mainTask, concreteWork }: Record<'mainTask' | 'concreteWork', string>, context: RowContext) {
  return dueBeforeDone(`${mainTask}；${concreteWork}`) ?? context.noticeDue;
}

type Words = Record<keyof typeof LIMITS, string>;

/** By which text of a correction a cell of another name is typed anew. */
const TYPED_AS: Partial<Record<ColumnMeaning, string>> = {
  due: 'duePhrase',
  problem: 'mainTask',
  measure: 'concreteWork',
};

/** The row's cells by what they mean, as put right. */
function cellsOf(row: GridRow, { head }: RowContext, { texts = {} }: RowCorrection): Cells {
  return (meaning) => {
    const given = texts[(TYPED_AS[meaning] ?? meaning) as keyof typeof texts];
    return given ?? textOf(row, head, meaning);
  };
}

function readDue(phrase: string, phrases: PhraseReader, { dueOn }: RowCorrection): DueReading {
  const reading = phrases.dueOf(phrase);
  if (dueOn === undefined) return reading;
  if (dueOn) return { phrase, kind: 'by-day', dueOn, doubt: null };
  const kind = reading.kind === 'by-day' || reading.kind === 'unclear' ? 'open-ended' : reading.kind;
  return { phrase, kind, dueOn: null, doubt: null };
}

/** A heading over two columns, or printed twice: what stands in the second is told, never lost (rules P7). */
function remarkRepeats(row: GridRow, context: RowContext): void {
  for (const { column, heading } of context.head.columns.filter(({ repeats }) => repeats)) {
    const cell = row.cells.find((one) => one.column === column);
    if (cell?.text && !cell.inherited)
      remarkAt(
        context,
        'warning',
        row,
        heading,
        `还有一列“${heading}”写着“${cell.text.slice(0, 40)}”，没有读入，请说明各列的含义`,
      );
  }
}

function remarkDoubts(row: GridRow, context: RowContext, words: Words, due: DueReading, reading: UnitsReading): void {
  if (due.doubt) remark(context, 'warning', row, 'due', due.doubt);
  for (const doubt of reading.doubts) remark(context, 'warning', row, 'units', doubt);
  for (const note of reading.notes) remark(context, 'note', row, 'units', note);
  if (reading.openSetPhrase) {
    const words = `“${reading.openSetPhrase}”是开放范围，确认后由牵头或督查单位逐个添加，不会自动派给所有部门`;
    remark(context, 'note', row, 'units', words);
  }
  if (hasColumn(context, 'category') && !words.category)
    remark(context, 'warning', row, 'category', '没有类别，请确认');
}

/** What stands in one of the breakdown's columns: what was understood of the cell (同上 resolved), else the cell itself. */
function printedCell(at: number, { columns, head }: RowContext, cell: Cells, words: Words, row: GridRow): string {
  const { heading, meaning } = columns[at]!;
  switch (meaning) {
    case 'category':
      return words.category;
    case 'due':
      return words.duePhrase;
    case 'units':
      return cell('leadUnits') || cell('supportingUnits') ? cell('units') : words.unitsPhrase;
    case 'ignored': {
      // Of several columns with one heading, each is read into its own.
      const isIt = (one: BreakdownColumn) => one.meaning === 'ignored' && one.heading.slice(0, 200) === heading;
      const earlier = columns.slice(0, at).filter(isIt).length;
      const column = head.columns.filter(isIt)[earlier]?.column;
      return row.cells.find((one) => one.column === column)?.text ?? '';
    }
    default:
      return cell(meaning);
  }
}

function correctedParts({ texts, units, dueOn }: RowCorrection): PreviewTask['corrected'] {
  const parts: PreviewTask['corrected'] = [];
  if (texts && Object.keys(texts).length) parts.push('texts');
  if (units) parts.push('units');
  if (dueOn !== undefined) parts.push('due');
  return parts;
}

/** Whether the row has all a task needs; what it lacks is remarked. Lost cells are an error, never "no unit" (rules P7). */
function isWhole(words: Words, row: GridRow, context: RowContext, { texts = {} }: RowCorrection): boolean {
  const lost = context.head.columns.filter(
    ({ meaning, column }) =>
      meaning in TYPED_IN &&
      texts[TYPED_IN[meaning as keyof typeof TYPED_IN]] === undefined &&
      !row.cells.some((cell) => cell.column === column),
  );
  for (const column of lost) {
    remarkAt(
      context,
      'error',
      row,
      column.heading,
      `这一行缺少“${column.heading}”这一格，可能在转换中丢失，请对照原件补上`,
    );
  }
  if (lost.length) return false;
  if (words.mainTask) return withinLimits(words, row, context);
  const wanted = listsFindings(context.head.columns) ? '存在的问题' : '主要任务';
  remark(context, 'error', row, 'mainTask', `没有写${wanted}，请补上；如果这一行不是任务，可以不要它`);
  return false;
}

/** What no row may lack, and by which text of a correction a lost cell is made good. */
const TYPED_IN = {
  number: 'mainTask',
  mainTask: 'mainTask',
  concreteWork: 'concreteWork',
  leadUnits: 'unitsPhrase',
  units: 'unitsPhrase',
  supportingUnits: 'unitsPhrase',
  due: 'duePhrase',
  problem: 'mainTask',
  measure: 'concreteWork',
} as const;

function withinLimits(words: Words, row: GridRow, context: RowContext): boolean {
  let within = true;
  for (const [field, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if (words[field].length <= limit) continue;
    within = false;
    remark(
      context,
      'error',
      row,
      FIELD_COLUMNS[field],
      `这一格有 ${words[field].length} 个字，最多 ${limit} 个，请精简`,
    );
  }
  return within;
}

const FIELD_COLUMNS = {
  category: 'category',
  mainTask: 'mainTask',
  concreteWork: 'concreteWork',
  unitsPhrase: 'units',
  duePhrase: 'due',
} as const satisfies Record<keyof typeof LIMITS, ColumnMeaning>;

function textOf(row: GridRow, head: Head, meaning: ColumnMeaning): string {
  const column = head.columns.find((candidate) => candidate.meaning === meaning)?.column;
  return row.cells.find((cell: GridCell) => cell.column === column)?.text ?? '';
}

/** Under which other heading a meaning may stand. */
const ALSO_IN: Partial<Record<ColumnMeaning, readonly ColumnMeaning[]>> = {
  units: ['leadUnits'],
  mainTask: ['problem'],
  concreteWork: ['measure'],
};

function remark(
  context: RowContext,
  severity: PreviewRemark['severity'],
  row: GridRow,
  meaning: ColumnMeaning,
  message: string,
): void {
  const places = [meaning, ...(ALSO_IN[meaning] ?? [])];
  const column: Column | undefined = places
    .map((one) => context.head.columns.find((candidate) => candidate.meaning === one))
    .find(Boolean);
  remarkAt(context, severity, row, column?.heading ?? null, message);
}

function remarkAt(
  { grid, remarks }: RowContext,
  severity: PreviewRemark['severity'],
  row: GridRow,
  column: string | null,
  message: string,
): void {
  remarks.push({ severity, place: grid.name, row: row.row, column, message });
}
