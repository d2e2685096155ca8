import type { GridCell, GridRow } from '@county/shared/document-grid';
import { UnreadableDocument } from './unreadable-document.service.ts';

/** More than any table of a county; a cell that claims to span hundreds of columns is unrolled. */
export const MAX_CELLS = 200_000;
/** Of one row, as in Word: what a column means is asked of each beside all others. */
export const MAX_COLUMNS = 63;

/** A cell as HTML states it. */
export interface SpannedCell {
  text: string;
  columns: number;
  rows: number;
}

/** Lays cells with spans out on a grid; covered places know the text and that they are inherited. */
export function layOut(source: readonly SpannedCell[][]): GridRow[] {
  const covered = new Map<number, { left: number; text: string }>();
  let count = 0;
  return source.map((cells, index) => {
    const placed: GridCell[] = [];
    let column = 1;
    const inheritAbove = () => {
      for (let above = covered.get(column); above && above.left > 0; above = covered.get(column)) {
        placed.push({ column, text: above.text, inherited: true });
        covered.set(column, { ...above, left: above.left - 1 });
        column += 1;
      }
    };
    for (const { text, columns, rows } of cells) {
      inheritAbove();
      for (let span = 0; span < columns; span += 1, column += 1) {
        placed.push({ column, text, inherited: span > 0 });
        covered.set(column, { left: rows - 1, text });
      }
    }
    inheritAbove();
    count += placed.length;
    if (count > MAX_CELLS) throw new UnreadableDocument('表格的单元格太多，请只保留任务表，分成几份上传');
    return { row: index + 1, cells: placed };
  });
}
