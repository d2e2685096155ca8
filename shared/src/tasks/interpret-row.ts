import type { PreviewRemark } from '../preview-remark.ts';
import type { Column, ColumnMeaning, Head } from './breakdown-columns.ts';
import type { BreakdownColumn, DueReading, HeldRow, PreviewTask } from './breakdown-preview.ts';
import { dueBeforeDone, readDuePhrase } from './due-phrase.ts';
import type { Grid, GridCell, GridRow } from '../document-grid.ts';
import type { UnitNames } from '../org-units/unit-names.ts';
import { isCategoryRow, isFootRow, numberOf, repeatsHead } from './row-kind.ts';
import { rowKey, type PreviewCorrections, type RowCorrection } from './preview-correction.ts';
import { chosenUnits, readUnitsPhrase, type UnitsReading } from './unit-phrase.ts';

/** What is carried from row to row of one table. */
export interface RowContext {
  grid: Grid;
  /** Of the document's tables, from 0. */
  table: number;
  head: Head;
  /** The breakdown's columns, which the row's cells are printed in. */
  columns: readonly BreakdownColumn[];
  corrections: PreviewCorrections;
  names: UnitNames;
  year: number;
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
    mainTask: cell('mainTask') || cell('concreteWork'),
    concreteWork: cell('concreteWork'),
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
  const due = readDue(words.duePhrase, context.year, correction);
  if (elsewhere && !due.doubt) {
    const message = `表里没有时限一列，“${elsewhere}”取自${elsewhere === context.noticeDue ? '表前的通知' : '任务的文字'}，请核对`;
    remark(context, 'warning', row, 'due', message);
  }
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
    printed: context.columns.map((column) => printedCell(column, cell, words, row, context.head)),
    doubtful: context.remarks.slice(remarked).some(({ severity }) => severity === 'warning'),
    corrected: correctedParts(correction),
  };
}

const hasColumn = ({ head }: RowContext, meaning: ColumnMeaning): boolean =>
  head.columns.some((column) => column.meaning === meaning);

/** "…，2026年6月底前完成": a time told in the task's own words, else by the covering notice. */
function dueInWords({ mainTask, concreteWork }: Record<'mainTask' | 'concreteWork', string>, context: RowContext) {
  return dueBeforeDone(`${mainTask}；${concreteWork}`) ?? context.noticeDue;
}

type Cells = (meaning: ColumnMeaning) => string;
type Words = Record<keyof typeof LIMITS, string>;

/** The row's cells by what they mean, as put right. */
function cellsOf(row: GridRow, { head }: RowContext, { texts = {} }: RowCorrection): Cells {
  return (meaning) => {
    const given = meaning === 'due' ? texts.duePhrase : texts[meaning as keyof typeof texts];
    return given ?? textOf(row, head, meaning);
  };
}

function readDue(phrase: string, year: number, { dueOn }: RowCorrection): DueReading {
  const reading = readDuePhrase(phrase, year);
  if (dueOn === undefined) return reading;
  if (dueOn) return { phrase, kind: 'by-day', dueOn, doubt: null };
  const kind = reading.kind === 'by-day' || reading.kind === 'unclear' ? 'open-ended' : reading.kind;
  return { phrase, kind, dueOn: null, doubt: null };
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
function printedCell(
  { heading, meaning }: BreakdownColumn,
  cell: Cells,
  words: Words,
  row: GridRow,
  head: Head,
): string {
  switch (meaning) {
    case 'category':
      return words.category;
    case 'due':
      return words.duePhrase;
    case 'units':
      return cell('leadUnits') || cell('supportingUnits') ? cell('units') : words.unitsPhrase;
    case 'ignored': {
      const column = head.columns.find((one) => one.meaning === 'ignored' && one.heading === heading)?.column;
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
      meaning !== 'ignored' &&
      meaning !== 'category' &&
      texts[TYPED_IN[meaning]] === undefined &&
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
  remark(context, 'error', row, 'mainTask', '没有写主要任务，请补上；如果这一行不是任务，可以不要它');
  return false;
}

/** By which text of a correction a lost cell is made good. */
const TYPED_IN = {
  number: 'mainTask',
  mainTask: 'mainTask',
  concreteWork: 'concreteWork',
  leadUnits: 'unitsPhrase',
  units: 'unitsPhrase',
  supportingUnits: 'unitsPhrase',
  due: 'duePhrase',
} as const;

function readUnits(
  cell: Cells,
  context: RowContext,
  { units, texts }: RowCorrection,
): { reading: UnitsReading; phrase: string } {
  const typed = texts?.unitsPhrase;
  const found =
    typed === undefined
      ? readUnitCells(cell, context)
      : { reading: readUnitsPhrase(typed, context.names), phrase: typed };
  return units ? { ...found, reading: chosenUnits(found.reading, units, context.names) } : found;
}

function readUnitCells(cell: Cells, { names, above }: RowContext): { reading: UnitsReading; phrase: string } {
  const columns = [
    ['leadUnits', 'lead', '牵头：'],
    ['units', 'responsible', ''],
    ['supportingUnits', 'supporting', '配合：'],
  ] as const;
  const given = columns
    .map(([meaning, part, label]) => ({ part, label, text: cell(meaning) }))
    .filter(({ text }) => text);
  const single = given.length === 1 && given[0]!.label === '';
  const [first] = given;
  if (!first) return { reading: readUnitsPhrase('', names), phrase: '' };
  if (single) {
    const phrase = sameAsAbove(first.text, above?.unitsPhrase);
    return { reading: readUnitsPhrase(phrase, names), phrase };
  }
  const readings = given.map(({ part, text }) => readUnitsPhrase(text, names, part));
  return { reading: joined(readings), phrase: given.map(({ label, text }) => label + text).join('；') };
}

function joined(readings: readonly UnitsReading[]): UnitsReading {
  const units = readings.flatMap((reading) => reading.units);
  return {
    units: units.filter((unit, index) => units.findIndex(({ unitId }) => unitId === unit.unitId) === index),
    openSetPhrase: readings.map(({ openSetPhrase }) => openSetPhrase).find(Boolean) ?? null,
    unresolvedPhrase:
      readings
        .map(({ unresolvedPhrase }) => unresolvedPhrase)
        .filter(Boolean)
        .join('、') || null,
    doubts: readings.flatMap(({ doubts }) => doubts),
    notes: readings.flatMap(({ notes }) => notes),
  };
}

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

function sameAsAbove(text: string, above: string | undefined): string {
  return /^同上[。.]?$/.test(text) && above ? above : text;
}

function textOf(row: GridRow, head: Head, meaning: ColumnMeaning): string {
  const column = head.columns.find((candidate) => candidate.meaning === meaning)?.column;
  return row.cells.find((cell: GridCell) => cell.column === column)?.text ?? '';
}

function remark(
  context: RowContext,
  severity: PreviewRemark['severity'],
  row: GridRow,
  meaning: ColumnMeaning,
  message: string,
): void {
  const column: Column | undefined =
    context.head.columns.find((candidate) => candidate.meaning === meaning) ??
    (meaning === 'units' ? context.head.columns.find((candidate) => candidate.meaning === 'leadUnits') : undefined);
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
