import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { placeHold, settleWithdrawal } from '#engines/ledger';
import { connect, type Database, inTransaction } from '#platform/postgres';
import {
  inFull,
  type TestDatabase,
  testApprovedCase,
  testCaseFile,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
} from '#platform/testing';

/**
 * Many clients at once on one account. Each race is run twice: on the database as it is, and on a copy from which the guard
 * was taken out, where the harm must happen; else the race could not have shown anything.
 */
const clients = inFull ? 32 : 8;
const on = plainDate('2026-06-30');
const at = new Date('2026-06-30T02:00:00Z');

async function agency(): Promise<{ db: TestDatabase; app: Database }> {
  const db = await testDatabase();
  const app = connect({ connection: db.connection('app'), role: 'app', size: clients });
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  return { db, app };
}

/** All at once: every client has its connection before the first one asks. */
async function race(
  app: Database,
  ask: (client: number) => Promise<string>,
): Promise<Record<string, number>> {
  await Promise.all(Array.from({ length: clients }, () => app.rows('SELECT 1')));
  const outcomes = await Promise.all(Array.from({ length: clients }, (_, client) => ask(client)));
  return Object.fromEntries(
    [...new Set(outcomes)].map((each) => [each, outcomes.filter((one) => one === each).length]),
  );
}

async function outcome(
  asked: Promise<{ ok: true } | { ok: false; refusal: { code: string } }>,
): Promise<string> {
  return asked.then(
    (result) => (result.ok ? 'done' : result.refusal.code),
    (error: Error) => error.message,
  );
}

function settleAll(app: Database) {
  return race(app, (client) => {
    const asked = {
      owner: 'psn_a',
      caseId: 'cas_a',
      decisionId: 'dec_cas_a',
      on,
      at,
      ids: testIds(client + 1),
    };
    return outcome(inTransaction(app, (tx) => settleWithdrawal(tx, asked)));
  });
}

async function openCases(db: TestDatabase): Promise<void> {
  for (let client = 0; client < clients; client += 1)
    await testCaseFile(db, { owner: 'psn_a', caseId: `cas_${client}` });
}

function holdAll(app: Database) {
  return race(app, (client) =>
    outcome(inTransaction(app, (tx) => placeHold(tx, { owner: 'psn_a', caseId: `cas_${client}`, at }))),
  );
}

async function count(db: TestDatabase, sql: string): Promise<bigint> {
  return (await db.superuser.row<{ n: bigint }>(`SELECT count(*) AS n FROM ${sql}`))?.n ?? 0n;
}

test(`of ${clients} settlements of one account at once, exactly one takes the money`, async () => {
  const { db, app } = await agency();
  await testApprovedCase(db, { owner: 'psn_a', caseId: 'cas_a', on });
  expect(await settleAll(app)).toEqual({ done: 1, 'ledger.not-held': clients - 1 });
  expect(await count(db, 'payment_order')).toBe(1n);
  await app.close();
});

// A race need not come about at the first try.
test('without the hold and the once-only authority, the account would be settled more than once', {
  retry: 3,
}, async () => {
  const { db, app } = await agency();
  await testApprovedCase(db, { owner: 'psn_a', caseId: 'cas_a', on });
  // The guards are: the locked row, the hold that one settlement uses up, the interest that it takes along, and the authority
  // that a decision gives once.
  const { body } = (await db.superuser.row<{ body: string }>(
    `SELECT pg_get_functiondef(oid) AS body FROM pg_proc WHERE proname = 'settle_withdrawal'`,
  )) ?? { body: '' };
  const loosened = body
    .replace('WHERE owner_id = p_owner FOR UPDATE', 'WHERE owner_id = p_owner')
    .replace('AND case_id = p_case AND released_at IS NULL', 'AND case_id = p_case')
    .replace('p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on)', 'false')
    .replace('v_total := v_account.balance_fen + p_interest', 'v_total := 100000');
  expect(loosened).not.toBe(body);
  await db.superuser.rows(loosened);
  // An account that is emptied takes any debit, and each debit makes its own authority.
  const entering = (await db.superuser.row<{ body: string }>(
    `SELECT pg_get_functiondef(oid) AS body FROM pg_proc WHERE proname = 'enter'`,
  )) ?? { body: '' };
  const unguarded = entering.body
    .replace('AND balance_fen + p_change = 0 AND held_fen = 0', '')
    .replace('SET balance_fen = balance_fen + p_change', 'SET balance_fen = 0');
  expect(unguarded).not.toBe(entering.body);
  await db.superuser.rows(unguarded);
  await db.superuser.rows('ALTER TABLE authority DROP CONSTRAINT authority_once_per_basis');
  await db.superuser.rows('ALTER TABLE credit_cause DROP CONSTRAINT cause_once_per_basis');
  const outcomes = await settleAll(app);
  expect(outcomes.done).toBeGreaterThan(1);
  expect(await count(db, 'payment_order')).toBeGreaterThan(1n);
  await app.close();
});

test(`of ${clients} cases that want to hold one account at once, exactly one does`, async () => {
  const { db, app } = await agency();
  await openCases(db);
  expect(await holdAll(app)).toEqual({ done: 1, 'ledger.already-held': clients - 1 });
  expect(await count(db, 'account_hold WHERE released_at IS NULL')).toBe(1n);
  await app.close();
});

test('without the index of one hold per account, several cases would hold it', { retry: 3 }, async () => {
  const { db, app } = await agency();
  await openCases(db);
  await db.superuser.rows('DROP INDEX one_whole_account_hold');
  expect((await holdAll(app)).done).toBeGreaterThan(1);
  await app.close();
});
