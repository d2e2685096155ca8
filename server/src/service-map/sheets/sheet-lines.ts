import type { Grid, GridRow } from '@county/shared/document-grid';
import type { PointSheetRemark } from '@county/shared/service-map/point-sheet';
import { columnHeaded, SHEET_COLUMNS, type ColumnKey } from './sheet-columns.ts';

/** One point as it stands in an upload, before anything is asked of the county. */
export interface SheetLine {
  line: number;
  place: string;
  row: number;
  /** By column: what is written, and what a spreadsheet calls the cell. */
  cells: Partial<Record<ColumnKey, { text: string; cell: string }>>;
}

export interface ReadSheet {
  lines: SheetLine[];
  remarks: PointSheetRemark[];
}

/** More than a county has; each is looked at several times. */
export const MOST_LINES = 5000;

/** Reads the tables of a workbook: a row of headings with 名称 and one point a row beneath it. */
export function sheetLines(grids: readonly Grid[]): ReadSheet {
  const lines: SheetLine[] = [];
  for (const grid of grids) {
    const head = grid.rows.find((row) => headingsOf(row).has('name') && headingsOf(row).size > 1);
    if (!head) continue;
    const columns = headingsOf(head);
    for (const row of grid.rows.slice(grid.rows.indexOf(head) + 1)) {
      if (!row.cells.some(({ text }) => text)) continue;
      lines.push({ line: lines.length + 1, place: grid.name, row: row.row, cells: cellsOf(row, columns) });
    }
  }
  if (lines.length) return { lines, remarks: [] };
  const headings = SHEET_COLUMNS.map(({ heading }) => heading);
  const message = `没有找到服务点表：表头至少要有“名称”和“${headings[1]}”“${headings[2]}”“地址”。可先导出一份，照着填`;
  const remark = { severity: 'error' as const, place: grids[0]?.name ?? '文件', row: null, column: null, cell: null };
  return { lines, remarks: [{ ...remark, message }] };
}

/** Which column of the document holds what; of two with one heading the first. */
function headingsOf(row: GridRow): Map<ColumnKey, number> {
  const columns = new Map<ColumnKey, number>();
  for (const { text, column } of row.cells) {
    const key = columnHeaded(text)?.key;
    if (key && !columns.has(key)) columns.set(key, column);
  }
  return columns;
}

function cellsOf(row: GridRow, columns: ReadonlyMap<ColumnKey, number>): SheetLine['cells'] {
  return Object.fromEntries(
    [...columns].map(([key, column]) => {
      const text = row.cells.find((cell) => cell.column === column)?.text ?? '';
      return [key, { text: plainText(text), cell: `${letters(column)}${row.row}` }];
    }),
  );
}

/** Without the apostrophe that keeps a cell text in a spreadsheet. */
function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^'(?=[=+\-@])/, '')
    .trim();
}

/** 1 is `A`, 27 is `AA`. */
function letters(column: number): string {
  const rest = (column - 1) % 26;
  const above = (column - 1 - rest) / 26;
  return `${above ? letters(above) : ''}${String.fromCharCode(65 + rest)}`;
}
