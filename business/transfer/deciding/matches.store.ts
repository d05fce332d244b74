import type { Fen, PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { notTakenBack } from '../words/partner-words.store.ts';

/** What another agency announced, of a transfer that waits for money. */
export interface Announced {
  readonly number: string;
  readonly partner: string;
  readonly amountFen: string;
  readonly reference: string | null;
  /** The balance was refused here: the money goes back, and nobody matches it. */
  readonly refusedHere: boolean;
}

/**
 * Transfers that wait for money of which one of these references or amounts was announced. A reminder to look at, no more:
 * whose money it is, two officers decide. What came under the reference of a balance that was refused here goes back.
 */
export function transfersAnnounced(
  reader: Reader,
  told: { readonly references: readonly string[]; readonly amounts: readonly string[] },
): Promise<Announced[]> {
  return reader.rows<Announced>(
    `SELECT c.number, t.partner, w.figures ->> 'amountFen' AS "amountFen", w.figures ->> 'reference' AS reference,
            c.state = 'balance-refused' AS "refusedHere"
       FROM partner_word w
       JOIN transfer t ON t.owner_id = w.owner_id AND t.transfer_id = w.transfer_id
       JOIN case_file c ON c.owner_id = t.owner_id AND c.id = t.case_id
      WHERE w.type IN ('remittance-advice', 'balance-refused')
        AND (w.figures ->> 'reference' = ANY ($1) OR w.figures ->> 'amountFen' = ANY ($2))
        AND (c.state IN ('awaiting-sheet', 'in-check', 'sheet-proposed', 'awaiting-correction', 'awaiting-balance', 'refusal-proposed',
          'difference', 'awaiting-money-back') OR (c.state = 'balance-refused' AND w.figures ->> 'reference' = ANY ($1)))
      ORDER BY c.opened_at, c.id, w.kept_at, w.message_id LIMIT 200`,
    [told.references, told.amounts],
  );
}

/** What a finance officer said about lines and nobody has decided yet. */
export interface MatchWaiting {
  readonly bankOwner: string;
  readonly lineKey: string;
  readonly matchId: string;
  readonly number: string;
  readonly reason: string;
  readonly by: string;
}

export function matchesOfLines(
  reader: Reader,
  lines: readonly { readonly ownerId: string; readonly key: string }[],
): Promise<MatchWaiting[]> {
  return reader.rows<MatchWaiting>(
    `SELECT m.bank_owner AS "bankOwner", m.line_key AS "lineKey", m.id AS "matchId", c.number, m.reason, o.login_name AS by
       FROM transfer_match m
       JOIN case_file c ON c.owner_id = m.owner_id AND c.id = m.case_id
       JOIN officer o ON o.id = m.maker_id
      WHERE (m.bank_owner, m.line_key) IN (SELECT * FROM unnest($1::text[], $2::text[]))
        AND NOT EXISTS (SELECT FROM transfer_match_decision d WHERE d.owner_id = m.owner_id AND d.match_id = m.id)
      ORDER BY m.made_at, m.id`,
    [lines.map(({ ownerId }) => ownerId), lines.map(({ key }) => key)],
  );
}

/** What was said of money in one case, and is not decided yet. */
export function matchesOfCase(
  reader: Reader,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<(Pick<MatchWaiting, 'matchId' | 'by'> & { readonly lineId: string })[]> {
  return reader.rows(
    `SELECT m.id AS "matchId", o.login_name AS by, l.owner_id || '-' || l.line_no AS "lineId"
       FROM transfer_match m
       JOIN bank_line l ON l.owner_id = m.bank_owner AND l.line_key = m.line_key
       JOIN officer o ON o.id = m.maker_id
      WHERE m.owner_id = $1 AND m.case_id = $2
        AND NOT EXISTS (SELECT FROM transfer_match_decision d WHERE d.owner_id = m.owner_id AND d.match_id = m.id)
      ORDER BY m.made_at, m.id`,
    [owner, caseId],
  );
}

/** A request about money with everything that another officer decides it by. */
export interface MatchShown {
  readonly owner: string;
  readonly caseId: string;
  readonly matchId: string;
  readonly number: string;
  readonly direction: Transfer['direction'];
  readonly partner: string;
  readonly bankOwner: string;
  readonly lineNo: number;
  readonly amountFen: Fen;
  readonly bookedOn: PlainDate;
  readonly remittedUnder: string | null;
  /** What the other agency announced. */
  readonly messageId: string;
  readonly announcedFen: string | null;
  readonly announcedReference: string | null;
  readonly reason: string;
  readonly by: string;
  readonly madeAt: Date;
}

export function matchesShown(
  reader: Reader,
  asked: readonly { readonly owner: string; readonly matchId: string }[],
): Promise<MatchShown[]> {
  return reader.rows<MatchShown>(
    `SELECT m.owner_id AS owner, m.case_id AS "caseId", m.id AS "matchId", c.number, t.direction, t.partner,
            l.owner_id AS "bankOwner", l.line_no AS "lineNo", l.amount_fen AS "amountFen", l.booked_on AS "bookedOn",
            l.remitted_under AS "remittedUnder", m.message_id AS "messageId", w.figures ->> 'amountFen' AS "announcedFen",
            w.figures ->> 'reference' AS "announcedReference", m.reason, o.login_name AS by, m.made_at AS "madeAt"
       FROM transfer_match m
       JOIN transfer t ON t.owner_id = m.owner_id AND t.case_id = m.case_id
       JOIN case_file c ON c.owner_id = m.owner_id AND c.id = m.case_id
       JOIN partner_word w ON w.owner_id = m.owner_id AND w.message_id = m.message_id
       JOIN bank_line l ON l.owner_id = m.bank_owner AND l.line_key = m.line_key
       JOIN officer o ON o.id = m.maker_id
      WHERE (m.owner_id, m.id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
      ORDER BY m.made_at, m.owner_id, m.id`,
    [asked.map(({ owner }) => owner), asked.map(({ matchId }) => matchId)],
  );
}

/** The message on which money may come in: the advice of a transfer here, the refusal of one that left; the last of them. */
export async function messageOfMoney(
  reader: Reader,
  { owner, transferId, direction }: Transfer,
): Promise<string | undefined> {
  const row = await reader.row<{ messageId: string }>(
    `SELECT w.message_id AS "messageId" FROM partner_word w
      WHERE w.owner_id = $1 AND w.transfer_id = $2 AND w.type = $3
        AND ${notTakenBack}
      ORDER BY w.kept_at DESC, w.message_id DESC LIMIT 1`,
    [owner, transferId, direction === 'in' ? 'remittance-advice' : 'balance-refused'],
  );
  return row?.messageId;
}
