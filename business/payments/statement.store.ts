import type { Fen, PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** A line as the guard takes it; names are the columns’. */
export interface LineToBook {
  readonly owner: string;
  readonly key: string;
  readonly lineNo: number;
  readonly direction: 'in' | 'out';
  readonly amountFen: bigint;
  readonly isReturn: boolean;
  readonly reason: string | null;
  readonly endToEndId: string | null;
  readonly reference: string | null;
  readonly remittedUnder: string | null;
  readonly bookedOn: PlainDate;
  readonly digest: Uint8Array;
  readonly counterpartSealed: Uint8Array | null;
  readonly target: AttemptOf | null;
  readonly at: Date;
}

/** One attempt of an order, and whose. */
export interface AttemptOf {
  readonly owner: string;
  readonly orderId: string;
  readonly attempt: number;
}

export interface StatementHead {
  readonly token: string | null;
  readonly sha256: Uint8Array;
  readonly account: string;
  readonly owner: string;
  readonly on: PlainDate;
  readonly bankId: string;
  readonly openingFen: bigint;
  readonly closingFen: bigint;
  readonly lineCount: number;
  /** The day of its first line; null where it has none. */
  readonly from: PlainDate | null;
  readonly journalId: string;
  readonly at: Date;
}

/** Whether the statement is new. */
export async function callTakeStatement(tx: Tx, head: StatementHead): Promise<boolean> {
  const row = await tx.row<{ fresh: boolean }>(
    'SELECT take_statement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) AS fresh',
    [
      ...[head.token, head.sha256, head.account, head.owner, head.on, head.bankId],
      ...[head.openingFen, head.closingFen, head.lineCount, head.journalId, head.at, head.from],
    ],
  );
  return row?.fresh === true;
}

/** The statements on record between which one of a day would stand, and one that is not wholly taken in. */
export interface Neighbours {
  readonly before: PlainDate | null;
  readonly beforeFen: bigint | null;
  readonly after: PlainDate | null;
  readonly afterFen: bigint | null;
  readonly unfinished: PlainDate | null;
}

export async function neighboursOf(
  reader: Reader,
  { account, on }: Pick<StatementHead, 'account' | 'on'>,
): Promise<Neighbours> {
  const row = await reader.row<Neighbours>(
    `SELECT b.on_date AS before, b.closing_fen AS "beforeFen", a.on_date AS after, a.opening_fen AS "afterFen",
            (SELECT s.on_date FROM bank_statement s WHERE s.account = $1
                AND s.line_count <> (SELECT count(*) FROM bank_line l WHERE l.owner_id = s.owner_id)
              ORDER BY s.on_date LIMIT 1) AS unfinished
       FROM (VALUES (1)) AS one
       LEFT JOIN LATERAL (SELECT * FROM bank_statement WHERE account = $1 AND on_date < $2 ORDER BY on_date DESC LIMIT 1) b ON true
       LEFT JOIN LATERAL (SELECT * FROM bank_statement WHERE account = $1 AND on_date > $2 ORDER BY on_date LIMIT 1) a ON true`,
    [account, on],
  );
  if (!row) throw new Error('the neighbours of a statement are one row');
  return row;
}

export type LineOutcome = 'paid' | 'returned' | 'booked' | 'suspense' | 'unchanged';

export async function callBookLine(
  tx: Tx,
  {
    token,
    sha256,
    line,
    journalId,
  }: {
    readonly token: string | null;
    readonly sha256: Uint8Array;
    readonly line: LineToBook;
    readonly journalId: string;
  },
): Promise<LineOutcome> {
  const row = await tx.row<{ outcome: LineOutcome }>(
    'SELECT book_bank_line($1, $2, jsonb_populate_record(NULL::bank_line, $3::jsonb), $4) AS outcome',
    [token, sha256, JSON.stringify(columnsOf(line)), journalId],
  );
  return row?.outcome ?? 'suspense';
}

function columnsOf(line: LineToBook): Readonly<Record<string, unknown>> {
  const bytes = (value: Uint8Array | null) => (value ? `\\x${Buffer.from(value).toString('hex')}` : null);
  return {
    ...{ owner_id: line.owner, line_key: line.key, line_no: line.lineNo, direction: line.direction },
    ...{ amount_fen: `${line.amountFen}`, is_return: line.isReturn, reason: line.reason },
    ...{ end_to_end_id: line.endToEndId, reference: line.reference, booked_on: line.bookedOn },
    remitted_under: line.remittedUnder,
    ...{ digest: bytes(line.digest), counterpart_sealed: bytes(line.counterpartSealed) },
    ...{ target_owner: line.target?.owner ?? null, target_order: line.target?.orderId ?? null },
    ...{ target_attempt: line.target?.attempt ?? null, recorded_at: line.at.toISOString() },
  };
}

/** Whose orders these are, and for which cases. */
export function ordersById(
  reader: Reader,
  orderIds: readonly string[],
): Promise<readonly { readonly orderId: string; readonly ownerId: string; readonly caseId: string }[]> {
  return reader.rows(
    `SELECT id AS "orderId", owner_id AS "ownerId", case_id AS "caseId" FROM payment_order WHERE id = ANY ($1)`,
    [orderIds],
  );
}

/** Statements that were taken in, the latest first. */
export interface TakenStatement {
  readonly account: string;
  readonly on: PlainDate;
  readonly openingFen: bigint;
  readonly closingFen: bigint;
  readonly lineCount: number;
  /** How many of its lines are booked; fewer where an import was cut off. */
  readonly booked: number;
  /** How many of them nobody has said yet what they are. */
  readonly open: number;
  readonly takenAt: Date;
}

/** An unknown line that two officers have agreed on, or that was credited as a transfer, is open no more. */
const openLines = `l.outcome = 'suspense' AND NOT EXISTS (SELECT FROM suspense_decision d
  WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved)
  AND NOT EXISTS (SELECT FROM line_credited c WHERE c.owner_id = l.owner_id AND c.line_key = l.line_key)`;

export function listStatements(
  reader: Reader,
  { before, limit }: { readonly before: PlainDate | null; readonly limit: number },
): Promise<TakenStatement[]> {
  return reader.rows<TakenStatement>(
    `SELECT s.account, s.on_date AS "on", s.opening_fen AS "openingFen", s.closing_fen AS "closingFen",
            s.line_count AS "lineCount", s.taken_at AS "takenAt",
            (SELECT count(*)::integer FROM bank_line l WHERE l.owner_id = s.owner_id) AS booked,
            (SELECT count(*)::integer FROM bank_line l WHERE l.owner_id = s.owner_id AND ${openLines}) AS open
       FROM bank_statement s WHERE ($1::date IS NULL OR s.on_date < $1)
      ORDER BY s.on_date DESC, s.account LIMIT $2`,
    [before, limit],
  );
}

/** An unknown line, with what was said about it and not decided yet. */
export interface SuspenseLine {
  readonly ownerId: string;
  readonly key: string;
  readonly lineNo: number;
  readonly direction: 'in' | 'out';
  readonly amountFen: Fen;
  readonly isReturn: boolean;
  readonly reason: string | null;
  readonly endToEndId: string | null;
  readonly reference: string | null;
  /** Under which reference the payer remitted it. */
  readonly remittedUnder: string | null;
  readonly bookedOn: PlainDate;
  readonly counterpartSealed: Uint8Array | null;
  readonly requestId: string | null;
  readonly requestKind: string | null;
  readonly requestReason: string | null;
  readonly requestBy: string | null;
}

const lineColumns = `l.owner_id AS "ownerId", l.line_key AS key, l.line_no AS "lineNo", l.direction, l.amount_fen AS "amountFen",
  l.is_return AS "isReturn", l.reason, l.end_to_end_id AS "endToEndId", l.reference, l.remitted_under AS "remittedUnder", l.booked_on AS "bookedOn",
  l.counterpart_sealed AS "counterpartSealed", r.id AS "requestId", r.kind AS "requestKind", r.reason AS "requestReason",
  r.maker_id AS "requestBy"
  FROM bank_line l
  LEFT JOIN LATERAL (SELECT * FROM suspense_request q WHERE q.owner_id = l.owner_id AND q.line_key = l.line_key
     AND NOT EXISTS (SELECT FROM suspense_decision d WHERE d.owner_id = q.owner_id AND d.request_id = q.id)
     ORDER BY made_at DESC, id DESC LIMIT 1) r ON true`;

/** The oldest first. */
export function linesInSuspense(
  reader: Reader,
  {
    after,
    limit,
    direction = null,
  }: {
    readonly after: { readonly owner: string; readonly lineNo: number } | null;
    readonly limit: number;
    /** Null for what came and what left. */
    readonly direction?: SuspenseLine['direction'] | null;
  },
): Promise<SuspenseLine[]> {
  return reader.rows<SuspenseLine>(
    `SELECT ${lineColumns}
      WHERE ${openLines} AND ($1::text IS NULL OR (l.owner_id, l.line_no) > ($1::text COLLATE "C", $2::integer))
        AND ($4::text IS NULL OR l.direction = $4)
      ORDER BY l.owner_id, l.line_no LIMIT $3`,
    [after?.owner ?? null, after?.lineNo ?? null, limit, direction],
  );
}

export function findLine(
  reader: Reader,
  { owner, lineNo }: { readonly owner: string; readonly lineNo: number },
): Promise<SuspenseLine | undefined> {
  return reader.row<SuspenseLine>(`SELECT ${lineColumns} WHERE l.owner_id = $1 AND l.line_no = $2`, [
    owner,
    lineNo,
  ]);
}
