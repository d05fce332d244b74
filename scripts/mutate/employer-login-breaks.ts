import type { Break } from './break.ts';

const ends = 'business/mandate/end-employer-login.ts';
const store = 'business/mandate/mandate.store.ts';
const codes = 'business/access/codes.store.ts';
const migration = 'migrations/0152-codes-of-an-ended-login.sql';
const tests = ['business/mandate/end-employer-login.db.test.ts'];

/** Guards of a login of an employer that the window ended: it comes back by nothing that was made beforehand. */
export const employerLoginBreaks: readonly Break[] = [
  {
    name: 'employer-login-ended-whole',
    guard: 'A login that the window ended acts for the employer by no mandate either',
    file: ends,
    find: 'of toEnd) {',
    replace: 'of toEnd.slice(1)) {',
    tests: ['business/mandate/employer-logins.db.test.ts'],
  },
  {
    name: 'employer-login-waiting-codes',
    guard: 'With a login that the window ended, every mandate ends that nobody had accepted',
    file: store,
    find: 'OR m.agent_login IS NULL AND EXISTS (',
    replace: 'OR false AND EXISTS (',
    tests,
  },
  {
    name: 'employer-login-given-since',
    guard: 'What an employer gives after a login was ended is not that login’s to take along',
    file: store,
    find: '(p.ended_at IS NULL OR p.ended_at >= m.given_at)',
    replace: 'true',
    tests,
  },
  {
    name: 'employer-login-window-codes',
    guard: 'A login that the window ended comes back by no code that the window had handed over',
    file: ends,
    find: 'await voidWindowCodes(context, { ...link, by: caller.id });',
    replace: '0;',
    tests,
  },
  {
    name: 'employer-login-others-codes',
    guard: 'A code that recovers another login of the employer stays good',
    file: codes,
    find: '(c.login_id IS NULL OR c.login_id = $2)',
    replace: '$2::text IS NOT NULL',
    tests,
  },
  {
    name: 'employer-login-no-stranger',
    guard: 'Ending a login that never acted for an employer makes none of its codes void',
    file: codes,
    find: 'WHERE p.owner_id = $2 AND p.person_id = $1 AND (p.ended_at IS NULL OR p.ended_at >= c.made_at))',
    replace: 'WHERE $2::text IS NOT NULL)',
    tests,
  },
  {
    name: 'employer-login-still-acting',
    guard: 'The clerk who ends a login is told of everybody whom it had let act',
    file: ends,
    find: 'stillActing: given.map(',
    replace: 'stillActing: given.slice(1).map(',
    tests,
  },
  {
    name: 'mandate-never-own',
    guard: 'The database lets no login accept what it gave itself, whether or not its own right has ended',
    file: migration,
    find: 'AND m.id = given AND m.given_by_login = v_login;',
    replace: 'AND m.id = given AND false;',
    tests,
  },
  {
    name: 'mandate-falls-with-giver',
    guard: 'The database lets nobody accept what an employer’s login gave whose right has ended',
    file: migration,
    find: "AND m.owner_id LIKE 'emp\\_%' AND",
    replace: 'AND false AND',
    tests,
  },
  {
    name: 'mandate-of-a-person-stays',
    guard: 'What a person gave outlives the login by which they gave it',
    file: migration,
    find: "AND m.owner_id LIKE 'emp\\_%' AND",
    replace: 'AND',
    tests,
  },
];
