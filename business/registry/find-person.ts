import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { type IdentityDocument, identityKey } from './identity.ts';
import { locateIdentities } from './person.store.ts';
import { survivorOf } from './records-of.store.ts';

type Sought = Pick<IdentityDocument, 'kind' | 'issuer' | 'number'>;

/**
 * The id of the person with this (well-formed) identity document; null where nobody on record has it. Where their record was
 * merged, it is the one that stays.
 */
export async function findPersonByIdentity(
  reader: Reader,
  asked: { readonly seal: Seal; readonly document: Sought },
): Promise<string | null> {
  const found = await findRecordByIdentity(reader, asked);
  return found === null ? null : survivorOf(reader, found);
}

/** The very record on which the document stands, merged or not: what a file brings about it is written there. */
export async function findRecordByIdentity(
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
