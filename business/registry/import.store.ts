import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { ImportKindName } from './import-report.ts';

export interface ImportRow {
  readonly id: string;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly lineCount: number;
  readonly openingCount: number;
  readonly openingTotalFen: bigint;
  readonly makerId: string;
  readonly madeAt: Date;
  readonly finishedAt: Date | null;
  /** When two officers gave it up; then `finishedAt` is the same moment. */
  readonly abandonedAt: Date | null;
  readonly checkerId: string | null;
  readonly approvedAt: Date | null;
}

const runs = `SELECT r.id, r.kind, r.file_name AS "fileName", r.line_count AS "lineCount", r.opening_count AS "openingCount",
    r.opening_total_fen AS "openingTotalFen", r.maker_id AS "makerId", r.made_at AS "madeAt", r.finished_at AS "finishedAt",
    r.abandoned_at AS "abandonedAt",
    a.checker_id AS "checkerId", a.approved_at AS "approvedAt"
  FROM import_run r LEFT JOIN import_approval a ON a.run_id = r.id`;

export async function runById(reader: Reader, id: string): Promise<ImportRow | undefined> {
  return reader.row<ImportRow>(`${runs} WHERE r.id = $1`, [id]);
}

export async function runByFile(
  reader: Reader,
  file: { readonly kind: ImportKindName; readonly sha256: Uint8Array },
): Promise<ImportRow | undefined> {
  return reader.row<ImportRow>(
    `${runs} WHERE r.kind = $1 AND r.file_sha256 = $2 AND r.abandoned_at IS NULL`,
    [file.kind, file.sha256],
  );
}

/** The import of a kind that was begun and is not finished; there is at most one. */
export async function unfinishedRun(reader: Reader, kind: ImportKindName): Promise<ImportRow | undefined> {
  return reader.row<ImportRow>(`${runs} WHERE r.kind = $1 AND r.finished_at IS NULL`, [kind]);
}

/** Imports, the latest first; ids sort by time. */
export async function listRuns(
  reader: Reader,
  page: { readonly before: string | null; readonly limit: number },
): Promise<ImportRow[]> {
  return reader.rows<ImportRow>(`${runs} WHERE $1::text IS NULL OR r.id < $1 ORDER BY r.id DESC LIMIT $2`, [
    page.before,
    page.limit,
  ]);
}

export interface RunBeginning {
  readonly token: string;
  readonly id: string;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly sha256: Uint8Array;
  readonly lineCount: number;
  readonly openingCount: number;
  readonly openingTotalFen: bigint;
  readonly at: Date;
}

export async function beginImport(tx: Tx, run: RunBeginning): Promise<void> {
  await tx.rows('SELECT begin_import($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    run.token,
    run.id,
    run.kind,
    run.fileName,
    run.sha256,
    run.lineCount,
    run.openingCount,
    run.openingTotalFen,
    run.at,
  ]);
}

export async function finishImport(
  tx: Tx,
  run: { readonly token: string; readonly id: string; readonly at: Date },
): Promise<void> {
  await tx.rows('SELECT finish_import($1, $2, $3)', [run.token, run.id, run.at]);
}

export async function callApproveImport(
  tx: Tx,
  approval: { readonly token: string; readonly id: string; readonly at: Date },
): Promise<void> {
  await tx.rows('SELECT approve_import($1, $2, $3)', [approval.token, approval.id, approval.at]);
}

/** Whom an import tells dead and who have a login or a case of their own by now. */
export async function deadWithMore(reader: Reader, runId: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ owner: string }>(
    `SELECT DISTINCT e.owner_id AS owner FROM person b JOIN record_entry e ON e.owner_id = b.owner_id
      WHERE b.run_id = $1 AND e.run_id = $1 AND e.kind = 'died' AND e.body ->> 'on' IS NOT NULL
        AND (EXISTS (SELECT FROM person_access p WHERE p.owner_id = e.owner_id AND p.ended_at IS NULL)
          OR EXISTS (SELECT FROM case_file f WHERE f.owner_id = e.owner_id))
      ORDER BY 1`,
    [runId],
  );
  return rows.map(({ owner }) => owner);
}

