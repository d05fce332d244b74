import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateLawDocs } from './law.ts';

const root = dirname(dirname(import.meta.dirname));

describe('the law pages', () => {
  const files = Object.entries(generateLawDocs());

  test.each(files)('%s is what the rules give now', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  test('every link to a clause leads to one', () => {
    const clauses = generateLawDocs()['docs/law/clauses.md'] ?? '';
    const links = files.flatMap(([, text]) =>
      [...text.matchAll(/clauses\.md#([\w.-]+)/g)].map((link) => link[1]),
    );
    expect(links.length).toBeGreaterThan(50);
    for (const link of new Set(links)) expect(clauses).toContain(`<a id="${link}"></a>`);
  });
});
