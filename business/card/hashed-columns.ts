import type { HashedColumn } from '#platform/seal';

/** Where card numbers stand by their hash, for a change of the key. */
export const cardHashedColumns: readonly HashedColumn[] = [
  {
    table: 'card',
    column: 'number_sealed',
    hash: 'number_hash',
    waits: null,
    locator: { table: 'card_locator', hash: 'number_hash', beside: ['owner_id', 'card_id'] },
    beside: [],
    locksPerson: true,
    hashes: (seal, number) => ({
      byKey: seal.hashesByKey('card', number),
      hashes: seal.keyedHashes('card', number),
    }),
  },
];
