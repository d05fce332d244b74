import { expect, test } from 'vitest';
import { linksOf } from './links.ts';

test('a symbolic link that git keeps is found, and a file is not one', () => {
  const staged = ['100644 aa 0\tREADME.md', '120000 bb 0\tnode_modules', '100755 cc 0\t.ci/run', ''];
  expect(linksOf(staged.join('\0'))).toEqual(['node_modules']);
});
