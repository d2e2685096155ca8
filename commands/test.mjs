/** `npm test`: prepares, builds, checks and runs every test; the last line says `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { lint } from './lint.mjs';
import { prepare } from './prepare.mjs';
import { explain, root, say } from './progress.mjs';

/** With options (`npm test -- --selectProjects sqlite`) only jest runs, and builds what those projects need. */
const options = process.argv.slice(2);

/** Runs jest; a run that ends without an account of itself is one failure. */
function runJest() {
  const results = path.join(mkdtempSync(path.join(tmpdir(), 'county-results-')), 'results.json');
  return new Promise((resolve) => {
    const jest = spawn(
      process.execPath,
      ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--maxWorkers=2', ...options],
      { cwd: root, env: { ...process.env, COUNTY_RESULTS_FILE: results }, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));
    jest.on('exit', (code) => {
      if (!existsSync(results)) return resolve({ passed: 0, failed: 1, skipped: 0 });
      const counts = JSON.parse(readFileSync(results, 'utf8'));
      // jest may fail as a whole, as when a set-up breaks, though every test it ran has passed.
      resolve(code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
    });
  });
}

/** A step that must not stop the tests after it: its failure is shown and counted. */
async function attempt(action) {
  try {
    await action();
    return { passed: 1, failed: 0 };
  } catch (error) {
    explain(error);
    return { passed: 0, failed: 1 };
  }
}

const counts = [];
const prepared = await attempt(() => prepare({ tests: true }));
if (prepared.failed) {
  counts.push(prepared);
} else {
  if (!options.length) {
    counts.push(await attempt(() => build()));
    say('Checking the code');
    counts.push(await lint());
  }
  say('Running the tests');
  counts.push(await runJest());
}

const sum = (key) => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
if (sum('skipped')) console.log(`${sum('skipped')} tests were skipped`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
