import type { GridCell, GridRow } from '../../document-grid.ts';
import type { Head } from './breakdown-columns.ts';

/** A row whose one text spans the table is a category of the rows below (rules P7). */
export function isCategoryRow(row: GridRow, head: Head): boolean {
  const own = row.cells.filter((cell) => cell.text && !cell.inherited);
  const [only] = own;
  if (own.length !== 1 || !only) return false;
  const spans = row.cells.filter((cell) => cell.inherited && cell.text === only.text).length;
  return spans >= head.columns.length - 2 && spans > 0;
}

/** The head again, as at the top of each page. */
export function repeatsHead(row: GridRow, head: Head): boolean {
  const plain = (text: string) => text.replace(/\s+/g, '');
  let others = 0;
  for (const { column, heading } of head.columns) {
    const text = row.cells.find((cell) => cell.column === column)?.text ?? '';
    if (plain(text) === plain(heading)) continue;
    others += 1;
    if (others > 1) return false;
  }
  return head.columns.length - others >= 2;
}

/** Sums and signatures below a table are no tasks. */
export function isFootRow([first]: readonly GridCell[]): boolean {
  return /^(合计|总计|小计|共计)|^(填表|制表|审核|经办|负责)人?[:：]|^(备?注|说明)[:：]/.test(
    first!.text.replace(/\s+/g, ''),
  );
}

/** 序号 of a cell, with whatever stands around it; 0 when there is none. */
export function numberOf(text: string): number {
  const digits = /^\D*(\d{1,5})\D*$/.exec(text.normalize('NFKC'))?.[1];
  return digits ? Number(digits) : 0;
}
