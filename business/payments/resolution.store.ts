import type { Fen, PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

export interface ResolutionAsked {
  readonly token: string | null;
  readonly owner: string;
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly targetOwner: string | null;
  readonly orderId: string | null;
  readonly attempt: number | null;
  readonly journalId: string | null;
  readonly reason: string;
  readonly at: Date;
}

export async function callRequestResolution(tx: Tx, asked: ResolutionAsked): Promise<void> {
  await tx.rows('SELECT request_resolution($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    ...[asked.token, asked.owner, asked.key, asked.id, asked.kind, asked.targetOwner, asked.orderId],
    ...[asked.attempt, asked.journalId, asked.reason, asked.at],
  ]);
}

export interface ResolutionDecided {
  readonly token: string | null;
  readonly owner: string;
  readonly id: string;
  readonly approved: boolean;
  readonly journalId: string;
  readonly at: Date;
}

export async function callDecideResolution(tx: Tx, word: ResolutionDecided): Promise<void> {
  const { token, owner, id, approved, journalId, at } = word;
  await tx.rows('SELECT decide_resolution($1, $2, $3, $4, $5, $6)', [
    ...[token, owner, id, approved, journalId, at],
  ]);
}

export interface RequestRow {
  readonly kind: string;
  readonly targetOwner: string | null;
  readonly orderId: string | null;
  readonly caseId: string | null;
  readonly lineReason: string | null;
}

export function findRequest(
  reader: Reader,
  { owner, id }: { readonly owner: string; readonly id: string },
): Promise<RequestRow | undefined> {
  return reader.row<RequestRow>(
    `SELECT r.kind, r.target_owner AS "targetOwner", r.target_order AS "orderId", l.reason AS "lineReason",
            (SELECT case_id FROM payment_order o WHERE o.owner_id = r.target_owner AND o.id = r.target_order) AS "caseId"
       FROM suspense_request r JOIN bank_line l ON l.owner_id = r.owner_id AND l.line_key = r.line_key
      WHERE r.owner_id = $1 AND r.id = $2`,
    [owner, id],
  );
}

/** The bank in the books beside the bank's own word. */
export interface BankStanding {
  readonly bookedFen: bigint;
  /** The closing balances of the last statements; null where there is none. */
  readonly statementFen: bigint | null;
  readonly statementOn: PlainDate | null;
  /** What the books moved at the bank and no statement has yet. */
  readonly unstatedFen: bigint;
  readonly suspenseFen: bigint;
  readonly openLinesFen: bigint;
}

const signed = (account: string) =>
  `coalesce(sum(CASE p.debit WHEN '${account}' THEN p.amount_fen ELSE -p.amount_fen END), 0)::bigint`;

/** An entry at the bank that is no line of a statement, nor in the balance with which the first began. */
const unstated = `'bank' IN (p.debit, p.credit) AND p.purpose <> 'bank-opening'
  AND NOT EXISTS (SELECT FROM bank_match m WHERE m.owner_id = p.owner_id AND m.journal_id = p.journal_id)`;

export async function bankStanding(reader: Reader): Promise<BankStanding> {
  const row = await reader.row<BankStanding>(
    `SELECT (SELECT ${signed('bank')} FROM posting p WHERE 'bank' IN (p.debit, p.credit)) AS "bookedFen",
            (SELECT sum(closing_fen)::bigint FROM bank_statement s WHERE NOT EXISTS (
               SELECT FROM bank_statement n WHERE n.account = s.account AND n.on_date > s.on_date)) AS "statementFen",
            (SELECT max(on_date) FROM bank_statement) AS "statementOn",
            (SELECT ${signed('bank')} FROM posting p WHERE ${unstated}) AS "unstatedFen",
            (SELECT -${signed('suspense')} FROM posting p WHERE 'suspense' IN (p.debit, p.credit)) AS "suspenseFen",
            (SELECT coalesce(sum(CASE l.direction WHEN 'in' THEN l.amount_fen ELSE -l.amount_fen END), 0)::bigint FROM bank_line l
              WHERE l.outcome = 'suspense' AND NOT EXISTS (SELECT FROM suspense_decision d
                WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved)
                AND NOT EXISTS (SELECT FROM line_credited c
                WHERE c.owner_id = l.owner_id AND c.line_key = l.line_key)) AS "openLinesFen"`,
  );
  if (!row) throw new Error('the bank’s standing is one row');
  return row;
}

/** An entry of the books at the bank that no statement has yet: a payment that the bank confirmed and did not book. */
export interface UnstatedEntry {
  readonly personId: string;
  readonly journalId: string;
  readonly purpose: string;
  /** Below zero where it left our account. */
  readonly amountFen: Fen;
  readonly effectiveOn: PlainDate;
  readonly endToEndId: string | null;
}

export function unstatedEntries(
  reader: Reader,
  {
    after,
    limit,
  }: { readonly after: { readonly owner: string; readonly journal: string } | null; readonly limit: number },
): Promise<UnstatedEntry[]> {
  return reader.rows<UnstatedEntry>(
    `SELECT p.owner_id AS "personId", p.journal_id AS "journalId", p.purpose, p.effective_on AS "effectiveOn",
            (CASE p.debit WHEN 'bank' THEN p.amount_fen ELSE -p.amount_fen END)::bigint AS "amountFen",
            (SELECT replace(a.order_id, '_', '-') || '-' || a.attempt FROM payment_attempt a
              WHERE a.owner_id = p.owner_id AND p.journal_id IN (a.journal_id, a.return_journal_id)) AS "endToEndId"
       FROM posting p
      WHERE ${unstated} AND ($1::text IS NULL OR (p.owner_id, p.journal_id) > ($1::text COLLATE "C", $2::text COLLATE "C"))
      ORDER BY p.owner_id, p.journal_id LIMIT $3`,
    [after?.owner ?? null, after?.journal ?? null, limit],
  );
}
