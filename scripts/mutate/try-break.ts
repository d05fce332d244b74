import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runVitest, type VitestRun } from '../test/vitest.ts';
import type { Break } from './break.ts';

export interface Trial {
  readonly caught: boolean;
  readonly says: string;
}

/** Applies one break in the copy at `root`, runs its tests, and puts the file back. */
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
    return judge(await runVitest({ root, paths: broken.tests, quiet: true }));
  } finally {
    writeFileSync(file, whole);
  }
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
