import type { HashedColumn, HashesOf, Seal } from '#platform/seal';
import { identityHashes, identityHashesByKey } from './find-person.ts';
import { type IdentityDocument, identityKinds } from './identity.ts';

/** Where identity numbers stand by their hash, for a change of the key. */
export const registryHashedColumns: readonly HashedColumn[] = [
  {
    table: 'identity_document',
    column: 'number_sealed',
    hash: 'number_hash',
    waits: null,
    locator: { table: 'identity_locator', hash: 'number_hash', beside: ['owner_id'] },
    beside: ['kind', 'issuer'],
    locksPerson: true,
    hashes: hashesOfDocument,
  },
  {
    // A number that waits for the second officer's word is in no locator yet.
    table: 'correction',
    column: 'value_sealed',
    hash: 'number_hash',
    waits: 'number_hashes',
    locator: null,
    beside: [`CASE subject WHEN 'document' THEN after ->> 'kind' END`, `after ->> 'issuer'`],
    locksPerson: true,
    hashes: hashesOfDocument,
  },
];

function hashesOfDocument(
  seal: Seal,
  number: string,
  [kind, issuer]: readonly (string | null)[],
): HashesOf | null {
  const known = identityKinds.find((each) => each === kind);
  if (known === undefined || !issuer) return null;
  const document: Pick<IdentityDocument, 'kind' | 'issuer' | 'number'> = { kind: known, issuer, number };
  return { byKey: identityHashesByKey(seal, document), hashes: identityHashes(seal, document) };
}
