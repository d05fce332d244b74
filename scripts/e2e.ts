/**
 * `npm run e2e -- [PATH…]`: the tests from outside in full. The portal: every journey in both languages, on a phone and at a desk, and
 * every page in every state looked at for barriers; `npm test` makes most of the journeys, each in one of the four views. Then every other
 * file in which something waits for this: it is named `.full`, or asks `inFull`. Crowds at a database are among them.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, stdout } from 'node:process';
import { tallyOf } from './test/tally.ts';
import { runVitest } from './test/vitest.ts';

const root = dirname(import.meta.dirname);
const named = argv.slice(2);
const { report, exitCode } = await runVitest({
  root,
  paths: ['--project=e2e', '--project=db', ...(named.length > 0 ? named : ['apps/portal', ...thatWait()])],
  inFull: true,
});
const { passed, failed } = tallyOf(report, exitCode);
stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function thatWait(): readonly string[] {
  return globSync('{apps,bench,business,engines,platform,scenarios,scripts}/**/*.{e2e,db}.test.ts', {
    cwd: root,
  }).filter((path) => path.includes('.full.') || readFileSync(join(root, path), 'utf8').includes('inFull'));
}
