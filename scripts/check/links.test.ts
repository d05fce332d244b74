import { expect, test } from 'vitest';
import { linksOf } from './links.ts';

test('a symbolic link that git keeps is found, and a file is not one', () => {
  const staged = `100644 aa 0\tREADME.md\0120000 bb 0\tnode_modules\0100755 cc 0\t.ci/run\0`;
  expect(linksOf(staged)).toEqual(['node_modules']);
});
