import { writeFileSync } from 'node:fs';

/** Ends a run with the one line people and tools look for. `npm test` adds its own checks to it before it is printed. */
export default class OneLineReporter {
  onRunComplete(_contexts, results) {
    // A file that could not be loaded ran none of its tests: it is one failure, never nothing.
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const file = process.env.COUNTY_RESULTS_FILE;
    if (file) writeFileSync(file, JSON.stringify({ passed, failed, skipped: results.numPendingTests }));
    else console.log(`${passed} passed, ${failed} failed`);
  }
}
