import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '#platform/testing';
import { ensureSigningKey, makeSigningKey, readSigningKeys, retireSigningKey } from './key-folder.ts';
import { keySetOf, readKeySet } from './key-set.ts';
import { readStatement, signStatement } from './signed.ts';
import { type Signer, signerAt, verifierOf } from './signer.ts';
import { newSigningKey, type SigningKey } from './signing-key.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const year = { from: day('2026-01-01'), until: day('2027-01-01') };

function keysIn(folder: string): readonly SigningKey[] {
  const read = readSigningKeys(folder);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

function signerOf(keys: readonly SigningKey[], at: Date): Signer {
  const signer = signerAt(keys, at);
  if (!signer.ok) throw new Error(signer.refusal.code);
  return signer.value;
}

function codeOf(text: string, keys: readonly SigningKey[]): string {
  const read = readStatement(text, verifierOf(keySetOf(keys)));
  return read.ok ? 'good' : read.refusal.code;
}

describe('Statements', () => {
  const key = makeSigningKey(temporaryFolder(), year);
  const at = day('2026-06-01');

  test('what was signed is read again as it was, with its time and key', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), (said) => {
        const { signedAt: _, ...payload } = JSON.parse(JSON.stringify(said)) as Record<string, unknown>; // a dictionary is an object
        const text = signStatement(signerOf([key], at), { type: 'test', at, payload });
        expect(readStatement(text, verifierOf(keySetOf([key])))).toEqual({
          ok: true,
          value: { type: 'test', kid: key.kid, signedAt: at, payload },
        });
      }),
    );
  });

  test('a change of any one character is found', () => {
    const text = signStatement(signerOf([key], at), { type: 'test', at, payload: { amount: '100' } });
    for (let place = 0; place < text.length - 1; place += 1) {
      const other = text[place] === 'A' ? 'B' : 'A';
      const altered = text.slice(0, place) + other + text.slice(place + 1);
      expect(codeOf(altered, [key]), `character ${place}`).not.toBe('good');
    }
  });

  test('a key that is not published, or was not valid at the time, is not accepted', () => {
    const other = makeSigningKey(temporaryFolder(), year);
    const text = signStatement(signerOf([key], at), { type: 'test', at, payload: {} });
    expect(codeOf(text, [other])).toBe('signing.unknown-key');
    const late = signStatement(signerOf([key], at), { type: 'test', at: day('2027-01-01'), payload: {} });
    expect(codeOf(late, [key])).toBe('signing.outside-validity');
    expect(codeOf('not a statement', [key])).toBe('signing.not-signed');
  });

  test('no algorithm but the key’s own is accepted, and no header that nobody knows', () => {
    const [, body = '', signature = ''] = signStatement(signerOf([key], at), {
      type: 't',
      at,
      payload: {},
    }).split('.');
    const header = (members: object) => Buffer.from(JSON.stringify(members)).toString('base64url');
    const none = header({ alg: 'none', kid: key.kid, typ: 't' });
    expect(codeOf(`${none}.${body}.${signature}`, [key])).toBe('signing.unknown-key');
    const critical = header({ alg: 'EdDSA', kid: key.kid, typ: 't', crit: ['exp'] });
    expect(codeOf(`${critical}.${body}.${signature}`, [key])).toBe('signing.not-signed');
  });
});

describe('Keys', () => {
  test('a key lies in a file of its owner’s alone, and the published set holds no private part', () => {
    const folder = temporaryFolder();
    const key = makeSigningKey(folder, year);
    expect(statSync(join(folder, `${key.kid}.json`)).mode & 0o777).toBe(0o600);
    const published = JSON.stringify(keySetOf(keysIn(folder)));
    expect(published).not.toContain(key.d);
    expect(readKeySet(published)).toEqual({ ok: true, value: keySetOf([key]) });
    expect(readKeySet('{}')).toMatchObject({ refusal: { code: 'signing.no-key-set' } });
  });

  test('the newest valid key signs; a retired one keeps verifying and can never sign again', () => {
    const folder = temporaryFolder();
    const old = makeSigningKey(folder, year);
    const at = day('2026-06-01');
    const before = signStatement(signerOf(keysIn(folder), at), { type: 't', at, payload: {} });
    const young = makeSigningKey(folder, { from: at, until: year.until });
    expect(signerOf(keysIn(folder), at).kid).toBe(young.kid);
    expect(signerOf(keysIn(folder), day('2026-05-31')).kid).toBe(old.kid);
    const now = day('2026-06-02');
    expect(retireSigningKey(folder, { kid: old.kid, at: now })).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, `${old.kid}.json`), 'utf8')).not.toContain(old.d);
    expect(codeOf(before, keysIn(folder))).toBe('good');
    const forgery = signStatement(signerOf([old], now), { type: 't', at: now, payload: {} });
    expect(codeOf(forgery, keysIn(folder))).toBe('signing.outside-validity');
    retireSigningKey(folder, { kid: young.kid, at: now });
    expect(signerAt(keysIn(folder), now)).toMatchObject({ refusal: { code: 'signing.no-key' } });
    expect(retireSigningKey(folder, { kid: 'x', at: now })).toMatchObject({
      refusal: { code: 'signing.no-such-key' },
    });
  });

  test('a key is made where none is valid, and only there', () => {
    const folder = join(temporaryFolder(), 'keys');
    expect(keysIn(folder)).toEqual([]);
    ensureSigningKey(folder, day('2026-01-01'));
    ensureSigningKey(folder, day('2027-01-01'));
    expect(keysIn(folder)).toHaveLength(1);
    ensureSigningKey(folder, day('2029-01-01'));
    expect(keysIn(folder)).toHaveLength(2);
  });

  test('a file that others may read, or that is no key, is refused without quoting it', () => {
    const folder = temporaryFolder();
    const { kid } = makeSigningKey(folder, year);
    chmodSync(join(folder, `${kid}.json`), 0o644);
    expect(readSigningKeys(folder)).toMatchObject({
      refusal: { code: 'signing.keys-unusable', figures: { reason: expect.stringContaining('chmod 600') } },
    });
    chmodSync(join(folder, `${kid}.json`), 0o600);
    writeFileSync(join(folder, 'broken.json'), '{"d": "secret', { mode: 0o600 });
    const read = readSigningKeys(folder);
    expect(JSON.stringify(read)).toContain('it is not a signing key');
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});

test('no id of a new key looks like an option on the command line', () => {
  const validity = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') };
  const ids = Array.from({ length: 1000 }, () => newSigningKey(validity).kid);
  expect(ids.filter((kid) => kid.startsWith('-'))).toEqual([]);
});
