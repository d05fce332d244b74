import type { Reader, Tx } from '#platform/postgres';

/** How far a report is: what came of its lines, and of the cases that they became, on whichever record these stand now. */
export interface StaffReportCounts {
  readonly people: number;
  readonly reported: number;
  readonly takenBack: number;
  readonly approved: number;
  readonly turnedDown: number;
  readonly refused: number;
  readonly waiting: number;
}

/** What an employer reported of several of its staff at once. */
export interface StaffReportRow extends StaffReportCounts {
  readonly id: string;
  readonly statement: unknown;
  readonly madeAt: Date;
}

/** Of the report `r`: a list asks for many, and never for their lines. */
const counted = `LATERAL (
  SELECT count(*)::int AS people, count(l.case_number)::int AS reported,
    (count(*) FILTER (WHERE c.state = 'withdrawn-by-applicant'))::int AS "takenBack",
    (count(*) FILTER (WHERE c.state = 'approved'))::int AS approved,
    (count(*) FILTER (WHERE c.state = 'refused'))::int AS "turnedDown",
    (count(*) FILTER (WHERE l.refusal IS NOT NULL))::int AS refused,
    (count(*) FILTER (WHERE l.done_at IS NULL))::int AS waiting
   FROM staff_report_line l LEFT JOIN case_locator k ON k.number = l.case_number
   LEFT JOIN case_file c ON c.owner_id = k.owner_id AND c.id = k.case_id
  WHERE l.owner_id = r.owner_id AND l.report_id = r.id) AS counts`;

/** One of them, and what came of it. */
export interface StaffLineRow {
  readonly lineNo: number;
  readonly personId: string;
  readonly caseNumber: string | null;
  readonly refusal: unknown;
  readonly doneAt: Date | null;
}

/** The latest first; `after` is the last one of the page before. */
export function staffReportsOf(
  reader: Reader,
  asked: {
    readonly employerId: string;
    readonly after: { readonly madeAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly StaffReportRow[]> {
  const { employerId, after, limit } = asked;
  return reader.rows<StaffReportRow>(
    `SELECT r.id, r.statement, r.made_at AS "madeAt", counts.* FROM (SELECT * FROM staff_report
        WHERE owner_id = $1 AND ($2::timestamptz IS NULL OR (made_at, id) < ($2, $3)) ORDER BY made_at DESC, id DESC LIMIT $4) r
      CROSS JOIN ${counted} ORDER BY r.made_at DESC, r.id DESC`,
    [employerId, after?.madeAt ?? null, after?.id ?? null, limit],
  );
}

/** One report, with whoever made it by a mandate of the employer, as that mandate names them; null where its own login did. */
export function staffReportById(
  reader: Reader,
  { employerId, id }: { readonly employerId: string; readonly id: string },
): Promise<(StaffReportRow & { readonly agentSealed: Uint8Array | null }) | undefined> {
  return reader.row(
    `SELECT r.id, r.statement, r.made_at AS "madeAt", counts.*, m.agent_sealed AS "agentSealed"
       FROM staff_report r CROSS JOIN ${counted} LEFT JOIN mandate m ON m.owner_id = r.owner_id AND m.id = r.mandate_id
      WHERE r.owner_id = $1 AND r.id = $2`,
    [employerId, id],
  );
}

/** The lines of a report, in the order in which they were reported. */
export function staffLinesOf(
  reader: Reader,
  { employerId, id }: { readonly employerId: string; readonly id: string },
): Promise<readonly StaffLineRow[]> {
  return reader.rows<StaffLineRow>(
    `SELECT line_no AS "lineNo", person_id AS "personId", case_number AS "caseNumber", refusal,
       done_at AS "doneAt" FROM staff_report_line WHERE owner_id = $1 AND report_id = $2 ORDER BY line_no`,
    [employerId, id],
  );
}

/** Which of these people an employer reported in a case before, the latest last. */
export function casesReported(
  reader: Reader,
  { employerId, personIds }: { readonly employerId: string; readonly personIds: readonly string[] },
): Promise<readonly { readonly personId: string; readonly caseNumber: string; readonly reportId: string }[]> {
  return reader.rows(
    `SELECT person_id AS "personId", case_number AS "caseNumber", report_id AS "reportId" FROM staff_report_line
      WHERE owner_id = $1 AND person_id = ANY($2) AND case_number IS NOT NULL ORDER BY done_at, report_id`,
    [employerId, personIds],
  );
}

export async function callMakeStaffReport(
  tx: Tx,
  made: {
    readonly token: string;
    readonly employerId: string;
    readonly id: string;
    readonly statement: object;
    readonly personIds: readonly string[];
    readonly at: Date;
  },
): Promise<void> {
  const { token, employerId, id, statement, personIds, at } = made;
  await tx.rows('SELECT make_staff_report($1, $2, $3, $4, $5, $6)', [
    ...[token, employerId, id, statement, personIds, at],
  ]);
}

interface LinePlace {
  readonly token: string;
  readonly employerId: string;
  readonly reportId: string;
  readonly lineNo: number;
}

/** Whether it was decided already what comes of a line about this person, also beside a record that they were one with then. */
export async function isDecided(
  reader: Reader,
  { personId, reportId, lineNo }: Pick<LinePlace, 'reportId' | 'lineNo'> & { readonly personId: string },
): Promise<boolean> {
  const row = await reader.row<{ decided: boolean }>('SELECT staff_line_decided($1, $2, $3) AS decided', [
    ...[personId, reportId, lineNo],
  ]);
  return row?.decided === true;
}

/** Whether a case came of a line about somebody who is no longer one person with whose case it is: their merge was undone. */
export async function isOfAnother(
  reader: Reader,
  { ownerId, id }: { readonly ownerId: string; readonly id: string },
): Promise<boolean> {
  const row = await reader.row<{ another: boolean }>('SELECT reported_of_another($1, $2) AS another', [
    ...[ownerId, id],
  ]);
  return row?.another === true;
}

/** Decides what comes of a line, beside the person and their case. */
export async function callDecideStaffLine(
  tx: Tx,
  decided: LinePlace & {
    readonly ownerId: string;
    readonly caseId: string | null;
    readonly refusal: object | null;
    readonly at: Date;
  },
): Promise<void> {
  const { token, employerId, reportId, lineNo, ownerId, caseId, refusal, at } = decided;
  await tx.rows('SELECT decide_staff_line($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[token, employerId, reportId, lineNo, ownerId, caseId, refusal, at],
  ]);
}

/** Says at the employer's line what was decided. */
export async function callCloseStaffLine(tx: Tx, place: LinePlace & { readonly at: Date }): Promise<void> {
  const { token, employerId, reportId, lineNo, at } = place;
  await tx.rows('SELECT close_staff_line($1, $2, $3, $4, $5)', [token, employerId, reportId, lineNo, at]);
}
