import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Finding {
  rule: { name: string };
  from: string;
  to: string;
}

/** Asks dependency-cruiser, as `npm run lint` does; answers every import that a rule forbids. */
function forbiddenImports(folder: string, places: string[]): Promise<string[]> {
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...places];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, output) => {
      if (!output) return reject(error ?? new Error('dependency-cruiser said nothing'));
      const { summary } = JSON.parse(output) as { summary: { violations: Finding[] } };
      resolve(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`));
    });
  });
}

it('every import keeps to the rules', async () => {
  expect(await forbiddenImports(root, ['shared/src', 'seeds', 'server', 'miniapp/src', 'test'])).toEqual([]);
});

describe('Each rule catches what it is for', () => {
  let planted: string;
  let found: string[];

  /** A small county with one fault for each rule. */
  const FILES: Record<string, string> = {
    'node_modules/zod/package.json': '{"name":"zod","main":"index.js"}',
    'node_modules/zod/index.js': 'exports.z = 1;',
    'node_modules/typeorm/package.json': '{"name":"typeorm","main":"index.js"}',
    'node_modules/typeorm/index.js': 'exports.In = 1;',
    'shared/src/zod.ts': "export * from 'zod';",
    'shared/src/a/clock.ts': "import { readFileSync } from 'node:fs'; export const read = readFileSync;",
    'shared/src/a/one.ts': "import { two } from './two.ts'; export const one = () => two;",
    'shared/src/a/two.ts': "import { one } from './one.ts'; export const two = () => one;",
    'shared/src/b/there.ts': "import { back } from '../c/back.ts'; export const there = () => back;",
    'shared/src/b/start.ts': 'export const start = 1;',
    'shared/src/c/back.ts': "import { start } from '../b/start.ts'; export const back = start;",
    'server/src/tasks/tasks.tables.ts': 'export const Tasks = 1;',
    'server/src/tasks/tasks.controller.ts':
      "import { In } from 'typeorm'; import * as z from 'zod'; export const both = [In, z];",
    'server/src/tasks/lost.ts': "import { nowhere } from 'a-package-nobody-declared'; export const lost = nowhere;",
    'server/src/tasks/tasks.test.ts': 'export const builder = 1;',
    'server/src/tasks/shortcut.ts': "import { builder } from './tasks.test.ts'; export const shortcut = builder;",
    'server/src/ledger/ledger.service.ts':
      "import { Tasks } from '../tasks/tasks.tables.ts'; export const ledger = Tasks;",
    'miniapp/src/pages/tasks/index.ts':
      "import { Tasks } from '../../../../server/src/tasks/tasks.tables.ts'; export default Tasks;",
    'miniapp/src/ui/button.ts': "import page from '../pages/tasks/index.ts'; export const button = page;",
  };

  beforeAll(async () => {
    planted = mkdtempSync(path.join(tmpdir(), 'county-planted-'));
    cpSync(path.join(root, '.dependency-cruiser.mjs'), path.join(planted, '.dependency-cruiser.mjs'));
    writeFileSync(path.join(planted, 'package.json'), JSON.stringify({ dependencies: { zod: '*', typeorm: '*' } }));
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(planted, file)), { recursive: true });
      writeFileSync(path.join(planted, file), text);
    }
    found = await forbiddenImports(planted, ['shared/src', 'server', 'miniapp/src']);
  });
  afterAll(() => rmSync(planted, { recursive: true, force: true }));

  it.each([
    ['no-cycles', 'shared/src/a/one.ts'],
    ['features-form-no-ring', 'shared/src/b'],
    ['shared-imports-only-zod', 'shared/src/a/clock.ts'],
    ['zod-through-its-one-door', 'server/src/tasks/tasks.controller.ts'],
    ['sides-meet-in-shared', 'miniapp/src/pages/tasks/index.ts'],
    ['features-meet-at-their-service', 'server/src/ledger/ledger.service.ts'],
    ['only-tables-and-services-know-typeorm', 'server/src/tasks/tasks.controller.ts'],
    ['miniapp-layers', 'miniapp/src/ui/button.ts'],
    ['nothing-imports-tests', 'server/src/tasks/shortcut.ts'],
    ['declared-dependencies-only', 'server/src/tasks/lost.ts'],
  ])('%s', (rule, file) => {
    expect(found.filter((line) => line.startsWith(`${rule}: ${file} `))).not.toEqual([]);
  });
});
