import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** A merge or its undoing, with what became of it. */
export interface MergeRow {
  readonly mergedId: string;
  readonly stepId: string;
  readonly step: 'merge' | 'undo';
  readonly mergeId: string;
  readonly survivorId: string;
  readonly reason: string;
  readonly paperReference: string;
  readonly makerId: string;
  readonly requestedAt: Date;
  /** The same instant to the microsecond, for the place of a page. */
  readonly requestedKey: string;
  readonly approved: boolean | null;
  readonly checkerId: string | null;
  readonly decisionReason: string | null;
  readonly movedFen: bigint | null;
  readonly movedOn: PlainDate | null;
  readonly decidedAt: Date | null;
}

const steps = `SELECT s.owner_id AS "mergedId", s.id AS "stepId", s.step, s.merge_id AS "mergeId", s.survivor_id AS "survivorId",
    s.reason, s.paper_reference AS "paperReference", s.maker_id AS "makerId", s.requested_at AS "requestedAt",
    s.requested_at::text AS "requestedKey", d.approved, d.checker_id AS "checkerId", d.reason AS "decisionReason",
    d.moved_fen AS "movedFen", d.moved_on AS "movedOn", d.decided_at AS "decidedAt"
  FROM merge_step s LEFT JOIN merge_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id`;

/** Merges and undoings that wait for the second officer, the oldest first. */
export async function openMerges(
  reader: Reader,
  page: {
    readonly after: { readonly at: string; readonly ownerId: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<MergeRow[]> {
  const { after, limit } = page;
  return reader.rows<MergeRow>(
    `${steps} WHERE d.step_id IS NULL
       AND ($1::timestamptz IS NULL OR (s.requested_at, s.owner_id, s.id) > ($1, $2, $3))
     ORDER BY s.requested_at, s.owner_id, s.id LIMIT $4`,
    [after?.at ?? null, after?.ownerId ?? null, after?.id ?? null, limit],
  );
}

/** What was ever merged into one of these records, or asked to be, the latest first. */
export async function mergesOf(reader: Reader, owners: readonly string[]): Promise<MergeRow[]> {
  return reader.rows<MergeRow>(
    `${steps} WHERE s.owner_id = ANY($1) OR s.survivor_id = ANY($1) ORDER BY s.requested_at DESC, s.id DESC`,
    [owners],
  );
}

interface Step {
  readonly token: string;
  readonly mergedId: string;
  readonly stepId: string;
  readonly at: Date;
}

export async function callRequestMerge(
  tx: Tx,
  step: Step & { readonly survivorId: string; readonly reason: string; readonly paperReference: string },
): Promise<void> {
  await tx.rows('SELECT request_merge($1, $2, $3, $4, $5, $6, $7)', [
    step.token,
    step.mergedId,
    step.stepId,
    step.survivorId,
    step.reason,
    step.paperReference,
    step.at,
  ]);
}

export async function callRequestUnmerge(
  tx: Tx,
  step: Step & { readonly reason: string; readonly paperReference: string },
): Promise<void> {
  await tx.rows('SELECT request_unmerge($1, $2, $3, $4, $5, $6)', [
    step.token,
    step.mergedId,
    step.stepId,
    step.reason,
    step.paperReference,
    step.at,
  ]);
}

/** Answers what passed between the accounts. */
export async function callDecideMerge(
  tx: Tx,
  decision: Step & { readonly approved: boolean; readonly reason: string | null; readonly on: PlainDate },
): Promise<bigint> {
  const row = await tx.row<{ moved: bigint }>('SELECT decide_merge($1, $2, $3, $4, $5, $6, $7) AS moved', [
    decision.token,
    decision.mergedId,
    decision.stepId,
    decision.approved,
    decision.reason,
    decision.on,
    decision.at,
  ]);
  return row?.moved ?? 0n;
}
