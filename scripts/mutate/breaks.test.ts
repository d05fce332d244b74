import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

test('no break changes a function that a later migration makes anew', () => {
  const made = (file: string): readonly string[] =>
    [
      ...readFileSync(join(root, 'migrations', file), 'utf8').matchAll(
        /CREATE (?:OR REPLACE )?FUNCTION (\w+)/g,
      ),
    ].map(([, name = '']) => name);
  const files = readdirSync(join(root, 'migrations')).sort();
  for (const { name, file, find } of breaks) {
    if (!file.startsWith('migrations/')) continue;
    const before = readFileSync(join(root, file), 'utf8').split(find)[0] ?? '';
    const opened = [...before.matchAll(/CREATE (?:OR REPLACE )?FUNCTION (\w+)/g)].at(-1);
    const ended = /\n(?:END )?\$\$;/.test(before.slice(opened?.index ?? 0));
    if (!opened || ended) continue; // a table's constraint, or a statement of its own
    const later = files.filter((each) => `migrations/${each}` > file && made(each).includes(opened[1] ?? ''));
    expect(later, name).toEqual([]);
  }
});

test('no break changes a constraint that a later migration states anew', () => {
  const files = readdirSync(join(root, 'migrations')).sort();
  for (const { name, file, find } of breaks) {
    if (!file.startsWith('migrations/')) continue;
    const whole = readFileSync(join(root, file), 'utf8');
    const place = whole.indexOf(find);
    const upTo = whole.slice(0, place + find.length);
    const [, named = ''] = [...upTo.matchAll(/CONSTRAINT (\w+)/g)].at(-1) ?? [];
    // Only where the break lies in the constraint itself: no statement ends between its name and the break's end.
    if (named === '' || /;\n/.test(upTo.slice(upTo.lastIndexOf(`CONSTRAINT ${named}`)))) continue;
    const later = files.filter(
      (each) =>
        `migrations/${each}` > file &&
        readFileSync(join(root, 'migrations', each), 'utf8').includes(`CONSTRAINT ${named}`),
    );
    expect(later, name).toEqual([]);
  }
});
