import { expect, test } from 'vitest';
import { testClock, testIds, testRandom } from '#platform/testing';

test('a test’s clock stands still until it is moved', () => {
  const clock = testClock('2022-06-30T10:00:00+08:00');
  expect(clock.now()).toEqual(new Date('2022-06-30T02:00:00Z'));
  clock.advance({ days: 1, hours: 2 });
  expect(clock.now()).toEqual(new Date('2022-07-01T04:00:00Z'));
});

test('the same seed gives the same ids and bytes, another seed others', () => {
  const three = (seed: number) =>
    [1, 2, 3].map(
      (
        (ids) => () =>
          ids.next('psn')
      )(testIds(seed)),
    );
  expect(three(1)).toEqual(three(1));
  expect(three(1)).not.toEqual(three(2));
  expect(new Set(three(1)).size).toBe(3);
  expect(three(1)).toEqual([...three(1)].sort());
  expect(testRandom(7)(64)).toEqual(testRandom(7)(64));
});

test('random bytes for tests are spread over all values', () => {
  const counts = new Array<number>(256).fill(0);
  for (const byte of testRandom(3)(25_600)) counts[byte] = (counts[byte] ?? 0) + 1;
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(160);
});
