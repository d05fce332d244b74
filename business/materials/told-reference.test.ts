import { expect, test } from 'vitest';
import { referenceOf } from './hand-in-paper.ts';
import { isOwnReference, toldReference } from './told-reference.ts';

test('a receipt says of each paper how it came, and shows nobody a hash', () => {
  const uploaded = referenceOf([{ storedName: 'a' }, { storedName: 'b' }]);
  expect(toldReference(uploaded)).toEqual({ zh: '上传 2 页', en: '2 pages uploaded' });
  expect(toldReference(referenceOf([{ storedName: 'a' }])).en).toBe('1 page uploaded');
  expect(toldReference(`C-2026-11+${uploaded}`).zh).toBe('已签承诺书，上传 2 页');
  expect(toldReference('W-2026-17')).toEqual({ zh: '档案号 W-2026-17', en: 'filed as W-2026-17' });
});

test('a number that the system gives itself is told from one under which a window files a paper', () => {
  const own = ['N-1', 'C-2026-01', `E-${'a'.repeat(64)}/2`, 'A-1 + N-1', ' N-1 '];
  const filed = ['A-1', '档-17', 'C-2026-1', 'N-12', '2026-N-1', `E-${'a'.repeat(63)}/2`];
  expect([...own, ...filed].filter(isOwnReference)).toEqual(own);
});
