import type { GridCell, GridRow } from '@county/shared/document-grid';

/** A cell as HTML states it. */
export interface SpannedCell {
  text: string;
  columns: number;
  rows: number;
}

/** Lays cells with spans out on a grid; covered places know the text and that they are inherited. */
export function layOut(source: readonly SpannedCell[][]): GridRow[] {
  const covered = new Map<number, { left: number; text: string }>();
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
    return { row: index + 1, cells: placed };
  });
}
