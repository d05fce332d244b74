import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import { notTakenBack } from './words/partner-words.store.ts';

const columns = `t.owner_id AS owner, t.case_id AS "caseId", t.transfer_id AS "transferId", t.direction, t.partner,
  t.opened_at AS "openedAt"`;

/** A person's transfers that are not over, in either direction. */
export async function openTransfersOf(reader: Reader, owner: string): Promise<Transfer[]> {
  return reader.rows<Transfer>(
    `SELECT ${columns} FROM transfer t JOIN case_file c ON c.owner_id = t.owner_id AND c.id = t.case_id
     WHERE t.owner_id = $1 AND NOT EXISTS (SELECT FROM case_end e WHERE e.process = c.process AND e.state = c.state)`,
    [owner],
  );
}

/** The last transfer in which the record of a person went to another agency, and which is over. */
export function lastDeparture(
  reader: Reader,
  { owner, records }: { readonly owner: string; readonly records: readonly string[] },
): Promise<
  | {
      readonly caseId: string;
      readonly partner: string;
      readonly at: Date;
      /** Months were recorded after it went. */
      readonly monthsSince: boolean;
    }
  | undefined
> {
  return reader.row(
    `SELECT a.case_id AS "caseId", t.partner, a.accepted_at AS at,
            EXISTS (SELECT FROM paid_period p WHERE p.owner_id = ANY ($2) AND p.recorded_at > a.accepted_at
              AND NOT EXISTS (SELECT FROM record_void v
                WHERE v.owner_id = p.owner_id AND v.subject = 'period' AND v.subject_id = p.id)) AS "monthsSince"
       FROM transfer_acceptance a
       JOIN transfer t ON t.owner_id = a.owner_id AND t.case_id = a.case_id
       JOIN case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
      WHERE a.owner_id = $1 AND a.withdrawn_at IS NULL
        AND EXISTS (SELECT FROM case_end e WHERE e.process = c.process AND e.state = c.state)
      ORDER BY a.accepted_at DESC LIMIT 1`,
    [owner, records],
  );
}

/** Cases of a person with one other agency that are in one of some states. */
export async function transfersOfPerson(
  reader: Reader,
  asked: {
    readonly owner: string;
    readonly partner: string;
    readonly direction: Transfer['direction'];
    readonly states: readonly string[];
  },
): Promise<Transfer[]> {
  return reader.rows<Transfer>(
    `SELECT ${columns} FROM transfer t JOIN case_file c ON c.owner_id = t.owner_id AND c.id = t.case_id
     WHERE t.owner_id = $1 AND t.partner = $2 AND t.direction = $3 AND c.state = ANY($4) ORDER BY c.opened_at, c.id`,
    [asked.owner, asked.partner, asked.direction, asked.states],
  );
}

/** The case of the same person that was joined to one that a letter opened, by that one's number. */
export function joinedInto(
  reader: Reader,
  { ownerId, number }: { readonly ownerId: string; readonly number: string },
): Promise<{ readonly caseId: string } | undefined> {
  return reader.row<{ readonly caseId: string }>(
    `SELECT case_id AS "caseId" FROM case_action
      WHERE owner_id = $1 AND action = 'joined-to-letter' AND data ->> 'joinedTo' = $2`,
    [ownerId, number],
  );
}

/** Money that the other agency says it sent, and did not take back: the last it said. */
export interface Advice {
  readonly messageId: string;
  /** In fen. */
  readonly amountFen: string;
  readonly reference: string;
}

export function adviceOf(reader: Reader, transfer: Transfer): Promise<Advice | undefined> {
  return lastOfMoney(reader, { transfer, type: 'remittance-advice' });
}

