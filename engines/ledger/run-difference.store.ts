import type { Reader } from '#platform/postgres';
import type { InterestEntry } from './interest.ts';

/** An account into whose years up to the run's something was recorded after the preview's picture. */
export interface ChangedAccount {
  readonly owner: string;
  /** What the run posted on it. */
  readonly postedFen: bigint;
  /** Entries that the picture did not show. */
  readonly entries: bigint;
}

/** Accounts after an owner that changed between a run's preview and the run. */
export function changedSince(
  reader: Reader,
  page: { readonly runId: string; readonly after: string; readonly limit: number },
): Promise<readonly ChangedAccount[]> {
  return reader.rows<ChangedAccount>(
    `SELECT p.owner_id AS owner, count(*) AS entries,
            coalesce((SELECT sum(CASE 'interest-expense' WHEN q.debit THEN q.amount_fen ELSE -q.amount_fen END) FROM posting q
                       WHERE q.owner_id = p.owner_id AND q.journal_id = r.id), 0)::bigint AS "postedFen"
       FROM interest_run r
       JOIN posting p ON p.bucket IS NOT NULL AND p.effective_on <= make_date(r.year, 12, 31)
        AND p.recorded_xid >= pg_snapshot_xmin(r.picture::pg_snapshot)::text::bigint
        AND NOT pg_visible_in_snapshot(p.recorded_xid::text::xid8, r.picture::pg_snapshot)
      WHERE r.id = $1 AND p.owner_id > $2
      GROUP BY p.owner_id, r.id, r.year ORDER BY p.owner_id LIMIT $3`,
    [page.runId, page.after, page.limit],
  );
}

/** What the preview saw of an account: its entries since it was last emptied, as the picture shows them. */
export function entriesInPicture(
  reader: Reader,
  { runId, owner }: { readonly runId: string; readonly owner: string },
): Promise<readonly InterestEntry[]> {
  return reader.rows<InterestEntry>(
    `WITH seen AS (
       SELECT p.* FROM posting p JOIN interest_run r ON r.id = $2
        WHERE p.owner_id = $1 AND pg_visible_in_snapshot(p.recorded_xid::text::xid8, r.picture::pg_snapshot)
     )
     SELECT effective_on AS "effectiveOn", bucket,
            CASE WHEN credit = 'personal' THEN amount_fen WHEN debit = 'personal' THEN -amount_fen ELSE 0 END AS "changeFen",
            CASE WHEN debit = 'recoverable' AND bucket IS NULL THEN -amount_fen
                 WHEN credit = 'recoverable' AND bucket IS NULL AND debit <> 'personal' THEN amount_fen
                 ELSE 0 END AS "elsewhereFen"
       FROM seen
      WHERE entry_no > coalesce((SELECT max(entry_no) FROM seen WHERE bucket = 'reset'), 0)
      ORDER BY effective_on, entry_no`,
    [owner, runId],
  );
}
