import type { TableCell, TableProps } from './table-props';

export type { TableCell };

/** A real table, which scrolls within itself and can be reached by the keyboard. */
export function Table({ label, heads, rows }: TableProps) {
  return (
    <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
      <table className="table">
        <caption className="spoken-only">{label}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th
                key={head.key}
                scope="col"
                className={head.numeric ? 'is-numeric' : ''}
                style={{ width: head.width, minWidth: head.width }}
              >
                {head.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.onOpen ? 'is-open' : ''} onClick={row.onOpen}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  firstCell(cell, row.onOpen)
                ) : (
                  <td key={cell.key} className={cell.numeric ? 'is-numeric' : ''}>
                    {cell.content}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The row's name; where the row opens, a button the keyboard reaches. The row itself takes the mouse. */
function firstCell(cell: TableCell, onOpen: (() => void) | undefined) {
  return (
    <th key={cell.key} scope="row">
      {onOpen ? (
        <button
          type="button"
          className="table-open"
          onClick={(event) => {
            event.stopPropagation();
            onOpen();
          }}
        >
          {cell.content}
        </button>
      ) : (
        cell.content
      )}
    </th>
  );
}
