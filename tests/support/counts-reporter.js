import { appendFileSync } from 'node:fs';

/** Appends "passed failed" of a test run to the file that VAIHE_TEST_COUNTS names, for the closing line of `.ci/run`. */
export default class CountsReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.VAIHE_TEST_COUNTS;
    if (!file) return;
    // A suite that could not run at all has no tests to fail: it counts as one failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    appendFileSync(file, `${results.numPassedTests} ${failed}\n`);
  }
}
