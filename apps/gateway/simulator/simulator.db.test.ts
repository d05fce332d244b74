import { beforeAll, expect, test } from 'vitest';
import type { Outcome } from './judge.testing.ts';
import { type InOrder, keyOf, playInOrder, playSeed, toldOf } from './seeds.testing.ts';
import { openStage, type Stage } from './stage.testing.ts';
import { stories } from './stories.testing.ts';
import { newTally, tell } from './tally.testing.ts';

/** So many seeds, from this one on; `npm run soak -- transfers` sets them. */
const count = Number(process.env.SOAK_TRANSFERS ?? 8);
const from = Number(process.env.SOAK_FROM ?? 1);
const soaking = process.env.SOAK_TRANSFERS !== undefined;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stories);
}, 120_000);

let played: Promise<InOrder> | undefined;
/** The orderly runs, which every other is compared with. */
function orderly(): Promise<InOrder> {
  played ??= playInOrder(stage);
  return played;
}

/** By story: the case where the person leaves, the case where the person comes to, the withdrawal, and where the money is. */
const taken: Readonly<Record<string, string>> = {
  'applies-there': 'completed · completed · - · there',
  'applies-here': 'completed · completed · - · there',
  'applies-on-both-sides': 'completed · completed · - · there',
  'no-account-there': 'completed · completed · - · there',
  'nothing-in-the-account': 'completed · completed · - · ',
  'still-insured': 'declined · declined · - · here',
  unknown: '- · declined · - · ',
  'bank-sends-back': 'no-account · completed · paid · with the person',
  'bank-keeps-a-fee': 'remitted · difference · - · in suspense there',
  'bank-loses-the-reference': 'remitted · awaiting-balance · - · in suspense there',
  'letter-without-account': 'no-account · - · paid · with the person',
  'sheet-sent-again': 'completed · completed · - · there',
  'takes-it-back-there': 'remitted · cancelled · - · in suspense there',
  'takes-it-back-here': 'cancelled · declined · - · here',
  'applies-here-and-takes-it-back-there': 'remitted · cancelled · - · in suspense there',
};

/** The same where no balances are taken, as far as it comes to something else. */
const refused = 'refused-balance · balance-refused · paid · with the person';
const notTaken: typeof taken = {
  'applies-there': refused,
  'applies-here': refused,
  'applies-on-both-sides': refused,
  'no-account-there': refused,
  'bank-sends-back': refused,
  'bank-keeps-a-fee': refused,
  'bank-loses-the-reference': refused,
  'sheet-sent-again': refused,
  'takes-it-back-there': 'cancelled · cancelled · - · here',
  'applies-here-and-takes-it-back-there': 'awaiting-letter · cancelled · - · here',
};

test.each([
  ['everybody’s record and money come where they should, or are told why not', true, taken],
  ['whose balance is not taken is paid it out', false, { ...taken, ...notTaken }],
] as const)('where nothing goes wrong, %s', { timeout: 300_000 }, async (_what, takesBalances, expected) => {
  const inOrder = await orderly();
  const told = ({ leaving, coming, withdrawal, money }: Outcome) =>
    [...[leaving, coming, withdrawal].map((state) => state ?? '-'), money.join(', ')].join(' · ');
  for (const plot of stage.plots) {
    const outcome = inOrder.get(keyOf(plot.name, takesBalances));
    expect(outcome && told(outcome), plot.name).toBe(expected[plot.story.name]);
  }
});

test('the same seed is the same run, step for step', { timeout: 300_000 }, async () => {
  const inOrder = await orderly();
  const [one, other] = [
    await playSeed(stage, { seed: from, inOrder }),
    await playSeed(stage, { seed: from, inOrder }),
  ];
  // A pass that finds nothing to do may come once more, as a pool’s connections answer; nothing rests on it.
  const done = (steps: readonly string[]) =>
    steps.filter((step) => !step.endsWith('works: nothing')).map((step) => step.replace(/^\d+ /, ''));
  expect(done(other.steps)).toEqual(done(one.steps));
  expect(other.outcomes).toEqual(one.outcomes);
});

/** Seeds that have found something, each with what it was. */
const kept = [
  {
    seed: 1001,
    found:
      'how often the gateway read its directory hung on the machine’s own time, and with it when it died',
  },
  {
    seed: 1049,
    found: 'the clock of the world went back over midnight, and a bank wrote a day’s statement twice',
  },
  {
    seed: 76,
    found: 'an agency whose second statement was the first that it took in could never take the first in',
  },
  {
    seed: 554,
    found: 'whoever takes an application back too late is transferred, and that is no difference',
  },
] as const;

test.each(kept)(
  'seed $seed stays good: it showed once that $found',
  { timeout: 300_000 },
  async ({ seed }) => {
    const run = await playSeed(stage, { seed, inOrder: await orderly() });
    expect(run.broken, toldOf(run, `seed ${seed}`)).toEqual([]);
  },
);

test('whatever is lost, late, doubled, mixed up or killed, a run ends as in order or stands before a clerk, and not a fen is made or lost', {
  timeout: 7_200_000,
}, async () => {
  const inOrder = await orderly();
  const tally = newTally();
  for (let seed = from; seed < from + count; seed += 1) {
    const run = await playSeed(stage, { seed, inOrder });
    if (run.broken.length > 0) {
      const again = `npm run soak -- transfers --from ${seed} --seeds 1`;
      throw new Error(toldOf(run, `seed ${seed} (${again})`));
    }
    tell(tally, { seed, run, aloud: soaking });
  }
  // A run in which nothing happens shows nothing.
  if (count >= 20)
    expect([...tally.befell.keys()].toSorted()).toEqual([
      'another’s answer',
      'answer lost',
      'late',
      'lost',
      'twice',
    ]);
  if (count >= 20) expect(tally.kills).toBeGreaterThan(count);
});
