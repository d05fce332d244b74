import type { Fen, PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { Adjustment, AdjustmentEffect, AdjustmentKind, Counter, CreditBucket } from './adjustment.ts';

const columns = `a.owner_id AS "personId", a.id AS "adjustmentId", a.kind, a.amount_fen AS "amountFen", a.counter, a.bucket,
  CASE WHEN d.approved IS NULL THEN 'waiting' WHEN d.approved THEN 'approved' ELSE 'declined' END AS state,
  a.effective_on AS "effectiveOn", a.target_journal AS "targetJournal", a.target_line AS "targetLine",
  a.target_order AS "targetOrder", a.reason, a.paper_reference AS "paperReference", a.maker_id AS "makerId",
  a.made_at AS "madeAt", d.checker_id AS "checkerId", d.decided_at AS "decidedAt", d.reason AS "decisionReason",
  d.journal_id AS "journalId"`;
const withDecision = 'LEFT JOIN adjustment_decision d ON d.owner_id = a.owner_id AND d.adjustment_id = a.id';

/** A request as it goes to the guard; what does not belong to the kind is null. */
export interface RequestedRow {
  readonly token: string;
  readonly personId: string;
  readonly adjustmentId: string;
  readonly kind: AdjustmentKind;
  readonly amountFen: Fen | null;
  readonly counter: Counter | null;
  readonly bucket: CreditBucket | 'debit' | null;
  readonly effectiveOn: PlainDate | null;
  readonly journalId: string | null;
  readonly lineNo: number | null;
  readonly orderId: string | null;
  readonly reason: string;
  readonly paperReference: string;
  readonly at: Date;
}

export async function requestRow(tx: Tx, row: RequestedRow): Promise<void> {
  await tx.rows('SELECT request_adjustment($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)', [
    ...[row.token, row.personId, row.adjustmentId, row.kind, row.amountFen, row.counter, row.bucket],
    ...[row.effectiveOn, row.journalId, row.lineNo, row.orderId, row.reason, row.paperReference, row.at],
  ]);
}

export async function decideRow(
  tx: Tx,
  row: {
    readonly token: string;
    readonly personId: string;
    readonly adjustmentId: string;
    readonly approved: boolean;
    readonly reason: string | null;
    readonly journalId: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT decide_adjustment($1, $2, $3, $4, $5, $6, $7)', [
    ...[row.token, row.personId, row.adjustmentId, row.approved, row.reason, row.journalId, row.at],
  ]);
}

export async function hasAccount(reader: Reader, personId: string): Promise<boolean> {
  return (await reader.row('SELECT 1 FROM personal_account WHERE owner_id = $1', [personId])) !== undefined;
}

/** Where a page of waiting adjustments begins: after this one. */
export interface AfterAdjustment {
  readonly madeAt: string;
  readonly personId: string;
  readonly adjustmentId: string;
}

/** Adjustments that no second officer has decided, the oldest first. */
export function waitingAdjustments(
  reader: Reader,
  page: {
    readonly after: AfterAdjustment | null;
    readonly kind: AdjustmentKind | null;
    readonly limit: number;
  },
): Promise<(Adjustment & { readonly madeKey: string })[]> {
  const { after, kind, limit } = page;
  return reader.rows(
    `SELECT ${columns}, a.made_at::text AS "madeKey" FROM adjustment a ${withDecision}
     WHERE d.adjustment_id IS NULL AND ($5::text IS NULL OR a.kind = $5)
       AND ($1::timestamptz IS NULL OR (a.made_at, a.owner_id, a.id) > ($1, $2, $3))
     ORDER BY a.made_at, a.owner_id, a.id LIMIT $4`,
    [after?.madeAt ?? null, after?.personId ?? null, after?.adjustmentId ?? null, limit, kind],
  );
}

/** A person's adjustments, the latest first. */
export function adjustmentsOf(
  reader: Reader,
  page: { readonly personId: string; readonly before: string | null; readonly limit: number },
): Promise<Adjustment[]> {
  return reader.rows<Adjustment>(
    `SELECT ${columns} FROM adjustment a ${withDecision}
     WHERE a.owner_id = $1 AND ($2::text IS NULL OR a.id < $2 COLLATE "C") ORDER BY a.id DESC LIMIT $3`,
    [page.personId, page.before, page.limit],
  );
}

export function findAdjustment(
  reader: Reader,
  place: { readonly personId: string; readonly adjustmentId: string },
): Promise<Adjustment | undefined> {
  return reader.row<Adjustment>(
    `SELECT ${columns} FROM adjustment a ${withDecision} WHERE a.owner_id = $1 AND a.id = $2`,
    [place.personId, place.adjustmentId],
  );
}

/**
 * What these journals of a person did: the balance before and after each, with what `recoverable` lent for it and the interest
 * that was taken back or made good because of it.
 */
export function effectsOf(
  reader: Reader,
  asked: { readonly personId: string; readonly journalIds: readonly string[] },
): Promise<(AdjustmentEffect & { readonly journalId: string })[]> {
  return reader.rows(
    `WITH made AS (
       SELECT j.id, p.entry_no, p.debit, p.amount_fen FROM unnest($2::text[]) AS j (id)
         JOIN posting p ON p.owner_id = $1
          AND (p.journal_id IN (j.id, j.id || '-shortage')
               OR p.journal_id IN (SELECT i.journal_id FROM interest_difference i
                                    WHERE i.owner_id = $1 AND i.because_journal_id IN (j.id, j.id || '-shortage')))
     ), touched AS (
       SELECT id, min(entry_no) AS first, max(entry_no) AS last,
              coalesce(sum(amount_fen) FILTER (WHERE debit = 'recoverable'), 0)::bigint AS recoverable
         FROM made GROUP BY id
     )
     SELECT t.id AS "journalId", t.recoverable AS "recoverableFen",
            CASE WHEN t.first IS NOT NULL THEN coalesce(sum(c.change) FILTER (WHERE c.entry_no < t.first), 0)::bigint END AS "beforeFen",
            CASE WHEN t.first IS NOT NULL THEN coalesce(sum(c.change) FILTER (WHERE c.entry_no <= t.last), 0)::bigint END AS "afterFen"
       FROM touched t
       LEFT JOIN (SELECT entry_no, CASE WHEN credit = 'personal' THEN amount_fen ELSE -amount_fen END AS change
                    FROM posting WHERE owner_id = $1 AND 'personal' IN (debit, credit)) c ON true
      GROUP BY t.id, t.first, t.last, t.recoverable`,
    [asked.personId, asked.journalIds],
  );
}
