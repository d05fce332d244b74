import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, plainDate } from '#basics';
import { partsWithin, type Stretch } from './stretch.ts';

const day = (n: number) => addDays(plainDate('2026-06-01'), n);
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 0, max: 30 })))
  .map(([from, lasts]): Stretch => ({ from: day(from), until: lasts === null ? null : day(from + lasts) }));

it('has a day of a stretch in one of its parts exactly where another stretch has that day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.array(stretch, { maxLength: 5 }), (length, others) => {
      const whole = { from: day(5), until: day(5 + length) };
      const parts = partsWithin(whole, others);
      for (let n = 0; n < 70; n += 1) {
        const on = day(n);
        const has = ({ from, until }: Stretch) => from <= on && (until === null || on < until);
        expect(parts.filter(has).length).toBe(has(whole) && others.some(has) ? 1 : 0);
      }
    }),
  );
});
