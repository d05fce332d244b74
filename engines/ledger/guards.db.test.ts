import { beforeAll, describe, expect, test } from 'vitest';
import {
  testApprovedCase,
  testAttempt,
  testCase,
  testCaseFile,
  testCaseOver,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

/**
 * What somebody who types SQL as the application's role, without an officer's session, tries in order to get at money. Every
 * attempt must fail, and fail for the reason that is named, and nothing may have moved.
 */
const db = await testDatabase();
const on = '2026-06-30';

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

function settle(values: Record<string, string> = {}): string {
  const given = {
    ...{
      owner: `'psn_a'`,
      case: `'cas_a'`,
      decision: `'dec_cas_a'`,
      interest: `interest_to_date('psn_a', '${on}')`,
    },
    ...{ on: `'${on}'`, order: `'ord_x'`, authority: `'aut_x'`, ...values },
  };
  return `SELECT settle_withdrawal(${given.owner}, ${given.case}, ${given.decision}, ${given.interest}, 'jnl_x1', 'jnl_x2',
            ${given.authority}, ${given.order}, ${given.on}, now())`;
}

beforeAll(async () => {
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_a', caseId: 'cas_a', on });
  await testCase(db, { owner: 'psn_b', caseId: 'cas_b', on });
  await testApprovedCase(db, { owner: 'psn_c', caseId: 'cas_c', on });
  await testSettle(db, { owner: 'psn_c', caseId: 'cas_c', on });
  await testApprovedCase(db, { owner: 'psn_e', caseId: 'cas_e', on, process: 'transfer' });
  await testPerson(db, { owner: 'psn_f', balanceFen: 100_000n, balanceOn: '2026-06-25' });
  await testApprovedCase(db, { owner: 'psn_f', caseId: 'cas_f', on: '2026-06-20' });
  await testPerson(db, { owner: 'psn_g', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  const findings = { option: { relationship: 'continues' } };
  await testApprovedCase(db, { owner: 'psn_g', caseId: 'cas_g', on, findings });
  await testSettle(db, { owner: 'psn_g', caseId: 'cas_g', on });
  await testCaseFile(db, { owner: 'psn_a', caseId: 'cas_second' });
  await testCaseFile(db, { owner: 'psn_d', caseId: 'cas_over' });
  await testCaseOver(db, { owner: 'psn_d', caseId: 'cas_over' });
  await db.app.rows(
    `SELECT begin_import('token-clerk', 'run_x', 'people', 'x.csv', sha256('x'), 1, 1, 500, now())`,
  );
  await db.app.rows(`SELECT stage_opening('psn_a', 'run_x', 1, 400, '2025-12-31')`);
});

describe('nobody is put on record', () => {
  const person = (run: string) =>
    `SELECT import_person('psn_x', '某人', NULL, '1970-01-01', 'CHN', 'ofc_test', NULL, NULL, 'zh', '${run}', 1, now(),
       sha256('x'), 'doc_x', 'passport', 'CHN', 'x', '0000')`;

  test('without an import, or with one that is finished', async () => {
    expect(await attempt(person('run_none'))).toBe('registry.import-closed');
    expect(await attempt(person('run_psn_a'))).toBe('registry.import-closed');
  });

  test('by taking a number alone', async () => {
    expect(await attempt(`SELECT take_number(sha256('x'), 'psn_a')`)).toMatch(/permission denied/);
  });
});

describe('a personal account is not debited', () => {
  test.each([
    ['without any decision', settle({ decision: `'dec_none'` }), 'ledger.not-approved'],
    [
      'on a decision that waits for its second officer',
      settle({
        owner: `'psn_b'`,
        case: `'cas_b'`,
        decision: `'dec_cas_b'`,
        interest: `interest_to_date('psn_b', '${on}')`,
      }),
      'ledger.not-approved',
    ],
    [
      'on another person’s decision',
      settle({ owner: `'psn_b'`, case: `'cas_b'`, decision: `'dec_cas_a'` }),
      'ledger.not-approved',
    ],
    [
      'on the decision of another procedure',
      settle({ owner: `'psn_e'`, case: `'cas_e'`, decision: `'dec_cas_e'` }),
      'ledger.not-approved',
    ],
    ['for another case than the decision’s', settle({ case: `'cas_b'` }), 'ledger.not-approved'],
    [
      'on a decision already spent',
      settle({ owner: `'psn_c'`, case: `'cas_c'`, decision: `'dec_cas_c'`, interest: '0' }),
      'ledger.not-held',
    ],
    ['with more interest than the rates give', settle({ interest: '99999' }), 'ledger.interest-differs'],
    ['with less interest than the rates give', settle({ interest: '0' }), 'ledger.interest-differs'],
    ['with no interest said', settle({ interest: 'NULL' }), 'ledger.interest-differs'],
    [
      'to a day that has not come',
      settle({ on: `'2099-01-01'`, interest: `interest_to_date('psn_a', '2099-01-01')` }),
      'ledger.day-not-come',
    ],
    ['to no day', settle({ on: 'NULL' }), 'ledger.day-not-come'],
    [
      'to a day before the decision',
      settle({ on: `'2026-06-29'`, interest: `interest_to_date('psn_a', '2026-06-29')` }),
      'ledger.day-gone-by',
    ],
    [
      'to a day before the last entry',
      settle({
        ...{ owner: `'psn_f'`, case: `'cas_f'`, decision: `'dec_cas_f'`, on: `'2026-06-22'` },
        interest: `interest_to_date('psn_f', '2026-06-22')`,
      }),
      'ledger.day-gone-by',
    ],
    ['in the name of nobody', settle({ owner: 'NULL' }), 'ledger.account-closed'],
    ['for an account that does not exist', settle({ owner: `'psn_nobody'` }), 'ledger.account-closed'],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toBe(reason);
  });

  test('twice in one transaction', async () => {
    expect(
      await attempt(
        `DO $$ BEGIN PERFORM ${settle().slice(7)}; PERFORM ${settle({ order: `'ord_y'`, authority: `'aut_y'` }).slice(7)}; END $$`,
      ),
    ).toBe('ledger.not-held');
  });

  test('after the hold was lifted', async () => {
    const hold = (state: string) =>
      db.superuser.rows(`UPDATE account_hold SET released_at = ${state} WHERE case_id = 'cas_a'`);
    await hold(`now(), released_by = 'refusal'`);
    expect(await attempt(settle())).toBe('ledger.not-held');
    await hold('NULL, released_by = NULL');
  });
});

describe('a personal account is not credited', () => {
  test.each([
    [
      'before the import is approved',
      `SELECT post_opening('psn_a', 'run_x', 1, 'jnl_x', now())`,
      'registry.import-not-approved',
    ],
    [
      'from an import that does not exist',
      `SELECT post_opening('psn_a', 'run_none', 1, 'jnl_x', now())`,
      'registry.import-not-approved',
    ],
    [
      'by bringing a line to a finished import',
      `SELECT stage_opening('psn_b', 'run_psn_a', 9, 1000, '2025-12-31')`,
      'registry.import-closed',
    ],
    [
      'by changing a line that the import brought',
      `SELECT stage_opening('psn_a', 'run_x', 1, 401, '2025-12-31')`,
      'ledger.opening-differs',
    ],
    [
      'by dating a line back, so that it bears interest for years',
      `SELECT stage_opening('psn_a', 'run_x', 1, 400, '1999-12-31')`,
      'ledger.opening-differs',
    ],
    [
      'by dating a line to a day that has not come',
      `SELECT stage_opening('psn_a', 'run_x', 2, 400, '2099-12-31')`,
      'ledger.day-not-come',
    ],
    [
      'by finishing an import whose lines are not those announced',
      `SELECT finish_import('token-clerk', 'run_x', now())`,
      'registry.import-totals-differ',
    ],
    [
      'by finishing an import without a session, before its last line comes',
      `SELECT finish_import('x', 'run_x', now())`,
      'access.no-session',
    ],
    [
      'by approving an import without a session',
      `SELECT approve_import('', 'run_psn_a', now())`,
      'access.no-session',
    ],
    [
      'by approving one’s own import',
      `DO $$ BEGIN PERFORM begin_import('token-both', 'run_y', 'months', 'y', sha256('y'), 0, 0, 0, now()); PERFORM finish_import('token-both', 'run_y', now()); PERFORM approve_import('token-both', 'run_y', now()); END $$`,
      /import_maker_is_not_checker/,
    ],
    [
      'by beginning an import without a session',
      `SELECT begin_import('x', 'run_z', 'people', 'z', sha256('z'), 0, 0, 0, now())`,
      'access.no-session',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test('twice by one line, which answers false', async () => {
    const [row] = await db.app.rows(
      `SELECT post_opening('psn_a', 'run_psn_a', 1, 'jnl_again', now()) AS posted`,
    );
    expect(row).toEqual({ posted: false });
  });

  test('twice by two imports that name the same person', async () => {
    const again = `DO $$ BEGIN
      PERFORM begin_import('token-clerk', 'run_2', 'months', '2', sha256('2'), 1, 1, 7, now());
      PERFORM stage_opening('psn_b', 'run_2', 1, 7, '2025-12-31');
      PERFORM finish_import('token-clerk', 'run_2', now());
      PERFORM approve_import('token-reviewer', 'run_2', now());
      PERFORM post_opening('psn_b', 'run_2', 1, 'jnl_2', now()); END $$`;
    expect(await attempt(again)).toMatch(/one_opening_per_person/);
  });
});

describe('nobody decides alone or without a session', () => {
  test.each([
    [
      'approving without a session',
      `SELECT approve_decision('x', 'psn_b', 'dec_cas_b', '${on}', '{}', '{}', sha256('a'), now())`,
      'access.no-session',
    ],
    [
      'having a payee approved who was slipped in after the proposal',
      `DO $$ BEGIN PERFORM record_payee('psn_b', 'cas_b', 'insured', '别人', '1', '银行', '\\x01', '1', now());
        PERFORM approve_decision('token-reviewer', 'psn_b', 'dec_cas_b', '${on}', '{}', '{}', sha256('a'), now()); END $$`,
      'casework.changed-meanwhile',
    ],
    [
      'approving with a clerk’s session',
      `SELECT approve_decision('token-clerk', 'psn_b', 'dec_cas_b', '${on}', '{}', '{}', sha256('a'), now())`,
      'access.role-missing',
    ],
    [
      'approving with no token at all',
      `SELECT approve_decision(NULL, 'psn_b', 'dec_cas_b', '${on}', '{}', '{}', sha256('a'), now())`,
      'access.no-session',
    ],
    [
      'proposing without a session',
      `SELECT propose_decision('x', 'psn_b', 'dec_x', 'cas_b', 'approve', 'death', 'shenzhen', '1', '${on}', '{}', '{}', sha256('a'), now())`,
      'access.no-session',
    ],
    [
      'proposing and approving as one officer',
      `DO $$ BEGIN PERFORM propose_decision('token-both', 'psn_b', 'dec_y', 'cas_b', 'approve', 'death', 'shenzhen', '1', '${on}', '{}', '{}', sha256('a'), now()); PERFORM approve_decision('token-both', 'psn_b', 'dec_y', '${on}', '{}', '{}', sha256('a'), now()); END $$`,
      /decision_maker_is_not_checker/,
    ],
    [
      'asking who a session belongs to',
      `SELECT live_officer('token-clerk', 'clerk')`,
      /permission denied for function live_officer/,
    ],
    ['reading officers’ passwords', 'SELECT * FROM officer_credential', /permission denied/],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});

describe('an account stays held, open and where it belongs', () => {
  test.each([
    [
      'a second hold of a held account',
      `SELECT place_hold('psn_a', 'cas_second', now())`,
      'ledger.already-held',
    ],
    [
      'a hold for a case that the person does not have',
      `SELECT place_hold('psn_d', 'cas_a', now())`,
      'ledger.no-case',
    ],
    ['a hold for a case that is over', `SELECT place_hold('psn_d', 'cas_over', now())`, 'ledger.no-case'],
    [
      'a hold of an account that does not exist',
      `SELECT place_hold('psn_nobody', 'cas_a', now())`,
      'ledger.account-closed',
    ],
    [
      'closing an account that no case emptied',
      `SELECT close_personal_account('psn_a', 'cas_a', '${on}')`,
      'ledger.not-settled',
    ],
    [
      'closing an account that a ground emptied which ends no relationship',
      `SELECT close_personal_account('psn_g', 'cas_g', '${on}')`,
      'ledger.relationship-continues',
    ],
    [
      'ending the relationship on such a ground',
      `SELECT record_relationship_ended('psn_g', 'rec_x', '{}', 'cas_g', now())`,
      'ledger.relationship-continues',
    ],
    [
      'closing an account from a day to come',
      `SELECT close_personal_account('psn_c', 'cas_c', '2099-01-01')`,
      'ledger.day-not-come',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test.each([`'settlement'`, 'NULL', `'refusal'`, `'withdrawal-of-application'`])(
    'the hold of a case that is under way is not released by %s',
    async (by) => {
      expect(await attempt(`SELECT release_hold('psn_b', 'cas_b', ${by}, now())`)).toBe(
        'ledger.case-not-over',
      );
    },
  );

  test.each(['refusal', 'withdrawal-of-application'])(
    'the hold of a case that two officers approved is not released by a %s',
    async (by) => {
      expect(await attempt(`SELECT release_hold('psn_a', 'cas_a', '${by}', now())`)).toBe(
        'ledger.approved-stays-held',
      );
    },
  );
});

test('the way that the law allows still goes through', async () => {
  const [row] = await db.app.rows<{ amount: bigint }>(`${settle()} AS amount`);
  expect(row?.amount).toBe(100_553n);
});
