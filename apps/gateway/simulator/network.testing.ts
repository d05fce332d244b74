import { createHash } from 'node:crypto';
import type { Posted } from '#engines/exchange';
import type { Chance } from './chance.testing.ts';
import { otherThan, type Region } from './people.testing.ts';

export const mishaps = ['lost', 'answer lost', 'late', 'twice', 'another’s answer'] as const;
export type Mishap = (typeof mishaps)[number];

/** A message that is under way by itself, whatever its sender believes. */
export interface Straggler {
  readonly to: Region;
  readonly text: string;
}

export interface Network {
  readonly stragglers: Straggler[];
  /** What befalls the next tries, one each, before anything is left to chance; null: nothing. */
  readonly planned: (Mishap | null)[];
  /** How often each mishap befell a message. */
  readonly befell: Map<string, number>;
  /** What a POST of an agency comes to. */
  post(from: Region, text: string): Promise<Posted>;
}

/** The wire between the two gateways. `mishapOf` says what befalls a try; nothing where it says null. */
export function openNetwork(
  take: (to: Region, text: string) => Promise<Posted>,
  { chance, rough }: { readonly chance: Chance; readonly rough: () => number },
): Network {
  const stragglers: Straggler[] = [];
  const plan: (Mishap | null)[] = [];
  const befell = new Map<string, number>();
  const tries = new Map<string, number>();
  /** The last good answer to each agency: what a wire that mixes things up hands out again. */
  const answers = new Map<Region, Posted>();

  function draw(text: string): Mishap | null {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const times = (tries.get(digest) ?? 0) + 1;
    tries.set(digest, times);
    // By its place in the row of tries, not by its bytes: a signature is not the same in another process.
    const order = [...tries.keys()].indexOf(digest);
    const planned = plan.shift();
    if (planned !== undefined) return planned;
    if (chance.at('mishap', order, times) >= rough()) return null;
    return mishaps[Math.floor(chance.at('which', order, times) * mishaps.length)] ?? null;
  }

  async function carry(to: Region, text: string): Promise<Posted> {
    const answer = await take(to, text);
    if ('status' in answer && answer.status === 200) answers.set(otherThan(to), answer);
    return answer;
  }

  return {
    ...{ stragglers, befell, planned: plan },
    async post(from, text) {
      const to = otherThan(from);
      const mishap = draw(text);
      if (mishap) befell.set(mishap, (befell.get(mishap) ?? 0) + 1);
      if (mishap === 'late' || mishap === 'twice') stragglers.push({ to, text });
      if (mishap === 'lost') return { fault: 'ECONNRESET' };
      if (mishap === 'late') return { fault: 'timeout' };
      if (mishap === 'another’s answer')
        return answers.get(from) ?? { status: 200, contentType: 'text/html', body: '<html>OK</html>' };
      const answer = await carry(to, text);
      return mishap === 'answer lost' ? { fault: 'timeout' } : answer;
    },
  };
}
