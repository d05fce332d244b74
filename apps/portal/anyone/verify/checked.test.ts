import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterDocument, signLetter } from '#business/letters';
import { keySetOf, newSigningKey, signerAt, signStatement, verifierOf } from '#platform/signing';
import { checkLetter } from './checked.ts';

const at = new Date('2026-11-23T02:00:00Z');
const key = newSigningKey({ from: new Date('2026-01-01'), until: new Date('2028-01-01') });
const keys = keySetOf([key]);
const signer = signerOf(key);
const text = { zh: '测试', en: 'test' };
const letter = signLetter(signer, {
  at,
  sheet: {
    ...{ version: 1, kind: 'decision', title: text, number: 'SZ-2026-7K3M9-QX2TB-04GHE/6', region: '440300' },
    ...{ caseNumber: 'SZ-2026-7K3M9-QX2TB-04GHE', office: text, issuedOn: '2026-11-23', opening: text },
    ...{
      to: { zh: '欧***', en: 'O***' },
      rows: [],
      amountFen: '831240',
      lists: [],
      clauses: [],
      remedies: null,
    },
    closing: text,
  },
});

function signerOf(of: typeof key) {
  const made = signerAt([of], at);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

test('a letter of this agency is told by its number, day, masked addressee and amount', () => {
  expect(checkLetter(` ${letter}\n`, keys)).toEqual({
    kind: 'genuine',
    says: {
      ...{ n: 'SZ-2026-7K3M9-QX2TB-04GHE/6', k: 'decision', d: '2026-11-23', t: '欧***', a: '831240' },
      h: expect.any(String),
    },
  });
});

test('what another agency signed, what was signed out of time and what is no letter are told apart', () => {
  const validity = { from: new Date('2020-01-01'), until: new Date('2030-01-01') };
  const other = keySetOf([newSigningKey(validity)]);
  expect(checkLetter(letter, other)).toEqual({ kind: 'unknown-key' });
  const retired = { keys: keys.keys.map((each) => ({ ...each, exp: Math.floor(at.getTime() / 1000) })) };
  expect(checkLetter(letter, retired)).toEqual({ kind: 'outside-validity' });
  const [, body = ''] = letter.split('.');
  const { signedAt: _, ...payload } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  const seal = signStatement(signer, { type: 'suixing-seal', at, payload });
  expect(checkLetter(seal, keys)).toEqual({ kind: 'not-a-letter' });
  for (const other of ['', 'https://example.org/pay', 'a.b.c', `${letter}.x`])
    expect(checkLetter(other, keys)).toEqual({ kind: 'not-signed' });
});

test('however a code is altered, the page takes it no sooner than the agency’s own program does', () => {
  const verifier = verifierOf(keys);
  const place = fc.nat(letter.length - 1);
  const written = fc.constantFrom(...'ABCXYZabcxyz0189-_');
  fc.assert(
    fc.property(place, written, (where, what) => {
      const altered = letter.slice(0, where) + what + letter.slice(where + 1);
      const here = checkLetter(altered, keys).kind === 'genuine';
      expect(here).toBe(letterDocument.check(altered, verifier).ok);
      if (altered !== letter && where < letter.length - 1) expect(here).toBe(false);
    }),
  );
});
