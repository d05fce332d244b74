import type { Fen, PlainDate } from '#basics';
import type { MeasureKind } from '#law';
import type { Reader, Tx } from '#platform/postgres';
import type { Demand, MeasureStep, RecoveryOrigin } from './measure.ts';

/** A step with the measure that it belongs to. */
export interface StepRow extends MeasureStep {
  readonly personId: string;
  readonly measureId: string;
  readonly kind: MeasureKind;
  readonly amountFen: Fen | null;
  readonly origin: RecoveryOrigin | null;
}

const stepColumns = `s.owner_id AS "personId", s.measure_id AS "measureId", s.kind, s.amount_fen AS "amountFen",
  CASE WHEN s.amount_fen IS NOT NULL THEN coalesce(s.origin, 'pool') END AS origin, s.id AS "stepId",
  s.step, s.legal_basis AS "legalBasis", s.reason, s.paper_reference AS "paperReference", s.effective_on AS "effectiveOn",
  s.maker_id AS "makerId", s.recorded_at AS "recordedAt", d.confirmed, d.checker_id AS "checkerId", d.decided_at AS "decidedAt",
  d.reason AS "decisionReason"`;
const withDecision = 'LEFT JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id';

/** What a clerk's proposal to set or lift a measure says. */
export interface ProposedStep {
  readonly token: string;
  readonly personId: string;
  readonly stepId: string;
  readonly legalBasis: string;
  readonly reason: string;
  readonly paperReference: string;
  readonly effectiveOn: PlainDate;
  readonly at: Date;
}

export async function setMeasureRow(
  tx: Tx,
  step: ProposedStep & { readonly kind: MeasureKind; readonly demand: Demand | null },
): Promise<void> {
  await tx.rows('SELECT set_measure($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    ...[step.token, step.personId, step.stepId, step.kind, step.demand?.amountFen ?? null],
    ...[step.legalBasis, step.reason, step.paperReference, step.effectiveOn, step.at],
    step.demand?.origin ?? null,
  ]);
}

export async function liftMeasureRow(
  tx: Tx,
  step: ProposedStep & { readonly measureId: string },
): Promise<void> {
  await tx.rows('SELECT lift_measure($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...[step.token, step.personId, step.stepId, step.measureId],
    ...[step.legalBasis, step.reason, step.paperReference, step.effectiveOn, step.at],
  ]);
}

export async function decideMeasureRow(
  tx: Tx,
  decision: {
    readonly token: string;
    readonly personId: string;
    readonly stepId: string;
    readonly confirmed: boolean;
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT decide_measure($1, $2, $3, $4, $5, $6)', [
    ...[decision.token, decision.personId, decision.stepId],
    ...[decision.confirmed, decision.reason, decision.at],
  ]);
}

export async function isOnRecord(reader: Reader, personId: string): Promise<boolean> {
  return (await reader.row('SELECT 1 FROM person WHERE owner_id = $1', [personId])) !== undefined;
}

/** All steps of these measures of a person, in the order of recording. */
export function stepsOfMeasures(
  reader: Reader,
  { personId, measureIds }: { readonly personId: string; readonly measureIds: readonly string[] },
): Promise<StepRow[]> {
  return reader.rows<StepRow>(
    `SELECT ${stepColumns} FROM supervision_step s ${withDecision}
     WHERE s.owner_id = $1 AND s.measure_id = ANY($2) ORDER BY s.recorded_at, s.id`,
    [personId, measureIds],
  );
}

/** Ids of a person's measures, the latest first. */
export async function measureIdsOf(
  reader: Reader,
  page: { readonly personId: string; readonly before: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT id FROM supervision_step
     WHERE owner_id = $1 AND step = 'set' AND ($2::text IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [page.personId, page.before, page.limit],
  );
  return rows.map(({ id }) => id);
}

/** Where a page of steps begins: after this one. */
export interface AfterStep {
  readonly recordedAt: string;
  readonly personId: string;
  readonly stepId: string;
}

export interface StepPage {
  readonly after: AfterStep | null;
  readonly limit: number;
  readonly kind: MeasureKind | null;
}

/** Steps that no second officer has decided, the oldest first. */
export function waitingSteps(
  reader: Reader,
  page: StepPage,
): Promise<(StepRow & { readonly recordedKey: string })[]> {
  return reader.rows(
    `SELECT ${stepColumns}, s.recorded_at::text AS "recordedKey" FROM supervision_step s ${withDecision}
     WHERE d.step_id IS NULL AND ($5::text IS NULL OR s.kind = $5)
       AND ($1::timestamptz IS NULL OR (s.recorded_at, s.owner_id, s.id) > ($1, $2, $3))
     ORDER BY s.recorded_at, s.owner_id, s.id LIMIT $4`,
    placeOf(page),
  );
}

/** Measures that stand now (the step that set each), the oldest first. */
export function standingSteps(
  reader: Reader,
  page: StepPage,
): Promise<(StepRow & { readonly recordedKey: string })[]> {
  return reader.rows(
    `SELECT ${stepColumns}, s.recorded_at::text AS "recordedKey" FROM supervision_step s ${withDecision}
     WHERE s.step = 'set' AND d.confirmed AND ($5::text IS NULL OR s.kind = $5) AND ${notLifted}
       AND (s.kind <> 'recovery' OR still_owed(s.owner_id, s.id) > 0)
       AND ($1::timestamptz IS NULL OR (s.recorded_at, s.owner_id, s.id) > ($1, $2, $3))
     ORDER BY s.recorded_at, s.owner_id, s.id LIMIT $4`,
    placeOf(page),
  );
}

function placeOf({ after, limit, kind }: StepPage): readonly unknown[] {
  return [after?.recordedAt ?? null, after?.personId ?? null, after?.stepId ?? null, limit, kind];
}

const notLifted = `NOT EXISTS (
    SELECT FROM supervision_step l JOIN supervision_decision e ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed
    WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift')`;

/** Of which kinds a measure stood over a person on a day, by what was known at an instant; null stands for now. */
export async function kindsStanding(
  reader: Reader,
  asked: { readonly personId: string; readonly onDate: PlainDate | null; readonly knownAt: Date | null },
): Promise<readonly MeasureKind[]> {
  const known = '($3::timestamptz IS NULL OR d.decided_at <= $3)';
  const rows = await reader.rows<{ kind: MeasureKind }>(
    `SELECT DISTINCT s.kind FROM supervision_step s
       JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
     WHERE s.owner_id = $1 AND s.step = 'set' AND ($2::date IS NULL OR s.effective_on <= $2) AND ${known}
       AND (s.amount_fen IS NULL OR s.amount_fen > (
         SELECT coalesce(sum(r.amount_fen), 0) FROM recovery_receipt r
         WHERE r.owner_id = s.owner_id AND r.measure_id = s.id AND ($2::date IS NULL OR r.effective_on <= $2)
           AND ($3::timestamptz IS NULL OR r.recorded_at <= $3)))
       AND NOT EXISTS (
         SELECT FROM supervision_step l
           JOIN supervision_decision d ON d.owner_id = l.owner_id AND d.step_id = l.id AND d.confirmed
         WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift'
           AND ($2::date IS NULL OR l.effective_on <= $2) AND ${known})`,
    [asked.personId, asked.onDate, asked.knownAt],
  );
  return rows.map(({ kind }) => kind);
}
