import { beforeAll, describe, expect, test } from 'vitest';
import { testApprovedCase, testAttempts, testDatabase, testOffice, testPerson } from '#platform/testing';

/** Somebody who types SQL as the application's role writes no table by hand; functions that look at what they do are the only way. */
const db = await testDatabase();

beforeAll(async () => {
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_a', caseId: 'cas_a', on: '2026-06-30' });
});

const tables = [
  'posting',
  'authority',
  'credit_cause',
  'personal_account',
  'interest_difference',
  'closed_years',
];
const records = ['account_hold', 'opening_line', 'interest_rate', 'business_clock', 'ledger_account'];
const approvals = ['decision', 'decision_approval', 'import_run', 'import_approval', 'record_confirmation'];
const payments = [
  'payee',
  'payment_order',
  'payment_batch',
  'payment_release',
  'payment_attempt',
  'payment_approval',
  'payment_batch_given_up',
  'bank_file',
  'bank_statement',
  'bank_line',
  'bank_match',
  'suspense_request',
  'suspense_decision',
];
const people = ['office', 'officer', 'officer_session', 'officer_credential', 'person', 'employer'];
const places = ['identity_document', 'identity_locator', 'employer_locator', 'card_locator', 'case_locator'];
const cases = ['case_file', 'case_action'];
const estates = [
  ...['successor', 'successor_word', 'division', 'division_share', 'division_decision', 'heir_link'],
  ...['heir_letter', 'heir_contact'],
  ...['escheat', 'escheat_decision', 'account_inquiry_review', 'account_inquiry_decision'],
];

describe('typed by hand, no table can be written', () => {
  test.each([
    ['of the money', tables],
    ['that the money rests on', records],
    ['of approvals', approvals],
    ['of payments', payments],
    ['of people and officers', people],
    ['of places', places],
    ['of cases', cases],
    ['of estates', estates],
  ] as const)('%s', async (_, named) => {
    const statements = (await Promise.all(named.map(writesOf))).flat();
    const { outcomes, nothingMoved } = await testAttempts(
      db,
      statements.map(({ sql }) => sql),
    );
    expect(outcomes).toEqual(statements.map(({ table }) => `permission denied for table ${table}`));
    expect(nothingMoved).toBe(true);
  });

  /** No column may be set either: to set one of them is tried, of all it is asked. */
  async function writesOf(
    table: string,
  ): Promise<readonly { readonly table: string; readonly sql: string }[]> {
    const granted = await db.superuser.row<{ column: string; any: boolean }>(
      `SELECT (SELECT attname::text FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
                  AND attgenerated = '' ORDER BY attnum LIMIT 1) AS column,
              has_any_column_privilege($2, $1, 'INSERT, UPDATE') OR has_table_privilege($2, $1, 'DELETE, TRUNCATE') AS any`,
      [table, (await db.app.row<{ role: string }>('SELECT current_user::text AS role'))?.role],
    );
    expect(granted, table).toMatchObject({ any: false });
    return [
      `INSERT INTO ${table} DEFAULT VALUES`,
      `UPDATE ${table} SET ${granted?.column} = ${granted?.column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ].map((sql) => ({ table, sql }));
  }
});
