/**
 * `npm run e2e -- [PATH…]`: the tests from outside in full. The portal: every journey in both languages, on a phone and at a desk, and
 * every page in every state looked at for barriers; `npm test` makes most of the journeys, each in one of the four views. Then all that is
 * named `.full`, and what `npm test` leaves out on the command line, of the demo and of the API's page.
 */
import { dirname } from 'node:path';
import { argv, stdout } from 'node:process';
import { tallyOf } from './test/tally.ts';
import { runVitest } from './test/vitest.ts';

process.env.TESTS_IN_FULL = 'yes'; // `platform/testing/in-full.ts` reads it
const named = argv.slice(2);
const { report, exitCode } = await runVitest({
  root: dirname(import.meta.dirname),
  paths: [
    '--project=e2e',
    ...(named.length > 0
      ? named
      : ['apps/portal', '.full.', 'scenarios/cli', 'apps/demo', 'apps/api/docs-page']),
  ],
});
const { passed, failed } = tallyOf(report, exitCode);
stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
