import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { refuse, shanghaiDate } from '#basics';
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
  expect(text.match(/^ok .*/gm)).toEqual([expect.stringContaining('ledger.guards-stand')]);
  expect(text).toContain(`1 hold, 0 broken, ${here.length - 1} without a row to prove them by`);
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
    // Another test's open transaction on the same server may hold the horizon back for a moment.
    await vi.waitFor(async () => {
      await db.app.rows('SELECT roll_up_fund_days()');
      const rolled = await db.app.row(
        `SELECT below_xid > (SELECT max(recorded_xid) FROM posting) AS all FROM fund_horizon`,
      );
      expect(rolled).toEqual({ all: true });
    }, 10_000);
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
      'psn_b/jnl_out_cas_b/1',
    ],
    [
      'the approval of a decision was taken away',
      'ledger.authorities-have-ground',
      [`DELETE FROM decision_approval WHERE owner_id = 'psn_b'`],
      'psn_b/aut_cas_b',
    ],
    [
      'one officer was made maker and checker',
      'ledger.authorities-have-ground',
      [
        `ALTER TABLE decision_approval DROP CONSTRAINT decision_maker_is_not_checker`,
        `UPDATE decision_approval SET checker_id = maker_id WHERE owner_id = 'psn_b'`,
      ],
      'psn_b/aut_cas_b',
    ],
    [
      'an authority was spent twice',
      'ledger.debits-have-authority',
      [
        `DROP INDEX authority_used_once`,
        `INSERT INTO posting SELECT owner_id, journal_id, 2, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no, bucket, authority_id, cause_id, run_id, case_id FROM posting WHERE authority_id = 'aut_cas_b'`,
      ],
      'psn_b/aut_cas_b',
    ],
    [
      'a decision was turned to a refusal',
      'ledger.authorities-have-ground',
      [`UPDATE decision SET outcome = 'refuse' WHERE owner_id = 'psn_c'`],
      'psn_c/aut_cas_c',
    ],
    [
      'the cause of a credit was deleted',
      'ledger.credits-have-cause',
      [`DELETE FROM credit_cause WHERE owner_id = 'psn_a'`],
      'psn_a/jnl_open_psn_a/1',
    ],
    [
      'an opening was posted for an earlier day',
      'ledger.causes-have-ground',
      [`UPDATE posting SET effective_on = '2001-01-01' WHERE journal_id = 'jnl_open_psn_a'`],
      'psn_a/jnl_open_psn_a',
    ],
    [
      'an import lost its approval',
      'ledger.causes-have-ground',
      [`DELETE FROM import_approval WHERE run_id = 'run_psn_a'`],
      'psn_a/jnl_open_psn_a/1',
    ],
    [
      'interest was credited on no decision',
      'ledger.causes-have-ground',
      [
        `UPDATE credit_cause SET basis_id = 'dec_none' WHERE purpose = 'settlement-interest' AND owner_id = 'psn_b'`,
      ],
      'psn_b/jnl_int_cas_b/1',
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
      'a posting was deleted',
      'ledger.balances-replayed',
      [`DELETE FROM posting WHERE journal_id = 'jnl_open_psn_a'`],
      'psn_a',
    ],
    [
      'a deposit was invented, its balance lifted to fit',
      'ledger.credits-have-cause',
      [
        `INSERT INTO posting SELECT 'psn_a', 'jnl_forged', 1, purpose, debit, credit, 999, effective_on, recorded_at, 2, bucket, NULL, 'cau_forged', NULL, NULL FROM posting WHERE journal_id = 'jnl_open_psn_a'`,
        `UPDATE personal_account SET balance_fen = balance_fen + 999, entry_count = 2 WHERE owner_id = 'psn_a'`,
      ],
      'psn_a/jnl_forged/1',
    ],
    [
      'a deposit was invented with a cause of its own',
      'ledger.causes-have-ground',
      [
        `INSERT INTO credit_cause SELECT 'psn_a', 'cau_forged', 'settlement-interest', 999, made_at, 'decision', 'dec_forged' FROM credit_cause WHERE owner_id = 'psn_a'`,
      ],
      'psn_a/cau_forged',
    ],
    [
      'a cause was put on another line of the import',
      'ledger.causes-have-ground',
      [`UPDATE credit_cause SET basis_id = 'run_psn_a/9' WHERE owner_id = 'psn_a'`],
      'psn_a/jnl_open_psn_a/1',
    ],
    [
      'a cause was laid by for later',
      'ledger.credits-have-cause',
      [
        `INSERT INTO credit_cause SELECT 'psn_a', 'cau_spare', 'settlement-interest', 999, made_at, 'decision', 'dec_cas_a' FROM credit_cause WHERE owner_id = 'psn_a'`,
      ],
      'psn_a/cau_spare',
    ],
    [
      'an authority was laid by for later',
      'ledger.debits-have-authority',
      [
        `INSERT INTO authority SELECT 'psn_a', 'aut_spare', purpose, 7, made_at, basis_kind, 'dec_other' FROM authority WHERE owner_id = 'psn_b'`,
      ],
      'psn_a/aut_spare',
    ],
    [
      'two people’s openings were swapped, and their balances with them',
      'ledger.credits-have-cause',
      [
        `UPDATE posting SET owner_id = 'psn_x' WHERE journal_id = 'jnl_open_psn_a'`,
        `UPDATE personal_account SET owner_id = 'psn_x' WHERE owner_id = 'psn_a'`,
      ],
      'psn_x/jnl_open_psn_a/1',
    ],
    [
      'money was moved from one account to another by hand',
      'ledger.balances-replayed',
      [
        `UPDATE personal_account SET balance_fen = balance_fen - 100 WHERE owner_id = 'psn_a'`,
        `UPDATE personal_account SET balance_fen = balance_fen + 100 WHERE owner_id = 'psn_b'`,
      ],
      'psn_b',
    ],
    [
      'an entry’s number was changed',
      'ledger.balances-replayed',
      [`UPDATE posting SET entry_no = 5 WHERE journal_id = 'jnl_out_cas_b'`],
      'psn_b',
    ],
    [
      'two entries of an account changed their numbers, one of them twice there',
      'ledger.balances-replayed',
      [`UPDATE posting SET entry_no = 1 WHERE journal_id = 'jnl_int_cas_b'`],
      'psn_b',
    ],
    [
      'an entry was counted that is not there',
      'ledger.balances-replayed',
      [`UPDATE personal_account SET entry_count = 2 WHERE owner_id = 'psn_a'`],
      'psn_a',
    ],
    [
      'an amount grew beyond what anybody has',
      'ledger.balances-replayed',
      [`UPDATE posting SET amount_fen = 9000000000000000000 WHERE journal_id = 'jnl_open_psn_a'`],
      'psn_a',
    ],
    [
      'a debit was called something else',
      'ledger.debits-have-authority',
      [`UPDATE posting SET purpose = 'card-payment' WHERE journal_id = 'jnl_out_cas_b'`],
      'psn_b/jnl_out_cas_b/1',
    ],
    [
      'a withdrawal was said to have been recorded earlier',
      'ledger.debits-have-authority',
      [`UPDATE posting SET recorded_at = recorded_at - interval '1 hour' WHERE journal_id = 'jnl_out_cas_b'`],
      'psn_b/jnl_out_cas_b/1',
    ],
    [
      'a withdrawal was booked on another case',
      'ledger.authorities-have-ground',
      [`UPDATE posting SET case_id = 'cas_c' WHERE journal_id = 'jnl_out_cas_b'`],
      'psn_b/aut_cas_b',
    ],
    [
      'an approval was given to another decision',
      'ledger.authorities-have-ground',
      [`UPDATE decision_approval SET decision_id = 'dec_other' WHERE owner_id = 'psn_b'`],
      'psn_b/aut_cas_b',
    ],
    [
      'money was booked between persons and never arrived',
      'ledger.books-balance',
      [
        `INSERT INTO posting SELECT 'psn_a', 'jnl_between', 1, 'between-persons', 'personal', 'between-persons', 5, effective_on, recorded_at, 2, 'debit', 'aut_x', NULL, NULL, NULL FROM posting WHERE journal_id = 'jnl_open_psn_a'`,
      ],
      'between-persons',
    ],
    [
      'an entry was put into another sum of the interest',
      'ledger.interest-sums-replayed',
      [`UPDATE posting SET bucket = 'inflow' WHERE journal_id = 'jnl_open_psn_a'`],
      'psn_a',
    ],
    [
      'a closed year was moved on',
      'ledger.years-in-order',
      [`UPDATE closed_years SET last_year = 2030`],
      'psn_a',
    ],
    [
      'interest of a run lies in a year that is not closed',
      'ledger.years-in-order',
      [
        `INSERT INTO posting SELECT 'psn_a', 'run_2025', 1, 'yearly-interest', 'interest-expense', 'personal', 5, '2025-12-31', recorded_at, 2, NULL, NULL, NULL, 'run_2025', NULL FROM posting WHERE journal_id = 'jnl_open_psn_a'`,
      ],
      'psn_a/run_2025',
    ],
    [
      'a sum by day was bent',
      'ledger.fund-days-replayed',
      [`UPDATE fund_day SET credit_fen = credit_fen + 1 WHERE account = 'payable'`],
      'payable/2026-06-30/TODAY',
    ],
    [
      'a day was struck from the sums',
      'ledger.fund-days-replayed',
      [`DELETE FROM fund_day WHERE account = 'bank'`],
      'bank/2026-06-30/TODAY',
    ],
    [
      'the horizon was moved on, so that entries are in no sum',
      'ledger.fund-days-replayed',
      [
        `UPDATE fund_horizon SET below_xid = 9000000000000000000`,
        `INSERT INTO posting SELECT 'fnd_1', 'jnl_after', 1, 'subsidy', 'subsidy-due', 'pool', 5, '2026-06-30', recorded_at, NULL, NULL, NULL, NULL, NULL, NULL FROM posting WHERE journal_id = 'jnl_open_psn_a'`,
      ],
      'pool/2026-06-30/TODAY',
    ],
    [
      'a payment was said to have been recorded on another day',
      'ledger.fund-days-replayed',
      [`UPDATE posting SET recorded_at = '2026-01-02T10:00:00+08:00' WHERE journal_id = 'jnl_pay'`],
      'bank/2026-06-30/2026-01-02',
    ],
    [
      'a payment was moved to another day',
      'ledger.fund-days-replayed',
      [`UPDATE posting SET effective_on = '2026-05-31' WHERE journal_id = 'jnl_pay'`],
      'bank/2026-05-31/TODAY',
    ],
    [
      'the index that lets an authority be used once was dropped',
      'ledger.guards-stand',
      [`DROP INDEX authority_used_once`],
      'authority_used_once',
    ],
    [
      'the check of what a purpose moves was dropped',
      'ledger.guards-stand',
      [`ALTER TABLE posting DROP CONSTRAINT purpose_names_its_accounts`],
      'purpose_names_its_accounts',
    ],
    [
      'the application was let at the postings',
      'ledger.guards-stand',
      [`GRANT UPDATE ON posting TO suixing_app`],
      'posting',
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
    const today = shanghaiDate(new Date());
    expect(broken.map((one) => one.row)).toContain(row.replace('TODAY', today));
  });

  test('a broken promise ends with exit code 1 and tells the row', async () => {
    await db.superuser.rows(`UPDATE personal_account SET balance_fen = 7 WHERE owner_id = 'psn_a'`);
    const { code, text } = await run();
    expect(code).toBe(1);
    expect(text).toContain('BROKEN');
    expect(text).toContain('psn_a: the balance says 7 (1), its postings 100000 (1)');
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
