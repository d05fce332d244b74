import { beforeAll, expect, test } from 'vitest';
import { plainDate } from '#basics';
import {
  executeRun,
  interestYears,
  ledgerProofs,
  previewInterest,
  readInterestEntries,
  readInterestRates,
  readRuns,
  runDifference,
  syncInterestRates,
} from '#engines/ledger';
import { testAttempt, testClock, testDatabase, testOffice } from '#platform/testing';
import { testAccount, testApprovedRun, testEnter, testRun } from './interest.testing.store.ts';

/** One agency lives through two years: its runs, what comes late, its reversals. The tests follow one another. */
const db = await testDatabase();
const day = plainDate;
const clock = testClock('2026-01-05T09:00:00+08:00');

beforeAll(async () => {
  await testOffice(db);
  await syncInterestRates(db.migrator, [
    { bucket: 'carried-over', fromOn: day('2015-10-24'), ratePpm: 11_000n, dayCount: 360 },
    { bucket: 'inflow', fromOn: day('2012-07-06'), ratePpm: 3_500n, dayCount: 360 },
  ]);
  for (const owner of ['psn_a', 'psn_b', 'psn_c', 'psn_d', 'psn_e']) await testAccount(db, owner);
  const enter = (
    owner: string,
    kind: 'inflow' | 'spending' | 'carried-over',
    amountFen: bigint,
    on: string,
  ) => testEnter(db, { owner, journal: `${kind}-${on}`, kind, amountFen, on });
  await enter('psn_a', 'carried-over', 1_000_000n, '2024-01-01');
  await enter('psn_a', 'inflow', 100_000n, '2024-07-01');
  await enter('psn_a', 'spending', 150_000n, '2024-10-01');
  await enter('psn_a', 'inflow', 50_000n, '2025-03-01');
  await enter('psn_b', 'inflow', 1n, '2024-07-01');
  await enter('psn_c', 'carried-over', 500_000n, '2021-12-31');
  // Spent before it came in: it has borne less than nothing.
  await enter('psn_d', 'inflow', 5_000_000n, '2024-12-30');
  await enter('psn_d', 'spending', 4_999_990n, '2024-01-10');
});

test('the totals that are approved are the database’s own, not those that a program hands over', async () => {
  const told = await previewInterest(db.app, { kind: 'credit', year: 2024, reversesId: null });
  const { outcome } = await testAttempt(
    db,
    `SELECT propose_interest_run('token-both', 'int_lie', 'credit', 2024, NULL, 1, 1, 1, 0, 0, 0, '1:1:', now())`,
  );
  expect(outcome).toMatch(/function propose_interest_run.* does not exist/);
  await db.app.rows(`SELECT propose_interest_run('token-both', 'int_told', 'credit', 2024, NULL, now())`);
  const [proposed] = await readRuns(db.app, { id: 'int_told', before: null, limit: 1 });
  expect(proposed?.totals).toEqual(told.totals);
  expect(told.totals).toMatchObject({ accounts: 4n, bearing: 3n });
});

test('a run credits each account what its entries come to, carries it forward, and posts nothing where it is zero', async () => {
  const done = await testRun(db, { id: 'int_a', year: 2024 }, 2);
  expect(done).toMatchObject({ accounts: 4n, bearing: 3n, laggards: 1n, byReplay: 0n });
  expect(await lines('int_a')).toEqual([
    'psn_a 1 interest-expense>personal 11132 2024-12-31',
    // Years before that nobody had credited, each on its own last day.
    'psn_c 1 interest-expense>personal 15 2021-12-31',
    'psn_c 3 interest-expense>personal 5577 2022-12-31',
    'psn_c 5 interest-expense>personal 5639 2023-12-31',
    'psn_c 7 interest-expense>personal 5717 2024-12-31',
    // Ten fen were left; the rest of what it owes stands in `recoverable`.
    'psn_d 1 personal>interest-expense 10 2024-12-31',
    'psn_d 2 recoverable>interest-expense 17247 2024-12-31',
  ]);
  await told();
});

test('asked again after its end, a run changes nothing', async () => {
  const before = await lines('int_a');
  const again = await executeRun(db.app, { id: 'int_a', clock });
  expect(again).toMatchObject({ ok: true, value: { accounts: 4n } });
  expect(await lines('int_a')).toEqual(before);
});

test('a contribution into a closed year is refused; a correction is taken, and posts the difference with its reason', async () => {
  const late = { owner: 'psn_a', amountFen: 100_000n, on: '2024-06-30' } as const;
  await expect(testEnter(db, { ...late, journal: 'late', kind: 'inflow' })).rejects.toThrow(
    'ledger.year-closed',
  );
  await testEnter(db, { ...late, journal: 'put-right', kind: 'carried-over' });
  const differences = await db.app.rows(
    'SELECT owner_id, year, because_journal_id, due_fen - posted_before_fen AS fen FROM interest_difference',
  );
  expect(differences).toEqual([
    { owner_id: 'psn_a', year: 2024, because_journal_id: 'put-right', fen: 566n },
  ]);
  await told();
});

