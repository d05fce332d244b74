import { beforeAll, expect, test } from 'vitest';
import { type Outcome, outcomeOf } from './judge.testing.ts';
import * as moves from './moves.testing.ts';
import type { Mishap } from './network.testing.ts';
import { chengdu, type Plot, shenzhen } from './people.testing.ts';
import { carryOut, type Director, directorOf, fulfil, untilQuiet } from './run.testing.ts';
import { sayByHand } from './say-by-hand.testing.ts';
import { openStage, type Stage } from './stage.testing.ts';
import { stories } from './stories.testing.ts';
import { openWorld } from './world.testing.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stories.filter(({ name }) => name === 'applies-there'));
}, 120_000);

/** Somebody leaves Shenzhen for Chengdu, where they apply; a race says in which order the rest comes. */
interface Race {
  readonly director: Director;
  readonly plot: Plot;
  readonly deliver: (region: typeof shenzhen | typeof chengdu, mishap?: Mishap) => Promise<void>;
  readonly apply: (region: typeof shenzhen | typeof chengdu) => Promise<void>;
  /** Shenzhen’s finance officers have the bank pay; its answer waits. */
  readonly pay: () => Promise<void>;
  readonly takeBankFile: (region: typeof shenzhen | typeof chengdu) => Promise<void>;
  readonly pass: (minutes: number) => Promise<void>;
  readonly now: () => Outcome;
  /** Everybody does what is left to do. */
  readonly end: () => Promise<Outcome>;
}

async function race(): Promise<Race> {
  const plots = stage.plots.filter(({ from }) => from === shenzhen);
  const world = await openWorld(stage, { seed: 1, plots, takesBalances: true, rough: false });
  const director = directorOf(world);
  const [plot] = plots;
  const [act] = plot?.story.acts ?? [];
  if (!plot || !act) throw new Error('the stage has nobody who leaves Shenzhen');
  await fulfil(director, { plot, act });
  const sound = async (move: moves.Move) => {
    await carryOut(director, move);
    expect(director.broken).toEqual([]);
  };
  return {
    ...{ director, plot },
    async deliver(region, mishap) {
      world.network.planned.push(mishap ?? null);
      await sound(moves.deliver(world, region));
      world.network.planned.length = 0;
    },
    apply: (region) => sound(moves.apply(world, region)),
    async pay() {
      for (let next = moves.pay(world, shenzhen); next; next = moves.pay(world, shenzhen)) await sound(next);
    },
    takeBankFile: (region) => sound(moves.takeBankFile(world, region, { place: 0, again: false })),
    pass: (minutes) => sound(moves.wait(world, minutes)),
    now: () => outcomeOf(world, plot),
    async end() {
      await untilQuiet(director);
      expect(director.broken).toEqual([]);
      return outcomeOf(world, plot);
    },
  };
}

const asInOrder: Outcome = {
  ...{ leaving: 'completed', coming: 'completed', withdrawal: null },
  ...{ money: ['there'], queue: [] },
};

test('an information sheet that comes while our letter still counts as not delivered is recorded, and the letter is delivered once', async () => {
  const { deliver, apply, now, end } = await race();
  await deliver(chengdu, 'answer lost');
  await apply(shenzhen);
  await deliver(shenzhen);
  await apply(chengdu);
  expect(now()).toMatchObject({ coming: 'awaiting-balance', queue: ['contact-letter waiting timeout'] });
  expect(await end()).toEqual(asInOrder);
});

test('a remittance advice that comes before the sheet waits for it, and both count once the sheet is here', async () => {
  const { deliver, apply, pay, takeBankFile, now, end } = await race();
  await deliver(chengdu);
  await apply(shenzhen);
  await deliver(shenzhen, 'lost');
  await pay();
  await takeBankFile(shenzhen);
  await deliver(shenzhen);
  await apply(chengdu);
  expect(now()).toMatchObject({
    coming: 'awaiting-sheet',
    queue: ['information-sheet waiting ECONNRESET', 'remittance-advice kept null'],
  });
  expect(await end()).toEqual(asInOrder);
});

test('money that comes before the sheet and the advice stands in suspense, and is credited once both are here', async () => {
  const { deliver, apply, pay, pass, takeBankFile, now, end } = await race();
  await deliver(chengdu);
  await apply(shenzhen);
  await pay();
  await pass(1_440);
  await takeBankFile(chengdu);
  expect(now()).toMatchObject({ leaving: 'with-bank', coming: 'awaiting-sheet' });
  expect(now().money).toContain('in suspense there');
  expect(await end()).toEqual(asInOrder);
});

/** Chengdu refuses the balance, whatever else it does. */
async function refuse({ director, deliver, apply }: Race): Promise<void> {
  const { owner: ownerId = '', transfer: transferId } = director.world.views[chengdu].cases[0] ?? {};
  const change = {
    money: 'not-received',
    sentBackReference: null,
    amountFen: null,
    refusedOn: '2026-12-01',
  };
  await sayByHand(director, {
    ...{ type: 'balance-refused', change, ownerId, transferId: transferId ?? '' },
  });
  await deliver(chengdu);
  await apply(shenzhen);
}

test('a refusal that comes after the credit changes nothing and stands before a clerk', async () => {
  const run = await race();
  expect(await run.end()).toEqual(asInOrder);
  await refuse(run);
  expect(await run.end()).toEqual({ ...asInOrder, queue: ['balance-refused set-aside transfer.money-gone'] });
});

test('a refusal of money that is credited all the same leaves the money where it is, and the contradiction before a clerk', async () => {
  const run = await race();
  const { deliver, apply, pay, takeBankFile } = run;
  await deliver(chengdu);
  await apply(shenzhen);
  await pay();
  await takeBankFile(shenzhen);
  await refuse(run);
  expect(run.now()).toMatchObject({ leaving: 'awaiting-money-back' });
  expect(await run.end()).toEqual({
    ...{ leaving: 'awaiting-money-back', coming: 'completed', withdrawal: null, money: ['there'] },
    queue: ['balance-credited set-aside casework.not-now'],
  });
});

test('a refusal that comes while the bank has the money does not keep the books from learning that it was paid', async () => {
  const run = await race();
  const { deliver, apply, pay } = run;
  await deliver(chengdu);
  await apply(shenzhen);
  await pay();
  await refuse(run);
  expect(run.now()).toMatchObject({ leaving: 'awaiting-money-back' });
  expect(await run.end()).toEqual({
    ...{ leaving: 'awaiting-money-back', coming: 'awaiting-balance', withdrawal: null },
    ...{ money: ['in suspense there'], queue: [] },
  });
  const { attempts, lines } = run.director.world.views[shenzhen];
  expect(attempts).toMatchObject([{ result: 'paid' }]);
  expect(lines).toMatchObject([{ direction: 'out', outcome: 'booked' }]);
});
