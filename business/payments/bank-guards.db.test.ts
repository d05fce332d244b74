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

/** What somebody who types SQL as the application's role tries with the bank's statements. Every attempt fails. */
const db = await testDatabase();
const on = '2026-06-30';
const file = `sha256('statements')`;
const day = 'bnk_00000000_20260701';

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

const statement = (
  token: string,
  { sha = file, date = '2026-07-02', opening = 4_000, closing = 4_000, from = '' } = {},
) =>
  `SELECT take_statement('${token}', ${sha}, '4405', 'bnk_00000000_${date.replaceAll('-', '')}', '${date}', 'S', ${opening}, ${closing}, 1, 'jnl_s', now(), '${from || date}')`;

function line(token: string, made: Readonly<Record<string, unknown>>, sha = file): string {
  const row = {
    ...{ owner_id: day, line_key: 'X', line_no: 9, direction: 'in', amount_fen: '100', is_return: false },
    ...{
      booked_on: '2026-07-01',
      digest: `\\x${'00'.repeat(32)}`,
      recorded_at: '2026-07-02T00:00:00Z',
      ...made,
    },
  };
  return `SELECT book_bank_line('${token}', ${sha}, jsonb_populate_record(NULL::bank_line, '${JSON.stringify(row)}'), 'jnl_${row.line_key}')`;
}

const request = (token: string, id: string, rest: string, key = 'L-1') =>
  `SELECT request_resolution('${token}', '${day}', '${key}', '${id}', ${rest}, 'reason', now())`;
const decide = (token: string, id: string, approved = true) =>
  `SELECT decide_resolution('${token}', '${day}', '${id}', ${approved}, 'jnl_${id}', now())`;
const fund = `'fund', NULL, NULL, NULL, NULL`;
const returned = `'return', 'psn_a', 'ord_cas_a', 1, NULL`;

beforeAll(async () => {
  await testOffice(db);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_a', caseId: 'cas_a', on });
  await testSettle(db, { owner: 'psn_a', caseId: 'cas_a', on });
  await db.app.rows(
    `SELECT build_batch('token-finance', 'bat_1', 'bat-1', 1, 100000, sha256(convert_to('1|psn_a|ord_cas_a|1|100000|1', 'UTF8')), $1, now())`,
    [on],
  );
  await db.app.rows(`SELECT add_to_batch('psn_a', 'ord_cas_a', 1, 'bat_1', 1, 1)`);
  await db.app.rows(testApproval('bat_1'));
  await db.app.rows(`SELECT take_bank_file('token-finance', ${file}, 'S', 'camt.053', now())`);
  await db.app.rows(`SELECT take_bank_file('token-finance', sha256('answer'), 'B', 'pain.002', now())`);
  await db.app.rows(
    `SELECT take_statement('token-finance', ${file}, '4405', '${day}', '2026-07-01', 'S', 1000, 1300, 2, 'jnl_first', now(), '2026-07-01')`,
  );
  await db.app.rows(line('token-finance', { line_key: 'L-1', line_no: 1 }));
  await db.app.rows(request('token-finance', 'sus_own', fund));
});

