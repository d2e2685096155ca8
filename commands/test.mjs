/** `npm test`: prepares, builds, checks and runs every test; the last line says `N passed, N failed`. */
import { build, buildWeappForTests } from './build.mjs';
import { lint } from './lint.mjs';
import { prepare } from './prepare.mjs';
import { explain, say } from './progress.mjs';
import { runJest } from './run-jest.mjs';

/** With options (`npm test -- --selectProjects sqlite`) only jest runs, and builds what those projects need. */
const options = process.argv.slice(2);

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
let built;
const meanwhile = async () => void (built = options.length ? undefined : await attempt(() => build()));
const prepared = await attempt(() => prepare({ tests: true, meanwhile }));
if (prepared.failed) {
  counts.push(prepared);
} else {
  if (built) {
    say('Checking the code');
    counts.push(built, ...(await Promise.all([lint(), attempt(buildWeappForTests)])));
  }
  say('Running the tests');
  counts.push(await runJest(options));
}

const sum = (key) => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
if (sum('skipped')) console.log(`${sum('skipped')} tests were skipped`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
