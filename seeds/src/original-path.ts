import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The files people hand in to the office, kept as they would arrive. */
export type OriginalName =
  'annex-1-task-breakdown.txt' | 'annex-1-task-breakdown.docx' | 'annex-1-task-breakdown.xlsx' | 'roster-example.xlsx';

/** Where an original lies; `originals/` is one folder up from source and two from what is compiled into `dist/src`. */
export function originalPath(name: OriginalName): string {
  return `${originalsFolder}/${name}`;
}

/** Where the picture of a filled-in form lies. */
export function samplePath(file: string): string {
  return `${samplesFolder}/${file}`;
}

const originalsFolder = folderOf('originals');
const samplesFolder = folderOf('service-guides/samples');

/** A folder of the seeds, seen from source or from what is compiled. */
function folderOf(name: string): string {
  const found = [`../${name}`, `../../${name}`]
    .map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
    .find(existsSync);
  if (!found) throw new Error(`the folder seeds/${name} is missing`);
  return found;
}
