import { expect, test } from 'vitest';
import { connect, type Database } from '#platform/postgres';
import {
  type TestDatabase,
  testApproval,
  testApprovedCase,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

/** 32 clients hand in the bank's answer to one payment at once; then again with the guard taken out, where harm must come. */
const clients = 32;
const on = '2026-06-30';

async function orderAtTheBank(): Promise<{ db: TestDatabase; app: Database }> {
  const db = await testDatabase();
  await testOffice(db);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_a', caseId: 'cas_a', on });
  await testSettle(db, { owner: 'psn_a', caseId: 'cas_a', on });
  await db.app.rows(
    `SELECT build_batch('token-finance', 'bat_1', 'bat-1', 1, 100000,
       sha256(convert_to('1|psn_a|ord_cas_a|1|100000|1', 'UTF8')), $1, now())`,
    [on],
  );
  await db.app.rows(`SELECT add_to_batch('psn_a', 'ord_cas_a', 1, 'bat_1', 1, 1)`);
  await db.app.rows(testApproval('bat_1'));
  await db.app.rows(`SELECT take_bank_file('token-finance', sha256('f'), 'B1', 'pain.002', now())`);
  return { db, app: connect({ connection: db.connection('app'), role: 'app', size: clients }) };
}

async function answerAll(app: Database): Promise<readonly string[]> {
  await Promise.all(Array.from({ length: clients }, () => app.rows('SELECT 1')));
  return Promise.all(
    Array.from({ length: clients }, (_, client) =>
      app
        .row<{ changed: boolean }>(
          `SELECT answer_payment('token-finance', sha256('f'), 'psn_a', 'ord_cas_a', 1, 'paid', NULL, $1, $2, now()) AS changed`,
          [`jnl_${client}`, on],
        )
        .then((row) => (row?.changed ? 'paid' : 'known already')),
    ),
  );
}

async function paidFen(db: TestDatabase): Promise<bigint> {
  const row = await db.app.row<{ fen: bigint }>(
    `SELECT coalesce(sum(amount_fen), 0)::bigint AS fen FROM posting WHERE credit = 'bank'`,
  );
  return row?.fen ?? 0n;
}

test('of 32 answers to one payment at once, exactly one books it', async () => {
  const { db, app } = await orderAtTheBank();
  const told = await answerAll(app);
  expect(told.filter((one) => one === 'paid')).toHaveLength(1);
  expect(await paidFen(db)).toBe(100_000n);
  await app.close();
});

test('without the locked row, the payment would be booked several times', async () => {
  const { db, app } = await orderAtTheBank();
  const { body } = (await db.superuser.row<{ body: string }>(
    `SELECT pg_get_functiondef(oid) AS body FROM pg_proc WHERE proname = 'answer_payment'`,
  )) ?? { body: '' };
  // Whoever has read the row waits a moment, so that the others have read it too: the race is there each time.
  const loosened = body.replace(
    'AND attempt = p_attempt FOR UPDATE;',
    'AND attempt = p_attempt; PERFORM pg_catalog.pg_sleep(0.1);',
  );
  expect(loosened).not.toBe(body);
  await db.superuser.rows(loosened);
  const told = await answerAll(app);
  expect(told.filter((one) => one === 'paid').length).toBeGreaterThan(1);
  expect(await paidFen(db)).toBeGreaterThan(100_000n);
  await app.close();
});
