import { beforeAll, expect, test } from 'vitest';
import { ok, plainDate } from '#basics';
import {
  executeRun,
  interestYears,
  readInterestEntries,
  readInterestRates,
  readRuns,
  syncInterestRates,
} from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testOffice } from '#platform/testing';
import { testAccount, testApprovedRun, testEnter } from './interest.testing.store.ts';

/** The yearly run and entries on the same accounts at the same moment: nothing is lost, in either order. */
const db = await testDatabase();
const clock = testClock('2026-01-05T09:00:00+08:00');
const rates = [
  { bucket: 'carried-over', fromOn: plainDate('2015-10-24'), ratePpm: 11_000n, dayCount: 360 },
  { bucket: 'inflow', fromOn: plainDate('2012-07-06'), ratePpm: 3_500n, dayCount: 360 },
] as const;

beforeAll(async () => {
  await testOffice(db);
  await syncInterestRates(db.migrator, rates);
});

async function opened(
  prefix: string,
  { count, on }: { readonly count: number; readonly on: string },
): Promise<readonly string[]> {
  const owners = Array.from({ length: count }, (_, at) => `psn_${prefix}_${String(at).padStart(3, '0')}`);
  for (const owner of owners) {
    await testAccount(db, owner);
    await testEnter(db, { owner, journal: 'start', kind: 'inflow', amountFen: 1_000_000n, on });
  }
  return owners;
}

/** What the account's row says of its balance and of its sums, and what its postings come to. */
async function lost(): Promise<readonly string[]> {
  const rows = await db.superuser.rows<{ owner: string }>(
    `SELECT a.owner_id AS owner FROM personal_account a
      WHERE a.balance_fen <> (SELECT coalesce(sum(CASE WHEN credit = 'personal' THEN amount_fen ELSE -amount_fen END), 0)
                                FROM posting p WHERE p.owner_id = a.owner_id AND 'personal' IN (debit, credit))
         OR a.balance_fen <> carried_fen + inflow_fen - debit_fen + next_carried_fen + next_inflow_fen - next_debit_fen`,
  );
  const stored = await readInterestRates(db.app);
  const told = await Promise.all(
    (
      await db.app.rows<{ owner: string; open: number }>(
        'SELECT owner_id AS owner, open_year AS open FROM personal_account',
      )
    ).map(async ({ owner, open }) => {
      const years = interestYears(await readInterestEntries(db.app, owner), {
        rates: stored,
        on: plainDate('2026-01-01'),
      });
      return years.some(({ year, interestFen, postedFen }) => postedFen !== (year < open ? interestFen : 0n))
        ? [owner]
        : [];
    }),
  );
  return [...rows.map(({ owner }) => owner), ...told.flat()];
}

