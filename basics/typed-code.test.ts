import { expect, test } from 'vitest';
import { readTypedCode, typedCode } from './typed-code.ts';

const code = typedCode(Uint8Array.from({ length: 20 }, (_, at) => at * 7));

test('a code is printed in groups of four, without the letters that are taken for digits', () => {
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('a code is the same in small letters, with spaces, with hyphens or with neither, and with O and l for 0 and 1', () => {
  expect(code).toContain('0');
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    ` ${code.replaceAll('-', '－')} `,
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
  ])
    expect(readTypedCode(typed)).toBe(code);
});
