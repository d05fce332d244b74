import type { Fen, PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

// Each of these is one guard function of the database.

export interface TransferSettlementCall {
  readonly owner: string;
  readonly caseId: string;
  readonly interestFen: bigint;
  readonly interestJournalId: string;
  readonly transferJournalId: string;
  readonly authorityId: string;
  readonly orderId: string;
  readonly on: PlainDate;
  readonly at: Date;
}

/** The amount that left the account, in fen. */
export async function callSettleTransfer(tx: Tx, call: TransferSettlementCall): Promise<bigint> {
  const row = await tx.row<{ amount: bigint }>(
    'SELECT settle_transfer($1, $2, $3, $4, $5, $6, $7, $8, $9) AS amount',
    [
      ...[call.owner, call.caseId, call.interestFen, call.interestJournalId, call.transferJournalId],
      ...[call.authorityId, call.orderId, call.on, call.at],
    ],
  );
  if (row === undefined) throw new Error('settle_transfer answered nothing');
  return row.amount;
}

export interface TakingBack {
  readonly owner: string;
  readonly caseId: string;
  /** The other agency's refusal; null where the case is over without one. */
  readonly messageId: string | null;
  readonly at: Date;
}

export async function callTakeBack(
  tx: Tx,
  call: TakingBack & { readonly journalId: string },
): Promise<boolean> {
  const { owner, caseId, messageId, journalId, at } = call;
  const row = await tx.row<{ held: boolean }>('SELECT take_back_transfer($1, $2, $3, $4, $5) AS held', [
    ...[owner, caseId, messageId, journalId, at],
  ]);
  return row?.held === true;
}

/** A line of the bank's statement. */
export interface LineOfBank {
  readonly owner: string;
  readonly key: string;
}

export interface TransferMoney {
  readonly owner: string;
  readonly caseId: string;
  /** The remittance advice; of a transfer that left, the refusal that says how the money was sent back. */
  readonly messageId: string;
  readonly line: LineOfBank;
  readonly at: Date;
}

interface Journals {
  readonly receiptJournalId: string;
  readonly journalId: string;
}

export async function callReceive(tx: Tx, call: TransferMoney & Journals): Promise<bigint> {
  const { owner, caseId, messageId, line, receiptJournalId, journalId, at } = call;
  const row = await tx.row<{ amount: bigint }>(
    'SELECT receive_transfer($1, $2, $3, $4, $5, $6, $7, $8) AS amount',
    [owner, caseId, line.owner, line.key, messageId, receiptJournalId, journalId, at],
  );
  if (row === undefined) throw new Error('receive_transfer answered nothing');
  return row.amount;
}

export interface MatchRequest extends TransferMoney {
  readonly token: string | null;
  readonly reason: string;
}

export async function callRequestMatch(
  tx: Tx,
  call: MatchRequest & { readonly matchId: string },
): Promise<void> {
  const { token, owner, matchId, caseId, messageId, line, reason, at } = call;
  await tx.rows('SELECT request_transfer_match($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...[token, owner, matchId, caseId, messageId, line.owner, line.key, reason, at],
  ]);
}

export interface MatchDecision {
  readonly token: string | null;
  readonly owner: string;
  readonly matchId: string;
  readonly approved: boolean;
  /** Why not; null where it is approved. */
  readonly reason: string | null;
  readonly at: Date;
}

/** What was credited; null where it was declined. */
export async function callDecideMatch(tx: Tx, call: MatchDecision & Journals): Promise<bigint | null> {
  const { token, owner, matchId, approved, reason, receiptJournalId, journalId, at } = call;
  const row = await tx.row<{ amount: bigint | null }>(
    'SELECT decide_transfer_match($1, $2, $3, $4, $5, $6, $7, $8) AS amount',
    [token, owner, matchId, approved, reason, receiptJournalId, journalId, at],
  );
  return row?.amount ?? null;
}

/** What a finance officer says that money is, with what became of it. */
export interface TransferMatch {
  readonly owner: string;
  readonly matchId: string;
  readonly caseId: string;
  readonly messageId: string;
  readonly line: LineOfBank;
  readonly amountFen: Fen;
  readonly reason: string;
  readonly makerId: string;
  readonly madeAt: Date;
}

export interface MatchPage {
  /** The request after which to go on; null from the beginning. */
  readonly after: { readonly at: Date; readonly owner: string; readonly matchId: string } | null;
  readonly limit: number;
}

/** Requests that wait for another finance officer, the oldest first. */
export function matchesToDecide(reader: Reader, { after, limit }: MatchPage): Promise<TransferMatch[]> {
  return reader.rows<TransferMatch>(
    `SELECT m.owner_id AS owner, m.id AS "matchId", m.case_id AS "caseId", m.message_id AS "messageId",
            jsonb_build_object('owner', m.bank_owner, 'key', m.line_key) AS line, l.amount_fen AS "amountFen", m.reason,
            m.maker_id AS "makerId", m.made_at AS "madeAt"
       FROM transfer_match m JOIN bank_line l ON l.owner_id = m.bank_owner AND l.line_key = m.line_key
      WHERE NOT EXISTS (SELECT FROM transfer_match_decision d WHERE d.owner_id = m.owner_id AND d.match_id = m.id)
        AND ($1::timestamptz IS NULL OR (m.made_at, m.owner_id, m.id) > ($1, $2::text COLLATE "C", $3::text COLLATE "C"))
      ORDER BY m.made_at, m.owner_id, m.id LIMIT $4`,
    [after?.at ?? null, after?.owner ?? null, after?.matchId ?? null, limit],
  );
}
