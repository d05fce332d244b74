import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { breaks } from './breaks.ts';

const root = dirname(dirname(import.meta.dirname));

test.each(breaks)(
  'the break $name finds its guard once, changes it, and names tests that exist',
  (broken) => {
    const parts = readFileSync(join(root, broken.file), 'utf8').split(broken.find);
    expect(parts).toHaveLength(2);
    expect(broken.replace).not.toBe(broken.find);
    expect(broken.tests.length).toBeGreaterThan(0);
    for (const path of broken.tests) expect(existsSync(join(root, path)), path).toBe(true);
  },
);

test('no two breaks share a name', () => {
  expect(new Set(breaks.map(({ name }) => name)).size).toBe(breaks.length);
});
