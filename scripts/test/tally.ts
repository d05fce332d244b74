/** How many tests (or checks) came out how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of Vitest's JSON report that we count by. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
}

export function total(tallies: readonly Tally[]): Tally {
  const sum = (key: keyof Tally) => tallies.reduce((counted, tally) => counted + tally[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * Counts a report. A file that failed without a failed test did not load, which is one failure; a run that ended badly
 * although nothing failed (an error outside every test) is one as well, and so is a run that left no report.
 */
export function tallyOf(report: VitestReport | null, exitCode: number): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const perFile = report.testResults.map(({ status, assertionResults }) => {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    const unloaded = status === 'failed' && failed === 0 ? 1 : 0;
    return { passed, failed: failed + unloaded, skipped: assertionResults.length - passed - failed };
  });
  const counted = total(perFile);
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
