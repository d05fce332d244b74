/**
 * `npm run soak [-- WALKS]`: the random walks of the tests, far longer and each time from another seed, which it prints; give
 * `SOAK_SEED` to walk a failing one again. The tests carry the short form.
 */
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { tallyOf } from '../test/tally.ts';
import { runVitest } from '../test/vitest.ts';

const [walks = '1000'] = process.argv.slice(2);
process.env.SOAK_WALKS = walks;
process.env.SOAK_SEED ??= String(randomInt(2 ** 31));
process.stdout.write(`walks ${walks}, seed ${process.env.SOAK_SEED}\n`);

const paths = ['business/withdrawal/random-walk', '--testTimeout=7200000'];
const { report, exitCode } = await runVitest({ root: dirname(dirname(import.meta.dirname)), paths });
const { passed, failed } = tallyOf(report, exitCode);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
