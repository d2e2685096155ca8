import type { ReactNode } from 'react';

export interface TableCell {
  key: string;
  content: ReactNode;
  numeric?: boolean;
}

export interface TableProps {
  label: string;
  heads: readonly { key: string; title: string; width?: string; numeric?: boolean }[];
  rows: readonly { key: string; cells: readonly TableCell[]; onOpen?: () => void }[];
}
