import type { PlainDate, YearMonth } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { AsOf } from './as-of.ts';
import type { RecordKind } from './record-entry.ts';
import { eventKinds, type Holding, type SaidHolding } from './true-from.ts';

/** An entry with what became of it. */
export interface EntryRow {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: RecordKind;
  readonly body: Readonly<Record<string, unknown>>;
  /** From and until when it holds in the world; null where it is open. */
  readonly trueFrom: PlainDate | null;
  readonly trueTo: PlainDate | null;
  readonly paperReference: string | null;
  readonly runId: string | null;
  readonly lineNo: number | null;
  readonly caseId: string | null;
  readonly correctionId: string | null;
  /** When it was found wrong; null while it stands. */
  readonly voidedAt: Date | null;
  readonly makerId: string | null;
  readonly recordedAt: Date;
  readonly confirmed: boolean | null;
  readonly checkerId: string | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  /** Brought by an import whose second officer has not approved it yet. */
  readonly importWaits: boolean;
}

const holdsFrom = 'holds_from(e.kind, e.body, e.true_from, e.run_id, e.recorded_at)';
const entryColumns = `e.owner_id AS "ownerId", e.id, e.kind, e.body, ${holdsFrom} AS "trueFrom",
  e.true_to AS "trueTo", e.paper_reference AS "paperReference", e.run_id AS "runId",
  e.line_no AS "lineNo", e.case_id AS "caseId", e.correction_id AS "correctionId", (SELECT v.voided_at FROM record_void v
    WHERE v.owner_id = e.owner_id AND v.subject = 'entry' AND v.subject_id = e.id) AS "voidedAt", e.maker_id AS "makerId", e.recorded_at AS "recordedAt", c.confirmed,
  c.checker_id AS "checkerId", c.reason, c.decided_at AS "decidedAt", r.id IS NOT NULL AND a.run_id IS NULL AS "importWaits"`;
/** An entry `e` with its second officer's word, and the import that brought it. */
export const withConfirmation = `LEFT JOIN record_confirmation c ON c.owner_id = e.owner_id AND c.entry_id = e.id
  LEFT JOIN import_run r ON r.id = e.run_id AND r.facts_wait LEFT JOIN import_approval a ON a.run_id = r.id`;

export interface CountingRow extends Holding {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: RecordKind;
  readonly body: Readonly<Record<string, unknown>>;
  /** When the agency knew it: by the settled case, or the second officer's word on the paper or the import. */
  readonly knownFrom: Date;
  readonly paperReference: string | null;
  readonly runId: string | null;
  readonly lineNo: number | null;
  readonly caseId: string | null;
  readonly correctionId: string | null;
}

const knownFrom = `CASE WHEN e.paper_reference IS NOT NULL THEN c.decided_at WHEN r.id IS NOT NULL THEN a.approved_at
  ELSE e.recorded_at END`;
const countingColumns = `e.owner_id AS "ownerId", e.id, e.kind, e.body, ${holdsFrom} AS "trueFrom", e.true_to AS "trueTo",
  ${knownFrom} AS "knownFrom", e.paper_reference AS "paperReference", e.run_id AS "runId", e.line_no AS "lineNo",
  e.case_id AS "caseId", e.correction_id AS "correctionId"`;
/** Confirmed, or on no paper, and of no import that waits; known at $2; and not found wrong by then. */
export const counts = `(e.paper_reference IS NULL OR c.confirmed) AND (r.id IS NULL OR a.run_id IS NOT NULL) AND ($2::timestamptz IS NULL OR ${knownFrom} <= $2)
  AND NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = e.owner_id AND v.subject = 'entry' AND v.subject_id = e.id
    AND ($2::timestamptz IS NULL OR v.voided_at <= $2))`;
/** An event, or a state that holds on $3. */
const holds = `($3::date IS NULL OR e.kind = ANY($4)
  OR (coalesce(${holdsFrom} <= $3, true) AND coalesce(e.true_to >= $3, true)))`;
const rank = 'coalesce(e.rank_at, e.recorded_at)';

/**
 * For each person and kind the entry that counts: the one recorded last among those that are confirmed, or that came by an
 * approved import or by a case. Looked back to a day, a state counts only where it holds on it; an event keeps its own day.
 */
export async function countingEntries(
  reader: Reader,
  owners: readonly string[],
  { on, known }: AsOf = {},
): Promise<CountingRow[]> {
  return reader.rows<CountingRow>(
    `SELECT DISTINCT ON (e.owner_id, e.kind) ${countingColumns}
     FROM record_entry e ${withConfirmation}
     WHERE e.owner_id = ANY($1) AND ${counts} AND ${holds}
     ORDER BY e.owner_id, e.kind, ${rank} DESC, e.recorded_at DESC, e.id DESC`,
    [owners, known ?? null, on ?? null, eventKinds],
  );
}

