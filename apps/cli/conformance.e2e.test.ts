import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { inFull, temporaryFolder } from '#platform/testing';

const root = join(import.meta.dirname, '..', '..');
const folder = temporaryFolder();

async function suixing(...args: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, // the program is read many times in a run of the tests
    SUIXING_MODE: 'development',
    SUIXING_DATA_DIR: folder,
    SUIXING_LANG: 'en',
  };
  const child = spawn(process.execPath, [join(root, 'apps/cli/main.ts'), ...args], { cwd: folder, env });
  const [out, wrong] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, wrong };
}

test('our own gateway passes every check of the public suite', async () => {
  const { code, out } = await suixing('--json', 'conformance', '--self');
  const { passed, failed, checks } = JSON.parse(out);
  expect(checks.filter((check: { passed: boolean }) => !check.passed)).toEqual([]);
  expect([failed, code]).toEqual([0, 0]);
  expect(passed).toBeGreaterThanOrEqual(40);
}, 90_000);

test('what a target has to enter is printed without a private key, and the keys are made once', async () => {
  const first = await suixing('--json', 'conformance', '--prepare', '--keys', 'kit.json');
  const { partners } = JSON.parse(first.out);
  expect(Object.keys(partners)).toEqual(['899001', '899002', '899003']);
  expect(first.out).not.toContain('"d"');
  expect((await suixing('--json', 'conformance', '--prepare', '--keys', 'kit.json')).out).toBe(first.out);
});

test.runIf(inFull)('without a gateway, keys or an answer the suite does not begin', async () => {
  const nowhere = 'http://127.0.0.1:1/';
  expect((await suixing('conformance')).wrong).toContain('partner.no-target');
  expect((await suixing('conformance', nowhere, '--keys', 'none.json')).wrong).toContain('partner.no-keys');
  expect((await suixing('conformance', nowhere, '--keys', 'kit.json')).wrong).toContain(
    'partner.no-target-keys',
  );
});
