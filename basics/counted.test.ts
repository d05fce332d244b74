import { expect, test } from 'vitest';
import { counted, forCount } from './counted.ts';

test('one day is a day, and none or several are days', () => {
  expect([0, 1, 2, 11, 21].map((n) => counted(n, 'day', 'days'))).toEqual([
    '0 days',
    '1 day',
    '2 days',
    '11 days',
    '21 days',
  ]);
});

test('whole sentences go by the number as well', () => {
  expect([0, 1, 5].map((n) => forCount(n, 'one thing', 'several'))).toEqual([
    'several',
    'one thing',
    'several',
  ]);
});
