import type { HashedColumn } from '#platform/seal';
import { loginNameClaim, loginNameHashes } from './login-names.ts';

/** Where login names stand by their hash, for a change of the key. */
export const accessHashedColumns: readonly HashedColumn[] = [
  {
    table: 'person_login',
    column: 'login_name_sealed',
    hash: null,
    claim: null,
    locator: { table: 'login_locator', hash: 'name_hash', beside: ['owner_id'] },
    beside: [],
    locksPerson: false,
    hashes: (seal, name) => ({ claim: loginNameClaim(seal, name), hashes: loginNameHashes(seal, name) }),
  },
];
