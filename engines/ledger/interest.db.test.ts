import { beforeAll, expect, test } from 'vitest';
import { addDays, type Fen, fen, type PlainDate, plainDate } from '#basics';
import { type Bucket, type DatedRate, interestToDate } from '#engines/ledger';
import { testDatabase, testRandom } from '#platform/testing';

const db = await testDatabase();
const random = testRandom(11);
const firstDay = plainDate('1998-12-07');

function whole(below: number): number {
  const [a = 0, b = 0, c = 0] = random(3);
  return ((a << 16) | (b << 8) | c) % below;
}

function someRates(): readonly DatedRate[] {
  return ['carried-over', 'inflow'].flatMap((bucket) => {
    const days = new Set(Array.from({ length: 1 + whole(8) }, () => whole(9_000)));
    return [...days].map(
      (day): DatedRate => ({
        bucket,
        fromOn: addDays(firstDay, day),
        ratePpm: BigInt(whole(60_000)),
        dayCount: whole(2) === 0 ? 360 : 365,
      }),
    );
  });
}

async function putRates(rates: readonly DatedRate[]): Promise<void> {
  await db.superuser.rows('DELETE FROM interest_rate');
  for (const { bucket, fromOn, ratePpm, dayCount } of rates)
    await db.superuser.rows('INSERT INTO interest_rate VALUES ($1, $2, $3, $4)', [
      bucket,
      fromOn,
      ratePpm,
      dayCount,
    ]);
}

interface Entry {
  readonly bucket: Bucket;
  readonly changeFen: Fen;
  readonly elsewhereFen: Fen;
  readonly effectiveOn: PlainDate;
}

/** Entries of some years, in no order; spending is negative, a reversal of it positive. */
function someEntries(): readonly Entry[] {
  return Array.from({ length: 1 + whole(9) }, (): Entry => {
    const bucket = (['carried-over', 'inflow', 'debit'] as const)[whole(3)] ?? 'inflow';
    const amount = BigInt(1 + whole(16_000_000)) * BigInt(1 + whole(1_000));
    const sign = (bucket === 'debit') === whole(8) > 0 ? -1n : 1n;
    const effectiveOn = addDays(plainDate('2019-06-01'), whole(1_200));
    return { bucket, effectiveOn, changeFen: fen(sign * amount), elsewhereFen: fen(0) };
  });
}

/** The entries on record, put there as the database's owner: here only the arithmetic is tried. */
async function putEntries(entries: readonly Entry[]): Promise<void> {
  await db.superuser.rows(`DELETE FROM posting WHERE owner_id = 'psn_i'`);
  for (const [place, { bucket, changeFen, effectiveOn }] of entries.entries()) {
    const [debit, credit] = changeFen > 0n ? ['suspense', 'personal'] : ['personal', 'suspense'];
    await db.superuser.rows(
      `INSERT INTO posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no, bucket)
       VALUES ('psn_i', $1, 1, 'correction', $2, $3, abs($4::bigint), $5, now(), $6, $7)`,
      [`jnl_${place}`, debit, credit, changeFen, effectiveOn, place + 1, bucket],
    );
  }
}

beforeAll(async () => {
  await db.superuser.rows(
    `ALTER TABLE posting DROP CONSTRAINT debit_needs_authority, DROP CONSTRAINT credit_needs_cause`,
  );
  await db.superuser.rows(
    `INSERT INTO personal_account (owner_id, opened_on, balance_fen, version) VALUES ('psn_i', '1998-12-07', 0, 0)`,
  );
});

test('the program and the database compute the same interest to the fen, for any rates, days and amounts', async () => {
  let bearing = 0;
  for (let round = 0; round < 60; round += 1) {
    const rates = someRates();
    await putRates(rates);
    const entries = someEntries();
    await putEntries(entries);
    for (let day = 0; day < 6; day += 1) {
      const on = addDays(plainDate('2019-01-01'), whole(2_600));
      const row = await db.superuser.row<{ fen: bigint }>(`SELECT interest_to_date('psn_i', $1) AS fen`, [
        on,
      ]);
      const ours = interestToDate(entries, { rates, on });
      const shown = JSON.stringify({ on, rates, entries }, (_, held) =>
        typeof held === 'bigint' ? `${held}` : held,
      );
      expect(row?.fen, shown).toBe(ours);
      if (ours !== 0n) bearing += 1;
    }
  }
  expect(bearing).toBeGreaterThan(150);
});

test('half a fen is rounded up, and a hair less is not, in the program and in the database', async () => {
  const on = plainDate('2022-01-11');
  const effectiveOn = plainDate('2022-01-01');
  // 10 days at a rate of 36 ppm of 360 days: one millionth, so that 500,000 fen bear exactly half a fen.
  const rates = [{ bucket: 'inflow', fromOn: effectiveOn, ratePpm: 36n, dayCount: 360 }] as const;
  await putRates(rates);
  for (const [amount, expected] of [
    [500_000n, 1n],
    [499_999n, 0n],
    [1_499_999n, 1n],
    [1_500_000n, 2n],
    [999_999_999_499_999n, 999_999_999n],
    [999_999_999_500_000n, 1_000_000_000n],
  ] as const) {
    const entries = [
      { bucket: 'inflow', effectiveOn, changeFen: fen(amount), elsewhereFen: fen(0) },
    ] as const;
    await putEntries(entries);
    const row = await db.superuser.row<{ fen: bigint }>(`SELECT interest_to_date('psn_i', $1) AS fen`, [on]);
    expect(row?.fen).toBe(expected);
    expect(interestToDate(entries, { rates, on })).toBe(expected);
  }
});

test('spending uses this year’s inflow first, and what it does not cover bears at the rate carried over', () => {
  const january = plainDate('2025-01-01');
  const rates = [
    { bucket: 'carried-over', fromOn: january, ratePpm: 36_000n, dayCount: 360 },
    { bucket: 'inflow', fromOn: january, ratePpm: 3_600n, dayCount: 360 },
  ] as const;
  const entry = (bucket: Bucket, changeFen: number) => ({
    ...{ bucket, effectiveOn: january, changeFen: fen(changeFen), elsewhereFen: fen(0) },
  });
  const on = plainDate('2025-04-11'); // 100 days: 1 % on what was carried over, 0.1 % on the inflow
  const entries = [entry('carried-over', 1_000_000), entry('inflow', 100_000), entry('debit', -300_000)];
  // 800,000 are left of what was carried over, nothing of the inflow.
  expect(interestToDate(entries, { rates, on })).toBe(8_000n);
  expect(interestToDate([...entries].reverse(), { rates, on })).toBe(8_000n);
  expect(interestToDate([...entries, entry('inflow', 300_000)], { rates, on })).toBe(10_100n);
});
