import { beforeAll, describe, expect, test } from 'vitest';
import {
  testApprovedCase,
  testAttempt,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

/** What somebody who types SQL as the application's role tries in order to have an order paid wrongly. Every attempt fails. */
const db = await testDatabase();
const on = '2026-06-30';

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'c', 'd']) {
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
    await testApprovedCase(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
  }
  for (const name of ['c', 'd']) await testSettle(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
  await batch('bat_open', 'psn_c', 'ord_cas_c');
  await batch('bat_gone', 'psn_d', 'ord_cas_d');
  await db.app.rows(`SELECT release_batch('token-finance2', 'bat_gone', now())`);
});

async function batch(id: string, owner: string, order: string): Promise<void> {
  const [row] = await db.app.rows<{ amount: bigint }>(
    'SELECT amount_fen AS amount FROM payment_order WHERE id = $1',
    [order],
  );
  const line = `1|${owner}|${order}|1|${row?.amount}|1`;
  await db.app.rows(
    `SELECT build_batch('token-finance', $1, $1, 1, $2, sha256(convert_to($3, 'UTF8')), $4, now())`,
    [id, row?.amount, line, on],
  );
  await db.app.rows('SELECT add_to_batch($1, $2, 1, $3, 1, 1)', [owner, order, id]);
}

describe('no order is paid alone, elsewhere or twice', () => {
  const file = `sha256('file')`;
  const answer = (token: string, rest: string) => `SELECT answer_payment('${token}', ${file}, ${rest})`;
  test.each([
    [
      'naming a payee after the approval',
      `SELECT record_payee('psn_a', 'cas_a', 'insured', '别人', '1', '银行', '\\x01', '1', now())`,
      'payments.payee-approved',
    ],
    [
      'correcting a payee without a session',
      `SELECT correct_payee('x', 'psn_d', 'cas_d', '别人', '1', '银行', '\\x01', '1', now())`,
      'access.no-session',
    ],
    [
      'correcting a payee whose payment is out',
      `SELECT correct_payee('token-clerk', 'psn_d', 'cas_d', '别人', '1', '银行', '\\x01', '1', now())`,
      'payments.not-returned',
    ],
    [
      'building a batch without a session',
      `SELECT build_batch('x', 'bat_x', 'bat_x', 1, 1, sha256('a'), '${on}', now())`,
      'access.no-session',
    ],
    [
      'building a batch as a clerk',
      `SELECT build_batch('token-clerk', 'bat_x', 'bat_x', 1, 1, sha256('a'), '${on}', now())`,
      'access.role-missing',
    ],
    [
      'releasing a batch without a session',
      `SELECT release_batch('x', 'bat_open', now())`,
      'access.no-session',
    ],
    [
      'releasing one’s own batch',
      `SELECT release_batch('token-finance', 'bat_open', now())`,
      /batch_maker_is_not_checker/,
    ],
    [
      'releasing a batch twice',
      `SELECT release_batch('token-finance2', 'bat_gone', now())`,
      /payment_release_pkey/,
    ],
    [
      'slipping an order into a released batch',
      `SELECT add_to_batch('psn_c', 'ord_cas_c', 2, 'bat_gone', 2, 1)`,
      'payments.batch-released',
    ],
    [
      'slipping a second attempt into an open batch',
      `SELECT add_to_batch('psn_c', 'ord_cas_c', 2, 'bat_open', 2, 1)`,
      /one_standing_attempt/,
    ],
    [
      'sending an order to a payee that does not count',
      `SELECT add_to_batch('psn_c', 'ord_cas_c', 1, 'bat_open', 1, 7)`,
      'payments.payee-changed',
    ],
    [
      'batching an order that does not exist',
      `SELECT add_to_batch('psn_c', 'ord_none', 1, 'bat_open', 1, 1)`,
      'payments.no-order',
    ],
    [
      'batching into a batch that does not exist',
      `SELECT add_to_batch('psn_c', 'ord_cas_c', 2, 'bat_none', 1, 1)`,
      'payments.no-batch',
    ],
    [
      'calling an order paid without a session',
      answer('x', `'psn_d', 'ord_cas_d', 1, 'paid', NULL, 'jnl_x', '${on}', now()`),
      'access.no-session',
    ],
    [
      'calling an order returned without a session',
      answer('x', `'psn_d', 'ord_cas_d', 1, 'returned', 'AC01', 'jnl_x', '${on}', now()`),
      'access.no-session',
    ],
    [
      'calling an order paid without a file of the bank',
      answer('token-finance', `'psn_d', 'ord_cas_d', 1, 'paid', NULL, 'jnl_x', '${on}', now()`),
      'payments.no-file',
    ],
    [
      'taking in a file without a session',
      `SELECT take_bank_file('x', ${file}, 'm', 'pain.002', now())`,
      'access.no-session',
    ],
    [
      'paying an order of a batch that is not released',
      `DO $$ BEGIN PERFORM take_bank_file('token-finance', ${file}, 'm', 'pain.002', now()); PERFORM answer_payment('token-finance', ${file}, 'psn_c', 'ord_cas_c', 1, 'paid', NULL, 'jnl_x', '${on}', now()); END $$`,
      'payments.not-released',
    ],
    [
      'paying on a day that has not come',
      `DO $$ BEGIN PERFORM take_bank_file('token-finance', ${file}, 'm', 'pain.002', now()); PERFORM answer_payment('token-finance', ${file}, 'psn_d', 'ord_cas_d', 1, 'paid', NULL, 'jnl_x', '2099-01-01', now()); END $$`,
      'ledger.day-not-come',
    ],
    [
      'calling an order paid and then returned',
      `DO $$ BEGIN PERFORM take_bank_file('token-finance', ${file}, 'm', 'pain.002', now()); PERFORM answer_payment('token-finance', ${file}, 'psn_d', 'ord_cas_d', 1, 'paid', NULL, 'jnl_x', '${on}', now()); PERFORM answer_payment('token-finance', ${file}, 'psn_d', 'ord_cas_d', 1, 'returned', NULL, 'jnl_y', '${on}', now()); END $$`,
      'payments.contradiction',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});
