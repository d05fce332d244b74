import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { refuse } from '#basics';
import { inTransaction, type ProofResult } from '#platform/postgres';
import { testApprovedCase, testDatabase, testOffice, testPerson, testSettle } from '#platform/testing';
import type { Frame } from './frame.ts';
import { allProofs, verifyCommand } from './verify.ts';

const db = await testDatabase();
const proofs = allProofs({});
const on = '2026-06-30';

/** Proofs about cases are shown beside the cases; those of this file's data have no actions and follow no procedure. */
const here = proofs.filter(({ name }) => !/^(casework|withdrawal)\./.test(name));

function run(json = false): Promise<{ code: number; text: string }> {
  const stdout = new PassThrough();
  const frame: Frame = { lang: 'en', json, stdin: stdout, stdout, stderr: stdout, wording: () => undefined };
  return verifyCommand({ frame, database: db.app, proofs: here }).then((code) => ({
    code,
    text: String(stdout.read() ?? ''),
  }));
}

/** What a proof says after somebody with every right has tampered; undone afterwards. */
async function after(tampering: readonly string[], name: string): Promise<ProofResult> {
  let result: ProofResult | undefined;
  await inTransaction(db.superuser, async (tx) => {
    await tx.rows(`SET LOCAL session_replication_role = 'replica'`);
    for (const sql of tampering) await tx.rows(sql);
    result = await here.find((proof) => proof.name === name)?.run(tx, () => undefined);
    return refuse({ code: 'test.undo' });
  });
  if (!result) throw new Error(`no proof is called ${name}`);
  return result;
}

test('where there is nothing, nothing is proved, and it says so', async () => {
  const { code, text } = await run();
  expect(code).toBe(0);
  expect(text).not.toMatch(/^ok /m);
  expect(text).toContain(`0 hold, 0 broken, ${here.length} without a row to prove them by`);
});

