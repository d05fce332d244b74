import type { Fen, PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';

/** What an account gained and lost on one day. */
export interface AccountDay {
  readonly on: PlainDate;
  readonly inFen: Fen;
  /** Negative. */
  readonly outFen: Fen;
  /** Credited; negative where it was taken back. */
  readonly interestFen: Fen;
}

/** Every day up to one on which something moved an account, as known now, oldest first. */
export function accountDays(
  reader: Reader,
  { owner, upTo }: { readonly owner: string; readonly upTo: PlainDate },
): Promise<readonly AccountDay[]> {
  return reader.rows<AccountDay>(
    `SELECT "on",
            coalesce(sum(change) FILTER (WHERE NOT interest AND change > 0), 0)::bigint AS "inFen",
            coalesce(sum(change) FILTER (WHERE NOT interest AND change < 0), 0)::bigint AS "outFen",
            coalesce(sum(change) FILTER (WHERE interest), 0)::bigint AS "interestFen"
       FROM (SELECT effective_on AS "on",
                    CASE WHEN credit = 'personal' THEN amount_fen ELSE -amount_fen END AS change,
                    purpose IN ('settlement-interest', 'yearly-interest', 'interest-difference') AS interest
               FROM posting
              WHERE owner_id = $1 AND effective_on <= $2::date AND 'personal' IN (debit, credit)) AS moved
      GROUP BY "on" ORDER BY "on"`,
    [owner, upTo],
  );
}
