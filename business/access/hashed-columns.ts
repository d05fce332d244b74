import type { HashedColumn } from '#platform/seal';
import { loginNameHashes, loginNameHashesByKey } from './login-names.ts';

/** Where login names stand by their hash, for a change of the key. */
export const accessHashedColumns: readonly HashedColumn[] = [
  {
    table: 'person_login',
    column: 'login_name_sealed',
    hash: null,
    waits: null,
    locator: { table: 'login_locator', hash: 'name_hash', beside: ['owner_id'] },
    beside: [],
    locksPerson: false,
    hashes: (seal, name) => ({
      byKey: loginNameHashesByKey(seal, name),
      hashes: loginNameHashes(seal, name),
    }),
  },
];
