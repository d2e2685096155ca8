import ExcelJS from 'exceljs';
import type { ColumnMeaning } from '@county/shared/tasks/breakdown-columns';
import type { BreakdownTable } from './breakdown-table.ts';

const WIDTHS: Partial<Record<ColumnMeaning, number>> = {
  number: 6,
  category: 16,
  mainTask: 36,
  concreteWork: 50,
  due: 14,
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
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('任务分解表', {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  headings.forEach((_heading, index) => {
    sheet.getColumn(index + 1).width = WIDTHS[columns[index]?.meaning ?? 'ignored'] ?? OTHER_WIDTH;
  });
  sheet.mergeCells(1, 1, 1, headings.length);
  sheet.getCell('A1').value = title;
  sheet.getCell('A1').font = { size: 16, bold: true };
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  [headings, ...rows].forEach((cells, index) => fill(sheet.getRow(index + 2), cells));
  sheet.getRow(2).font = { bold: true };
  const number = columns.findIndex(({ meaning }) => meaning === 'number') + 1;
  for (const { first, last } of number ? sharedNumbers : [])
    sheet.mergeCells(first + FIRST_ROW, number, last + FIRST_ROW, number);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill(row: ExcelJS.Row, cells: readonly string[]): void {
  const thin = { style: 'thin' as const };
  cells.forEach((text, index) => {
    const cell = row.getCell(index + 1);
    cell.value = text;
    cell.numFmt = '@';
    cell.border = { top: thin, left: thin, bottom: thin, right: thin };
    cell.alignment = { vertical: 'top', wrapText: true };
  });
}
