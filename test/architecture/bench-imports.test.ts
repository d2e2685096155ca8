import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const BENCH = path.resolve(import.meta.dirname, '../bench');

/** Where the source of an import lies: the bench runs what was built, and nothing compiles it. */
function sourceOf(specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const built = path.resolve(BENCH, specifier);
  return built
    .replace('/shared/dist/', '/shared/src/')
    .replace('/dist/', '/')
    .replace(/[.]js$/, '.ts');
}

it('every program of the bench finds what it imports', () => {
  const programs = readdirSync(BENCH).filter((name) => name.endsWith('.mjs'));
  expect(programs.length).toBeGreaterThan(8);
  const lost = programs.flatMap((name) =>
    [...readFileSync(path.join(BENCH, name), 'utf8').matchAll(/from '([^']+)'/g)]
      .map(([, specifier]) => sourceOf(specifier!))
      .filter((source) => source !== undefined && !existsSync(source))
      .map((source) => `${name}: ${source}`),
  );
  expect(lost).toEqual([]);
});
