import { exchangeKeysOf } from '#apps/agency';
import { paymentsProofs } from '#business/payments';
import { transferProofs } from '#business/transfer';
import { withdrawalProofs } from '#business/withdrawal';
import { caseworkProofs } from '#engines/casework';
import { exchangeProofs } from '#engines/exchange';
import { ledgerProofs } from '#engines/ledger';
import { sharePasses } from '#platform/postgres';
import { chanceOf } from './chance.testing.ts';
import type { Outcome } from './judge.testing.ts';
import { type Plot, type Region, regions } from './people.testing.ts';
import { play, type Run } from './run.testing.ts';
import type { Stage } from './stage.testing.ts';
import type { World } from './world.testing.ts';

/** What each story comes to where nothing goes wrong, by whether balances are taken and whose story it is. */
export type InOrder = ReadonlyMap<string, Outcome>;

/** Both orderly runs: everybody at once, where balances are taken and where they are not. */
export async function playInOrder(stage: Stage): Promise<InOrder> {
  const inOrder = new Map<string, Outcome>();
  for (const takesBalances of [true, false]) {
    const run = await play(stage, {
      seed: 0,
      plots: stage.plots,
      takesBalances,
      roughSteps: 0,
      inTheEnd: verify,
    });
    if (run.broken.length > 0) throw new Error(toldOf(run, 'the orderly run'));
    for (const [name, outcome] of run.outcomes) inOrder.set(keyOf(name, takesBalances), outcome);
  }
  return inOrder;
}

export function keyOf(plot: string, takesBalances: boolean): string {
  return takesBalances ? plot : `${plot}, not taken`;
}

export interface Seeded extends Run {
  /** Stories that came to something else and stand in a queue for it, as they may. */
  readonly crossed: readonly string[];
}

/** One run in disorder, all of it drawn from its seed; what is broken at its end has the seed’s own words. */
export async function playSeed(
  stage: Stage,
  { seed, inOrder }: { readonly seed: number; readonly inOrder: InOrder },
): Promise<Seeded> {
  const draw = chanceOf(seed, 'scenario');
  const takesBalances = draw.next() >= 0.2;
  const plots = drawPlots(stage, 2 + draw.below(2), draw.below);
  const crossed: string[] = [];
  const run = await play(stage, {
    seed,
    plots,
    takesBalances,
    roughSteps: 40 + draw.below(40),
    inTheEnd: verify,
  });
  if (run.broken.length > 0) return { ...run, crossed };
  const broken = plots.flatMap((plot) => {
    const [is, was] = [run.outcomes.get(plot.name), inOrder.get(keyOf(plot.name, takesBalances))];
    if (JSON.stringify(is) === JSON.stringify(was)) return [];
    const { orElse, inTime, announcedLate } = plot.story;
    if (announcedLate?.some((coming) => JSON.stringify(is) === JSON.stringify({ ...was, coming }))) return [];
    if (inTime?.some((outcome) => JSON.stringify(is) === JSON.stringify(outcome))) return [];
    const other = orElse && inOrder.get(keyOf(plot.name.replace(plot.story.name, orElse), takesBalances));
    if (other && JSON.stringify(is) === JSON.stringify(other)) return [];
    if (is && was && mayDiffer(plot, is, was)) {
      crossed.push(plot.name);
      return [];
    }
    return [`${plot.name} came to ${JSON.stringify(is)}; in order it comes to ${JSON.stringify(was)}`];
  });
  return { ...run, crossed, broken };
}

/** Where people and messages crossed: nothing stands in a queue but for that, and nothing else is otherwise without standing there. */
function mayDiffer({ story }: Plot, is: Outcome, was: Outcome): boolean {
  const crossing = (item: string) => story.mayCross?.some((code) => item.endsWith(` ${code}`)) === true;
  const more = is.queue.filter((item) => !was.queue.includes(item));
  const same = JSON.stringify({ ...is, queue: [] }) === JSON.stringify({ ...was, queue: [] });
  return story.mayCross !== undefined && more.every(crossing) && (same || is.queue.some(crossing));
}

function drawPlots({ plots }: Stage, count: number, below: (limit: number) => number): readonly Plot[] {
  const left = [...plots];
  return Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat();
}

/** What `suixing verify` proves of transfers, on both sides. */
export async function verify(world: World): Promise<readonly string[]> {
  return (await Promise.all(regions.map((region) => verifyOne(world, region)))).flat();
}

async function verifyOne({ agencies }: World, region: Region): Promise<readonly string[]> {
  const said: string[] = [];
  const share = sharePasses(agencies[region].agency.database);
  const { agency } = agencies[region];
  const proofs = [
    ...[...ledgerProofs, ...transferProofs, ...paymentsProofs, ...withdrawalProofs],
    ...[...caseworkProofs(agency.processes), ...exchangeProofs(exchangeKeysOf(agency))],
  ];
  for (const proof of proofs) {
    const { broken } = await proof.run(agency.database, () => undefined, share);
    said.push(...broken.map(({ row, why }) => `${region}: ${proof.name}: ${row}: ${why.en}`));
  }
  return said;
}

/** A run as somebody reads it who looks for what went wrong. */
export function toldOf({ broken, steps, outcomes }: Run, what: string): string {
  const ends = [...outcomes].map(([name, outcome]) => `${name}: ${JSON.stringify(outcome)}`);
  return [`${what}:`, ...broken, '', ...steps, '', ...ends].join('\n');
}
