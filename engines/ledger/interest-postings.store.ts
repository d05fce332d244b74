import type { Fen, PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';

/** A line that credited, or took back, interest of a year. */
export interface InterestPosting {
  readonly journalId: string;
  readonly purpose: string;
  /** Positive where it was credited. */
  readonly changeFen: Fen;
  /** The part of it that stands in `recoverable`, because it had been spent. */
  readonly elsewhereFen: Fen;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Date;
  /** Why a closed year was posted again: the entry, or the change of rates, and what was due and posted until then. */
  readonly becauseId: string | null;
  readonly dueFen: Fen | null;
  readonly postedBeforeFen: Fen | null;
}

/** What was posted of a year's interest since the account was last emptied, in the order of recording. */
export function interestPostings(
  reader: Reader,
  { owner, year }: { readonly owner: string; readonly year: number },
): Promise<readonly InterestPosting[]> {
  return reader.rows<InterestPosting>(
    `SELECT p.journal_id AS "journalId", p.purpose, p.effective_on AS "effectiveOn", p.recorded_at AS "recordedAt",
            CASE 'personal' WHEN p.credit THEN p.amount_fen WHEN p.debit THEN -p.amount_fen ELSE 0 END AS "changeFen",
            CASE 'recoverable' WHEN p.credit THEN p.amount_fen WHEN p.debit THEN -p.amount_fen ELSE 0 END AS "elsewhereFen",
            d.because_journal_id AS "becauseId", d.due_fen AS "dueFen", d.posted_before_fen AS "postedBeforeFen"
       FROM posting p
       LEFT JOIN interest_difference d ON d.owner_id = p.owner_id AND d.journal_id = p.journal_id
      WHERE p.owner_id = $1 AND p.bucket IS NULL AND 'interest-expense' IN (p.debit, p.credit)
        AND extract(year FROM p.effective_on) = $2
        AND p.entry_no > coalesce((SELECT max(entry_no) FROM posting WHERE owner_id = $1 AND bucket = 'reset'), 0)
      ORDER BY p.recorded_at, p.journal_id, p.line_no`,
    [owner, year],
  );
}
