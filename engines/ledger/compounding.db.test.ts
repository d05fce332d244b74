import { beforeAll, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#basics';
import {
  bearingOf,
  type DatedRate,
  interestYears,
  readInterestEntries,
  readInterestRates,
  syncInterestRates,
} from '#engines/ledger';
import { testDatabase, testOffice, testRandom } from '#platform/testing';
import { testAccount, testEnter, testRun } from './interest.testing.store.ts';

/** The published example: 10 % a year, 365 days, compounding daily. */
const db = await testDatabase();
const first = plainDate('2024-01-01');
const rates: readonly DatedRate[] = ['carried-over', 'inflow'].map((bucket) => ({
  ...{ bucket, fromOn: plainDate('2023-06-01'), ratePpm: 100_000n, dayCount: 365, compounding: 'compound' },
}));

beforeAll(async () => {
  await testOffice(db);
  await syncInterestRates(db.migrator, rates);
});

/** What 10,000.00 yuan bear between two days of January 2024 and later, in ten-thousandths of a yuan, rounded half up. */
function borne(from: number, until: number): bigint {
  const { between, per } = bearingOf(rates);
  const on = (days: number) => ({ bucket: 'carried-over', fromOn: first, untilOn: addDays(first, days) });
  const exact = 1_000_000n * (between(on(until)) - between(on(from))) * 100n;
  return (exact * 2n + per) / (per * 2n);
}

test('10,000.00 yuan at 10 % bear 2.7397 on the first day and 2.7405 on the next, and stand at 10,129.58 after 47 days', () => {
  expect([borne(0, 1), borne(1, 2)]).toEqual([27_397n, 27_405n]);
  expect((borne(0, 47) + 50n) / 100n).toBe(12_958n);
});

test('the database tells the same: growth by day, the 47 days, and the year that the run credits', async () => {
  const on = addDays(first, 47);
  await testAccount(db, 'psn_a');
  await testEnter(db, {
    owner: 'psn_a',
    journal: 'j1',
    kind: 'carried-over',
    amountFen: 1_000_000n,
    on: first,
  });
  const told = await db.app.row<{ fen: bigint }>(`SELECT interest_to_date('psn_a', $1) AS fen`, [on]);
  expect(told?.fen).toBe(12_958n);
  const { between } = bearingOf(rates);
  for (const day of ['2023-06-01', '2023-06-02', '2024-02-29', '2050-07-01', '2100-12-30'] as const) {
    const row = await db.app.row<{ bears: string }>(
      `SELECT (interest_weight('inflow', 1, '2023-07-01') * (interest_ends('inflow', $1))[2] - interest_per())::text AS bears`,
      [day],
    );
    const ours = between({ bucket: 'inflow', fromOn: plainDate('2023-07-01'), untilOn: plainDate(day) });
    expect(BigInt(row?.bears ?? ''), day).toBe(ours);
  }
  await expect(db.app.rows(`SELECT interest_weight('inflow', 1, '2101-01-01')`)).rejects.toThrow('no growth');
});

test('sums, run, carrying forward and settlement go through the same: compounding years come out as told from the entries', async () => {
  const random = testRandom(5);
  const below = (most: number) => {
    const [a = 0, b = 0, c = 0] = random(3);
    return ((a << 16) | (b << 8) | c) % most;
  };
  for (let account = 0; account < 12; account += 1) {
    const owner = `psn_r${account}`;
    await testAccount(db, owner);
    await testEnter(db, {
      owner,
      journal: 'start',
      kind: 'carried-over',
      amountFen: 50_000_000n,
      on: '2024-01-01',
    });
    for (let entry = 0; entry < 6; entry += 1) {
      const kind = below(3) === 0 ? 'spending' : 'inflow';
      const on = addDays(first, below(700));
      await testEnter(db, { owner, journal: `j${entry}`, kind, amountFen: BigInt(1 + below(5_000_000)), on });
    }
  }
  await testRun(db, { id: 'int_a', year: 2024 });
  await testRun(db, { id: 'int_b', year: 2025 });
  await expectPosted('2026-01-01' as PlainDate);
  await testRun(db, { id: 'int_c', year: 2025, kind: 'reversal', reversesId: 'int_b' });
  await testRun(db, { id: 'int_d', year: 2025 });
  await expectPosted('2026-01-01' as PlainDate);
});

async function expectPosted(on: PlainDate): Promise<void> {
  const stored = await readInterestRates(db.app);
  const owners = await db.app.rows<{ owner: string }>('SELECT owner_id AS owner FROM personal_account');
  for (const { owner } of owners)
    for (const year of interestYears(await readInterestEntries(db.app, owner), { rates: stored, on }))
      if (year.year < 2026) expect([owner, year.postedFen]).toEqual([owner, year.interestFen]);
}