test('two runners and a crowd of entries at once: every account is credited once and no entry is lost', async () => {
  const owners = await opened('a', { count: 60, on: '2024-01-01' });
  await testApprovedRun(db, { id: 'int_a', year: 2024 });
  const runner = () => executeRun(db.app, { id: 'int_a', clock, slice: 7 });
  const entries = owners.flatMap((owner, at) => [
    testEnter(db, {
      owner,
      journal: 'now',
      kind: 'inflow',
      amountFen: 1_000n + BigInt(at),
      on: '2025-02-01',
    }),
    // For the year that is being closed: taken while it is open, refused afterwards; never half.
    testEnter(db, { owner, journal: 'late', kind: 'inflow', amountFen: 77_000n, on: '2024-06-30' }).catch(
      String,
    ),
    testEnter(db, { owner, journal: 'spent', kind: 'spending', amountFen: 500n, on: '2024-12-31' }).catch(
      String,
    ),
  ]);
  const [first, second, ...outcomes] = await Promise.all([runner(), runner(), ...entries]);
  expect([first, second]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(outcomes.filter((outcome) => outcome && !outcome.includes('ledger.year-closed'))).toEqual([]);
  const credited = await db.app.rows<{ n: bigint }>(
    `SELECT count(*) AS n FROM posting WHERE run_id = 'int_a' GROUP BY owner_id HAVING count(*) <> 1`,
  );
  expect(credited).toEqual([]);
  const [run] = await readRuns(db.app, { id: 'int_a', before: null, limit: 1 });
  expect(run?.progress).toMatchObject({ accounts: 60n, bearing: 60n });
  expect(await lost()).toEqual([]);
});

test('a runner cut off in the middle of a slice leaves no half of it; the next goes on where the last whole one ended', async () => {
  await opened('b', { count: 30, on: '2025-01-01' });
  await testApprovedRun(db, { id: 'int_b', year: 2025 });
  let slices = 0;
  const goOn = () => {
    slices += 1;
    return slices < 3;
  };
  await executeRun(db.app, { id: 'int_b', clock, slice: 10, goOn });
  const { rows: half } = await cutOff();
  expect(half).toBe(30n);
  expect(await executeRun(db.app, { id: 'int_b', clock, slice: 10 })).toMatchObject({
    value: { accounts: 90n, bearing: 90n },
  });
  expect(await lost()).toEqual([]);
});

test('an entry that commits while the run waits for its account is in the year, one that waits for the run comes after it', async () => {
  await takeBack('int_b', 'int_r');
  await opened('c', { count: 2, on: '2025-06-01' });
  await testApprovedRun(db, { id: 'int_c', year: 2025 });
  const slice = `SELECT run_interest_slice('int_c', 1000, now())`;
  const entry = (owner: string, on: string) =>
    `SELECT post_credit('${owner}', 'beside', 1::smallint, 'contribution', 'declared', 3000000, '${on}', 'inflow', 'receipt', 'beside', NULL, now())`;
  await oneAfterTheOther(entry('psn_c_000', '2025-07-01'), slice);
  expect(await executeRun(db.app, { id: 'int_c', clock })).toMatchObject({ ok: true });
  expect(await lost()).toEqual([]);
  await takeBack('int_c', 'int_d');
  await testApprovedRun(db, { id: 'int_e', year: 2025 });
  await oneAfterTheOther(slice.replace('int_c', 'int_e'), entry('psn_c_001', '2026-07-01'));
  expect(await lost()).toEqual([]);
});

async function takeBack(reversesId: string, id: string): Promise<void> {
  await testApprovedRun(db, { id, year: 2025, kind: 'reversal', reversesId });
  expect(await executeRun(db.app, { id, clock })).toMatchObject({ ok: true });
}

/** The second statement starts while the first one's transaction is open, and waits for it. */
async function oneAfterTheOther(first: string, second: string): Promise<void> {
  let waiting: Promise<unknown> = Promise.resolve();
  await inTransaction(db.superuser, async (tx) => {
    await tx.rows(first);
    waiting = db.superuser.rows(second);
    await untilSomebodyWaits();
    return ok(null);
  });
  await waiting;
}

async function untilSomebodyWaits(): Promise<void> {
  const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (let look = 0; look < 500; look += 1) if (await db.superuser.row(waits)) return;
  throw new Error('nobody waits');
}

/** Takes a slice and is killed by the server before it commits; answers how many lines of the run are there. */
async function cutOff(): Promise<{ rows: bigint }> {
  const killed = db.superuser.rows(
    `DO $$ BEGIN PERFORM run_interest_slice('int_b', 10, now()); PERFORM pg_terminate_backend(pg_backend_pid()); END $$`,
  );
  await expect(killed).rejects.toThrow();
  const row = await db.app.row<{ rows: bigint }>(
    `SELECT count(*) AS rows FROM posting WHERE run_id = 'int_b'`,
  );
  return row ?? { rows: 0n };
}

test('read first and written afterwards, the same run would lose an entry that commits in between', async () => {
  const naive = await interleave(
    `SELECT open_year, run_interest_fen, carried_fen, inflow_fen, debit_fen, balance_fen FROM personal_account WHERE owner_id = 'psn_n'`,
    // What a program would write that had read the row before: the balance and the sums as it knew them.
    (row) =>
      `UPDATE personal_account SET balance_fen = ${row.balance_fen} + 10, carried_fen = ${row.carried_fen} + ${row.inflow_fen} + 10,
         inflow_fen = 0, next_inflow_fen = 0, open_year = 2026 WHERE owner_id = 'psn_n'`,
  );
  expect(naive).toContain('psn_n');
});

/** Reads, lets an entry commit, writes; answers what was lost. */
async function interleave(
  read: string,
  write: (row: Readonly<Record<string, bigint>>) => string,
): Promise<readonly string[]> {
  await testAccount(db, 'psn_n');
  await testEnter(db, {
    owner: 'psn_n',
    journal: 'start',
    kind: 'inflow',
    amountFen: 900_000n,
    on: '2026-01-01',
  });
  const row = await db.superuser.row<Record<string, bigint>>(read);
  await testEnter(db, {
    owner: 'psn_n',
    journal: 'meanwhile',
    kind: 'inflow',
    amountFen: 5_000n,
    on: '2026-02-01',
  });
  await db.superuser.rows(write(row ?? {}));
  return lost();
}
