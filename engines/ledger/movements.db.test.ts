import { beforeAll, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { interestToDate, readAccount, readInterestEntries, readInterestRates } from '#engines/ledger';
import { testDatabase, testOffice, testPerson } from '#platform/testing';

/** The guard functions of corrections and reversals, called as the application's role calls them. */
const db = await testDatabase();

beforeAll(async () => {
  await testOffice(db);
  await db.migrator.rows(
    `INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360), ('inflow', '2012-07-06', 3500, 360)`,
  );
  for (const name of ['a', 'b', 'c'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
});

interface Wish {
  readonly owner: string;
  readonly id: string;
  readonly kind: string;
  readonly amount?: number | null;
  readonly counter?: string | null;
  readonly bucket?: string | null;
  readonly on?: string | null;
  readonly journal?: string | null;
  readonly token?: string;
}

function request({ owner, id, kind, ...wish }: Wish): Promise<unknown> {
  return db.app.rows(
    `SELECT request_adjustment($1, $2, $3, $4, $5, $6, $7, $8, $9, 1::smallint, NULL, '入账有误', '更正 2026-1', now())`,
    [
      ...[wish.token ?? 'token-clerk', owner, id, kind, wish.amount ?? null],
      ...[wish.counter ?? null, wish.bucket ?? null, wish.on ?? null, wish.journal ?? null],
    ],
  );
}

async function decide(
  owner: string,
  id: string,
  { token = 'token-reviewer', approved = true } = {},
): Promise<bigint> {
  const row = await db.app.row<{ shortage: bigint }>(
    `SELECT decide_adjustment($1, $2, $3, $4, $5, $6, now()) AS shortage`,
    [token, owner, id, approved, approved ? null : '没有依据', `jnl_${id}`],
  );
  return row?.shortage ?? -1n;
}

async function interest(owner: string, on: string): Promise<bigint> {
  const entries = await readInterestEntries(db.app, owner);
  return interestToDate(entries, { rates: await readInterestRates(db.app), on: plainDate(on) });
}

const balance = async (owner: string) => (await readAccount(db.app, owner))?.balanceFen;

test('a correction that two officers made credits the account as of its day, and bears interest from there', async () => {
  await request({
    owner: 'psn_a',
    id: 'adj_1',
    kind: 'credit',
    amount: 50_000,
    counter: 'suspense',
    bucket: 'inflow',
    on: '2026-01-31',
  });
  await expect(decide('psn_a', 'adj_1', { token: 'token-clerk' })).rejects.toThrow('access.role-missing');
  expect(await decide('psn_a', 'adj_1')).toBe(0n);
  expect(await balance('psn_a')).toBe(150_000n);
  await expect(decide('psn_a', 'adj_1')).rejects.toThrow('adjustment.decided-already');
  // 3 fen of 2025; then 100,003 × 1.1 % × 150 ÷ 360 + 50,000 × 0.35 % × 120 ÷ 360 = 458.35 + 58.33, rounded once
  expect(await interest('psn_a', '2026-05-31')).toBe(3n + 517n);
});

test('whoever asked does not decide, and what was declined moves nothing', async () => {
  await request({
    owner: 'psn_b',
    id: 'adj_2',
    kind: 'debit',
    amount: 1,
    counter: 'pool',
    bucket: 'debit',
    on: '2026-01-31',
    token: 'token-both',
  });
  await expect(decide('psn_b', 'adj_2', { token: 'token-both' })).rejects.toThrow(
    'adjustment_maker_is_not_checker',
  );
  expect(await decide('psn_b', 'adj_2', { approved: false })).toBe(0n);
  expect(await balance('psn_b')).toBe(100_000n);
});

test('a reversal takes a line back as of its own day, once, and what was spent is lent by recoverable', async () => {
  await request({
    owner: 'psn_c',
    id: 'adj_3',
    kind: 'debit',
    amount: 60_000,
    counter: 'suspense',
    bucket: 'debit',
    on: '2026-03-01',
  });
  expect(await decide('psn_c', 'adj_3')).toBe(0n);
  await request({ owner: 'psn_c', id: 'adj_4', kind: 'reversal', journal: 'jnl_open_psn_c' });
  await request({ owner: 'psn_c', id: 'adj_5', kind: 'reversal', journal: 'jnl_open_psn_c' });
  expect(await decide('psn_c', 'adj_4')).toBe(60_000n);
  await expect(decide('psn_c', 'adj_5')).rejects.toThrow();
  expect(await balance('psn_c')).toBe(0n);
  // The 60,000 that were spent are lent from the day they were spent on: nobody bears interest on what nobody had.
  const [{ on } = { on: '' }] = await db.app.rows<{ on: string }>(`SELECT business_today()::text AS on`);
  expect(await interest('psn_c', on)).toBe(0n);
});

test('what another kind of officer asks for, or a day to come, is refused', async () => {
  const wish = { owner: 'psn_a', id: 'adj_6', kind: 'credit', amount: 5, counter: 'pool', bucket: 'inflow' };
  await expect(request({ ...wish, on: '2999-01-01' })).rejects.toThrow('ledger.day-not-come');
  await expect(request({ ...wish, on: '2026-01-01', token: 'token-reviewer' })).rejects.toThrow(
    'access.role-missing',
  );
  await expect(request({ ...wish, kind: 'reversal', journal: 'jnl_none' })).rejects.toThrow(
    'adjustment.not-reversible',
  );
});

test('the sums on the row are what a replay of the postings says, after all of that', async () => {
  for (const owner of ['psn_a', 'psn_b', 'psn_c'])
    expect(
      await db.superuser.row(
        `SELECT a.carried_fen = r.carried_fen AND a.carried_weight = r.carried_weight AND a.inflow_fen = r.inflow_fen
                AND a.inflow_weight = r.inflow_weight AND a.debit_fen = r.debit_fen
                AND a.debit_inflow_weight = r.debit_inflow_weight AND a.debit_carried_weight = r.debit_carried_weight AS same
           FROM personal_account a CROSS JOIN LATERAL replay_interest(a.owner_id, make_date(a.open_year, 12, 31)) r
          WHERE a.owner_id = $1 AND r.year = a.open_year`,
        [owner],
      ),
    ).toEqual({ same: true });
});
