import { describeFault } from '#platform/http';
import { broken, type Outcome, openingOf, outcomeOf } from './judge.testing.ts';
import * as moves from './moves.testing.ts';
import { type Plot, type Region, regions } from './people.testing.ts';
import type { Stage } from './stage.testing.ts';
import type { Act } from './stories.testing.ts';
import { openWorld, seenOf, type World } from './world.testing.ts';

export interface Run {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The first thing that did not hold; empty where everything did. */
  readonly broken: readonly string[];
  readonly steps: readonly string[];
  /** How often what went wrong. */
  readonly befell: ReadonlyMap<string, number>;
  readonly kills: number;
}

export interface Played {
  readonly seed: number;
  readonly plots: readonly Plot[];
  readonly takesBalances: boolean;
  /** How many steps are taken while everything may go wrong; 0: the orderly run. */
  readonly roughSteps: number;
  /** Looks at the databases once everything is quiet. */
  readonly inTheEnd?: (world: World) => Promise<readonly string[]>;
}

/** Plays one run: so many steps in disorder, then in order and with time going on until nothing moves any more. */
export async function play(
  stage: Stage,
  { seed, plots, takesBalances, roughSteps, inTheEnd }: Played,
): Promise<Run> {
  const world = await openWorld(stage, { seed, plots, takesBalances, rough: roughSteps > 0 });
  const director = directorOf(world);
  for (let step = 0; step < roughSteps && sound(director); step += 1) await stumble(director);
  world.rough = false;
  for (const region of regions) wake(director, region);
  await untilQuiet(director);
  if (sound(director) && inTheEnd) director.broken.push(...(await inTheEnd(world)));
  const outcomes = new Map(plots.map((plot) => [plot.name, outcomeOf(world, plot)]));
  const { befell } = world.network;
  return { outcomes, broken: director.broken, steps: world.steps, befell, kills: director.kills };
}

export function directorOf(world: World): Director {
  return {
    ...{ world, opening: openingOf(world), broken: [], done: new Set(), tried: new Map(), asleep: new Map() },
    kills: 0,
  };
}

function sound({ broken }: Director): boolean {
  return broken.length === 0;
}

interface Wish {
  readonly plot: Plot;
  readonly act: Act;
}

/** A run as far as it has come. */
export interface Director {
  readonly world: World;
  readonly opening: ReadonlyMap<string, bigint>;
  /** What did not hold. */
  readonly broken: string[];
  readonly done: Set<string>;
  /** What was tried last, and as things stood then: nobody tries the same again before they stand otherwise. */
  readonly tried: Map<string, string>;
  /** Which processes are down, and for how many steps more. */
  readonly asleep: Map<Region, number>;
  kills: number;
}

export async function carryOut(director: Director, { by, alone, name, run }: moves.Move): Promise<boolean> {
  const { world, opening, broken: said, asleep } = director;
  const { agencies, chance, steps } = world;
  const outcome = await run().catch((fault: unknown) => {
    const wasKilled = regions.some((region) => agencies[region].life.isDead());
    if (!wasKilled) said.push(`${name}: ${JSON.stringify(describeFault(fault))}`);
    return 'broke off';
  });
  const dead = regions.filter((region) => agencies[region].life.isDead() && !asleep.has(region));
  for (const region of dead) asleep.set(region, chance.below(8));
  director.kills += dead.length;
  const killed = dead.map((region) => `, ${region} was killed`).join('');
  steps.push(
    `${steps.length + 1} ${world.now().toISOString()} ${by ?? 'world'} ${name}: ${outcome}${killed}`,
  );
  await world.look(by && alone ? [by] : regions);
  said.push(...broken(world, opening));
  if (steps.length >= mostSteps) said.push(`it went on for ${mostSteps} steps`);
  return dead.length === 0;
}

function wishesOf({ world, done, tried }: Director): readonly Wish[] {
  return world.plots.flatMap((plot) => {
    const seen = seenOf(world, plot);
    return plot.story.acts
      .filter(({ deed, ready }) => !done.has(`${plot.name} ${deed}`) && ready(seen))
      .filter(({ deed }) => tried.get(`${plot.name} ${deed}`) !== JSON.stringify(seen))
      .map((act) => ({ plot, act }));
  });
}

export async function fulfil(director: Director, { plot, act }: Wish): Promise<void> {
  const { world, tried, done } = director;
  const [key, seen] = [`${plot.name} ${act.deed}`, JSON.stringify(seenOf(world, plot))];
  const finished = await carryOut(director, moves.deed(world, plot, act));
  // Whoever was cut off looks again.
  if (finished) tried.set(key, seen);
  if (finished && act.once) done.add(key);
}

