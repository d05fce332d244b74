import type { Fen, PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Account } from './account.ts';
import type { DatedRate, InterestBucket } from './interest.ts';

interface AccountRow extends Omit<Account, 'hold'> {
  readonly heldBy: string | null;
  readonly heldAt: Date | null;
}

/** The account of an owner; undefined where none was ever opened. */
export async function readAccount(reader: Reader, owner: string): Promise<Account | undefined> {
  const row = await reader.row<AccountRow>(
    `SELECT a.owner_id AS "ownerId", a.opened_on AS "openedOn", a.closed_on AS "closedOn", a.balance_fen AS "balanceFen",
            a.version, h.case_id AS "heldBy", h.placed_at AS "heldAt"
       FROM personal_account a
       LEFT JOIN account_hold h ON h.owner_id = a.owner_id AND h.released_at IS NULL
      WHERE a.owner_id = $1`,
    [owner],
  );
  if (row === undefined) return undefined;
  const { heldBy, heldAt, ...account } = row;
  return { ...account, hold: heldBy && heldAt ? { caseId: heldBy, placedAt: heldAt } : null };
}

interface BucketRow {
  readonly year: number;
  readonly bucket: string;
  readonly amountFen: Fen;
  readonly weighted: string;
}

/** What an owner's interest is computed from. */
export async function readInterestBuckets(reader: Reader, owner: string): Promise<readonly InterestBucket[]> {
  const rows = await reader.rows<BucketRow>(
    `SELECT year, bucket, amount_fen AS "amountFen", trunc(weighted) AS weighted
       FROM interest_bucket WHERE owner_id = $1 ORDER BY year, bucket`,
    [owner],
  );
  return rows.map((row) => ({ ...row, weighted: BigInt(row.weighted) }));
}

/** The rates that the database settles by. */
export async function readInterestRates(reader: Reader): Promise<readonly DatedRate[]> {
  return reader.rows<DatedRate & { readonly fromOn: PlainDate }>(
    `SELECT bucket, from_on AS "fromOn", rate_ppm AS "ratePpm", day_count AS "dayCount"
       FROM interest_rate ORDER BY bucket, from_on`,
  );
}
