import type { Seeded } from './seeds.testing.ts';

/** What many runs came to. */
export interface Tally {
  readonly begun: number;
  readonly befell: Map<string, number>;
  runs: number;
  steps: number;
  kills: number;
  /** Stories that came to something else and stand before a clerk. */
  crossed: number;
}

export function newTally(): Tally {
  return { begun: performance.now(), befell: new Map(), runs: 0, steps: 0, kills: 0, crossed: 0 };
}

/** Counts a run, and tells now and then how far it is. */
export function tell(
  tally: Tally,
  { seed, run, aloud }: { readonly seed: number; readonly run: Seeded; readonly aloud: boolean },
): void {
  tally.runs += 1;
  tally.steps += run.steps.length;
  tally.kills += run.kills;
  tally.crossed += run.crossed.length;
  for (const [what, times] of run.befell) tally.befell.set(what, (tally.befell.get(what) ?? 0) + times);
  if (aloud && tally.runs % 20 === 0) process.stderr.write(`${lineOf(tally, seed)}\n`);
}

function lineOf({ begun, befell, runs, steps, kills, crossed }: Tally, seed: number): string {
  const seconds = (performance.now() - begun) / 1_000;
  const mishaps = [...befell].map(([what, times]) => `${times} ${what}`).join(', ');
  return `seed ${seed}: ${runs} runs, ${(runs / seconds).toFixed(2)} a second; ${steps} steps, ${kills} kills, messages ${mishaps}; ${crossed} stories stand before a clerk`;
}
