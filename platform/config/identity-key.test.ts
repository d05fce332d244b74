import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readIdentityKeys } from './identity-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function counting(start: number) {
  return (count: number) => Uint8Array.from({ length: count }, (_, index) => start + index);
}

function settings(mode: 'production' | 'development') {
  const none = { identityKey: null, otherIdentityKeys: null, otherIdentityKeyFiles: null };
  return { ...none, mode, identityKeyFile: join(folder, 'data', 'identity.key') };
}

test('the first start makes a key file that its owner alone can read, and later starts keep it', () => {
  const first = readIdentityKeys(settings('development'), counting(0));
  const second = readIdentityKeys(settings('development'), counting(100));
  expect(first).toEqual({ ok: true, value: [counting(0)(32)] });
  expect(second).toEqual(first);
  expect(statSync(settings('development').identityKeyFile).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['identity.key']);
});

test('production never makes a key of its own', () => {
  const read = readIdentityKeys(settings('production'), counting(0));
  expect(read).toMatchObject({ ok: false, refusal: { code: 'config.identity-key-unusable' } });
  expect(readdirSync(folder)).toEqual([]);
});

test('a key file that others can read is refused', () => {
  readIdentityKeys(settings('development'), counting(0));
  chmodSync(settings('development').identityKeyFile, 0o640);
  expect(readIdentityKeys(settings('development'), counting(0))).toMatchObject({ ok: false });
});

test('a damaged key file is refused and left as it is', () => {
  const file = join(folder, 'broken.key');
  writeFileSync(file, 'not a key', { mode: 0o600 });
  const read = readIdentityKeys({ ...settings('development'), identityKeyFile: file }, counting(0));
  expect(read).toMatchObject({ ok: false, refusal: { figures: { file } } });
});

test('a configured key is used as it is', () => {
  const identityKey = counting(7)(32);
  expect(readIdentityKeys({ ...settings('production'), identityKey }, counting(0))).toEqual({
    ok: true,
    value: [identityKey],
  });
});

test('while a key is changed the others come after it, each once, and none of their files is made', () => {
  const identityKey = counting(7)(32);
  const file = join(folder, 'former.key');
  const changing = {
    ...settings('development'),
    identityKey,
    otherIdentityKeys: [counting(8)(32), identityKey],
    otherIdentityKeyFiles: [file],
  };
  expect(readIdentityKeys(changing, counting(0))).toMatchObject({
    ok: false,
    refusal: { figures: { file } },
  });
  writeFileSync(file, Buffer.from(counting(9)(32)).toString('hex'), { mode: 0o600 });
  expect(readIdentityKeys(changing, counting(0))).toEqual({
    ok: true,
    value: [identityKey, counting(8)(32), counting(9)(32)],
  });
});
