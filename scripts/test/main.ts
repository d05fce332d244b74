/**
 * `npm test`: every check, then every test; `npm test -- PATH…` runs only the tests of those paths. The last line is always
 * `N passed, N failed`, and it counts a failed check, or a test file that does not even load, as one failure.
 */
import { dirname } from 'node:path';
import { describeOutcome } from '../check/report.ts';
import { runChecks } from '../check/run-checks.ts';
import { type Tally, tallyOf, total } from './tally.ts';
import { runVitest } from './vitest.ts';

const filters = process.argv.slice(2);

const tallies = filters.length === 0 ? [await checks(), await tests()] : [await tests()];
if (!process.env.SUIXING_ISO20022_DIR)
  process.stdout.write('iso20022: not run (SUIXING_ISO20022_DIR names no schemas)\n');

const { passed, failed, skipped } = total(tallies);
if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function checks(): Promise<Tally> {
  const outcomes = await runChecks((outcome) => process.stdout.write(describeOutcome(outcome)));
  const wrong = outcomes.filter(({ complaints }) => complaints.length > 0).length;
  return { passed: outcomes.length - wrong, failed: wrong, skipped: 0 };
}

async function tests(): Promise<Tally> {
  const { report, exitCode } = await runVitest({
    root: dirname(dirname(import.meta.dirname)),
    paths: filters,
  });
  return tallyOf(report, exitCode);
}
