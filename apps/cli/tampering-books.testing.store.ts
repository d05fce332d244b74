/** What somebody with every right did, the proof that must break, the statements, and the row that it must name. */
export type Tampering = readonly [string, string, readonly string[], string];

/** Ways to bend the books; `TODAY` in a row stands for the day of the test. */
export const tamperingWithBooks: readonly Tampering[] = [
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
    'interest was made to run on more than there is in the world',
    'ledger.interest-sums-replayed',
    [
      `UPDATE personal_account SET carried_fen = 9000000000000000000, inflow_fen = 9000000000000000000 WHERE owner_id = 'psn_a'`,
    ],
    'psn_a',
  ],
  [
    'an account counts more entries than anybody has',
    'ledger.balances-replayed',
    [`UPDATE personal_account SET entry_count = 9000000000000000000 WHERE owner_id = 'psn_a'`],
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
];