/** The last that the other agency said of money under a reference, in a message that it did not take back. */
function lastOfMoney(
  reader: Reader,
  asked: { readonly transfer: Transfer; readonly type: 'remittance-advice' | 'balance-refused' },
): Promise<Advice | undefined> {
  const { owner, transferId } = asked.transfer;
  return reader.row<Advice>(
    `SELECT w.message_id AS "messageId", w.figures ->> 'amountFen' AS "amountFen", w.figures ->> 'reference' AS reference
     FROM partner_word w
     WHERE w.owner_id = $1 AND w.transfer_id = $2 AND w.type = $3 AND w.figures ? 'reference'
       AND ${notTakenBack}
     ORDER BY w.kept_at DESC, w.message_id DESC LIMIT 1`,
    [owner, transferId, asked.type],
  );
}

/** A line of our bank's statement that came under a reference and is nobody's yet. */
export interface IncomingLine {
  /** Whose entry it is: the account and day of the statement. */
  readonly bankOwner: string;
  readonly lineKey: string;
  /** In fen. */
  readonly amountFen: string;
  readonly bookedOn: PlainDate;
}

export async function incomingLine(
  reader: Reader,
  { reference }: Pick<Advice, 'reference'>,
): Promise<IncomingLine | undefined> {
  return reader.row<IncomingLine>(
    `SELECT l.owner_id AS "bankOwner", l.line_key AS "lineKey", l.amount_fen::text AS "amountFen", l.booked_on AS "bookedOn"
     FROM bank_line l
     WHERE l.direction = 'in' AND l.outcome = 'suspense' AND l.remitted_under = $1
       AND NOT EXISTS (SELECT FROM suspense_decision d WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved)
       AND NOT EXISTS (SELECT FROM line_credited c WHERE c.owner_id = l.owner_id AND c.line_key = l.line_key)
     ORDER BY l.booked_on, l.owner_id, l.line_key LIMIT 1`,
    [reference],
  );
}

/** Under which references the other agency said that it remitted, taken back or not: what came under them is here. */
async function advisedReferences(
  reader: Reader,
  { owner, transferId }: Pick<Transfer, 'owner' | 'transferId'>,
): Promise<readonly string[]> {
  const rows = await reader.rows<{ reference: string }>(
    `SELECT DISTINCT figures ->> 'reference' AS reference FROM partner_word
      WHERE owner_id = $1 AND transfer_id = $2 AND type = 'remittance-advice'`,
    [owner, transferId],
  );
  return rows.map(({ reference }) => reference);
}

/** A line that came under a reference of a transfer. */
export interface LineHere extends IncomingLine {
  readonly lineNo: number;
  readonly reference: string;
  /** What was advised under the reference was not taken back. */
  readonly adviceStands: boolean;
}

/** Lines of our bank's statement that are a transfer's by the reference that the other agency advised, and nobody's yet. */
export async function linesOfTransfer(
  reader: Reader,
  transfer: Pick<Transfer, 'owner' | 'transferId'>,
): Promise<readonly LineHere[]> {
  const { owner, transferId } = transfer;
  return reader.rows(
    `SELECT l.owner_id AS "bankOwner", l.line_key AS "lineKey", l.line_no AS "lineNo", l.amount_fen::text AS "amountFen",
            l.booked_on AS "bookedOn", l.remitted_under AS reference,
            EXISTS (SELECT FROM partner_word w WHERE w.owner_id = $2 AND w.transfer_id = $3 AND w.type = 'remittance-advice'
              AND w.figures ->> 'reference' = l.remitted_under AND ${notTakenBack}) AS "adviceStands"
       FROM bank_line l
      WHERE l.remitted_under = ANY ($1) AND l.direction = 'in' AND l.outcome = 'suspense'
        AND NOT EXISTS (SELECT FROM suspense_decision d WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved)
        AND NOT EXISTS (SELECT FROM line_credited c WHERE c.owner_id = l.owner_id AND c.line_key = l.line_key)
      ORDER BY l.booked_on, l.owner_id, l.line_no LIMIT 20`,
    [await advisedReferences(reader, transfer), owner, transferId],
  );
}

