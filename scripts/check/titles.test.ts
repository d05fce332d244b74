import { expect, test } from 'vitest';
import { checkTitles } from './titles.ts';

function complaintsOf(text: string, path = 'basics/money.test.ts'): readonly string[] {
  return checkTitles(new Map([[path, text]])).map(({ line, says }) => `${line} ${says}`);
}

test('refuses two tests under one title', () => {
  expect(complaintsOf("test('adds', () => {});\ntest('adds', () => {});\n")).toEqual([
    '2 two tests are titled “adds”',
  ]);
});

test('counts a table of cases as one title', () => {
  expect(complaintsOf("test.each([1, 2])('adds %s', () => {});\ntest('adds %s', () => {});\n")).toEqual([
    '2 two tests are titled “adds %s”',
  ]);
});

test('one title may stand in two groups, and anywhere outside tests', () => {
  const grouped =
    "describe('a', () => {\n  it('adds', () => {});\n});\ndescribe('b', () => {\n  it('adds', () => {});\n});\n";
  expect(complaintsOf(grouped)).toEqual([]);
  expect(complaintsOf("test('adds');\ntest('adds');\n", 'basics/money.ts')).toEqual([]);
});
