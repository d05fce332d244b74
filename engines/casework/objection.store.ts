import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** Objections and approvals set aside: written by guard functions, read from their tables. */

export interface Objection {
  readonly id: string;
  readonly decisionId: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly outcome: 'upheld' | 'changed' | 'withdrawn' | null;
  readonly endedAt: Date | null;
}

export async function objectionsOf(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<readonly Objection[]> {
  return reader.rows<Objection>(
    `SELECT id, decision_id AS "decisionId", made_by AS "madeBy", made_at AS "madeAt", outcome, ended_at AS "endedAt"
       FROM case_objection WHERE owner_id = $1 AND case_id = $2 ORDER BY made_at, id`,
    [of.ownerId, of.id],
  );
}

export async function callRecordObjection(
  tx: Tx,
  made: {
    readonly ownerId: string;
    readonly objectionId: string;
    readonly caseId: string;
    readonly decisionId: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { ownerId, objectionId, caseId, decisionId, by, at } = made;
  await tx.rows('SELECT record_objection($1, $2, $3, $4, $5, $6)', [
    ...[ownerId, objectionId, caseId, decisionId, by, at],
  ]);
}

export interface ObjectionEnd {
  /** The session of the reviewer; null where it is withdrawn. */
  readonly token: string | null;
  readonly ownerId: string;
  readonly objectionId: string;
  readonly outcome: 'upheld' | 'changed' | 'withdrawn';
  /** Ids of what follows where a payment is revoked: the entry back into the account, or the order to recover. */
  readonly journalId: string;
  readonly measureId: string;
  readonly reason: string;
  readonly paperReference: string;
  readonly on: PlainDate;
  readonly at: Date;
}

export async function callEndObjection(tx: Tx, end: ObjectionEnd): Promise<void> {
  await tx.rows('SELECT end_objection($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    ...[end.token, end.ownerId, end.objectionId, end.outcome, end.journalId, end.measureId],
    ...[end.reason, end.paperReference, end.on, end.at],
  ]);
}

export async function callSetAside(
  tx: Tx,
  aside: { readonly token: string; readonly ownerId: string; readonly decisionId: string; readonly at: Date },
): Promise<void> {
  const { token, ownerId, decisionId, at } = aside;
  await tx.rows('SELECT set_aside_approval($1, $2, $3, $4)', [token, ownerId, decisionId, at]);
}
