import type { Fen, PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { InterestEntry } from './interest.ts';
import type { Purpose } from './purposes.ts';

/** What counts of an owner's entries: effective up to a day, and recorded before an instant; null for all that is known now. */
export interface KnownUpTo {
  readonly owner: string;
  readonly upTo: PlainDate;
  readonly knownBefore: Date | null;
}

export interface AccountEntry {
  readonly entryNo: bigint;
  readonly journalId: string;
  readonly purpose: Purpose;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Date;
  readonly caseId: string | null;
  readonly changeFen: Fen;
  /** After this entry, in the order of the days on which entries take effect. */
  readonly balanceFen: Fen;
}

export interface AccountEntriesWish extends KnownUpTo {
  readonly from: PlainDate;
  readonly after: { readonly effectiveOn: PlainDate; readonly entryNo: bigint } | null;
  readonly limit: number;
}

const change = `CASE WHEN credit = 'personal' THEN amount_fen ELSE -amount_fen END`;
const known = `owner_id = $1 AND effective_on <= $2::date AND ($3::timestamptz IS NULL OR recorded_at < $3::timestamptz)`;

/** The entries of an account between two days, oldest first, each with the balance after it. */
export function accountEntries(reader: Reader, wish: AccountEntriesWish): Promise<readonly AccountEntry[]> {
  const { owner, from, upTo, knownBefore, after, limit } = wish;
  return reader.rows<AccountEntry>(
    `SELECT * FROM (
       SELECT entry_no AS "entryNo", journal_id AS "journalId", purpose, effective_on AS "effectiveOn", recorded_at AS "recordedAt",
              case_id AS "caseId", ${change} AS "changeFen",
              (sum(${change}) OVER (ORDER BY effective_on, entry_no))::bigint AS "balanceFen"
         FROM posting WHERE ${known} AND 'personal' IN (debit, credit)) AS entry
      WHERE "effectiveOn" >= $4::date AND ($5::date IS NULL OR ("effectiveOn", "entryNo") > ($5::date, $6::bigint))
      ORDER BY "effectiveOn", "entryNo" LIMIT $7`,
    [owner, upTo, knownBefore, from, after?.effectiveOn ?? null, after?.entryNo ?? null, limit],
  );
}

/** What an account held at the end of a day. */
export async function balanceUpTo(reader: Reader, { owner, upTo, knownBefore }: KnownUpTo): Promise<bigint> {
  const row = await reader.row<{ balance: bigint }>(
    `SELECT coalesce(sum(${change}), 0)::bigint AS balance FROM posting WHERE ${known} AND 'personal' IN (debit, credit)`,
    [owner, upTo, knownBefore],
  );
  return row?.balance ?? 0n;
}

/** What the interest up to a day is computed from, as known at a time: the entries since the account was last emptied. */
export function interestEntriesUpTo(
  reader: Reader,
  { owner, upTo, knownBefore }: KnownUpTo,
): Promise<readonly InterestEntry[]> {
  return reader.rows<InterestEntry>(
    `SELECT effective_on AS "effectiveOn", bucket,
            CASE WHEN credit = 'personal' THEN amount_fen WHEN debit = 'personal' THEN -amount_fen ELSE 0 END AS "changeFen",
            CASE WHEN debit = 'recoverable' AND bucket IS NULL THEN -amount_fen
                 WHEN credit = 'recoverable' AND bucket IS NULL AND debit <> 'personal' THEN amount_fen
                 ELSE 0 END AS "elsewhereFen"
       FROM posting
      WHERE ${known} AND entry_no > coalesce((SELECT max(entry_no) FROM posting WHERE ${known} AND bucket = 'reset'), 0)
      ORDER BY effective_on, entry_no`,
    [owner, upTo, knownBefore],
  );
}
