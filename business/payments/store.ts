import type { Fen } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Charges } from './payee-account.ts';
import type { Batch, BatchLine, DueOrder } from './payment.ts';

export interface DuePage {
  /** Only these; all where it is null. */
  readonly orderIds: readonly string[] | null;
  /** The order after which to go on; null from the beginning. */
  readonly after: string | null;
  readonly limit: number;
}

/**
 * Open orders of settled cases that no standing attempt carries. One that came back is due again once its payee has been
 * corrected, which gives it a revision above the one that failed; one whose batch was given up is due as it was.
 */
export function ordersDue(reader: Reader, { orderIds, after, limit }: DuePage): Promise<DueOrder[]> {
  return reader.rows<DueOrder>(
    `WITH uncarried AS MATERIALIZED (
       SELECT * FROM payment_order o
        WHERE o.standing = 'open'
          AND NOT EXISTS (SELECT FROM payment_attempt WHERE owner_id = o.owner_id AND order_id = o.id
                            AND (result IS NULL OR result = 'paid'))
          AND ($1::text[] IS NULL OR o.id = ANY ($1))
          AND ($2::text IS NULL OR o.id > $2 COLLATE "C"))
     SELECT o.owner_id AS "ownerId", o.id AS "orderId", o.case_id AS "caseId", o.amount_fen AS "amountFen",
            o.made_at AS "madeAt", coalesce(t.attempt, 0) + 1 AS attempt, p.revision AS "payeeRevision",
            p.name AS "payeeName", p.bank_name AS "bankName", p.account_tail AS "accountTail", p.country, p.doubts
       FROM uncarried o
       JOIN LATERAL (SELECT * FROM payee WHERE owner_id = o.owner_id AND case_id = o.case_id
                                                AND party_id IS NOT DISTINCT FROM o.party_id
                      ORDER BY revision DESC LIMIT 1) p ON true
       LEFT JOIN LATERAL (SELECT max(attempt) AS attempt,
                                 max(payee_revision) FILTER (WHERE result IN ('returned', 'sent-back')) AS failed
                            FROM payment_attempt WHERE owner_id = o.owner_id AND order_id = o.id) t ON true
      WHERE t.failed IS NULL OR p.revision > t.failed
      ORDER BY o.id LIMIT $3`,
    [orderIds, after, limit],
  );
}

const batchColumns = `b.id, b.message_id AS "messageId", b.line_count AS "lineCount", b.total_fen AS "totalFen", b.digest,
  b.execute_on AS "executeOn", b.maker_id AS "makerId", b.made_at AS "madeAt", r.released_at AS "releasedAt",
  g.given_up_at AS "givenUpAt", g.reason AS "givenUpBecause",
  coalesce((SELECT array_agg(officer_id ORDER BY place) FROM payment_approval WHERE batch_id = b.id),
           array_remove(ARRAY[r.checker_id], NULL)) AS "approvedBy",
  (SELECT count(*)::integer FROM payment_attempt a WHERE a.batch_id = b.id AND a.result = 'paid') AS paid,
  (SELECT count(*)::integer FROM payment_attempt a WHERE a.batch_id = b.id AND a.result IN ('returned', 'sent-back')) AS returned
  FROM payment_batch b LEFT JOIN payment_release r ON r.batch_id = b.id LEFT JOIN payment_batch_given_up g ON g.batch_id = b.id`;

