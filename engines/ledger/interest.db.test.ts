import { expect, test } from 'vitest';
import { addDays, plainDate } from '#basics';
import { type DatedRate, interestIndex, interestToDate } from '#engines/ledger';
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
  readonly year: number;
  readonly bucket: string;
  readonly amountFen: bigint;
  readonly fromOn: ReturnType<typeof plainDate>;
}

function someEntries(): readonly Entry[] {
  return [2020, 2021, 2022].flatMap((year) =>
    ['carried-over', 'inflow'].map((bucket) => ({
      ...{ year, bucket, fromOn: addDays(firstDay, whole(9_500)) },
      amountFen: BigInt(whole(16_000_000)) * BigInt(1 + whole(1_000)),
    })),
  );
}

test('the program and the database compute the same interest to the fen, for any rates, days and amounts', async () => {
  await db.superuser.rows(
    `INSERT INTO personal_account (owner_id, opened_on, balance_fen, version) VALUES ('psn_i', '1998-12-07', 0, 0)`,
  );
  let bearing = 0;
  for (let round = 0; round < 60; round += 1) {
    const rates = someRates();
    await putRates(rates);
    await db.superuser.rows('DELETE FROM interest_bucket');
    const buckets = [];
    for (const { year, bucket, amountFen, fromOn } of someEntries()) {
      const weighted = amountFen * interestIndex(rates, { bucket, on: fromOn });
      buckets.push({ year, bucket, amountFen: amountFen as never, weighted });
      await db.superuser.rows(
        `INSERT INTO interest_bucket VALUES ('psn_i', $1, $2, $3::bigint, $3::bigint * interest_index($2, $4))`,
        [year, bucket, amountFen, fromOn],
      );
    }
    for (let day = 0; day < 8; day += 1) {
      const on = addDays(firstDay, whole(11_000));
      const row = await db.app.row<{ fen: bigint }>(`SELECT interest_to_date('psn_i', $1) AS fen`, [on]);
      const ours = interestToDate(buckets, { rates, on });
      expect(
        row?.fen,
        `${on} ${JSON.stringify(rates, (_, held) => (typeof held === 'bigint' ? `${held}` : held))}`,
      ).toBe(ours);
      if (ours > 0n) bearing += 1;
    }
  }
  expect(bearing).toBeGreaterThan(200);
});

test('half a fen is rounded up, and a hair less is not, in the program and in the database', async () => {
  const on = plainDate('2022-01-11');
  // 10 days at a rate of 36 ppm of 360 days: one millionth, so that 500,000 fen bear exactly half a fen.
  const rates = [{ bucket: 'inflow', fromOn: plainDate('2022-01-01'), ratePpm: 36n, dayCount: 360 }] as const;
  await putRates(rates);
  for (const [amount, expected] of [
    [500_000n, 1n],
    [499_999n, 0n],
    [1_499_999n, 1n],
    [1_500_000n, 2n],
    [999_999_999_499_999n, 999_999_999n],
    [999_999_999_500_000n, 1_000_000_000n],
  ] as const) {
    await db.superuser.rows('DELETE FROM interest_bucket');
    await db.superuser.rows(`INSERT INTO interest_bucket VALUES ('psn_i', 2022, 'inflow', $1, 0)`, [amount]);
    const row = await db.app.row<{ fen: bigint }>(`SELECT interest_to_date('psn_i', $1) AS fen`, [on]);
    expect(row?.fen).toBe(expected);
    const bucket = { year: 2022, bucket: 'inflow', amountFen: amount as never, weighted: 0n };
    expect(interestToDate([bucket], { rates, on })).toBe(expected);
  }
});
