import { beforeAll, describe, expect, test } from 'vitest';
import {
  testApproval,
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
  await db.app.rows(testApproval('bat_gone'));
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

const approve = (token: string, batchId: string) =>
  `SELECT approve_batch('${token}', '${batchId}', (SELECT digest FROM payment_batch WHERE id = '${batchId}'), now())`;

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
    ['approving a batch without a session', approve('x', 'bat_open'), 'access.no-session'],
    ['approving one’s own batch', approve('token-finance', 'bat_open'), /approver_is_not_maker/],
    [
      'giving both approvals oneself',
      `DO $$ BEGIN PERFORM 1 FROM (${approve('token-finance2', 'bat_open')}) a; PERFORM 1 FROM (${approve('token-finance2', 'bat_open')}) b; END $$`,
      /one_approval_per_officer/,
    ],
    [
      'approving another content than the batch’s',
      `SELECT approve_batch('token-finance2', 'bat_open', sha256('x'), now())`,
      'payments.another-digest',
    ],
    ['approving a batch that has left', approve('token-finance2', 'bat_gone'), 'payments.batch-released'],
    [
      'giving up a batch without a session',
      `SELECT give_up_batch('x', 'bat_open', 'r', now())`,
      'access.no-session',
    ],
    [
      'giving up a batch that has left',
      `SELECT give_up_batch('token-finance', 'bat_gone', 'r', now())`,
      'payments.batch-released',
    ],
    [
      'slipping an order into a batch that was given up',
      `DO $$ BEGIN PERFORM give_up_batch('token-finance', 'bat_open', 'r', now()); PERFORM add_to_batch('psn_c', 'ord_cas_c', 2, 'bat_open', 2, 1); END $$`,
      'payments.batch-given-up',
    ],
    [
      'slipping an order into a batch that one officer approved',
      `DO $$ BEGIN PERFORM 1 FROM (${approve('token-finance2', 'bat_open')}) a; PERFORM add_to_batch('psn_c', 'ord_cas_c', 2, 'bat_open', 2, 1); END $$`,
      'payments.batch-released',
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
