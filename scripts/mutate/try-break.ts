import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runVitest, type VitestRun } from '../test/vitest.ts';
import type { Break } from './break.ts';

export interface Trial {
  readonly caught: boolean;
  readonly says: string;
}

/**
 * Applies one break in the copy at `root`, runs its tests, and puts the file back. What no test of `npm test` notices may be noticed by
 * those that only `npm run e2e` makes.
 */
export async function tryBreak(root: string, broken: Break): Promise<Trial> {
  const file = join(root, broken.file);
  const whole = readFileSync(file, 'utf8');
  const found = whole.split(broken.find).length - 1;
  if (found !== 1)
    return { caught: false, says: `its text occurs ${found} times in ${broken.file}, not once` };
  writeFileSync(
    file,
    whole.replace(broken.find, () => broken.replace),
  );
  try {
    const inShort = judge(await runVitest({ root, paths: broken.tests, quiet: true }));
    if (inShort.caught || !broken.tests.some((path) => path.includes('.e2e'))) return inShort;
    const inFull = judge(await runVitest({ root, paths: broken.tests, quiet: true, inFull: true }));
    if (!inFull.caught) return inFull;
  } finally {
    writeFileSync(file, whole);
  }
  return seenInFull(root, broken);
}

/** A test that is red unbroken, too, has noticed nothing. */
async function seenInFull(root: string, broken: Break): Promise<Trial> {
  const { caught, says } = judge(await runVitest({ root, paths: broken.tests, quiet: true, inFull: true }));
  if (caught) return { caught: false, says: `red in full without the break, too: ${says}` };
  return { caught: true, says: 'red in full only' };
}

/** A test must have failed. A file that does not even load proves nothing about the guard. */
export function judge({ report }: Pick<VitestRun, 'report'>): Trial {
  const files = report?.testResults ?? [];
  const failed = files.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  if (failed[0]) return { caught: true, says: `${failed.length} red, first “${failed[0].title}”` };
  if (files.some(({ status }) => status === 'failed'))
    return { caught: false, says: 'the tests did not load' };
  return { caught: false, says: files.length === 0 ? 'no test ran' : 'every test stayed green' };
}
