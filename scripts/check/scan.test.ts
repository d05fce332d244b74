import { expect, test } from 'vitest';
import { scan } from './scan.ts';

test.each([
  ['strings of both kinds', `f('a"b', "c'd")`, [`a"b`, `c'd`]],
  ['escaped quotes', String.raw`f('it\'s', 'b')`, [String.raw`it\'s`, 'b']],
  ['a template with nested templates', 'f(`a ${b(`c ${d}`)} e`, `g`)', ['a ${b(`c ${d}`)} e', 'g']],
  ['quotes in comments', "a; // don't\n/* don't */ f('b')", ['b']],
  ['quotes in regular expressions', `x.replace(/['"]/g, 'b')`, ['b']],
  ['a division, which is no regular expression', `f(a / b, 'c', d / e)`, ['c']],
])('finds %s', (_what, text, expected) => {
  expect(scan(text).strings.map((literal) => literal.text)).toEqual(expected);
});

test('keeps offsets and lines where it blanks', () => {
  const text = "const a = 'b {'; // c {\nfunction f() {}\n";
  const { code } = scan(text);
  expect(code).toHaveLength(text.length);
  expect(code).toBe("const a = '   ';       \nfunction f() {}\n");
});