test('taken back, a run leaves every account as if it had not been, and what was spent is owed', async () => {
  // Everything that the interest had brought is spent.
  const { balance } = (await db.app.row<{ balance: bigint }>(
    `SELECT balance_fen AS balance FROM personal_account WHERE owner_id = 'psn_c'`,
  )) ?? { balance: 0n };
  await testEnter(db, {
    owner: 'psn_c',
    journal: 'out',
    kind: 'spending',
    amountFen: balance - 100n,
    on: '2025-02-01',
  });
  const done = await testRun(db, { id: 'int_b', year: 2024, kind: 'reversal', reversesId: 'int_a' }, 2);
  expect(done).toMatchObject({ bearing: 3n, recoverableFen: 16_848n, laggards: 1n });
  expect(await closedYear()).toBe(0);
  expect(await lines('int_b')).toEqual([
    'psn_a 1 personal>interest-expense 11698 2024-12-31',
    'psn_c 1 personal>interest-expense 15 2021-12-31',
    'psn_c 3 personal>interest-expense 85 2022-12-31',
    'psn_c 4 recoverable>interest-expense 5492 2022-12-31',
    'psn_c 6 recoverable>interest-expense 5639 2023-12-31',
    'psn_c 8 recoverable>interest-expense 5717 2024-12-31',
    'psn_d 1 interest-expense>personal 10 2024-12-31',
    'psn_d 2 interest-expense>recoverable 17247 2024-12-31',
  ]);
  const open = await db.app.rows('SELECT owner_id, open_year FROM personal_account ORDER BY owner_id');
  expect(open.map((row) => Object.values(row as object).join(' '))).toEqual([
    ...['psn_a 2024', 'psn_b 2024', 'psn_c 2021', 'psn_d 2024', 'psn_e '],
  ]);
  await told();
});

test('run again, the year comes out as before with what was put right', async () => {
  await testRun(db, { id: 'int_c', year: 2024 }, 10);
  expect((await lines('int_c'))[0]).toBe('psn_a 1 interest-expense>personal 11698 2024-12-31');
  expect(await closedYear()).toBe(2024);
  await told();
});

test('an entry into a closed year posts that year’s difference, and leaves the years after the last closed one to their run', async () => {
  await testAccount(db, 'psn_f');
  const enter = (kind: 'inflow' | 'carried-over', on: string) =>
    testEnter(db, { owner: 'psn_f', journal: `${kind}-${on}`, kind, amountFen: 1_000_000n, on });
  await enter('inflow', '2026-02-01');
  await enter('carried-over', '2024-03-01');
  expect(await lines('carried-over-2024-03-01-interest-2024')).toEqual([
    'psn_f 1 interest-expense>personal 9350 2024-12-31',
  ]);
  expect(await lines('carried-over-2024-03-01-interest-2025')).toEqual([]);
  await told();
});

test('years are credited in order, once each, and only when they are over; reversed from the last', async () => {
  const refused = async (run: Parameters<typeof testRun>[1]) =>
    testApprovedRun(db, run).then(
      () => 'approved',
      (error: Error) => error.message,
    );
  expect(await refused({ id: 'int_x', year: 2024 })).toBe('interest.year-credited');
  expect(await refused({ id: 'int_x', year: 2098 })).toBe('interest.year-not-over');
  expect(await refused({ id: 'int_x', year: 2024, kind: 'reversal', reversesId: 'int_a' })).toBe(
    'interest.nothing-to-reverse',
  );
  await testRun(db, { id: 'int_d', year: 2025 });
  await told();
  expect(await refused({ id: 'int_x', year: 2024, kind: 'reversal', reversesId: 'int_c' })).toBe(
    'interest.later-year-stands',
  );
  await db.superuser.rows('UPDATE closed_years SET last_year = 2020');
  expect(await refused({ id: 'int_x', year: 2025 })).toBe('interest.year-before-open');
  await db.superuser.rows('UPDATE closed_years SET last_year = 2025');
});

