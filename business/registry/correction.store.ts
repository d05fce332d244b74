import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { CorrectionSubject } from './correction.ts';

/** A correction with what became of it; what is sealed stays sealed here. */
export interface CorrectionRow {
  readonly ownerId: string;
  readonly id: string;
  readonly subject: CorrectionSubject;
  readonly subjectId: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly trueFrom: PlainDate | null;
  readonly trueTo: PlainDate | null;
  readonly valueSealed: Uint8Array | null;
  readonly reason: string;
  readonly paperReference: string;
  readonly wishId: string | null;
  readonly makerId: string;
  readonly requestedAt: Date;
  /** The same instant to the microsecond, for the place of a page. */
  readonly requestedKey: string;
  readonly approved: boolean | null;
  readonly checkerId: string | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
}

const corrections = `SELECT c.owner_id AS "ownerId", c.id, c.subject, c.subject_id AS "subjectId", c.before, c.after,
    c.true_from AS "trueFrom", c.true_to AS "trueTo", c.value_sealed AS "valueSealed", c.reason,
    c.paper_reference AS "paperReference", c.wish_id AS "wishId", c.maker_id AS "makerId", c.requested_at AS "requestedAt",
    c.requested_at::text AS "requestedKey", d.approved, d.checker_id AS "checkerId", d.reason AS "decisionReason",
    d.decided_at AS "decidedAt"
  FROM correction c LEFT JOIN correction_decision d ON d.owner_id = c.owner_id AND d.correction_id = c.id`;

/** A place in a list by time. */
export interface PlaceInTime {
  readonly at: string;
  readonly ownerId: string;
  readonly id: string;
}

/** Corrections that wait for the second officer, the oldest first. */
export async function openCorrections(
  reader: Reader,
  { after, limit }: { readonly after: PlaceInTime | null; readonly limit: number },
): Promise<CorrectionRow[]> {
  return reader.rows<CorrectionRow>(
    `${corrections} WHERE d.correction_id IS NULL
       AND ($1::timestamptz IS NULL OR (c.requested_at, c.owner_id, c.id) > ($1, $2, $3))
     ORDER BY c.requested_at, c.owner_id, c.id LIMIT $4`,
    [after?.at ?? null, after?.ownerId ?? null, after?.id ?? null, limit],
  );
}

/** Corrections of a person, the latest first. */
export async function correctionsOf(
  reader: Reader,
  page: { readonly owners: readonly string[]; readonly before: string | null; readonly limit: number },
): Promise<CorrectionRow[]> {
  return reader.rows<CorrectionRow>(
    `${corrections} WHERE c.owner_id = ANY($1) AND ($2::text IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`,
    [page.owners, page.before, page.limit],
  );
}

export interface CorrectionToRequest {
  readonly token: string;
  readonly ownerId: string;
  readonly id: string;
  readonly subject: CorrectionSubject;
  readonly subjectId: string | null;
  readonly after: object | null;
  readonly trueFrom: PlainDate | null;
  readonly trueTo: PlainDate | null;
  readonly sealed: Uint8Array | null;
  readonly numberHashes: Uint8Array | null;
  readonly numberTail: string | null;
  readonly reason: string;
  readonly paperReference: string;
  readonly wishId: string | null;
  readonly at: Date;
}

export async function callRequestCorrection(tx: Tx, made: CorrectionToRequest): Promise<void> {
  await tx.rows(
    'SELECT request_correction($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
    [
      made.token,
      made.ownerId,
      made.id,
      made.subject,
      made.subjectId,
      made.after,
      made.trueFrom,
      made.trueTo,
      made.sealed,
      made.numberHashes,
      made.numberTail,
      made.reason,
      made.paperReference,
      made.wishId,
      made.at,
    ],
  );
}

export async function callDecideCorrection(
  tx: Tx,
  decision: {
    readonly token: string;
    readonly ownerId: string;
    readonly id: string;
    readonly approved: boolean;
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT decide_correction($1, $2, $3, $4, $5, $6)', [
    decision.token,
    decision.ownerId,
    decision.id,
    decision.approved,
    decision.reason,
    decision.at,
  ]);
}

/** What a change would replace, as the database tells it; null where there is no such thing on record. */
export async function subjectOnRecord(
  reader: Reader,
  {
    ownerId,
    subject,
    id,
  }: { readonly ownerId: string; readonly subject: CorrectionSubject; readonly id: string },
): Promise<Readonly<Record<string, unknown>> | null> {
  const row = await reader.row<{ found: Readonly<Record<string, unknown>> | null }>(
    'SELECT record_subject($1, $2, $3) AS found',
    [ownerId, subject, id],
  );
  return row?.found ?? null;
}

/** What a person says is wrong on their record. */
export interface WishRow {
  readonly ownerId: string;
  readonly id: string;
  readonly says: string;
  readonly askedAt: Date;
  readonly askedKey: string;
  readonly corrections: number;
  readonly refusedReason: string | null;
  readonly refusedAt: Date | null;
}

const wishes = `SELECT w.owner_id AS "ownerId", w.id, w.says, w.asked_at AS "askedAt", w.asked_at::text AS "askedKey",
    (SELECT count(*)::int FROM correction c WHERE c.owner_id = w.owner_id AND c.wish_id = w.id) AS corrections,
    r.reason AS "refusedReason", r.refused_at AS "refusedAt"
  FROM correction_wish w LEFT JOIN correction_wish_refusal r ON r.owner_id = w.owner_id AND r.wish_id = w.id`;

/** Wishes that no clerk has answered, the oldest first. */
export async function openWishes(
  reader: Reader,
  { after, limit }: { readonly after: PlaceInTime | null; readonly limit: number },
): Promise<WishRow[]> {
  return reader.rows<WishRow>(
    `${wishes} WHERE r.wish_id IS NULL
       AND NOT EXISTS (SELECT FROM correction c WHERE c.owner_id = w.owner_id AND c.wish_id = w.id)
       AND ($1::timestamptz IS NULL OR (w.asked_at, w.owner_id, w.id) > ($1, $2, $3))
     ORDER BY w.asked_at, w.owner_id, w.id LIMIT $4`,
    [after?.at ?? null, after?.ownerId ?? null, after?.id ?? null, limit],
  );
}

/** Wishes of a person, the latest first. */
export async function wishesOf(
  reader: Reader,
  page: { readonly owners: readonly string[]; readonly before: string | null; readonly limit: number },
): Promise<WishRow[]> {
  return reader.rows<WishRow>(
    `${wishes} WHERE w.owner_id = ANY($1) AND ($2::text IS NULL OR w.id < $2) ORDER BY w.id DESC LIMIT $3`,
    [page.owners, page.before, page.limit],
  );
}

export async function insertWish(
  tx: Tx,
  wish: {
    readonly ownerId: string;
    readonly id: string;
    readonly says: string;
    readonly askedBy: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows(
    'INSERT INTO correction_wish (owner_id, id, says, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5)',
    [wish.ownerId, wish.id, wish.says, wish.askedBy, wish.at],
  );
}

export async function callRefuseWish(
  tx: Tx,
  refusal: {
    readonly token: string;
    readonly ownerId: string;
    readonly id: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT refuse_correction_wish($1, $2, $3, $4, $5)', [
    refusal.token,
    refusal.ownerId,
    refusal.id,
    refusal.reason,
    refusal.at,
  ]);
}
