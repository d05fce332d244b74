import type { PlainDate } from '#basics';
import type { JsonObject } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';

/** The transfer of a case: what it is called between the two agencies. */
export interface Transfer {
  readonly ownerId: string;
  readonly caseId: string;
  readonly transferId: string;
  /** `out` where the person leaves this agency. */
  readonly direction: 'out' | 'in';
  /** The other agency's region, six digits. */
  readonly partner: string;
}

const columns = `t.owner_id AS "ownerId", t.case_id AS "caseId", t.transfer_id AS "transferId", t.direction, t.partner`;

export async function transferOfCase(
  reader: Reader,
  file: { readonly ownerId: string; readonly id: string },
): Promise<Transfer | undefined> {
  return reader.row<Transfer>(`SELECT ${columns} FROM transfer t WHERE t.owner_id = $1 AND t.case_id = $2`, [
    file.ownerId,
    file.id,
  ]);
}

export async function transferById(reader: Reader, transferId: string): Promise<Transfer | undefined> {
  return reader.row<Transfer>(
    `SELECT ${columns} FROM transfer_locator l JOIN transfer t ON t.owner_id = l.owner_id AND t.case_id = l.case_id
     WHERE l.transfer_id = $1`,
    [transferId],
  );
}

/** A person's transfers that are not over, in either direction. */
export async function openTransfersOf(reader: Reader, ownerId: string): Promise<Transfer[]> {
  return reader.rows<Transfer>(
    `SELECT ${columns} FROM transfer t JOIN case_file c ON c.owner_id = t.owner_id AND c.id = t.case_id
     WHERE t.owner_id = $1 AND NOT EXISTS (SELECT FROM case_end e WHERE e.process = c.process AND e.state = c.state)`,
    [ownerId],
  );
}

/** Cases of a person with one other agency that are in one of some states. */
export async function transfersOfPerson(
  reader: Reader,
  asked: {
    readonly ownerId: string;
    readonly partner: string;
    readonly direction: Transfer['direction'];
    readonly states: readonly string[];
  },
): Promise<Transfer[]> {
  return reader.rows<Transfer>(
    `SELECT ${columns} FROM transfer t JOIN case_file c ON c.owner_id = t.owner_id AND c.id = t.case_id
     WHERE t.owner_id = $1 AND t.partner = $2 AND t.direction = $3 AND c.state = ANY($4) ORDER BY c.opened_at, c.id`,
    [asked.ownerId, asked.partner, asked.direction, asked.states],
  );
}

/** What another agency said in a transfer; the words themselves are with the kept message. */
export interface PartnerWord {
  readonly messageId: string;
  readonly type: string;
  readonly figures: JsonObject;
  readonly channel: 'gateway' | 'paper';
  readonly sentAt: Date;
}

export async function wordsOf(reader: Reader, { ownerId, transferId }: Transfer): Promise<PartnerWord[]> {
  return reader.rows<PartnerWord>(
    `SELECT message_id AS "messageId", type, figures, channel, sent_at AS "sentAt" FROM partner_word
     WHERE owner_id = $1 AND transfer_id = $2 ORDER BY kept_at, message_id`,
    [ownerId, transferId],
  );
}

export async function callOpenTransfer(tx: Tx, opened: Transfer & { readonly at: Date }): Promise<void> {
  await tx.rows('SELECT open_transfer($1, $2, $3, $4, $5, $6)', [
    ...[opened.ownerId, opened.caseId, opened.transferId, opened.direction, opened.partner, opened.at],
  ]);
}

/** What the other agency advised last and did not take back. */
export interface Advice {
  readonly messageId: string;
  /** In fen. */
  readonly amountFen: string;
  readonly reference: string;
}

export async function adviceOf(reader: Reader, { ownerId, transferId }: Transfer): Promise<Advice | undefined> {
  return reader.row<Advice>(
    `SELECT w.message_id AS "messageId", w.figures ->> 'amountFen' AS "amountFen", w.figures ->> 'reference' AS reference
     FROM partner_word w
     WHERE w.owner_id = $1 AND w.transfer_id = $2 AND w.type = 'remittance-advice'
       AND NOT EXISTS (SELECT FROM partner_word i WHERE i.owner_id = w.owner_id AND i.transfer_id = w.transfer_id
         AND i.type = 'invalidate' AND i.figures ->> 'invalidates' = w.message_id)
     ORDER BY w.kept_at DESC, w.message_id DESC LIMIT 1`,
    [ownerId, transferId],
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
     WHERE l.direction = 'in' AND l.outcome = 'suspense' AND $1 IN (l.reference, l.end_to_end_id)
       AND NOT EXISTS (SELECT FROM suspense_decision d WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved)
       AND NOT EXISTS (SELECT FROM credit_cause c WHERE c.basis_kind = 'remittance' AND c.basis_id = l.owner_id || '/' || l.line_key)
     ORDER BY l.booked_on, l.owner_id, l.line_key LIMIT 1`,
    [reference],
  );
}
