import type { YearMonth } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { RecordKind } from './record-entry.ts';

/** An entry with what became of it. */
export interface EntryRow {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: RecordKind;
  readonly body: Readonly<Record<string, unknown>>;
  readonly paperReference: string | null;
  readonly runId: string | null;
  readonly lineNo: number | null;
  readonly caseId: string | null;
  readonly makerId: string | null;
  readonly recordedAt: Date;
  readonly confirmed: boolean | null;
  readonly checkerId: string | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

const entryColumns = `e.owner_id AS "ownerId", e.id, e.kind, e.body, e.paper_reference AS "paperReference", e.run_id AS "runId",
  e.line_no AS "lineNo", e.case_id AS "caseId", e.maker_id AS "makerId", e.recorded_at AS "recordedAt", c.confirmed,
  c.checker_id AS "checkerId", c.reason, c.decided_at AS "decidedAt"`;
const withConfirmation = 'LEFT JOIN record_confirmation c ON c.owner_id = e.owner_id AND c.entry_id = e.id';

export interface CountingRow {
  readonly ownerId: string;
  readonly kind: RecordKind;
  readonly body: Readonly<Record<string, unknown>>;
}

/** For each person and kind the entry that counts: the last one that is confirmed, or that came by import or by a case. */
export async function countingEntries(reader: Reader, owners: readonly string[]): Promise<CountingRow[]> {
  return reader.rows<CountingRow>(
    `SELECT DISTINCT ON (e.owner_id, e.kind) e.owner_id AS "ownerId", e.kind, e.body
     FROM record_entry e ${withConfirmation}
     WHERE e.owner_id = ANY($1) AND (e.paper_reference IS NULL OR c.confirmed)
     ORDER BY e.owner_id, e.kind, e.recorded_at DESC, e.id DESC`,
    [owners],
  );
}

export async function entriesOf(reader: Reader, owner: string): Promise<EntryRow[]> {
  return reader.rows<EntryRow>(
    `SELECT ${entryColumns} FROM record_entry e ${withConfirmation}
     WHERE e.owner_id = $1 ORDER BY e.recorded_at DESC, e.id DESC`,
    [owner],
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

/** Keeps two officers' entries about one person in order; the foreign keys of new entries do not wait for it. */
export async function lockRecords(tx: Tx, owner: string): Promise<void> {
  await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`registry:${owner}`]);
}

export async function recordPaper(
  tx: Tx,
  entry: {
    readonly token: string;
    readonly ownerId: string;
    readonly id: string;
    readonly kind: RecordKind;
    readonly body: object;
    readonly paperReference: string;
    readonly at: Date;
  },
): Promise<string> {
  const row = await tx.row<{ maker: string }>('SELECT record_paper($1, $2, $3, $4, $5, $6, $7) AS maker', [
    entry.token,
    entry.ownerId,
    entry.id,
    entry.kind,
    entry.body,
    entry.paperReference,
    entry.at,
  ]);
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
  readonly fromMonth: YearMonth;
  readonly toMonth: YearMonth;
  readonly baseFen: bigint;
  readonly originRegion: string;
  readonly runId: string;
  readonly lineNo: number;
}

export async function periodsOf(reader: Reader, owners: readonly string[]): Promise<PeriodRow[]> {
  return reader.rows<PeriodRow>(
    `SELECT owner_id AS "ownerId", from_month AS "fromMonth", to_month AS "toMonth", base_fen AS "baseFen",
       origin_region AS "originRegion", run_id AS "runId", line_no AS "lineNo"
     FROM paid_period WHERE owner_id = ANY($1) ORDER BY owner_id, from_month, to_month, run_id, line_no`,
    [owners],
  );
}