/** One step while everything may go wrong. */
async function stumble(director: Director): Promise<void> {
  const { world, asleep } = director;
  const { chance, agencies } = world;
  for (const [region, steps] of asleep) {
    if (steps > 0) asleep.set(region, steps - 1);
    else wake(director, region);
  }
  const awake = (region: Region | null) => region === null || !asleep.has(region);
  const open = enabled(world, awake);
  const wishes = wishesOf(director).filter(({ plot, act }) => awake(moves.deed(world, plot, act).by));
  for (const region of regions)
    if (awake(region) && chance.next() < killChance) agencies[region].life.dieAfter(chance.below(14));
  const place = chance.below(open.length + wishes.length);
  const wish = wishes[place - open.length];
  if (wish) await fulfil(director, wish);
  else await carryOut(director, open[place] ?? moves.wait(world, 5));
}

/** How likely it is that a process is struck in a step. */
const killChance = 0.06;
/** A run takes a few hundred. */
const mostSteps = 1_500;

function wake({ world, asleep }: Director, region: Region): void {
  world.agencies[region].life.startAgain();
  asleep.delete(region);
}

/** Everything that may happen next in disorder. */
function enabled(world: World, awake: (region: Region | null) => boolean): readonly moves.Move[] {
  const { chance, network, views, banks } = world;
  const of = (region: Region): readonly moves.Move[] => {
    if (!awake(region)) return [];
    const due = views[region].sent.filter((one) => one.due).length;
    const kept = views[region].messages.filter(({ state }) => state === 'kept').length;
    const paying = moves.pay(world, region);
    const files = banks.inbox[region].length;
    // Where an agency begins, its first statement comes first: only what follows one is held to it.
    const anyOrder = views[region].lines.length > 0;
    const drawn = chance.below(Math.min(2, files));
    const file = { place: anyOrder ? drawn : 0, again: chance.next() < 0.25 };
    return [
      ...Array.from({ length: Math.min(3, due) }, () => moves.deliver(world, region)),
      ...Array.from({ length: Math.min(2, kept) }, () => moves.apply(world, region)),
      ...(paying ? [paying, paying] : []),
      ...(files > 0 ? [moves.takeBankFile(world, region, file)] : []),
      ...(chance.next() < 0.5 ? [moves.work(world, region)] : []),
    ];
  };
  return [
    ...regions.flatMap(of),
    ...network.stragglers.map((_, place) => moves.straggle(world, place)),
    ...undelivered(world).map((letter) => moves.postByHand(world, letter)),
    moves.wait(world, chance.pick([5, 60, 240, 720, 1_440, 4_320])),
  ];
}

function undelivered({ byHand, views }: World): World['byHand'] {
  return byHand.filter(
    ({ messageId }) => !regions.some((region) => views[region].messages.some(({ id }) => id === messageId)),
  );
}

/** So long nothing may have changed before it counts as quiet: longer than the two deadlines of who is asked and reminded in vain. */
const quietDays = 75;
const longestDays = 400;

export async function untilQuiet(director: Director): Promise<void> {
  const { world } = director;
  const { banks } = world;
  let quietSince = world.now().getTime();
  const end = quietSince + longestDays * day;
  for (let before = ''; world.now().getTime() < end && sound(director); ) {
    await settleDown(director);
    const now = JSON.stringify(world.plots.map((plot) => [outcomeOf(world, plot)]));
    if (now !== before || banks.busy()) quietSince = world.now().getTime();
    before = now;
    const days = (world.now().getTime() - quietSince) / day;
    if (days >= quietDays) return;
    await carryOut(director, moves.wait(world, banks.busy() || days < 1 ? 1_440 : 1_440 * 15));
  }
  if (sound(director)) director.broken.push('it never became quiet');
}

const day = 86_400_000;

/** Everybody does what there is to do until there is nothing, while hours pass; a message that was not delivered is tried again. */
async function settleDown(director: Director): Promise<void> {
  const { world } = director;
  const { views, banks } = world;
  const now = () => JSON.stringify([views, banks.inbox]);
  for (let round = 0; round < 60 && sound(director); round += 1) {
    const before = now();
    await finishErrands(director);
    // A message that waits for one before it is tried again and again, and changes nothing by it.
    if (now() !== before) continue;
    for (const region of regions) await carryOut(director, moves.work(world, region));
    const waiting = regions.some((region) => views[region].sent.some(({ state }) => state === 'waiting'));
    if (now() === before && !waiting) return;
    if (waiting) await carryOut(director, moves.wait(world, 60));
  }
}

async function finishErrands(director: Director): Promise<void> {
  const { world } = director;
  const { network, banks, views } = world;
  while (network.stragglers.length > 0) await carryOut(director, moves.straggle(world, 0));
  for (const letter of undelivered(world)) await carryOut(director, moves.postByHand(world, letter));
  for (const region of regions) {
    while (views[region].sent.some(({ due }) => due) && sound(director))
      await carryOut(director, moves.deliver(world, region));
    if (views[region].messages.some(({ state }) => state === 'kept'))
      await carryOut(director, moves.apply(world, region));
  }
  for (const wish of wishesOf(director)) await fulfil(director, wish);
  for (const region of regions) {
    for (let next = moves.pay(world, region); next && sound(director); next = moves.pay(world, region))
      await carryOut(director, next);
    for (let files = banks.inbox[region].length; files > 0; files -= 1)
      await carryOut(director, moves.takeBankFile(world, region, { place: 0, again: false }));
  }
}
