import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where one of the county's documents lies, asked from the source or from the built output. */
export function originalPath(name: string): string {
  const near = fileURLToPath(new URL(`../originals/${name}`, import.meta.url));
  return existsSync(near) ? near : fileURLToPath(new URL(`../../originals/${name}`, import.meta.url));
}
