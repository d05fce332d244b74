import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testRandom } from '#platform/testing';
import { makeSeal } from './seal.ts';
import { isSealFault } from './seal-fault.ts';

const random = testRandom(7);
const first = random(32);
const second = random(32);
const seal = makeSeal({ keys: [first], random });

describe('Sealing', () => {
  test('whatever was sealed is read again as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(seal.open(seal.seal(plain))).toBe(plain);
      }),
    );
  });

  test('the same number sealed twice gives different bytes, and neither holds the number', () => {
    const number = '11010519491231002X';
    const [one, two] = [seal.seal(number), seal.seal(number)];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
    expect(Buffer.from(one).includes(number)).toBe(false);
  });

  test('a change of any one byte is found', () => {
    const sealed = seal.seal('11010519491231002X');
    for (let place = 0; place < sealed.length; place += 1) {
      const altered = Uint8Array.from(sealed, (byte, at) => (at === place ? byte ^ 1 : byte));
      expect(() => seal.open(altered), `byte ${place}`).toThrow();
    }
  });

  test('bytes that are too short or of another format are called damaged', () => {
    expect(codeOf(() => seal.open(new Uint8Array(3)))).toBe('seal.damaged');
    expect(codeOf(() => seal.open(new Uint8Array(60).fill(9)))).toBe('seal.damaged');
  });
});

describe('Keys', () => {
  test('what an older key sealed is still read after a change of key', () => {
    const sealed = seal.seal('E12345678');
    expect(makeSeal({ keys: [second, first], random }).open(sealed)).toBe('E12345678');
  });

  test('without the key that sealed it, the fault names the key and says what to do', () => {
    const sealed = seal.seal('E12345678');
    const other = makeSeal({ keys: [second], random });
    expect(codeOf(() => other.open(sealed))).toBe('seal.key-missing');
    expect(() => other.open(sealed)).toThrow(/number [0-9a-f]{16}.*put the former identity key back/);
  });

  test('the current key comes first among the hashes of a text', () => {
    const both = makeSeal({ keys: [second, first], random });
    expect(both.keyedHashes('identity', 'A')).toEqual([
      both.keyedHash('identity', 'A'),
      seal.keyedHash('identity', 'A'),
    ]);
  });

  test('no key, or one that is not 32 bytes, is a fault at once', () => {
    expect(() => makeSeal({ keys: [], random })).toThrow('no key');
    expect(() => makeSeal({ keys: [new Uint8Array(16)], random })).toThrow('32 bytes');
  });
});

describe('Keyed hashes', () => {
  test('the same text of one purpose hashes equally, and otherwise under another purpose or key', () => {
    const hash = hex(seal.keyedHash('identity', '1234'));
    expect(hex(seal.keyedHash('identity', '1234'))).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hex(seal.keyedHash('bank-account', '1234'))).not.toBe(hash);
    expect(hex(makeSeal({ keys: [second], random }).keyedHash('identity', '1234'))).not.toBe(hash);
  });

  test('hashes by key name each key before its hash, the current one first', () => {
    const both = makeSeal({ keys: [second, first], random });
    const parts = Buffer.from(both.hashesByKey('identity', 'A')).toString('hex').match(/.{80}/g);
    expect(parts).toEqual(
      both.keyedHashes('identity', 'A').map((hash, at) => `${both.keyIds[at]}${hex(hash)}`),
    );
  });

  test('purpose and text cannot run into each other', () => {
    expect(hex(seal.keyedHash('ab', 'c'))).not.toBe(hex(seal.keyedHash('a', 'bc')));
  });
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return isSealFault(error) ? error.refusal.code : undefined;
  }
  return undefined;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
