import type { ReactNode } from 'react';
import { Table, type TableCell } from './base/table';

export interface Column<Item> {
  key: string;
  title: string;
  cell(item: Item): ReactNode;
  /** CSS width, such as `8em`. */
  width?: string;
  numeric?: boolean;
}

interface DataTableProps<Item> {
  /** What the table shows, for a screen reader. */
  label: string;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  keyOf(item: Item): string;
  /** Opens the line; the first column becomes the way to it. */
  onOpen?: (item: Item) => void;
}

/** A table for the desk: head and first column stay in sight. On a phone show the same items as rows instead. */
export function DataTable<Item>({ label, columns, items, keyOf, onOpen }: DataTableProps<Item>) {
  const heads = columns.map(({ key, title, width, numeric }) => ({ key, title, width, numeric }));
  const rows = items.map((item) => ({
    key: keyOf(item),
    cells: columns.map((column): TableCell => ({
      key: column.key,
      content: column.cell(item),
      numeric: column.numeric,
    })),
    onOpen: onOpen && (() => onOpen(item)),
  }));
  return <Table label={label} heads={heads} rows={rows} />;
}
