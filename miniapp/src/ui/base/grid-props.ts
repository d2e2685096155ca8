import type { ReactNode } from 'react';

export interface GridProps {
  /** What the grid shows, for a screen reader. */
  label: string;
  /** Over the rows' heads. */
  corner: ReactNode;
  columns: readonly { key: string; head: ReactNode }[];
  rows: readonly { key: string; head: ReactNode; cell(columnKey: string): ReactNode }[];
}