describe('a database in order', () => {
  beforeAll(async () => {
    await testOffice(db);
    await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
    for (const name of ['a', 'b', 'c'])
      await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
    for (const name of ['b', 'c']) {
      await testApprovedCase(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
      await testSettle(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
    }
    await db.app.rows(
      `SELECT build_batch('token-finance', 'bat_1', 'bat-1', 1, 100553,
         sha256(convert_to('1|psn_b|ord_cas_b|1|100553|1', 'UTF8')), '${on}', now())`,
    );
    await db.app.rows(`SELECT add_to_batch('psn_b', 'ord_cas_b', 1, 'bat_1', 1, 1)`);
    await db.app.rows(`SELECT release_batch('token-finance2', 'bat_1', now())`);
    await db.app.rows(`SELECT take_bank_file('token-finance', sha256('f'), 'BANK-1', 'pain.002', now())`);
    await db.app.rows(
      `SELECT answer_payment('token-finance', sha256('f'), 'psn_b', 'ord_cas_b', 1, 'paid', NULL, 'jnl_pay', '${on}', now())`,
    );
    await db.app.rows(`INSERT INTO identity_document (owner_id, id, number_hash, kind, issuer, number_sealed, number_tail, recorded_at)
      VALUES ('psn_a', 'doc_1', sha256('1'), 'citizen-id', 'CHN', '\\x01', '1234', now())`);
    await db.app.rows(`INSERT INTO identity_locator VALUES (sha256('1'), 'psn_a')`);
    await db.app.rows(
      `INSERT INTO employer (owner_id, credit_code, name, recorded_at) VALUES ('emp_1', '91440300MA5XXXXXXX', '某公司', now())`,
    );
    await db.app.rows(`INSERT INTO employer_locator VALUES ('91440300MA5XXXXXXX', 'emp_1')`);
    const why = `'FUND-30', '核实', '立案 1', '${on}', now()`;
    await db.app.rows(`SELECT set_measure('token-clerk', 'psn_a', 'msr_1', 'investigation', NULL, ${why})`);
    await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_a', 'msr_1', true, NULL, now())`);
    await db.app.rows(`SELECT lift_measure('token-clerk', 'psn_a', 'msr_2', 'msr_1', ${why})`);
    await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_a', 'msr_2', true, NULL, now())`);
    await db.app.rows(`SELECT set_measure('token-clerk', 'psn_b', 'msr_3', 'recovery', 500, ${why})`);
    await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_b', 'msr_3', true, NULL, now())`);
    await db.app.rows(
      `SELECT recover('token-finance', 'psn_b', 'msr_3', 'rcp_1', 'instalment', 200, 'BANK-77', '${on}', now())`,
    );
    await db.app.rows(
      `SELECT bind_card('token-clerk', 'psn_a', 'crd_1', 'social-security-card', sha256('c'), '\\x01', '78', '看过卡', now(), now())`,
    );
    await adjusted();
  });

  test('every proof holds, each with its figure', async () => {
    const { code, text } = await run();
    expect(text).toContain(`${here.length} hold, 0 broken`);
    expect(text).toContain('rows=4 sumFen=100000 (ledger.balances-replayed)');
    expect(text).toContain('payableFen=100553 openFen=100553');
    expect(code).toBe(0);
  });

  test('for programs it is one JSON value', async () => {
    const { text } = await run(true);
    expect(JSON.parse(text)).toMatchObject({ ok: true, proofs: expect.arrayContaining([]) });
  });

  test.each<[string, string, readonly string[], string]>([
    [
      'money that was paid back was left out of the books',
      'supervision.recovered-once',
      [`DELETE FROM posting WHERE purpose = 'recovery-receipt'`],
      'psn_b/rcp_1',
    ],
    [
      'more is demanded by an order than was booked',
      'supervision.recovered-once',
      [`UPDATE supervision_step SET amount_fen = 900 WHERE id = 'msr_3'`],
      'psn_b/msr_3',
    ],
    [
      'a card number leads to another person',
      'card.numbers-agree',
      [`UPDATE card_locator SET owner_id = 'psn_b'`],
      'psn_a/crd_1',
    ],
    [
      'a card that was locked is in use again, with no event',
      'card.as-its-events',
      [
        `SELECT step_card('token-clerk', 'psn_a', 'crd_1', 'lock', 'FUND-17', '核实', NULL, now(), now())`,
        `UPDATE card SET state = 'active'`,
      ],
      'psn_a/crd_1',
    ],
    [
      'an investigation was given another reason',
      'audit.records-chained',
      [`UPDATE supervision_step SET reason = '别的' WHERE id = 'msr_1'`],
      'psn_a/measure-step/msr_1',
    ],
    [
      'an order was called unclaimed that is not',
      'adjustment.orders-stand-as-moved',
      [`UPDATE payment_order SET standing = 'unclaimed' WHERE id = 'ord_cas_c'`],
      'psn_c/ord_cas_c',
    ],
    [
      'an adjustment was approved for another sum',
      'audit.records-chained',
      [`UPDATE adjustment SET amount_fen = 5 WHERE id = 'adj_2'`],
      'psn_d/adjustment/adj_2',
    ],
    [
      'an investigation was lifted that had never been confirmed',
      'supervision.lifted-once',
      [`DELETE FROM supervision_decision WHERE step_id = 'msr_1'`],
      'psn_a/msr_2',
    ],
    [
      'a balance was raised',
      'ledger.balances-replayed',
      [`UPDATE personal_account SET balance_fen = 100001 WHERE owner_id = 'psn_a'`],
      'psn_a',
    ],
    [
      'an account with its balance was deleted',
      'ledger.balances-replayed',
      [`DELETE FROM personal_account WHERE owner_id = 'psn_a'`],
      'psn_a',
    ],
    [
      'an account was closed with money in it',
      'ledger.balances-replayed',
      [`UPDATE personal_account SET closed_on = '2026-01-01' WHERE owner_id = 'psn_a'`],
      'psn_a',
    ],
    [
      'a posting was made smaller',
      'ledger.balances-replayed',
      [`UPDATE posting SET amount_fen = 1 WHERE owner_id = 'psn_a'`],
      'psn_a',
    ],
    [
      'an account was put on the other side of the books',
      'ledger.books-balance',
      [`UPDATE ledger_account SET normal_side = 'debit' WHERE code = 'opening'`],
      'opening',
    ],
    [
      'an account was struck from the list',
      'ledger.books-balance',
      [`DELETE FROM ledger_account WHERE code = 'opening'`],
      'equation',
    ],
    [
      'an authority was made for another amount',
      'ledger.debits-have-authority',
      [`UPDATE authority SET amount_fen = 1 WHERE id = 'aut_cas_b'`],
      'psn_b/jnl_out_cas_b',
    ],
    [
      'the approval of a decision was taken away',
      'ledger.debits-have-authority',
      [`DELETE FROM decision_approval WHERE owner_id = 'psn_b'`],
      'psn_b/jnl_out_cas_b',
    ],
    [
      'one officer was made maker and checker',
      'ledger.debits-have-authority',
      [
        `ALTER TABLE decision_approval DROP CONSTRAINT decision_maker_is_not_checker`,
        `UPDATE decision_approval SET checker_id = maker_id WHERE owner_id = 'psn_b'`,
      ],
      'psn_b/jnl_out_cas_b',
    ],
    [
      'an authority was spent twice',
      'ledger.debits-have-authority',
      [
        `DROP INDEX authority_used_once`,
        `INSERT INTO posting SELECT owner_id, journal_id, 2, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no, bucket, authority_id, cause_id, run_id, case_id FROM posting WHERE authority_id = 'aut_cas_b'`,
      ],
      'psn_b/jnl_out_cas_b',
    ],
    [
      'a decision was turned to a refusal',
      'ledger.debits-have-authority',
      [`UPDATE decision SET outcome = 'refuse' WHERE owner_id = 'psn_c'`],
      'psn_c/jnl_out_cas_c',
    ],
    [
      'the cause of a credit was deleted',
      'ledger.credits-have-cause',
      [`DELETE FROM credit_cause WHERE owner_id = 'psn_a'`],
      'psn_a/jnl_open_psn_a',
    ],
    [
      'an opening was posted for an earlier day',
      'ledger.credits-have-cause',
      [`UPDATE posting SET effective_on = '2001-01-01' WHERE journal_id = 'jnl_open_psn_a'`],
      'psn_a/jnl_open_psn_a',
    ],
    [
      'an import lost its approval',
      'ledger.credits-have-cause',
      [`DELETE FROM import_approval WHERE run_id = 'run_psn_a'`],
      'psn_a/jnl_open_psn_a',
    ],
    [
      'interest was credited on no decision',
      'ledger.credits-have-cause',
      [
        `UPDATE credit_cause SET basis_id = 'dec_none' WHERE purpose = 'settlement-interest' AND owner_id = 'psn_b'`,
      ],
      'psn_b/jnl_int_cas_b',
    ],
    [
      'an import’s control total was changed',
      'ledger.openings-are-the-imports',
      [`UPDATE import_run SET opening_total_fen = 5 WHERE id = 'run_psn_a'`],
      'run_psn_a',
    ],
    [
      'a line was slipped into an approved import',
      'ledger.openings-are-the-imports',
      [`INSERT INTO opening_line VALUES ('psn_b', 'run_psn_a', 7, 900, '2025-12-31')`],
      'run_psn_a',
    ],
    [
      'interest was made to run on more',
      'ledger.interest-sums-replayed',
      [`UPDATE personal_account SET carried_fen = 200000 WHERE owner_id = 'psn_a'`],
      'psn_a',
    ],
    [
      'interest was made to run from an earlier day',
      'ledger.interest-sums-replayed',
      [`UPDATE personal_account SET carried_weight = 0 WHERE owner_id = 'psn_a'`],
      'psn_a',
    ],
    [
      'a rate for past days was changed',
      'ledger.interest-sums-replayed',
      [`UPDATE interest_rate SET rate_ppm = 12000`],
      'psn_a',
    ],
    [
      'an order’s payment lost its entry',
      'payments.payable-is-open-orders',
      [`DELETE FROM posting WHERE journal_id = 'jnl_pay'`],
      'payable',
    ],
    [
      'a paid order was called open again',
      'payments.payable-is-open-orders',
      [`DELETE FROM payment_attempt WHERE order_id = 'ord_cas_b'`],
      'payable',
    ],
    [
      'an order was paid twice',
      'payments.nothing-paid-twice',
      [
        `DROP INDEX one_standing_attempt`,
        `INSERT INTO payment_attempt SELECT owner_id, order_id, 2, batch_id, 2, amount_fen, payee_revision, result, reason, answered_at, file_sha256, 'jnl_2' FROM payment_attempt`,
      ],
      'psn_b/ord_cas_b',
    ],
    [
      'a payment was booked for another sum',
      'payments.nothing-paid-twice',
      [`UPDATE posting SET amount_fen = 5 WHERE journal_id = 'jnl_pay'`],
      'psn_b/ord_cas_b/1',
    ],
    [
      'a payment was booked that no bank confirmed',
      'payments.nothing-paid-twice',
      [`UPDATE payment_attempt SET result = 'returned', journal_id = NULL`],
      'psn_b/jnl_pay',
    ],
    [
      'the bank’s file was taken away',
      'payments.nothing-paid-twice',
      [`DELETE FROM bank_file`],
      'psn_b/ord_cas_b/1',
    ],
    [
      'an order was moved to another case',
      'payments.orders-stand-on-authorities',
      [`UPDATE payment_order SET case_id = 'cas_c' WHERE id = 'ord_cas_b'`],
      'psn_b/ord_cas_b',
    ],
    [
      'an order was raised',
      'payments.orders-stand-on-authorities',
      [`UPDATE payment_order SET amount_fen = 999999 WHERE id = 'ord_cas_b'`],
      'psn_b/ord_cas_b',
    ],
    [
      'a batch’s line was given to another payee',
      'payments.batches-are-their-lines',
      [`UPDATE payment_attempt SET payee_revision = 2`],
      'bat_1',
    ],
    [
      'a batch’s sum was changed',
      'payments.batches-are-their-lines',
      [`UPDATE payment_batch SET total_fen = 1`],
      'bat_1',
    ],
    [
      'a batch was released by its maker',
      'payments.batches-are-their-lines',
      [
        `ALTER TABLE payment_release DROP CONSTRAINT batch_maker_is_not_checker`,
        `UPDATE payment_release SET checker_id = maker_id`,
      ],
      'bat_1',
    ],
    [
      'an identity number leads to somebody else',
      'registry.identities-agree',
      [`UPDATE identity_locator SET owner_id = 'psn_b'`],
      'psn_a',
    ],
    [
      'an identity document is not found any more',
      'registry.identities-agree',
      [`DELETE FROM identity_locator`],
      'psn_a',
    ],
    ['a credit code leads to no employer', 'registry.employers-agree', [`DELETE FROM employer`], 'emp_1'],
  ])('after %s, %s is broken and names the row', async (_, name, tampering, row) => {
    const { broken } = await after(tampering, name);
    expect(broken.map((one) => one.row)).toContain(row);
  });

  test('a broken promise ends with exit code 1 and tells the row', async () => {
    await db.superuser.rows(`UPDATE personal_account SET balance_fen = 7 WHERE owner_id = 'psn_a'`);
    const { code, text } = await run();
    expect(code).toBe(1);
    expect(text).toContain('BROKEN');
    expect(text).toContain('psn_a: the balance says 7 fen, its postings 100000 fen');
  });
});

/** A person whose order nobody could be paid, with a correction that was reversed again. */
async function adjusted(): Promise<void> {
  await testPerson(db, { owner: 'psn_d', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_d', caseId: 'cas_d', on });
  await testSettle(db, { owner: 'psn_d', caseId: 'cas_d', on });
  const steps = [
    ['adj_1', 'unclaimed', 'NULL, NULL, NULL', `NULL, NULL, 'ord_cas_d'`],
    ['adj_2', 'credit', `500, 'suspense', 'inflow'`, 'NULL, NULL, NULL'],
    ['adj_3', 'reversal', 'NULL, NULL, NULL', `'jnl_adj_2', 1::smallint, NULL`],
  ];
  for (const [id, kind, sums, target] of steps) {
    await db.app.rows(
      `SELECT request_adjustment('token-clerk', 'psn_d', '${id}', '${kind}', ${sums}, '${on}', ${target}, '更正', '更正 1', now())`,
    );
    await db.app.rows(
      `SELECT decide_adjustment('token-reviewer', 'psn_d', '${id}', true, NULL, 'jnl_${id}', now())`,
    );
  }
}
