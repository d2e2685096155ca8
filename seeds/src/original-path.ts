import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The files people hand in to the office, kept as they would arrive. */
export type OriginalName =
  'annex-1-task-breakdown.txt' | 'annex-1-task-breakdown.docx' | 'annex-1-task-breakdown.xlsx' | 'roster-example.xlsx';

/** Where an original lies; `originals/` is one folder up from source and two from what is compiled into `dist/src`. */
export function originalPath(name: OriginalName): string {
  return `${originalsFolder}/${name}`;
}

const originalsFolder = nearest(['../originals', '../../originals']);

function nearest(folders: readonly string[]): string {
  const found = folders.map((folder) => fileURLToPath(new URL(folder, import.meta.url))).find(existsSync);
  if (!found) throw new Error('the folder seeds/originals is missing');
  return found;
}
