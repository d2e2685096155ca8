import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './progress.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', '.swc', 'coverage']);

/** A hash over files and folders of the repository, tests left out, that changes when a build's input does. */
export function fingerprint(places, settings = {}) {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of places.flatMap((place) => listFiles(path.join(root, place)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCE.has(name) && !/[.](?:test[.]tsx?|tsbuildinfo)$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => listFiles(path.join(place, name)));
}
