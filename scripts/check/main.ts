/** `npm run check`: types, format, lint and the house rules, in seconds. */

import { describeOutcome } from './report.ts';
import { runChecks } from './run-checks.ts';

const outcomes = await runChecks((outcome) => process.stdout.write(describeOutcome(outcome)));
const failed = outcomes.filter(({ complaints }) => complaints.length > 0);
process.stdout.write(`${outcomes.length - failed.length} checks passed, ${failed.length} failed\n`);
if (failed.length > 0) process.exitCode = 1;
