import type { Break } from './break.ts';

const file = 'migrations/0028-identity-keys.sql';
const tests = ['apps/cli/rotate-identity.db.test.ts'];

/** Guards of a change of the identity key. */
export const keyBreaks: readonly Break[] = [
  {
    name: 'key-two-at-once',
    guard: 'Two who take one number at once, by different keys first, wait for one another',
    ...{ file, tests },
    find: "      PERFORM pg_advisory_xact_lock(('x' ||",
    replace: "      PERFORM (('x' ||",
  },
  {
    name: 'key-every-hash',
    guard: 'A number is looked for under every key before it is taken',
    ...{ file, tests },
    find: 'IF EXISTS (SELECT FROM public.identity_locator WHERE number_hash = ANY (v_hashes))',
    replace: 'IF EXISTS (SELECT FROM public.identity_locator WHERE number_hash = ANY (v_hashes[1:1]))',
  },
  {
    name: 'key-known',
    guard: 'Who does not know every key in use takes no number',
    ...{ file, tests },
    find: 'retired_at IS NULL AND key_id <> ALL (v_keys))',
    replace: 'retired_at IS NULL AND false)',
  },
  {
    name: 'key-alone',
    guard: 'A key is taken up only when nobody is in the middle of taking a number',
    ...{ file, tests },
    find: '  PERFORM pg_advisory_xact_lock(7449646017);\n  INSERT',
    replace: '  INSERT',
  },
  {
    name: 'key-locator',
    guard: 'Nobody types a number into a locator',
    file: 'migrations/0036-record-doors.sql',
    find: 'REVOKE INSERT ON person, identity_document, identity_locator, employer, employer_locator FROM suixing_app;',
    // Two migrations take the right away; this gives it back after both.
    replace: 'GRANT INSERT ON identity_locator TO suixing_app;',
    tests,
  },
  {
    name: 'key-start',
    guard: 'A process without a key in use does not start',
    file: 'platform/seal/settle-keys.ts',
    find: 'if (missing.length > 0)',
    replace: 'if (missing.length > 99)',
    tests,
  },
  {
    name: 'key-left',
    guard: 'A key is not said to be removable while one value lies under it',
    file: 'apps/cli/rotate-identity.ts',
    find: 'state.left.length === 0 && state.others',
    replace: 'state.others',
    tests,
  },
  {
    name: 'key-codes',
    guard: 'A key is not said to be removable while a code that somebody holds needs it',
    file: 'apps/cli/rotate-identity.ts',
    find: '&& codes.count === 0',
    replace: '',
    tests,
  },
];
