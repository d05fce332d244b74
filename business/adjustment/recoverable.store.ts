import type { Fen } from '#basics';
import type { Reader } from '#platform/postgres';

/** What one person owes the fund by the books, and why. */
export interface Owed {
  readonly personId: string;
  readonly owedFen: Fen;
  /** Taken back by debits and reversals that the balance did not cover. */
  readonly shortageFen: Fen;
  /** Interest that was taken back and had been spent. */
  readonly interestFen: Fen;
  /** Booked by recovery orders, less what was lifted again. */
  readonly orderedFen: Fen;
  readonly paidBackFen: Fen;
}

/** People who owe something, by their id. */
export function owedBy(
  reader: Reader,
  page: { readonly personId: string | null; readonly after: string | null; readonly limit: number },
): Promise<Owed[]> {
  return reader.rows<Owed>(
    `SELECT owner_id AS "personId", sum(change)::bigint AS "owedFen",
            coalesce(sum(change) FILTER (WHERE purpose = 'shortage'), 0)::bigint AS "shortageFen",
            coalesce(sum(change) FILTER (WHERE purpose IN ('yearly-interest', 'interest-difference')), 0)::bigint AS "interestFen",
            coalesce(sum(change) FILTER (WHERE purpose = 'recovery-order'), 0)::bigint AS "orderedFen",
            coalesce(-sum(change) FILTER (WHERE purpose IN ('recovery-receipt', 'recovery-offset')), 0)::bigint AS "paidBackFen"
       FROM (SELECT owner_id, purpose, CASE WHEN debit = 'recoverable' THEN amount_fen ELSE -amount_fen END AS change
               FROM posting
              WHERE 'recoverable' IN (debit, credit) AND ($1::text IS NULL OR owner_id = $1)
                AND ($2::text IS NULL OR owner_id > $2 COLLATE "C")) AS line
      GROUP BY owner_id HAVING sum(change) <> 0
      ORDER BY owner_id LIMIT $3`,
    [page.personId, page.after, page.limit],
  );
}
