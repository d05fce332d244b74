import type { Refusal, Result } from '#basics';
import { endToEndId } from '#business/payments';
import type { TestDatabase } from '#platform/testing';
import { type Banks, openBanks } from './banks.testing.ts';
import { type Chance, chanceOf } from './chance.testing.ts';
import { type Network, openNetwork } from './network.testing.ts';
import { type Plot, type Region, regions } from './people.testing.ts';
import type { SimAgency } from './sim-agency.testing.ts';
import { morning, type Stage } from './stage.testing.ts';
import { type Seen, setDatabaseClock, type View, viewOf } from './view.testing.store.ts';

/** Everything that one run plays in. */
export interface World {
  readonly stage: Stage;
  readonly plots: readonly Plot[];
  readonly agencies: Stage['agencies'];
  readonly chance: Chance;
  readonly banks: Banks;
  readonly network: Network;
  /** Letters of another program, tried until they are there. */
  readonly byHand: { readonly from: Region; readonly text: string; readonly messageId: string }[];
  /** What each agency's database says at this moment. */
  readonly views: Record<Region, View>;
  /** What happened, a line a step. */
  readonly steps: string[];
  /** Messages that were done with, by agency. */
  readonly applied: Set<string>;
  /** Batches of which the bank has our file. */
  readonly handedOver: Set<string>;
  now(): Date;
  /** Whether things go wrong now. */
  rough: boolean;
  /** Whether the bank sends remittances back, whatever the story says. */
  bankRejects: boolean;
  /** Looks at the databases of agencies anew. */
  look(at: readonly Region[]): Promise<void>;
  moveTo(at: Date): Promise<void>;
}

export interface Scenery {
  readonly seed: number;
  readonly plots: readonly Plot[];
  /** Whether the agencies take balances from elsewhere. */
  readonly takesBalances: boolean;
  readonly rough: boolean;
}

export async function openWorld(
  stage: Stage,
  { seed, plots, takesBalances, rough }: Scenery,
): Promise<World> {
  await stage.putBack();
  const { databases } = stage;
  const chance = chanceOf(seed);
  const { agencies } = stage;
  let at = morning;
  for (const region of regions)
    bindAgency(agencies[region], { db: databases[region], seed, takesBalances, now: () => at });
  const views = {} as Record<Region, View>; // filled before anybody sees it
  const world: World = {
    ...{
      stage,
      plots,
      agencies,
      chance,
      views,
      byHand: [],
      steps: [],
      handedOver: new Set(),
      applied: new Set(),
    },
    banks: openBanks({ chance, late: () => world.rough }),
    network: openNetwork((to, text) => agencies[to].take(text), {
      chance,
      rough: () => (world.rough ? 0.35 : 0),
    }),
    now: () => at,
    rough,
    bankRejects: false,
    async look(where) {
      await Promise.all(
        where.map(async (region) => {
          views[region] = await viewOf(databases[region].superuser, agencies[region].agency.clock.now());
        }),
      );
    },
    async moveTo(to) {
      at = to;
      await Promise.all(regions.map((region) => setDatabaseClock(databases[region].superuser, at)));
    },
  };
  await world.moveTo(morning);
  await world.look(regions);
  return world;
}

/** Two clocks are never quite the same, and none ever stands still: whoever reads it twice reads two times. */
function bindAgency(
  sim: SimAgency,
  {
    db,
    seed,
    takesBalances,
    now,
  }: Pick<Scenery, 'seed' | 'takesBalances'> & { readonly db: TestDatabase; readonly now: () => Date },
): void {
  const chance = chanceOf(seed, sim.region);
  const aheadMs = Math.round((chance.at('clock') - 0.5) * 180_000);
  let reads = 0;
  const clock = () => {
    reads += 1;
    return new Date(now().getTime() + aheadMs + reads);
  };
  sim.bind({ app: db.app, gateway: db.gateway, clock, random: chance.bytes, takesBalances });
}

export function seenOf({ stage, views }: World, plot: Plot): Seen {
  const leaver = stage.ownerOf(plot.from, plot);
  const comer = stage.ownerOf(plot.to, plot);
  const here = views[plot.from].cases.filter(({ owner }) => owner === leaver);
  const there = views[plot.to].cases.filter(({ owner }) => owner === comer);
  const withdrawal = here.findLast(({ process }) => process === 'withdrawal');
  return {
    leaving: here.findLast(({ process }) => process === 'transfer-out')?.state ?? null,
    coming: there.findLast(({ process }) => process === 'transfer-in')?.state ?? null,
    ...{ withdrawal: withdrawal?.state ?? null, payee: withdrawal?.payee ?? false },
  };
}

/** Whose money a payment of ours moves. */
export function plotOf({ stage, plots, views }: World, reference: string): Plot {
  for (const region of regions)
    for (const { owner, order, attempt } of views[region].attempts)
      if (endToEndId({ orderId: order, attempt }) === reference) {
        const plot = plots.find((each) => stage.ownerOf(region, each) === owner);
        if (plot) return plot;
      }
  throw new Error(`nobody in this run is paid under ${reference}`);
}

export function codeOf(result: Result<unknown, Refusal>): string {
  return result.ok ? 'done' : result.refusal.code;
}
