import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeMarks } from './time-marks.ts';

const days = fc
  .tuple(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: 0, max: 15_000 }))
  .map((pair) =>
    pair.toSorted((a, b) => a - b).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  );

it('below the picture of a balance stand at least two moments of the time that it shows, in order, as many as there is room for', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 3, max: 9 }), ([from = '', until = ''], room) => {
      const marks = timeMarks(from, until, room);
      const on = marks.map((mark) => mark.on);
      expect(marks.length).toBeGreaterThanOrEqual(from === until ? 1 : 2);
      expect(marks.length).toBeLessThanOrEqual(room);
      expect(on).toEqual([...new Set(on)].sort());
      expect(on.every((day) => day >= from && day <= until)).toBe(true);
      // Whoever reads from the left knows of every moment in which year it is.
      expect(marks[0]?.withYear).toBe(true);
      for (const [at, { on, withYear }] of marks.entries())
        expect(withYear || on.slice(0, 4) === marks[at - 1]?.on.slice(0, 4)).toBe(true);
    }),
  );
});

it('a few weeks are named by their ends, a year by months, and many years by years', () => {
  const told = (from: string, until: string, room: number) =>
    timeMarks(from, until, room).map(({ on, by }) => `${by} ${on}`);
  expect(told('2026-11-03', '2026-11-29', 4)).toEqual(['day 2026-11-03', 'day 2026-11-29']);
  expect(told('2026-02-10', '2026-11-29', 4)).toEqual([
    'month 2026-04-01',
    'month 2026-07-01',
    'month 2026-10-01',
  ]);
  expect(told('2019-06-01', '2026-11-29', 4)).toEqual([
    'year 2020-01-01',
    'year 2022-01-01',
    'year 2024-01-01',
    'year 2026-01-01',
  ]);
  expect(told('2026-11-29', '2026-11-29', 4)).toEqual(['day 2026-11-29']);
});
