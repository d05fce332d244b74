import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from './all.ts';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs', 'exchange');

/** As they are linked to: lower case, hyphens for spaces. */
function headingsOf(file: string): readonly string[] {
  const lines = readFileSync(join(docs, file), 'utf8').split('\n');
  return lines.flatMap((line) =>
    /^#+ /.test(line) ? [line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-')] : [],
  );
}

test('every check has an id of its own, a sentence in both languages and a section that there is', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  for (const { id, says, section } of checks) {
    expect([says.zh.length >= 4, says.en.length >= 10], id).toEqual([true, true]);
    const [file = '', heading] = section.split('#');
    expect(existsSync(join(docs, file)), section).toBe(true);
    if (heading !== undefined) expect(headingsOf(file)).toContain(heading);
  }
});

test('the documentation tells how many checks there are', () => {
  expect(checks).toHaveLength(99);
  expect(readFileSync(join(docs, 'conformance.md'), 'utf8')).toContain('Ninety-nine checks');
});
