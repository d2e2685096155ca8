import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Ends a run with the one line people and tools look for. Under `npm test` it keeps its account in a file, after every
 * file of tests: a run that is stopped has one too, and the checks beside the tests are added to it.
 */
export default class OneLineReporter {
  running = new Set();
  files = [];

  onTestFileStart({ path: file, context }) {
    this.running.add(nameOf(file, context));
  }

  onTestFileResult({ path: file, context }, { perfStats }, results) {
    const name = nameOf(file, context);
    this.running.delete(name);
    this.files.push({ name, seconds: perfStats.runtime / 1000 });
    this.keep(results, 1);
  }

  onRunComplete(_contexts, results) {
    const { passed, failed } = this.keep(results, 0);
    if (!process.env.COUNTY_RESULTS_FILE) console.log(`${passed} passed, ${failed} failed`);
  }

  keep(results, unfinished) {
    // A file that could not be loaded ran none of its tests: it is one failure, never nothing.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + unfinished;
    const counts = { passed: results.numPassedTests, failed, skipped: results.numPendingTests };
    const file = process.env.COUNTY_RESULTS_FILE;
    if (file) writeFileSync(file, JSON.stringify({ ...counts, files: this.files, running: [...this.running] }));
    return counts;
  }
}

/** Files read together lie outside of the project, and their name says which they are. */
function nameOf(file, { config }) {
  const below = path.relative(process.cwd(), file);
  return `${config.displayName.name} ${below.startsWith('..') ? path.basename(file) : below}`;
}
