import { expect, test } from 'vitest';
import { untilWhen } from './until.ts';

test('a link that ends in the small hours of a day says at which time, so that nobody counts on the whole day', () => {
  const end = '2027-01-01T18:26:00Z';
  expect(untilWhen(end, 'zh')).toBe('2027年1月2日（周六） 02:26');
  expect(untilWhen(end, 'en')).toBe('Sat 2 January 2027, 02:26');
});
