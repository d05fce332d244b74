import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test('characters without a shape stand by their code, wherever in a value they are', () => {
  const { value, replaced } = plainText({ a: ['x\u0000', { b: 'y\u202Ez\u200B' }], c: 1, d: null });
  expect(value).toEqual({ a: ['x[U+0000]', { b: 'y[U+202E]z[U+200B]' }], c: 1, d: null });
  expect(replaced).toEqual(['U+0000', 'U+202E', 'U+200B']);
});

const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 0x2fff })))
  .map((codes) => String.fromCodePoint(...codes));

test('whatever is written, nothing that cannot be seen or turns the reading round is left', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const left = Array.from(plainText(text).value, (character) => character.codePointAt(0) ?? 0);
      expect(left.filter(unseen)).toEqual([]);
    }),
  );
});

test('Chinese, Latin and line ends stay as they are', () => {
  expect(plainText('张小明\nŁukasz — “x” 〔2026〕').value).toBe('张小明\nŁukasz — “x” 〔2026〕');
});

/** Controls, and marks of direction and joining: by their numbers, another way than the code goes. */
function unseen(code: number): boolean {
  const control = (code < 32 && code !== 10) || (code >= 127 && code < 160);
  const mark = (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e);
  return control || mark || (code >= 0x2066 && code <= 0x2069) || (code >= 0xd800 && code <= 0xf8ff);
}
