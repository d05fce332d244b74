import { expect, test } from 'vitest';
import { readTotals } from './mount-records.ts';

test.each([
  ['153,798.77', 15_379_877n],
  ['1,153,798.70', 115_379_870n],
  ['153798.77', 15_379_877n],
  ['1,000', 100_000n],
  ['999', 99_900n],
  ['0', 0n],
])('a total of an import may be typed as it is shown: %s', (total, openingTotalFen) => {
  expect(readTotals({ count: '5', total })).toEqual({
    ok: true,
    value: { openingCount: 5, openingTotalFen },
  });
});

test.each([
  '1,53798.77',
  '15,37,98.77',
  ',153',
  '153,',
  '1,5',
  '153，798',
  '153 798',
  '-1,000',
  '1,000.777',
  '',
])('a total of an import whose commas stand elsewhere is not guessed at: %j', (total) => {
  expect(readTotals({ count: '5', total })).toMatchObject({
    refusal: { code: 'cli.bad-value', figures: { name: '--total' } },
  });
});

test('without figures the totals of an import are only shown, and one alone does not do', () => {
  expect(readTotals({})).toEqual({ ok: true, value: null });
  expect(readTotals({ total: '1' })).toMatchObject({ refusal: { figures: { name: '--count' } } });
  expect(readTotals({ count: '5' })).toMatchObject({ refusal: { figures: { name: '--total' } } });
});
