import { beforeAll, describe, expect, test } from 'vitest';
import { testApprovedCase, testDatabase, testOffice, testPerson, testSettle } from '#platform/testing';

/**
 * What the tables themselves refuse, whoever writes: even a function of ours that went wrong, with the rights of the tables'
 * owner, cannot debit a personal account without an authority of its own, nor credit one without a cause.
 */
const db = await testDatabase();
const on = '2026-06-30';

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'b']) {
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
    await testApprovedCase(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
  }
  await testSettle(db, { owner: 'psn_a', caseId: 'cas_a', on });
  await db.migrator.rows(
    `INSERT INTO authority VALUES ('psn_b', 'aut_b', 'withdrawal', 500, now(), 'decision', 'dec_cas_b')`,
  );
  await db.migrator.rows(
    `INSERT INTO credit_cause VALUES ('psn_b', 'cau_b', 'settlement-interest', 70, now(), 'decision', 'dec_cas_b')`,
  );
});

/** A posting written past every function, and what the tables said to it. */
async function posting(given: Record<string, string | number | null>): Promise<string> {
  const row = { ...debit, ...given };
  return db.migrator
    .rows(
      `INSERT INTO posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no,
         authority_id, cause_id)
       VALUES ($1, 'jnl_x', 1, $2, $3, $4, $5, '${on}', now(), 9, $6, $7)`,
      [row.owner, row.purpose, row.debit, row.credit, row.amount, row.authority, row.cause],
    )
    .then(
      () => 'it went through',
      (error: Error) => error.message,
    );
}

const debit = {
  owner: 'psn_b',
  purpose: 'withdrawal',
  debit: 'personal',
  credit: 'payable',
  amount: 500,
  authority: 'aut_b',
  cause: null,
};
const credit = {
  owner: 'psn_b',
  purpose: 'settlement-interest',
  debit: 'interest-expense',
  credit: 'personal',
  amount: 70,
  authority: null,
  cause: 'cau_b',
};
const openedBefore = {
  ...credit,
  purpose: 'opening',
  debit: 'opening',
  amount: 100_000,
  cause: 'jnl_open_psn_b/1',
};

describe('the tables refuse', () => {
  test.each([
    ['a debit without an authority', { authority: null }, /debit_needs_authority/],
    [
      'a debit on an authority that does not exist',
      { authority: 'aut_none' },
      /posting_owner_id_authority_id_purpose/,
    ],
    ['a debit on another person’s authority', { owner: 'psn_a' }, /posting_owner_id_authority_id_purpose/],
    ['a debit of more than the authority says', { amount: 501 }, /posting_owner_id_authority_id_purpose/],
    ['a debit of less than the authority says', { amount: 499 }, /posting_owner_id_authority_id_purpose/],
    [
      'a second debit on one authority',
      { owner: 'psn_a', authority: 'aut_cas_a', amount: 100_553 },
      /authority_used_once/,
    ],
    ['a debit of nothing', { amount: 0 }, /posting_amount_fen_check/],
    ['a debit of less than nothing', { amount: -500 }, /posting_amount_fen_check/],
    ['a debit straight to the bank', { credit: 'bank' }, /purpose_names_its_accounts/],
    ['a credit without a cause', { ...credit, cause: null }, /credit_needs_cause/],
    [
      'a credit on a cause that does not exist',
      { ...credit, cause: 'cau_none' },
      /posting_owner_id_cause_id_purpose/,
    ],
    ['a credit of more than its cause says', { ...credit, amount: 71 }, /posting_owner_id_cause_id_purpose/],
    ['a second credit on one cause', openedBefore, /cause_used_once/],
  ])('%s', async (_, given, reason) => {
    expect(await posting(given)).toMatch(reason);
  });

  test('an authority that rests on a basis of another kind', async () => {
    await expect(
      db.migrator.rows(
        `INSERT INTO authority VALUES ('psn_b', 'aut_3', 'withdrawal', 5, now(), 'merge', 'mrg_1')`,
      ),
    ).rejects.toThrow(/authority_rests_on_its_kind/);
  });

  test('more held for card payments than there is', async () => {
    await expect(
      db.migrator.rows(`UPDATE personal_account SET held_fen = balance_fen + 1 WHERE owner_id = 'psn_b'`),
    ).rejects.toThrow(/held_is_covered/);
  });

  test('a balance below zero', async () => {
    await expect(
      db.migrator.rows(`UPDATE personal_account SET balance_fen = -1 WHERE owner_id = 'psn_b'`),
    ).rejects.toThrow(/personal_account_balance_fen_check|held_is_covered/);
  });

  test('a second authority for one decision', async () => {
    await expect(
      db.migrator.rows(
        `INSERT INTO authority VALUES ('psn_b', 'aut_2', 'withdrawal', 5, now(), 'decision', 'dec_cas_b')`,
      ),
    ).rejects.toThrow(/authority_once_per_basis/);
  });
});
