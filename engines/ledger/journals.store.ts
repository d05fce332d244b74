import type { Fen, PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Journal, Posting } from './account.ts';

export interface JournalPage {
  readonly owner: string;
  /** Where the page before ended; null for the newest. */
  readonly before: JournalPlace | null;
  readonly limit: number;
  /** Only journals that touch this account. */
  readonly account?: string;
}

/** A place in the order of journals: newest effective day first, then newest record. */
export interface JournalPlace {
  readonly effectiveOn: PlainDate;
  readonly id: string;
}

interface JournalRow extends Omit<Journal, 'postings'> {
  readonly postings: readonly {
    readonly debit: string;
    readonly credit: string;
    readonly amountFen: string;
  }[];
}

/** The journals of one owner, newest first. */
export async function journalsOf(reader: Reader, page: JournalPage): Promise<readonly Journal[]> {
  const rows = await reader.rows<JournalRow>(
    `SELECT journal_id AS id, min(purpose) AS purpose, effective_on AS "effectiveOn", min(recorded_at) AS "recordedAt",
            min(case_id) AS "caseId",
            json_agg(json_build_object('debit', debit, 'credit', credit, 'amountFen', amount_fen::text) ORDER BY line_no) AS postings
       FROM posting
      WHERE owner_id = $1 AND ($2::date IS NULL OR (effective_on, journal_id) < ($2::date, $3 COLLATE "C"))
      GROUP BY journal_id, effective_on
     HAVING $4::text IS NULL OR bool_or($4 IN (debit, credit))
      ORDER BY effective_on DESC, journal_id DESC
      LIMIT $5`,
    [page.owner, page.before?.effectiveOn ?? null, page.before?.id ?? null, page.account ?? null, page.limit],
  );
  return rows.map((row) => ({ ...row, postings: (row.postings ?? []).map(readPosting) }));
}

function readPosting({
  debit,
  credit,
  amountFen,
}: {
  debit: string;
  credit: string;
  amountFen: string;
}): Posting {
  return { debit, credit, amountFen: BigInt(amountFen) as Fen }; // written from a bigint column of fen
}
