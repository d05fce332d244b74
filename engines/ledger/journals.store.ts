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
    `SELECT j.id, j.purpose, j.effective_on AS "effectiveOn", j.recorded_at AS "recordedAt", j.case_id AS "caseId",
            (SELECT json_agg(json_build_object('debit', p.debit, 'credit', p.credit, 'amountFen', p.amount_fen::text)
                             ORDER BY p.line_no)
               FROM posting p WHERE p.owner_id = j.owner_id AND p.journal_id = j.id) AS postings
       FROM journal j
      WHERE j.owner_id = $1
        AND ($2::date IS NULL OR (j.effective_on, j.id) < ($2::date, $3 COLLATE "C"))
        AND ($4::text IS NULL OR EXISTS (SELECT FROM posting p WHERE p.owner_id = j.owner_id AND p.journal_id = j.id
                                                                AND $4 IN (p.debit, p.credit)))
      ORDER BY j.effective_on DESC, j.id DESC
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
