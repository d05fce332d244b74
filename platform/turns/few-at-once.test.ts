import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

test('of five who sign in together two are looked at at once, in the order in which they came, also after one went wrong', async () => {
  const run = fewAtOnce(2, { mostWaiting: 3, full: () => new Error('full') });
  const began: number[] = [];
  const ends: ((fault?: Error) => void)[] = [];
  const five = [0, 1, 2, 3, 4].map((each) =>
    run(() => {
      began.push(each);
      return new Promise<number>((done, fail) => ends.push((fault) => (fault ? fail(fault) : done(each))));
    }).catch(() => -1),
  );
  expect(began).toEqual([0, 1]);
  ends[1]?.(new Error('went wrong'));
  expect(await five[1]).toBe(-1);
  expect(began).toEqual([0, 1, 2]);
  ends[0]?.();
  ends[2]?.();
  expect(await Promise.all([five[0], five[2]])).toEqual([0, 2]);
  expect(began).toEqual([0, 1, 2, 3, 4]);
  ends[3]?.();
  ends[4]?.();
  expect(await Promise.all(five)).toEqual([0, -1, 2, 3, 4]);
});

test('whoever comes while enough wait already is sent away at once, and let in again when there is room', async () => {
  const run = fewAtOnce(1, { mostWaiting: 1, full: () => new Error('full') });
  const ends: (() => void)[] = [];
  const come = () => run(() => new Promise<string>((done) => ends.push(() => done('looked at'))));
  const [first, second] = [come(), come()];
  await expect(come()).rejects.toThrow('full');
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe('looked at');
  const third = come();
  ends[1]?.();
  expect(await second).toBe('looked at');
  ends[2]?.();
  expect(await third).toBe('looked at');
});
