import { standingOf } from '#business/registry';
import type { Reader } from '#platform/postgres';
import type { Capacity } from './sessions.store.ts';

/**
 * Nobody acts as a person whose death is on record, or for them by their leave; successors act in their own right. `known`: as it was
 * known then; now where it is left out.
 */
export async function closedByDeath(
  reader: Reader,
  {
    personId,
    capacity,
    known,
  }: { readonly personId: string; readonly capacity: Capacity; readonly known?: Date },
): Promise<boolean> {
  if (capacity !== 'insured' && capacity !== 'agent') return false;
  const { died } = await standingOf(reader, personId, known ? { known } : {});
  return (died?.on ?? null) !== null;
}

/** What a person's own login was linked by once, and since when it is no more. */
export interface EndedLink {
  readonly personId: string;
  readonly capacity: Capacity;
  readonly endedAt: Date;
}

/**
 * Whether it was a death that ended a person's own login: what an agent was let do, or a login that a window had ended, ended before.
 * A death that was found wrong since still ended it then.
 */
export async function endedByDeath(
  reader: Reader,
  { personId, capacity, endedAt }: EndedLink,
): Promise<boolean> {
  if (capacity !== 'insured') return false;
  // At that very moment first: within the minutes after it the death may have been found wrong.
  for (const known of [endedAt, new Date(endedAt.getTime() + clocksApart)])
    if (await closedByDeath(reader, { personId, capacity, known })) return true;
  return false;
}

/** By how much the moment of a death, which a program tells, may lie ahead of the database's own; `mind_the_clock` lets no more pass. */
const clocksApart = 5 * 60_000;
