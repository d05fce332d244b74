import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { fundBalances, fundStatement, rollUpFundDays, trialBalance } from '#engines/ledger';
import {
  testApprovedCase,
  testAttempt,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

const db = await testDatabase();
const on = '2026-06-30';
const late = new pg.Client({ connectionString: db.url('superuser') });
const today = plainDate('2099-12-31');

beforeAll(async () => {
  await late.connect();
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  for (const name of ['a', 'b'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
});

afterAll(() => late.end());

/** What an account holds; by day `upTo`, as known now unless another day is given. */
async function balance(account: string, upTo = today, knownOn: string | null = null): Promise<bigint> {
  const known = knownOn === null ? null : plainDate(knownOn);
  const all = await fundBalances(db.app, { on: plainDate(upTo), knownOn: known });
  return all.find(({ code }) => code === account)?.balanceFen ?? 0n;
}

/** An entry of the fund as a procedure's guard writes it: effective and recorded on given days. */
const entry = `SELECT post_fund($1, $2, 1::smallint, 'subsidy', 'subsidy-due', 'pool', $3, $4::date, NULL, $5::timestamptz)`;

describe('Balances by day', () => {
  test('they are the same before, in the middle of and after a roll-up', async () => {
    const before = await fundBalances(db.app, { on: today, knownOn: null });
    await rollUpFundDays(db.app);
    expect(await fundBalances(db.app, { on: today, knownOn: null })).toEqual(before);
    await testApprovedCase(db, { owner: 'psn_b', caseId: 'cas_b', on });
    await testSettle(db, { owner: 'psn_b', caseId: 'cas_b', on });
    const beside = await fundBalances(db.app, { on: today, knownOn: null });
    expect(beside).toEqual(await trialBalance(db.app));
    await rollUpFundDays(db.app);
    await rollUpFundDays(db.app);
    expect(await fundBalances(db.app, { on: today, knownOn: null })).toEqual(beside);
    // Another test's open transaction on the same server may hold the horizon back for a moment.
    await expect
      .poll(async () => {
        await rollUpFundDays(db.app);
        return db.app.row(`SELECT count(*) AS rows FROM fund_day WHERE account = 'payable'`);
      })
      .toEqual({ rows: 1n });
  });

  test('a day before the entry took effect does not have it', async () => {
    expect(await balance('payable', plainDate('2026-06-29'))).toBe(0n);
    expect(await balance('payable', plainDate(on))).toBe(100_553n);
  });

  test('what was recorded later was not known then', async () => {
    await db.superuser.rows(entry, ['fnd_1', 'jnl_late', 500n, '2026-01-10', '2026-03-02T10:00:00+08:00']);
    for (const rolled of [false, true]) {
      if (rolled) await rollUpFundDays(db.app);
      expect(await balance('pool', plainDate('2026-01-31'), '2026-03-01')).toBe(0n);
      expect(await balance('pool', plainDate('2026-01-31'), '2026-03-02')).toBe(500n);
      expect(await balance('pool', plainDate('2026-01-31'))).toBe(500n);
      expect(await balance('pool', plainDate('2026-01-09'))).toBe(0n);
    }
  });

  test('a recording just before midnight in Shanghai belongs to that day', async () => {
    await db.superuser.rows(entry, ['fnd_1', 'jnl_night', 7n, '2026-02-01', '2026-02-01T23:59:59+08:00']);
    expect(await balance('pool', plainDate('2026-02-01'), '2026-02-01')).toBe(7n);
    await db.superuser.rows(entry, ['fnd_1', 'jnl_morning', 9n, '2026-02-01', '2026-02-02T00:00:00+08:00']);
    expect(await balance('pool', plainDate('2026-02-01'), '2026-02-01')).toBe(7n);
  });

  test('the statement of an account tells each day and its balance, page by page', async () => {
    const wish = { account: 'pool', from: plainDate('2026-01-11'), to: today, knownOn: null };
    expect(await fundStatement(db.app, { ...wish, limit: 10 })).toMatchObject({
      openingFen: 500n,
      days: [{ on: '2026-02-01', debitFen: 0n, creditFen: 16n, lines: 2n, balanceFen: 516n }],
      next: null,
    });
    const first = await fundStatement(db.app, { ...wish, from: plainDate('2026-01-01'), limit: 1 });
    expect(first).toMatchObject({ openingFen: 0n, days: [{ on: '2026-01-10' }], next: '2026-02-01' });
    expect(await fundStatement(db.app, { ...wish, account: 'nothing', limit: 1 })).toBeUndefined();
  });
});

describe('The horizon', () => {
  test('an entry that is written before a roll-up and committed after it is not lost', async () => {
    const was = await balance('pool');
    await late.query('BEGIN');
    await late.query(entry, ['fnd_late', 'jnl_1', 1000, '2026-05-01', '2026-05-01T10:00:00+08:00']);
    await db.superuser.rows(entry, ['fnd_soon', 'jnl_1', 20n, '2026-05-01', '2026-05-01T11:00:00+08:00']);
    await rollUpFundDays(db.app);
    expect(await balance('pool')).toBe(was + 20n);
    await late.query('COMMIT');
    expect(await balance('pool')).toBe(was + 1020n);
    await rollUpFundDays(db.app);
    expect(await balance('pool')).toBe(was + 1020n);
  });

  test('behind a horizon of time, as a naive roll-up has it, the same entry would be lost', async () => {
    const naive = (upTo: string) =>
      `SELECT coalesce(sum(amount_fen), 0)::bigint AS sum FROM posting WHERE owner_id LIKE 'nve%' AND recorded_at ${upTo} '2026-05-02'`;
    await late.query('BEGIN');
    await late.query(entry, ['nve_late', 'jnl_1', 1000, '2026-05-01', '2026-05-01T10:00:00+08:00']);
    const rolled = await db.superuser.row<{ sum: bigint }>(naive('<'));
    await late.query('COMMIT');
    const tail = await db.superuser.row<{ sum: bigint }>(naive('>='));
    expect([rolled?.sum, tail?.sum]).toEqual([0n, 0n]);
  });

  test('an entry that is rolled back is in no balance', async () => {
    const was = await balance('pool');
    await late.query('BEGIN');
    await late.query(entry, ['fnd_none', 'jnl_1', 1000, '2026-05-01', '2026-05-01T10:00:00+08:00']);
    await rollUpFundDays(db.app);
    await late.query('ROLLBACK');
    await rollUpFundDays(db.app);
    expect(await balance('pool')).toBe(was);
  });

  test('two roll-ups at once count nothing twice', async () => {
    for (const number of [1, 2, 3]) {
      const recorded = '2026-05-03T10:00:00+08:00';
      await db.superuser.rows(entry, [`two_${number}`, 'jnl_1', 100n, '2026-05-03', recorded]);
      const was = await fundBalances(db.app, { on: today, knownOn: null });
      await Promise.all([rollUpFundDays(db.app), rollUpFundDays(db.app), rollUpFundDays(db.app)]);
      expect(await fundBalances(db.app, { on: today, knownOn: null })).toEqual(was);
    }
  });

  test('after a restore, where old rows bear numbers below zero, it is built anew', async () => {
    await db.superuser.rows(`UPDATE posting SET recorded_xid = recorded_xid - 1000000000`);
    await db.superuser.rows('SELECT rebuild_fund_days()');
    expect(await fundBalances(db.app, { on: today, knownOn: null })).toEqual(await trialBalance(db.app));
  });

  test('the application cannot write the sums, nor ask for them under an old picture', async () => {
    for (const sql of [
      `UPDATE fund_day SET credit_fen = 0`,
      `INSERT INTO fund_day VALUES ('pool', '2026-01-01', '2026-01-01', 1, 0, 1)`,
      `UPDATE fund_horizon SET below_xid = 0`,
      `SELECT rebuild_fund_days()`,
    ])
      expect((await testAttempt(db, sql)).outcome).toMatch(/permission denied/);
    const rolled = late.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT roll_up_fund_days()');
    await expect(rolled).rejects.toThrow('READ COMMITTED');
    await late.query('ROLLBACK');
  });
});
