import type { PreviewRemark } from '../preview-remark.ts';
import type { Column, ColumnMeaning, Head } from './breakdown-columns.ts';
import type { PreviewTask } from './breakdown-preview.ts';
import { readDuePhrase } from './due-phrase.ts';
import type { Grid, GridCell, GridRow } from '../document-grid.ts';
import type { UnitNames } from '../org-units/unit-names.ts';
import { readUnitsPhrase, type UnitsReading } from './unit-phrase.ts';

/** What is carried from row to row of one table. */
export interface RowContext {
  grid: Grid;
  head: Head;
  names: UnitNames;
  year: number;
  /** The category in force: inherited by rows that print none (rules P5). */
  category: string;
  /** The row above, for 同上. */
  above: Record<'unitsPhrase' | 'duePhrase', string> | null;
  remarks: PreviewRemark[];
}

const LIMITS = { category: 200, mainTask: 2000, concreteWork: 4000, unitsPhrase: 1000, duePhrase: 200 } as const;

/** The task of one row; undefined for blank rows, category rows and rows with an error, which is remarked. */
export function interpretRow(row: GridRow, context: RowContext): PreviewTask | undefined {
  const texts = row.cells.filter((cell) => cell.text && !cell.inherited);
  if (!texts.length) return undefined;
  if (isCategoryRow(row, context)) {
    context.category = texts[0]!.text;
    return undefined;
  }
  const cell = (meaning: ColumnMeaning) => textOf(row, context.head, meaning);
  context.category = cell('category') || context.category;
  if (!reportLostCells(row, context)) return undefined;

  const main = cell('mainTask') || cell('concreteWork');
  const duePhrase = sameAsAbove(cell('due'), context.above?.duePhrase);
  const { reading, phrase } = readUnits(cell, context);
  const words = {
    category: context.category,
    mainTask: main,
    concreteWork: cell('concreteWork'),
    unitsPhrase: phrase,
    duePhrase,
  };
  context.above = { unitsPhrase: phrase, duePhrase };
  if (!withinLimits(words, row, context)) return undefined;

  const due = readDuePhrase(duePhrase, context.year);
  if (due.doubt) remark(context, 'warning', row, 'due', due.doubt);
  for (const doubt of reading.doubts) remark(context, 'warning', row, 'units', doubt);
  for (const note of reading.notes) remark(context, 'note', row, 'units', note);
  if (reading.openSetPhrase) {
    remark(
      context,
      'note',
      row,
      'units',
      `“${reading.openSetPhrase}”是开放范围，确认后由牵头或督查单位逐个添加，不会自动派给所有部门`,
    );
  }
  if (!words.category) remark(context, 'warning', row, 'category', '没有类别，请确认');
  return {
    number: numberOf(cell('number')),
    category: words.category,
    mainTask: main,
    concreteWork: words.concreteWork,
    unitsPhrase: phrase,
    openSetPhrase: reading.openSetPhrase,
    unresolvedPhrase: reading.unresolvedPhrase,
    due,
    units: reading.units,
  };
}

/** A row whose one text spans the table is a category of the rows below (rules P7). */
function isCategoryRow(row: GridRow, { head }: RowContext): boolean {
  const own = row.cells.filter((cell) => cell.text && !cell.inherited);
  const [only] = own;
  if (own.length !== 1 || !only) return false;
  const spans = row.cells.filter((cell) => cell.inherited && cell.text === only.text).length;
  return spans >= head.columns.length - 2 && spans > 0;
}

/** Cells lost on the way are an error, never "no unit" (rules P7). */
function reportLostCells(row: GridRow, context: RowContext): boolean {
  const lost = context.head.columns.filter(
    ({ meaning, column }) =>
      meaning !== 'ignored' && meaning !== 'category' && !row.cells.some((cell) => cell.column === column),
  );
  for (const column of lost) {
    remarkAt(
      context,
      'error',
      row,
      column.heading,
      `这一行缺少“${column.heading}”这一格，可能在转换中丢失，请对照原件补上后重新上传`,
    );
  }
  if (lost.length) return false;
  if (textOf(row, context.head, 'mainTask') || textOf(row, context.head, 'concreteWork')) return true;
  remark(context, 'error', row, 'mainTask', '没有写主要任务，请补上后重新上传');
  return false;
}

function readUnits(
  cell: (meaning: ColumnMeaning) => string,
  { names, above }: RowContext,
): { reading: UnitsReading; phrase: string } {
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

function withinLimits(words: Record<keyof typeof LIMITS, string>, row: GridRow, context: RowContext): boolean {
  let within = true;
  for (const [field, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    if (words[field].length <= limit) continue;
    within = false;
    remark(
      context,
      'error',
      row,
      FIELD_COLUMNS[field],
      `这一格有 ${words[field].length} 个字，最多 ${limit} 个，请精简后重新上传`,
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

function numberOf(text: string): number {
  const digits = /^\D*(\d{1,4})\D*$/.exec(text.normalize('NFKC'))?.[1];
  return digits ? Number(digits) : 0;
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