/** What left our account under a reference and is none of our payments, in fen; undefined where nothing did. */
export async function sentBackFen(reader: Reader, reference: string): Promise<string | undefined> {
  const row = await reader.row<{ amountFen: string }>(
    `SELECT amount_fen::text AS "amountFen" FROM bank_line
      WHERE direction = 'out' AND outcome = 'suspense' AND $1 IN (remitted_under, end_to_end_id)
      ORDER BY booked_on DESC, owner_id, line_no LIMIT 1`,
    [reference],
  );
  return row?.amountFen;
}

/** The refusal of the other agency that says how it sent the money back, the last one. */
export function sentBackOf(reader: Reader, transfer: Transfer): Promise<Advice | undefined> {
  return lastOfMoney(reader, { transfer, type: 'balance-refused' });
}

/** Where a case's rows are. */
export interface CasePlace {
  readonly ownerId: string;
  readonly id: string;
}

/**
 * Cases that wait for money of which both the advice and a line of our bank under its reference are here: what everybody else
 * waits for is not even read, so that a pass costs what arrived, not what is awaited.
 */
export function arrivalsToCredit(reader: Reader): Promise<readonly CasePlace[]> {
  return reader.rows<CasePlace>(
    `SELECT c.owner_id AS "ownerId", c.id FROM case_file c
     JOIN transfer t ON t.owner_id = c.owner_id AND t.case_id = c.id
     WHERE (c.process, c.state) IN (('transfer-in', 'awaiting-balance'), ('transfer-out', 'awaiting-money-back')) AND EXISTS (
       SELECT FROM partner_word w
       JOIN bank_line l ON l.remitted_under = w.figures ->> 'reference' AND l.direction = 'in' AND l.outcome = 'suspense'
       WHERE w.owner_id = t.owner_id AND w.transfer_id = t.transfer_id
         AND w.type = CASE t.direction WHEN 'in' THEN 'remittance-advice' ELSE 'balance-refused' END
         AND NOT EXISTS (SELECT FROM line_credited d WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key))
     ORDER BY c.opened_at, c.id`,
  );
}

/**
 * Cases in states in which another agency owes something, whose day to answer by has passed: the day that the last request or
 * reminder told, or, where it told none, so long after it that it may have. Where it was reminded in vain a clerk has it. What
 * the other agency says a second time in one state is no answer (`beginsAnew`).
 */
export function casesToRemind(
  reader: Reader,
  asked: {
    /** States by process. */
    readonly waiting: Readonly<Record<string, readonly string[]>>;
    readonly today: PlainDate;
    readonly untoldBefore: Date;
  },
): Promise<readonly CasePlace[]> {
  const states = Object.entries(asked.waiting).flatMap(([process, names]) =>
    names.map((state) => ({ process, state })),
  );
  return reader.rows<CasePlace>(
    `SELECT c.owner_id AS "ownerId", c.id FROM unnest($1::text[], $2::text[]) AS s (process, state)
     JOIN case_file c ON c.process = s.process AND c.state = s.state
     CROSS JOIN LATERAL (
       SELECT a.at, a.action, a.data ->> 'answerBy' AS told FROM case_action a
       WHERE a.owner_id = c.owner_id AND a.case_id = c.id AND (a.from_state <> a.to_state
         OR a.action IN ('remind', 'note-silence', 'ask-again') OR (a.actor_kind = 'partner-agency' AND a.action <> 'reminded' AND NOT EXISTS (
           SELECT FROM case_action e WHERE e.owner_id = a.owner_id AND e.case_id = a.case_id AND e.seq < a.seq AND e.action = a.action
             AND e.to_state = a.to_state AND NOT EXISTS (SELECT FROM case_action m WHERE m.owner_id = e.owner_id
               AND m.case_id = e.case_id AND m.seq > e.seq AND m.seq < a.seq AND m.from_state <> m.to_state))))
       ORDER BY a.seq DESC LIMIT 1) last
     WHERE last.action <> 'note-silence' AND coalesce(last.told < $3, last.at < $4)
     ORDER BY c.opened_at, c.id`,
    [states.map(({ process }) => process), states.map(({ state }) => state), asked.today, asked.untoldBefore],
  );
}
