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
