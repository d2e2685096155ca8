import type ExcelJS from 'exceljs';
import type { ColumnMeaning } from '@county/shared/tasks/breakdowns/breakdown-columns';
import { frameRow, officialSheet, workbookBytes } from '../../documents/official-sheet.service.ts';
import type { BreakdownTable } from './breakdown-table.ts';

const WIDTHS: Partial<Record<ColumnMeaning, number>> = {
  number: 6,
  category: 16,
  mainTask: 36,
  concreteWork: 50,
  due: 14,
  problem: 40,
  measure: 40,
};
const OTHER_WIDTH = 24;
/** Below the title and the head. */
const FIRST_ROW = 3;

/** The table as a workbook; every cell is text, so that numbers, phones and words beginning with = stay what they are. */
export async function breakdownXlsx({
  title,
  columns,
  headings,
  rows,
  sharedNumbers,
}: BreakdownTable): Promise<Buffer> {
  const { workbook, sheet } = officialSheet({
    name: '任务分解表',
    title,
    widths: headings.map((_heading, index) => WIDTHS[columns[index]?.meaning ?? 'ignored'] ?? OTHER_WIDTH),
    headRow: 2,
  });
  [headings, ...rows].forEach((cells, index) => fill(sheet.getRow(index + 2), cells));
  const number = columns.findIndex(({ meaning }) => meaning === 'number') + 1;
  for (const { first, last } of number ? sharedNumbers : [])
    sheet.mergeCells(first + FIRST_ROW, number, last + FIRST_ROW, number);
  return workbookBytes(workbook);
}

function fill(row: ExcelJS.Row, cells: readonly string[]): void {
  frameRow(row, cells.length);
  cells.forEach((text, index) => {
    const cell = row.getCell(index + 1);
    cell.value = text;
    cell.numFmt = '@';
  });
}
