import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { gathered } from '../support/gathered/gather.mjs';

it.each([
  ['rules', ['shared/src', 'seeds', 'miniapp/src']],
  ['server', ['server/src']],
  ['journeys', ['test/journeys']],
])('a whole run leaves out no file of the %s', (project, roots) => {
  const { roots: folders, testMatch } = gathered(project, roots);
  const read = readdirSync(folders[0]!)
    .flatMap((file) => readFileSync(path.join(folders[0]!, file), 'utf8').split('\n'))
    .flatMap((line) => /^await readTests\("([^"]+)"/.exec(line)?.[1] ?? []);
  rmSync(folders[0]!, { recursive: true });
  const alone = testMatch.slice(1).map((file) => path.relative(process.cwd(), file));
  const all = roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
      .map((file) => path.join(root, file)),
  );
  expect([...read, ...alone].toSorted()).toEqual(all.toSorted());
  expect(all.length).toBeGreaterThan(8);
});
