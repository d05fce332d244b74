import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('people who use the portal side by side, from the landing page to handing a paper in, all get what they ask for', () => {
  const run = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, 'main.ts'),
      ...['portal', '--people=3', '--think-ms=20', '--visits=1', '--json'],
    ],
    { encoding: 'utf8' },
  );
  expect(run.stderr).toBe('');
  const [reads, , wrong] = JSON.parse(run.stdout).benchmarks.portal;
  expect(wrong).toMatchObject({ measured: 0, atMost: 0, details: [] });
  const steps = reads.details.map((detail: string) => detail.split(':')[0]);
  expect(steps).toEqual(
    expect.arrayContaining(['landing', 'checker', 'file', 'inquiry', 'status by number', 'account', 'case']),
  );
}, 120_000);
