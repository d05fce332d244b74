import { type Fen, type PlainDate, zeroFen } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Account } from './account.ts';
import type { DatedRate } from './bearing.ts';
import type { InterestEntry } from './interest.ts';

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

/** What an owner's interest is computed from: the entries of the account since it was last emptied. */
export function readInterestEntries(reader: Reader, owner: string): Promise<readonly InterestEntry[]> {
  return reader.rows<InterestEntry>(
    `SELECT effective_on AS "effectiveOn", bucket,
            CASE WHEN credit = 'personal' THEN amount_fen WHEN debit = 'personal' THEN -amount_fen ELSE 0 END AS "changeFen",
            CASE WHEN debit = 'recoverable' AND bucket IS NULL THEN -amount_fen
                 WHEN credit = 'recoverable' AND bucket IS NULL AND debit <> 'personal' THEN amount_fen
                 ELSE 0 END AS "elsewhereFen"
       FROM posting
      WHERE owner_id = $1
        AND entry_no > coalesce((SELECT max(entry_no) FROM posting WHERE owner_id = $1 AND bucket = 'reset'), 0)
      ORDER BY effective_on, entry_no`,
    [owner],
  );
}

/**
 * What these owners owe the fund by the books, on a day and as known at an instant: what stands in `recoverable`. Null stands
 * for whatever is booked now.
 */
export async function owedByBooks(
  reader: Reader,
  asked: { readonly owners: readonly string[]; readonly on: PlainDate | null; readonly known: Date | null },
): Promise<Fen> {
  const row = await reader.row<{ fen: Fen }>(
    `SELECT coalesce(sum(CASE WHEN debit = 'recoverable' THEN amount_fen ELSE -amount_fen END), 0)::bigint AS fen
       FROM posting
      WHERE owner_id = ANY($1) AND 'recoverable' IN (debit, credit)
        AND ($2::date IS NULL OR effective_on <= $2) AND ($3::timestamptz IS NULL OR recorded_at <= $3)`,
    [asked.owners, asked.on, asked.known],
  );
  return row?.fen ?? zeroFen;
}

/** The rates that the database settles by. */
export async function readInterestRates(reader: Reader): Promise<readonly DatedRate[]> {
  return reader.rows<DatedRate & { readonly fromOn: PlainDate }>(
    `SELECT bucket, from_on AS "fromOn", rate_ppm AS "ratePpm", day_count AS "dayCount", compounding
       FROM interest_rate ORDER BY bucket, from_on`,
  );
}

/** Whether a card payment holds a part of the account: it is confirmed, cancelled or expired before the account is emptied. */
export async function paymentUnderWay(reader: Reader, owner: string): Promise<boolean> {
  const row = await reader.row('SELECT 1 FROM personal_account WHERE owner_id = $1 AND held_fen > 0', [
    owner,
  ]);
  return row !== undefined;
}