/** What imports told of these people that wait for their second officer. */
export async function waitingImported(reader: Reader, owners: readonly string[]): Promise<ImportedRow[]> {
  return reader.rows<ImportedRow>(
    `SELECT DISTINCT ON (e.owner_id, e.kind) e.owner_id AS "ownerId", e.kind, e.body
     FROM record_entry e WHERE e.owner_id = ANY($1) AND e.run_id IS NOT NULL AND NOT import_counts(e.run_id)
     ORDER BY e.owner_id, e.kind, e.recorded_at DESC, e.id DESC`,
    [owners],
  );
}

/** Whether something that an import brought about a person waits for its second officer. */
export async function importWaits(reader: Reader, records: readonly string[]): Promise<boolean> {
  const row = await reader.row(
    `SELECT 1 FROM record_entry WHERE owner_id = ANY($1) AND run_id IS NOT NULL AND NOT import_counts(run_id)
     UNION ALL
     SELECT 1 FROM paid_period WHERE owner_id = ANY($1) AND run_id IS NOT NULL AND NOT import_counts(run_id) LIMIT 1`,
    [records],
  );
  return row !== undefined;
}

export type ImportedRow = Pick<CountingRow, 'ownerId' | 'kind' | 'body'>;

/** The same of one person with several records: for each kind the one entry that counts among all of them. */
export async function standingEntries(
  reader: Reader,
  records: readonly string[],
  { on, known }: AsOf = {},
): Promise<CountingRow[]> {
  return reader.rows<CountingRow>(
    `SELECT DISTINCT ON (e.kind) ${countingColumns}
     FROM record_entry e ${withConfirmation}
     WHERE e.owner_id = ANY($1) AND ${counts} AND ${holds}
     ORDER BY e.kind, ${rank} DESC, e.recorded_at DESC, e.id DESC`,
    [records, known ?? null, on ?? null, eventKinds],
  );
}

/** Everything that counts of some people, in the order in which it counts: of two that speak of the same day, the later is right. */
export async function allCounting(
  reader: Reader,
  { owners, known }: { readonly owners: readonly string[]; readonly known?: Date | undefined },
): Promise<CountingRow[]> {
  return reader.rows<CountingRow>(
    `SELECT ${countingColumns} FROM record_entry e ${withConfirmation}
     WHERE e.owner_id = ANY($1) AND ${counts} ORDER BY ${rank}, e.recorded_at, e.id`,
    [owners, known ?? null],
  );
}

export async function entriesOf(reader: Reader, records: readonly string[]): Promise<EntryRow[]> {
  return reader.rows<EntryRow>(
    `SELECT ${entryColumns} FROM record_entry e ${withConfirmation}
     WHERE e.owner_id = ANY($1) ORDER BY e.recorded_at DESC, e.id DESC`,
    [records],
  );
}

export async function entryById(
  reader: Reader,
  entry: { readonly ownerId: string; readonly id: string },
): Promise<EntryRow | undefined> {
  return reader.row<EntryRow>(
    `SELECT ${entryColumns} FROM record_entry e ${withConfirmation} WHERE e.owner_id = $1 AND e.id = $2`,
    [entry.ownerId, entry.id],
  );
}

/** Where a page of waiting entries begins: after this one. */
export interface AfterEntry {
  readonly recordedAt: string;
  readonly ownerId: string;
  readonly id: string;
}

/** Entries on paper that no second officer has decided, the oldest first. */
export async function waitingEntries(
  reader: Reader,
  page: { readonly after: AfterEntry | null; readonly limit: number },
): Promise<(EntryRow & { readonly recordedKey: string })[]> {
  const { after, limit } = page;
  return reader.rows(
    `SELECT ${entryColumns}, e.recorded_at::text AS "recordedKey" FROM record_entry e ${withConfirmation}
     WHERE e.paper_reference IS NOT NULL AND c.entry_id IS NULL
       AND ($1::timestamptz IS NULL OR (e.recorded_at, e.owner_id, e.id) > ($1, $2, $3))
     ORDER BY e.recorded_at, e.owner_id, e.id LIMIT $4`,
    [after?.recordedAt ?? null, after?.ownerId ?? null, after?.id ?? null, limit],
  );
}

/**
 * Keeps two officers' entries about one person in order, to the transaction's end; the foreign keys of new entries do not wait
 * for it. Who has it already does not ask again.
 */
export async function lockRecords(tx: Tx, owner: string): Promise<void> {
  const held = locked.get(tx) ?? new Set();
  if (held.has(owner)) return;
  await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`registry:${owner}`]);
  locked.set(tx, held.add(owner));
}

const locked = new WeakMap<Tx, Set<string>>();

