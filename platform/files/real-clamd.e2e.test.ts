import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import { clamdScanner } from './clamd.ts';

/**
 * Against the clamd of the operating system (Debian: `apt-get install clamav-daemon`), with a signature of our own instead of
 * the world's, which would have to be fetched. Where it is not installed this says so and nothing is proved.
 */
const installed = spawnSync('clamd', ['--version']).status === 0;
if (!installed) process.stderr.write('clamd: not run, it is not installed here\n');

describe.skipIf(!installed)('The real scanner', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'clamd.sock');
  let clamd: ChildProcess;

  beforeAll(async () => {
    const marked = Buffer.from('a marked paper').toString('hex');
    writeFileSync(join(folder, 'own.ndb'), `Suixing.Marked:0:*:${marked}\n`);
    const settings = [
      ...[`DatabaseDirectory ${folder}`, `LocalSocket ${path}`, 'Foreground yes', 'StreamMaxLength 1M'],
      ...['MaxThreads 2', 'SelfCheck 0', 'ConcurrentDatabaseReload no'],
    ];
    const config = join(folder, 'clamd.conf');
    writeFileSync(config, `${settings.join('\n')}\n`);
    chmodSync(folder, 0o755);
    clamd = spawn('clamd', ['-c', config], { stdio: 'ignore' });
    const scanner = clamdScanner({ path }, 5_000);
    await vi.waitFor(
      async () => expect(await scanner.scan(pieces('hello'))).toEqual({ outcome: 'clean' }),
      60_000,
    );
  }, 90_000);

  afterAll(async () => {
    clamd.kill();
    await removeTemporaryFolder(folder);
  });

  test('says clean, names what it finds, and refuses what is longer than it takes', async () => {
    const scanner = clamdScanner({ path }, 20_000);
    expect(await scanner.scan(pieces('an honest paper', 1_000))).toEqual({ outcome: 'clean' });
    const found = await scanner.scan(pieces('this is a marked paper, and more'));
    expect(found).toEqual({ outcome: 'infected', signature: 'Suixing.Marked.UNOFFICIAL' });
    const long = await scanner.scan(pieces('x'.repeat(64 * 1024), 64));
    expect(long).toEqual({ outcome: 'failed', why: 'length-refused' });
  }, 60_000);
});

async function* pieces(text: string, times = 1): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < times; done += 1) yield Buffer.from(text);
}
