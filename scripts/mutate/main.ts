/**
 * `npm run mutate` takes out every guard once, in a copy, and expects a red test; `npm run mutate -- NAME…` only those
 * guards. Ends with an error where a guard can be taken out unnoticed.
 */
import { dirname } from 'node:path';
import { tallyOf } from '../test/tally.ts';
import { runVitest } from '../test/vitest.ts';
import { breaks } from './breaks.ts';
import { copyCheckout } from './copy.ts';
import { tryBreak } from './try-break.ts';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !breaks.some((each) => each.name === name));
const chosen = names.length === 0 ? breaks : breaks.filter(({ name }) => names.includes(name));

if (unknown.length > 0) {
  process.stderr.write(
    `no break is named ${unknown.join(', ')}; there are: ${breaks.map(({ name }) => name).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  const copy = copyCheckout(dirname(dirname(import.meta.dirname)));
  try {
    process.exitCode = (await isGreen(copy.root)) && (await breakAll(copy.root)) ? 0 : 1;
  } finally {
    copy.remove();
  }
}

/** Red means nothing where the tests were red before. */
async function isGreen(root: string): Promise<boolean> {
  const paths = [...new Set(chosen.flatMap(({ tests }) => tests))];
  const { report, exitCode } = await runVitest({ root, paths, quiet: true });
  const { passed, failed } = tallyOf(report, exitCode);
  process.stdout.write(`unbroken: ${passed} passed, ${failed} failed\n`);
  return failed === 0;
}

async function breakAll(root: string): Promise<boolean> {
  let unnoticed = 0;
  for (const broken of chosen) {
    const from = performance.now();
    const { caught, says } = await tryBreak(root, broken);
    if (!caught) unnoticed += 1;
    const verdict = caught ? 'caught' : 'NOT CAUGHT';
    const milliseconds = String(Math.round(performance.now() - from)).padStart(6);
    process.stdout.write(
      `${broken.name.padEnd(20)} ${milliseconds} ms  ${verdict}: ${says} – ${broken.guard}\n`,
    );
  }
  process.stdout.write(`${chosen.length - unnoticed} guards caught, ${unnoticed} not\n`);
  return unnoticed === 0;
}