test('entries recorded between the preview and the run explain the difference to the fen', async () => {
  await testRun(db, { id: 'int_e', year: 2025, kind: 'reversal', reversesId: 'int_d' });
  await testApprovedRun(db, { id: 'int_f', year: 2025 });
  await testEnter(db, {
    owner: 'psn_a',
    journal: 'm1',
    kind: 'inflow',
    amountFen: 2_000_000n,
    on: '2025-04-01',
  });
  await testEnter(db, {
    owner: 'psn_e',
    journal: 'm2',
    kind: 'inflow',
    amountFen: 3_000_000n,
    on: '2025-11-01',
  });
  expect(await executeRun(db.app, { id: 'int_f', clock, slice: 2 })).toMatchObject({ ok: true });
  const [run] = await readRuns(db.app, { id: 'int_f', before: null, limit: 1 });
  if (!run) throw new Error('the run is not on record');
  const difference = await runDifference(db.app, run);
  expect(difference).toMatchObject({ accounts: 2, entries: 2n });
  expect(difference.differenceFen).toBe(difference.explainedFen);
  expect(difference.differenceFen).toBeGreaterThan(6_000n);
});

test('nobody runs what is not approved, approves their own proposal, or other totals than those proposed', async () => {
  const says = async (sql: string) => (await testAttempt(db, sql)).outcome;
  await db.superuser.rows('UPDATE closed_years SET last_year = 2024');
  const propose = (id: string, token = 'token-both') =>
    says(`SELECT propose_interest_run('${token}', '${id}', 'credit', 2025, NULL, now())`);
  expect(await propose('int_1', 'token-clerk')).toBe('access.role-missing');
  expect(await propose('int_1')).toBe('it went through');
  expect(await says(`SELECT run_interest_slice('int_1', 10, now())`)).toBe('interest.not-approved');
  const decide = (token: string, digest = `(SELECT digest FROM interest_run WHERE id = 'int_1')`) =>
    says(`SELECT decide_interest_run('${token}', 'int_1', ${digest}, true, NULL, now())`);
  expect(await decide('token-both')).toContain('interest_maker_is_not_checker');
  expect(await decide('token-clerk')).toBe('access.role-missing');
  expect(await decide('token-finance', `sha256('other')`)).toBe('interest.totals-not-confirmed');
  await db.superuser.rows(`UPDATE interest_run SET interest_fen = interest_fen + 1 WHERE id = 'int_1'`);
  expect(await decide('token-finance')).toBe('interest.totals-not-confirmed');
  await db.superuser.rows(`UPDATE interest_run SET interest_fen = interest_fen - 1 WHERE id = 'int_1'`);
  expect(await propose('int_2', 'token-finance2')).toBe('it went through');
  expect(await decide('token-finance')).toBe('it went through');
  expect(await decide('token-finance')).toBe('interest.decided');
  expect(await propose('int_3')).toBe('interest.run-under-way');
  expect(
    await says(
      `SELECT decide_interest_run('token-finance', 'int_2', (SELECT digest FROM interest_run WHERE id = 'int_2'), true, NULL, now())`,
    ),
  ).toBe('interest.run-under-way');
  for (const [table] of [
    ['interest_run'],
    ['interest_run_decision'],
    ['interest_run_progress'],
    ['closed_years'],
    ['interest_laggard'],
  ])
    expect(await says(`DELETE FROM ${table}`)).toContain('permission denied');
  expect(await says(`SELECT credit_interest_between('int_1', 2025, '', 'z', now())`)).toContain(
    'permission denied',
  );
});

async function lines(run: string): Promise<readonly string[]> {
  const rows = await db.app.rows<{ line: string }>(
    `SELECT concat_ws(' ', owner_id, line_no, debit || '>' || credit, amount_fen, effective_on) AS line
       FROM posting WHERE journal_id = $1 ORDER BY owner_id, line_no`,
    [run],
  );
  return rows.map(({ line }) => line);
}

async function closedYear(): Promise<number | undefined> {
  return (await db.app.row<{ year: number }>('SELECT last_year AS year FROM closed_years'))?.year;
}

/** Every account's posted years are what the program tells from its entries, and the proofs of the books hold. */
async function told(): Promise<void> {
  const accounts = await db.app.rows<{ owner: string; open: number | null }>(
    'SELECT owner_id AS owner, open_year AS open FROM personal_account',
  );
  const rates = await readInterestRates(db.app);
  for (const { owner, open } of accounts) {
    const entries = await readInterestEntries(db.app, owner);
    for (const year of entries.length === 0 ? [] : interestYears(entries, { rates, on: day('2026-01-01') }))
      expect([owner, year.year, year.postedFen]).toEqual([
        owner,
        year.year,
        year.year < (open ?? 0) ? year.interestFen : 0n,
      ]);
  }
  for (const proof of ledgerProofs) {
    if (/cause|authority|imports/.test(proof.name)) continue; // the test's entries have no decisions behind them
    expect((await proof.run(db.app, () => undefined)).broken, proof.name).toEqual([]);
  }
}
