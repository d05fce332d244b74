import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chanceOf } from '#apps/demo';
import { drawCountry } from './draw-country.ts';
import { gravityMatrix, readMatrix } from './matrix.ts';

it('reads who moves from where to where, and leaves out who stays', () => {
  const csv = '\uFEFFregion,people,North,South\r\nNorth,600,9,3\r\nSouth,400,1,0\r\n';
  expect(readMatrix(csv)).toEqual({
    ok: true,
    value: {
      regions: [
        { name: 'North', people: 600 },
        { name: 'South', people: 400 },
      ],
      flows: [
        [0, 3],
        [1, 0],
      ],
    },
  });
});

it('tells everything that is wrong with a matrix at once, by its lines', () => {
  const read = readMatrix('region,people,North,South\nSouth,600,x,3\nNorth,0,1\n');
  expect(read).toMatchObject({ ok: false, refusal: { code: 'country.bad-matrix' } });
  const problems = read.ok ? [] : (read.refusal.problems ?? []);
  expect(problems.map(({ path }) => path)).toEqual(['2', '2', '3', '3', '3']);
  expect(readMatrix('region,people,A,B\nA,1,0,0\nB,1,0,0\n')).toMatchObject({ ok: false });
});

it('the same seed draws the same country, in which nobody moves to where they are or has another’s number', () => {
  const sizes = fc.record({ count: fc.integer({ min: 2, max: 12 }), seed: fc.nat(1_000) });
  fc.assert(
    fc.property(sizes, ({ count, seed }) => {
      const draw = () => {
        const chance = chanceOf(seed);
        return drawCountry(gravityMatrix(count, chance), { people: 200, days: 30, moving: 40 }, chance);
      };
      const country = draw();
      expect(draw()).toEqual(country);
      const numbers = country.people.flat().map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const { from, to, day, person } of country.movers) {
        expect(from).not.toBe(to);
        expect(day).toBeLessThan(30);
        expect(country.people[from]?.find(({ number }) => number === person.number)?.moves).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});
