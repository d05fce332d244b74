import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { type IdentityDocument, identityKey } from './identity.ts';
import { locateIdentities } from './person.store.ts';

type Sought = Pick<IdentityDocument, 'kind' | 'issuer' | 'number'>;

/** The owner id of the person with this (well-formed) identity document; null where nobody on record has it. */
export async function findPersonByIdentity(
  reader: Reader,
  { seal, document }: { readonly seal: Seal; readonly document: Sought },
): Promise<string | null> {
  const [found] = await locateIdentities(reader, identityHashes(seal, document));
  return found?.ownerId ?? null;
}

/** What an identity number is stored under. */
export function identityHash(seal: Seal, document: Sought): Uint8Array {
  return seal.keyedHash('identity', identityKey(document));
}

/** What takes the number for one person: its hashes by every key. */
export function identityHashesByKey(seal: Seal, document: Sought): Uint8Array {
  return seal.hashesByKey('identity', identityKey(document));
}

/** What it may lie under: also the hashes by former keys. */
export function identityHashes(seal: Seal, document: Sought): readonly Uint8Array[] {
  return seal.keyedHashes('identity', identityKey(document));
}