export async function recordPaper(
  tx: Tx,
  entry: {
    readonly token: string;
    readonly ownerId: string;
    readonly id: string;
    readonly kind: RecordKind;
    readonly body: object;
    readonly said: SaidHolding;
    readonly paperReference: string;
    readonly at: Date;
  },
): Promise<string> {
  const { trueFrom = null, trueTo = null } = entry.said;
  const row = await tx.row<{ maker: string }>(
    'SELECT record_paper($1, $2, $3, $4, $5, $6, $7, $8, $9) AS maker',
    [
      entry.token,
      entry.ownerId,
      entry.id,
      entry.kind,
      entry.body,
      entry.paperReference,
      entry.at,
      trueFrom,
      trueTo,
    ],
  );
  return row?.maker ?? '';
}

export async function confirmRecord(
  tx: Tx,
  decision: {
    readonly token: string;
    readonly ownerId: string;
    readonly id: string;
    readonly confirmed: boolean;
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<string> {
  const row = await tx.row<{ checker: string }>('SELECT confirm_record($1, $2, $3, $4, $5, $6) AS checker', [
    decision.token,
    decision.ownerId,
    decision.id,
    decision.confirmed,
    decision.reason,
    decision.at,
  ]);
  return row?.checker ?? '';
}

/** Entries of a person whom a line of an import under way brings; on no paper of their own. */
export async function insertImported(
  tx: Tx,
  given: {
    readonly ownerId: string;
    readonly entries: readonly { readonly id: string; readonly kind: RecordKind; readonly body: object }[];
    readonly runId: string;
    readonly lineNo: number;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT record_imported($1, $2, $3, $4, $5)', [
    given.ownerId,
    JSON.stringify(given.entries),
    given.runId,
    given.lineNo,
    given.at,
  ]);
}

/** The end of the relationship, which rests on the case that was settled. */
export async function insertEnding(
  tx: Tx,
  ending: {
    readonly ownerId: string;
    readonly id: string;
    readonly body: object;
    readonly caseId: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT record_relationship_ended($1, $2, $3, $4, $5)', [
    ending.ownerId,
    ending.id,
    ending.body,
    ending.caseId,
    ending.at,
  ]);
}

export interface PeriodRow {
  readonly ownerId: string;
  readonly id: string;
  readonly fromMonth: YearMonth;
  readonly toMonth: YearMonth;
  readonly baseFen: bigint;
  readonly originRegion: string;
  readonly runId: string | null;
  readonly lineNo: number | null;
  readonly recordedAt: Date;
}

/**
 * Paid periods of some people, without those that were found wrong; `known` leaves out what came later. Those of an import
 * that waits for its second officer only where they are asked for.
 */
export async function periodsOf(
  reader: Reader,
  owners: readonly string[],
  { known, waiting = false }: Pick<AsOf, 'known'> & { readonly waiting?: boolean } = {},
): Promise<PeriodRow[]> {
  return reader.rows<PeriodRow>(
    `SELECT owner_id AS "ownerId", p.id, from_month AS "fromMonth", to_month AS "toMonth", base_fen AS "baseFen",
       origin_region AS "originRegion", p.run_id AS "runId", line_no AS "lineNo", coalesce(a.approved_at, recorded_at) AS "recordedAt"
     FROM paid_period p
       LEFT JOIN import_run r ON r.id = p.run_id AND r.facts_wait LEFT JOIN import_approval a ON a.run_id = r.id
     WHERE owner_id = ANY($1) AND (r.id IS NULL OR a.run_id IS NOT NULL OR $3)
       AND ($2::timestamptz IS NULL OR coalesce(a.approved_at, recorded_at) <= $2)
       AND NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = p.owner_id AND v.subject = 'period' AND v.subject_id = p.id
         AND ($2::timestamptz IS NULL OR v.voided_at <= $2))
     ORDER BY owner_id, from_month, to_month, p.id`,
    [owners, known ?? null, waiting],
  );
}

/** A paid period with what a count of months needs besides. */
export interface BasedPeriod {
  readonly fromMonth: YearMonth;
  readonly toMonth: YearMonth;
  readonly originRegion: string;
  readonly baseFen: bigint;
  /** Counted as paid, by the agency that told it. */
  readonly deemed: boolean;
  /** The information sheet that brought it; null where no other agency did. */
  readonly messageId: string | null;
}

/** The paid periods of some people that count now, each on its basis. */
export function basedPeriodsOf(reader: Reader, owners: readonly string[]): Promise<BasedPeriod[]> {
  return reader.rows<BasedPeriod>(
    `SELECT from_month AS "fromMonth", to_month AS "toMonth", origin_region AS "originRegion",
       base_fen AS "baseFen", deemed, message_id AS "messageId"
     FROM paid_period p
       LEFT JOIN import_run r ON r.id = p.run_id AND r.facts_wait LEFT JOIN import_approval a ON a.run_id = r.id
     WHERE owner_id = ANY($1) AND (r.id IS NULL OR a.run_id IS NOT NULL)
       AND NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = p.owner_id AND v.subject = 'period' AND v.subject_id = p.id)
     ORDER BY from_month, to_month, p.id`,
    [owners],
  );
}
