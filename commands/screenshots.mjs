/**
 * `npm run screenshots`: every page of the demo county in every mode, as pictures in `screenshots/`, to be looked at;
 * `npm run screenshots -- public-events` only those with this in their path.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepare } from './prepare.mjs';
import { root, say } from './progress.mjs';

const folder = path.join(root, 'screenshots');

await prepare({ tests: true });
say('Opening every page in every mode (about five minutes)');
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    'test/journeys/every-page.test.ts',
    '--selectProjects',
    'journeys',
  ],
  {
    cwd: root,
    env: { ...process.env, SCREENSHOTS_DIR: folder, SCREENSHOTS_OF: process.argv[2] ?? '' },
    stdio: 'inherit',
  },
);
say(`Pictures: ${folder}`);
process.exitCode = status ?? 1;
