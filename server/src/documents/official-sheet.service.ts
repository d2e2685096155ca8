import ExcelJS from 'exceljs';
import { asText } from './plain-cell.service.ts';

interface SheetLook {
  name: string;
  title: string;
  /** Column widths, in signs. */
  widths: readonly number[];
  /** The row of the headings, which stays in sight and stands on every printed page. */
  headRow: number;
  /** Columns that stay in sight; none unless told. */
  fixedColumns?: number;
}

const THIN = { style: 'thin' } as const;

/** A sheet as an office prints it: A4 across, the title over all columns, page numbers. */
export function officialSheet({ name, title, widths, headRow, fixedColumns }: SheetLook) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headRow, ...(fixedColumns ? { xSplit: fixedColumns } : {}) }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.mergeCells(1, 1, 1, widths.length);
  const first = sheet.getCell('A1');
  first.value = title;
  first.numFmt = '@';
  first.font = { size: 16, bold: true };
  first.alignment = { horizontal: 'center' };
  sheet.getRow(headRow).font = { bold: true };
  return { workbook, sheet };
}

/** Lines around every cell of a row, words wrapped. */
export function frameRow(row: ExcelJS.Row, width: number): void {
  for (let column = 1; column <= width; column += 1) {
    const cell = row.getCell(column);
    cell.border = { top: THIN, left: THIN, bottom: THIN, right: THIN };
    cell.alignment = { vertical: 'top', wrapText: true };
  }
}

/** A framed row. Text stays text when somebody edits a cell: 18-digit numbers and phones with a leading 0. */
export function fillRow(row: ExcelJS.Row, cells: readonly (string | number)[]): void {
  frameRow(row, cells.length);
  cells.forEach((content, index) => {
    const cell = row.getCell(index + 1);
    cell.value = typeof content === 'string' ? asText(content) : content;
    if (typeof content === 'string') cell.numFmt = '@';
  });
}

export const workbookBytes = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer());