export async function callRequestAbandonment(
  tx: Tx,
  asked: { readonly token: string; readonly id: string; readonly reason: string; readonly at: Date },
): Promise<void> {
  await tx.rows('SELECT request_abandonment($1, $2, $3, $4)', [
    asked.token,
    asked.id,
    asked.reason,
    asked.at,
  ]);
}

/** Answers how much of what it brought is void now. */
export async function callApproveAbandonment(
  tx: Tx,
  asked: { readonly token: string; readonly id: string; readonly at: Date },
): Promise<bigint> {
  const row = await tx.row<{ voided: bigint }>('SELECT approve_abandonment($1, $2, $3) AS voided', [
    asked.token,
    asked.id,
    asked.at,
  ]);
  return row?.voided ?? 0n;
}

export interface OpeningRow {
  readonly ownerId: string;
  readonly lineNo: number;
  readonly amountFen: bigint;
  readonly balanceOn: PlainDate;
}

/** Opening balances of an import that are not posted yet, by owner. A balance of nothing is never posted. */
export async function openingsToPost(
  reader: Reader,
  page: { readonly runId: string; readonly after: string; readonly limit: number },
): Promise<OpeningRow[]> {
  return reader.rows<OpeningRow>(
    `SELECT o.owner_id AS "ownerId", o.line_no AS "lineNo", o.amount_fen AS "amountFen", o.balance_on AS "balanceOn"
     FROM opening_line o
     WHERE o.run_id = $1 AND o.owner_id > $2 AND o.amount_fen > 0
       AND NOT EXISTS (SELECT FROM credit_cause c
         WHERE c.owner_id = o.owner_id AND c.basis_kind = 'import-line'
           AND c.basis_id = o.run_id || '/' || o.line_no)
     ORDER BY o.owner_id LIMIT $3`,
    [page.runId, page.after, page.limit],
  );
}

/** What lies in the books of an import: its control totals. */
export async function openingTotals(
  reader: Reader,
  runId: string,
): Promise<{
  readonly stagedCount: bigint;
  readonly stagedFen: bigint;
  readonly postedCount: bigint;
  readonly postedFen: bigint;
}> {
  const row = await reader.row<{
    stagedCount: bigint;
    stagedFen: bigint;
    postedCount: bigint;
    postedFen: bigint;
  }>(
    `SELECT count(*) AS "stagedCount", coalesce(sum(o.amount_fen), 0)::bigint AS "stagedFen",
       count(c.id) AS "postedCount", coalesce(sum(c.amount_fen), 0)::bigint AS "postedFen"
     FROM opening_line o
     LEFT JOIN credit_cause c ON c.owner_id = o.owner_id AND c.basis_kind = 'import-line'
           AND c.basis_id = o.run_id || '/' || o.line_no
     WHERE o.run_id = $1`,
    [runId],
  );
  return row ?? { stagedCount: 0n, stagedFen: 0n, postedCount: 0n, postedFen: 0n };
}

/** Opening balances that earlier imports brought these people. */
export async function openingsOf(
  reader: Reader,
  owners: readonly string[],
): Promise<(OpeningRow & { readonly runId: string })[]> {
  return reader.rows(
    `SELECT owner_id AS "ownerId", run_id AS "runId", line_no AS "lineNo", amount_fen AS "amountFen", balance_on AS "balanceOn"
     FROM opening_line WHERE owner_id = ANY($1)`,
    [owners],
  );
}

/** Writes a paid period, unless the very same is on record already. */
export async function insertPeriod(
  tx: Tx,
  period: {
    readonly ownerId: string;
    readonly runId: string;
    readonly lineNo: number;
    readonly fromMonth: string;
    readonly toMonth: string;
    readonly baseFen: bigint;
    readonly originRegion: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const row = await tx.row<{ isNew: boolean }>(
    'SELECT record_period($1, $2, $3, $4, $5, $6, $7, $8) AS "isNew"',
    [
      period.ownerId,
      period.runId,
      period.lineNo,
      period.fromMonth,
      period.toMonth,
      period.baseFen,
      period.originRegion,
      period.at,
    ],
  );
  return row?.isNew ?? false;
}
