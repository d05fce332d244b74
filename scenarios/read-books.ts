import { type Journal, journalsOf } from '#engines/ledger';
import type { Reader } from '#platform/postgres';

/** Everything that was ever posted for a person, oldest first. */
export async function readBooks(reader: Reader, personId: string): Promise<readonly Journal[]> {
  const journals = await journalsOf(reader, { owner: personId, before: null, limit: 1_000 });
  return [...journals].sort(byRecord);
}

function byRecord(one: Journal, other: Journal): number {
  return one.recordedAt.getTime() - other.recordedAt.getTime() || (one.id < other.id ? -1 : 1);
}
