import type { Reader } from '#platform/postgres';
import { personById, personsById } from './person.store.ts';
import { mergedAmong } from './roster.store.ts';

/** What these people are called now, by the records that they are asked by; of a record that was merged, as the one that stays has it. */
export async function namesNow(
  reader: Reader,
  owners: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map((await personsById(reader, owners)).map(({ ownerId, name }) => [ownerId, name]));
  for (const owner of await mergedAmong(reader, owners)) {
    const person = await personById(reader, owner);
    if (person) names.set(owner, person.name);
  }
  return names;
}