describe('no statement is made up, and none is bent', () => {
  test.each([
    ['taking one in without a session', statement('x'), 'access.no-session'],
    ['taking one in as a clerk', statement('token-clerk'), 'access.role-missing'],
    ['taking one in from no file', statement('token-finance', { sha: `sha256('none')` }), 'payments.no-file'],
    [
      'taking one in from an answer to a batch',
      statement('token-finance', { sha: `sha256('answer')` }),
      'payments.no-file',
    ],
    [
      'taking one in of a day that has not come',
      statement('token-finance', { date: '2099-01-01' }),
      'ledger.day-not-come',
    ],
    [
      'taking one in while the last is not whole',
      statement('token-finance', { opening: 1_300 }),
      'payments.statement-unfinished',
    ],
    [
      'taking one in of an earlier day that does not lead up to the next',
      statement('token-finance', { date: '2026-06-29' }),
      'payments.statement-leads-elsewhere',
    ],
    [
      'taking one in of an earlier day while the next is not whole',
      statement('token-finance', { date: '2026-06-29', closing: 1_000 }),
      'payments.statement-unfinished',
    ],
    ['booking a line without a session', line('x', {}), 'access.no-session'],
    ['booking a line from no file', line('token-finance', {}, `sha256('none')`), 'payments.no-file'],
    ['booking a line of no statement', line('token-finance', { owner_id: 'bnk_0' }), 'payments.no-statement'],
    [
      'booking a line of a later day',
      line('token-finance', { booked_on: '2026-07-02' }),
      'payments.line-not-in-statement',
    ],
    [
      'booking a line of a day of the statement before, after a head that says otherwise',
      `DO $$ BEGIN PERFORM 1 FROM (${line('token-finance', { line_key: 'L-2', line_no: 2, amount_fen: '200' })}) a; PERFORM 1 FROM (${statement('token-finance', { opening: 1_300 })}) b; PERFORM 1 FROM (${line('token-finance', { owner_id: 'bnk_00000000_20260702' })}) c; END $$`,
      'payments.line-not-in-statement',
    ],
    [
      'taking one in that begins with a day of the one before',
      `DO $$ BEGIN PERFORM 1 FROM (${line('token-finance', { line_key: 'L-2', line_no: 2, amount_fen: '200' })}) a; PERFORM 1 FROM (${statement('token-finance', { opening: 1_300, from: '2026-07-01' })}) b; END $$`,
      'payments.statement-overlaps',
    ],
    [
      'booking another content under a line',
      line('token-finance', { line_key: 'L-1', digest: `\\x${'11'.repeat(32)}` }),
      'payments.line-differs',
    ],
    [
      'booking more lines than there are',
      `DO $$ BEGIN PERFORM 1 FROM (${line('token-finance', { line_key: 'L-2', line_no: 2, amount_fen: '200' })}) a; PERFORM 1 FROM (${line('token-finance', { line_key: 'L-3', line_no: 3 })}) b; END $$`,
      'payments.line-not-in-statement',
    ],
    [
      'ending an attempt by hand',
      `SELECT end_attempt(a, 'paid', NULL, 'bank', ${file}, 'j', '${on}', now()) FROM payment_attempt a`,
      /permission denied/,
    ],
    [
      'matching an entry by hand',
      `SELECT match_entry('psn_a', 'jnl_out_cas_a', '${day}', 'L-1', '${on}', now())`,
      /permission denied/,
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});

describe('no unknown line is cleared alone, twice, or as what it is not', () => {
  test.each([
    ['saying what it is without a session', request('x', 'sus_x', fund), 'access.no-session'],
    [
      'saying it of a line that there is not',
      request('token-finance', 'sus_x', fund, 'L-9'),
      'payments.not-in-suspense',
    ],
    ['agreeing without a session', decide('x', 'sus_own'), 'access.no-session'],
    ['agreeing with oneself', decide('token-finance', 'sus_own'), /suspense_maker_is_not_checker/],
    ['agreeing to nothing', decide('token-finance2', 'sus_none'), 'payments.no-request'],
    [
      'calling it the return of a payment that was not paid',
      `DO $$ BEGIN PERFORM 1 FROM (${request('token-finance', 'sus_r', returned)}) a; PERFORM 1 FROM (${decide('token-finance2', 'sus_r')}) b; END $$`,
      'payments.resolution-unfit',
    ],
    [
      'agreeing twice, to two opinions',
      `DO $$ BEGIN PERFORM 1 FROM (${request('token-finance', 'sus_2', fund)}) a; PERFORM 1 FROM (${decide('token-finance2', 'sus_own')}) b; PERFORM 1 FROM (${decide('token-finance2', 'sus_2')}) c; END $$`,
      /line_resolved_once/,
    ],
    [
      'asking again once it is decided',
      `DO $$ BEGIN PERFORM 1 FROM (${decide('token-finance2', 'sus_own')}) a; PERFORM 1 FROM (${request('token-finance', 'sus_2', fund)}) b; END $$`,
      'payments.resolved-already',
    ],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });
});

test('a payment that the bank takes twice from our account, or sends back twice, is unknown the second time', async () => {
  const target = {
    target_owner: 'psn_a',
    target_order: 'ord_cas_a',
    target_attempt: 1,
    end_to_end_id: 'ord-cas-a-1',
  };
  await db.app.rows(line('token-finance', { line_key: 'L-2', line_no: 2, amount_fen: '200' }));
  const book = async (made: Readonly<Record<string, unknown>>) => {
    const sql = line('token-finance', {
      ...{ ...target, owner_id: 'bnk_00000000_20260702', booked_on: '2026-07-02', amount_fen: '100000' },
      ...made,
    });
    const row = await db.app.row<{ outcome: string }>(sql.replace(/^SELECT (.*)$/s, 'SELECT $1 AS outcome'));
    return row?.outcome;
  };
  await db.app.rows(
    `SELECT take_statement('token-finance', ${file}, '4405', 'bnk_00000000_20260702', '2026-07-02', 'S', 1300, 1300, 4, 'jnl_n', now(), '2026-07-02')`,
  );
  const out = { direction: 'out' };
  const back = { direction: 'in', is_return: true };
  expect(await book({ ...out, line_key: 'D-1', line_no: 1 })).toBe('paid');
  expect(await book({ ...out, line_key: 'D-2', line_no: 2 })).toBe('suspense');
  expect(await book({ ...back, line_key: 'R-1', line_no: 3 })).toBe('returned');
  expect(await book({ ...back, line_key: 'R-2', line_no: 4 })).toBe('suspense');
});
