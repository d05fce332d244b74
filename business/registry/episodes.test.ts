import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate as day } from '#basics';
import { covers, episodesOf } from './episodes.ts';

const first = day('2020-01-01');
const anyDay = fc.integer({ min: 0, max: 40 }).map((n) => addDays(first, n));
const anyClaim = fc
  .record({
    trueFrom: fc.option(anyDay),
    length: fc.option(fc.integer({ min: 0, max: 20 })),
    value: fc.constantFrom('active', 'suspended', 'transferred'),
  })
  .map(({ trueFrom, length, value }) => ({
    trueFrom,
    trueTo: length === null ? null : addDays(trueFrom ?? first, length),
    value,
  }));

describe('Episodes of a relationship', () => {
  test('a stop ends the cover before it, and what is known later wins', () => {
    const claims = [
      { trueFrom: null, trueTo: null, value: 'active' },
      { trueFrom: day('2022-06-01'), trueTo: null, value: 'suspended' },
      { trueFrom: day('2022-03-01'), trueTo: day('2022-03-31'), value: 'suspended' },
    ];
    expect(episodesOf(claims)).toEqual([
      { from: null, to: '2022-02-28', value: 'active' },
      { from: '2022-03-01', to: '2022-03-31', value: 'suspended' },
      { from: '2022-04-01', to: '2022-05-31', value: 'active' },
      { from: '2022-06-01', to: null, value: 'suspended' },
    ]);
  });

  test('on every day the episode is what the last claim about that day says, and a day without a claim has none', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 8 }), anyDay, (claims, on) => {
        const episodes = episodesOf(claims);
        const covering = episodes.filter(({ from, to }) => covers({ trueFrom: from, trueTo: to }, on));
        expect(covering.length).toBeLessThanOrEqual(1);
        expect(covering[0]?.value).toBe(claims.findLast((claim) => covers(claim, on))?.value);
      }),
    );
  });

  test('episodes that touch differ, and they come in the order of days', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 8 }), (claims) => {
        const episodes = episodesOf(claims);
        for (const [index, { from, value }] of episodes.entries()) {
          const before = episodes[index - 1];
          if (!before) continue;
          expect(before.to !== null && from !== null && before.to < from).toBe(true);
          if (before.to !== null && addDays(before.to, 1) === from) expect(before.value).not.toBe(value);
        }
      }),
    );
  });
});
