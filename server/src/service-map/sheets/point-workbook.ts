import { fillRow, officialSheet, workbookBytes } from '../../documents/official-sheet.service.ts';
import { SHEET_COLUMNS, type SheetPoint } from './sheet-columns.ts';

const HEAD_ROW = 2;

/** Points as a workbook people change and send back: one row a point, every cell text. */
export async function pointWorkbook(points: readonly SheetPoint[], title: string): Promise<Buffer> {
  const { workbook, sheet } = officialSheet({
    name: '服务点',
    title,
    widths: SHEET_COLUMNS.map(({ width }) => width),
    headRow: HEAD_ROW,
    fixedColumns: 4,
  });
  const rows = [
    SHEET_COLUMNS.map(({ heading }) => heading),
    ...points.map((point) => SHEET_COLUMNS.map((column) => column.write(point))),
  ];
  rows.forEach((cells, index) => fillRow(sheet.getRow(HEAD_ROW + index), cells));
  return workbookBytes(workbook);
}
