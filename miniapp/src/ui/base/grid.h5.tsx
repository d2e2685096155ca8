import type { KeyboardEvent, MouseEvent } from 'react';
import type { GridProps } from './grid-props';

const STEPS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Many columns against many rows: heads stay in sight, row and column are marked, arrow keys walk from cell to cell. */
export function Grid({ label, corner, columns, rows }: GridProps) {
  return (
    <div className="grid-frame" role="region" aria-label={label} tabIndex={0}>
      <table className="grid" onMouseOver={markColumn} onMouseLeave={markColumn} onKeyDown={walk}>
        <caption className="spoken-only">{`${label}。用方向键在格子之间移动，回车打开。`}</caption>
        <thead>
          <tr>
            <th scope="col" className="grid-corner">
              {corner}
            </th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {columns.map(({ key }) => (
                <td key={key}>{row.cell(key)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Marks the column under the pointer; by hand, since drawing a whole province anew for each move would lag. */
function markColumn(event: MouseEvent<HTMLTableElement>): void {
  const table = event.currentTarget;
  const cell = event.type === 'mouseleave' ? null : (event.target as Element).closest('td, thead th');
  const index = cell instanceof HTMLTableCellElement ? String(cell.cellIndex) : '';
  if (table.dataset.column === index) return;
  for (const row of Array.from(table.rows)) {
    row.cells[Number(table.dataset.column || -1)]?.classList.remove('is-marked');
    if (Number(index) > 0) row.cells[Number(index)]?.classList.add('is-marked');
  }
  table.dataset.column = index;
}

/** From the cell that has the focus to the next one, in the arrow's direction, that can be opened. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const [across, down] = STEPS[event.key] ?? [0, 0];
  const cell = (event.target as Element).closest('td, th') as HTMLTableCellElement | null;
  if (!cell || (!across && !down)) return;
  event.preventDefault();
  const { rows } = event.currentTarget;
  let column = cell.cellIndex + across;
  let row = (cell.parentElement as HTMLTableRowElement).rowIndex + down;
  for (; rows[row]?.cells[column]; column += across, row += down) {
    const next = rows[row]!.cells[column]!.querySelector<HTMLElement>('a, button');
    if (!next) continue;
    next.focus();
    return;
  }
}