/** Newest first. */
export function listBatches(
  reader: Reader,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<Batch[]> {
  return reader.rows<Batch>(
    `SELECT ${batchColumns} WHERE ($1::text IS NULL OR b.id < $1 COLLATE "C") ORDER BY b.id DESC LIMIT $2`,
    [before, limit],
  );
}

export function findBatch(reader: Reader, id: string): Promise<Batch | undefined> {
  return reader.row<Batch>(`SELECT ${batchColumns} WHERE b.id = $1`, [id]);
}

export function findBatchByMessage(reader: Reader, messageId: string): Promise<Batch | undefined> {
  return reader.row<Batch>(`SELECT ${batchColumns} WHERE b.message_id = $1`, [messageId]);
}

/** A line with what its payment needs. */
export interface PayableLine extends BatchLine {
  readonly caseId: string;
  readonly payeeName: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountSealed: Uint8Array;
  /** Of a payment abroad; null at home, with the three below it. */
  readonly country: string | null;
  readonly currency: string | null;
  readonly charges: Charges | null;
  readonly detailsSealed: Uint8Array | null;
  /** The transfer that it remits; null where it pays a person. */
  readonly remittedFor: string | null;
}

export function linesOfBatch(reader: Reader, batchId: string): Promise<PayableLine[]> {
  return reader.rows<PayableLine>(
    `SELECT a.line_no AS "lineNo", a.owner_id AS "ownerId", a.order_id AS "orderId", a.attempt,
            a.amount_fen AS "amountFen", a.payee_revision AS "payeeRevision", o.case_id AS "caseId",
            p.name AS "payeeName", p.bank_code AS "bankCode", p.bank_name AS "bankName",
            p.account_sealed AS "accountSealed", p.country, p.currency, p.charges, p.details_sealed AS "detailsSealed",
            o.remitted_for AS "remittedFor"
       FROM payment_attempt a
       JOIN payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
       JOIN payee p ON p.owner_id = a.owner_id AND p.case_id = o.case_id AND p.revision = a.payee_revision
      WHERE a.batch_id = $1 ORDER BY a.line_no`,
    [batchId],
  );
}

/** Payments of a batch that has not left and that are not to be paid any more, or not yet; by their places. */
export async function contestedLines(reader: Reader, batchId: string): Promise<readonly number[]> {
  const rows = await reader.rows<{ lineNo: number }>(
    `SELECT a.line_no AS "lineNo" FROM payment_attempt a
       JOIN payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
      WHERE a.batch_id = $1 AND a.result IS NULL AND o.standing <> 'open'
        AND NOT EXISTS (SELECT FROM payment_release r WHERE r.batch_id = a.batch_id)
      ORDER BY a.line_no`,
    [batchId],
  );
  return rows.map(({ lineNo }) => lineNo);
}

/** Whose payments a batch holds. */
export async function personsOfBatch(reader: Reader, batchId: string): Promise<readonly string[]> {
  return [...new Set((await linesOfBatch(reader, batchId)).map(({ ownerId }) => ownerId))];
}

/** What an order comes to and where it stands, for the case's page. */
export interface OrderStanding {
  readonly orderId: string;
  /** Of which order it is a part; null of the whole. */
  readonly ofOrder: string | null;
  readonly madeAt: Date;
  readonly amountFen: Fen;
  /** Still to be paid, kept back, divided into others, stopped by an objection, or where its money went (`business/adjustment`). */
  readonly standing: 'open' | 'held' | 'divided' | 'unclaimed' | 'refunded' | 'contested';
  /** The heir whose share it is; null where it is the whole. */
  readonly partyId: string | null;
  readonly divisionId: string | null;
  readonly attempts: number;
  readonly result: 'paid' | 'returned' | null;
  readonly reason: string | null;
  readonly answeredAt: Date | null;
  /** Whether it waits for an account: none was named, or the one that the bank refused is not corrected. */
  readonly lacksAccount: boolean;
}

/** The orders of a case, the whole one first, then those that it was divided into, in their order. */
export function ordersOfCase(
  reader: Reader,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<OrderStanding[]> {
  return reader.rows<OrderStanding>(
    `SELECT o.id AS "orderId", o.of_order AS "ofOrder", o.made_at AS "madeAt", o.amount_fen AS "amountFen", o.standing, o.party_id AS "partyId", o.division_id AS "divisionId",
            coalesce(t.attempt, 0) AS attempts, t.result, t.reason, t.answered_at AS "answeredAt",
            (p.revision IS NULL OR (t.result IS NOT DISTINCT FROM 'returned' AND p.revision <= t.payee_revision)) AS "lacksAccount"
       FROM payment_order o
       LEFT JOIN LATERAL (SELECT attempt, CASE result WHEN 'sent-back' THEN 'returned' ELSE result END AS result, reason, answered_at, payee_revision
                            FROM payment_attempt WHERE owner_id = o.owner_id AND order_id = o.id AND result IS DISTINCT FROM 'given-up'
                           ORDER BY attempt DESC LIMIT 1) t ON true
       LEFT JOIN LATERAL (SELECT max(revision) AS revision FROM payee WHERE owner_id = o.owner_id AND case_id = o.case_id
                             AND party_id IS NOT DISTINCT FROM o.party_id) p ON true
      WHERE o.owner_id = $1 AND o.case_id = $2
      ORDER BY o.of_order IS NOT NULL, o.made_at, o.of_order, o.from_fen`,
    [owner, caseId],
  );
}
