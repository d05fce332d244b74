import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largestChange, type Point, pictureOf } from './balance-line.ts';

const frame = { width: 700, height: 300, left: 50, right: 10, top: 10, bottom: 30, moments: 6 };

const balances = fc
  .array(
    fc.record({
      balance: fc.integer({ min: 0, max: 90_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((each) =>
    each.map(
      ({ balance, share }, at): Point => ({
        on: new Date(Date.UTC(2020, at, 15)).toISOString().slice(0, 10),
        balance,
        interest: balance * share,
      }),
    ),
  );

it('the picture of a balance stays within its frame, begins at nothing, and its line ends where the balance is', () => {
  fc.assert(
    fc.property(balances, (points) => {
      const { line, yuanLines, moments, end } = pictureOf(points, '2026-11-29', frame);
      const corners = line
        .slice(1)
        .split('L')
        .map((corner) => corner.split(' ').map(Number));
      for (const [x = Number.NaN, y = Number.NaN] of corners) {
        expect(x >= frame.left && x <= frame.width - frame.right).toBe(true);
        expect(y >= frame.top && y <= frame.height - frame.bottom).toBe(true);
      }
      for (const { x } of moments) expect(x >= frame.left && x <= frame.width - frame.right).toBe(true);
      expect(corners.at(-1)).toEqual([end.x, end.y]);
      expect(yuanLines[0]).toEqual({ yuan: 0, y: frame.height - frame.bottom });
      expect(yuanLines.at(-1)?.yuan).toBeGreaterThanOrEqual(
        Math.max(...points.map(({ balance }) => balance)),
      );
    }),
  );
});

it('a note is made of the largest change only where it is large', () => {
  const at = (on: string, balance: number): Point => ({ on, balance, interest: 0 });
  const steady = [at('2025-01-01', 9000), at('2025-02-01', 9100), at('2025-03-01', 9200)];
  expect(largestChange(steady)).toBeNull();
  expect(largestChange([...steady, at('2025-04-01', 4000)])).toMatchObject({
    before: 9200,
    point: { balance: 4000 },
  });
});
