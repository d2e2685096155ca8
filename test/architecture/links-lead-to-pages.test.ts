import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const APP = readFileSync(join(ROOT, 'miniapp/src/app.config.ts'), 'utf8');

/** The pages the app has, as its configuration lists them by package. */
const pages = new Set(
  [...APP.matchAll(/root: '([^']+)'[\s\S]*?pages: \[([^\]]*)\]/g)].flatMap(([, root, listed]) =>
    [...listed!.matchAll(/'([^']+)'/g)].map(([, page]) => `/${root}/${page}`),
  ),
);

/** Whatever the server or the county's rules say is to be opened with one tap. */
function* links(folder: string): Generator<[file: string, link: string]> {
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts') || entry.endsWith('.test.ts')) continue;
    const text = readFileSync(join(ROOT, folder, entry), 'utf8');
    for (const [, link] of text.matchAll(/['`](\/pages\/[a-z/-]+)/g)) yield [join(folder, entry), link!];
  }
}

describe('a link of a reminder, a notice or what waits', () => {
  it.each(['server/src', 'shared/src'])('leads to a page there is, wherever %s says it', (folder) => {
    const found = [...links(folder)];
    expect(found.length).toBeGreaterThan(0);
    expect(pages.size).toBeGreaterThan(30);
    expect(found.filter(([, link]) => !pages.has(link))).toEqual([]);
  });
});
