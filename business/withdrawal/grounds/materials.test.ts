import { expect, test } from 'vitest';
import { grounds } from './all.ts';
import { paperName } from './materials.ts';

test('every paper that a withdrawal may ask for has a name, also where its ground does not apply', () => {
  const papers = Object.values(grounds).flatMap(({ materials }) => materials);
  expect(papers.length).toBeGreaterThan(20);
  for (const { material } of papers) expect(paperName(material.id).zh).toMatch(/[一-龥]/);
});
