/**
 * `npm test`: every check, then every test; `npm test -- PATH…` runs only the tests of those paths. The last line is always
 * `N passed, N failed`, and it counts a failed check, or a test file that does not even load, as one failure.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describeOutcome } from '../check/report.ts';
import { runChecks } from '../check/run-checks.ts';
import { type Tally, tallyOf, total } from './tally.ts';
import { runVitest } from './vitest.ts';

const filters = process.argv.slice(2);

const tallies = filters.length === 0 ? [await checks(), await tests()] : [await tests()];
const schemas = filters.length === 0 ? await bankFiles() : [];

const { passed, failed, skipped } = total([...tallies, ...schemas]);
if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

async function checks(): Promise<Tally> {
  const outcomes = await runChecks((outcome) => process.stdout.write(describeOutcome(outcome)));
  const wrong = outcomes.filter(({ complaints }) => complaints.length > 0).length;
  return { passed: outcomes.length - wrong, failed: wrong, skipped: 0 };
}

/** What we write to banks against the official schemas, where a folder of them is named; else nothing is claimed. */
async function bankFiles(): Promise<readonly Tally[]> {
  const folder = process.env.SUIXING_ISO20022_DIR;
  if (!folder) {
    process.stdout.write('iso20022: not run (SUIXING_ISO20022_DIR names no schemas)\n');
    return [];
  }
  const script = join(dirname(import.meta.dirname), 'check-iso20022.ts');
  const { status } = spawnSync(process.execPath, [script, folder], { stdio: 'inherit' });
  return [{ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }];
}

async function tests(): Promise<Tally> {
  const { report, exitCode } = await runVitest({
    root: dirname(dirname(import.meta.dirname)),
    paths: filters,
  });
  return tallyOf(report, exitCode);
}
