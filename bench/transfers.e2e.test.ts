import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFull } from '#platform/testing';

test.runIf(inFull)(
  'the benchmark of transfers ends with every transfer over on both sides and every proof holding',
  () => {
    const run = spawnSync(
      process.execPath,
      [
        join(import.meta.dirname, 'main.ts'),
        'transfers',
        '--transfers=6',
        '--rate=40',
        '--day-ms=1500',
        '--json',
      ],
      { encoding: 'utf8' },
    );
    expect(run.stderr).toBe('');
    const [figure] = JSON.parse(run.stdout).benchmarks.transfers;
    expect(figure).toMatchObject({ target: 1, againstPerSecond: 20 });
    expect(figure.details).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^confirm: .* \(6\)$/),
        expect.stringMatching(/^queue aside: .*; at most 0, then 0$/),
        'suixing verify on both sides: every proof holds',
      ]),
    );
  },
);
