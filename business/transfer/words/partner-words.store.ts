import type { Reader, Tx } from '#platform/postgres';

/** What a message of another agency is about. */
export const wordTypes = [
  'contact-letter',
  'information-sheet',
  'remittance-advice',
  'balance-credited',
  'balance-refused',
  'account-details',
  'transfer-declined',
  'reminder',
  'invalidate',
] as const;

export type WordType = (typeof wordTypes)[number];

/** What the books rest on of a message; nothing of it is a person's data. */
export interface WordFigures {
  /** Of a remittance advice, and of a refusal that says how the money was sent back. */
  readonly amountFen?: string;
  readonly reference?: string;
  /** Of a contact letter. */
  readonly acceptsBalance?: boolean;
  /** The agency's own account, of a contact letter or of account details. */
  readonly account?: { readonly holder: string; readonly bankCode: string; readonly tail: string };
  readonly revision?: number;
  /** The message that is taken back. */
  readonly invalidates?: string;
}

export interface PartnerWord {
  readonly owner: string;
  readonly messageId: string;
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
  readonly type: WordType;
  readonly figures: WordFigures;
  readonly sentAt: Date;
}

export interface WordTaking {
  readonly owner: string;
  readonly messageId: string;
  readonly at: Date;
}

/** Whether it is new. */
export async function callTakeWord(tx: Tx, { owner, messageId, at }: WordTaking): Promise<boolean> {
  const row = await tx.row<{ fresh: boolean }>('SELECT take_partner_word($1, $2, $3) AS fresh', [
    ...[owner, messageId, at],
  ]);
  return row?.fresh === true;
}

export interface PaperRecord extends PartnerWord {
  readonly token: string | null;
  readonly bodySealed: Uint8Array;
  /** SHA-256 over the unsealed body. */
  readonly digest: Uint8Array;
  readonly paperReference: string;
  /** The scan of it, among the person's files. */
  readonly fileId: string;
  readonly at: Date;
}

export async function callRecordPaper(tx: Tx, paper: PaperRecord): Promise<void> {
  await tx.rows('SELECT record_partner_paper($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)', [
    ...[paper.token, paper.owner, paper.messageId, paper.transferId, paper.from, paper.to, paper.type],
    ...[paper.figures, paper.bodySealed, paper.digest, paper.paperReference, paper.fileId],
    ...[paper.sentAt, paper.at],
  ]);
}

export interface PaperDecision {
  readonly token: string | null;
  readonly owner: string;
  readonly messageId: string;
  /** Of what the reviewer has seen. */
  readonly digest: Uint8Array;
  readonly confirmed: boolean;
  /** Why it is not what the paper says; null where it is. */
  readonly reason: string | null;
  readonly at: Date;
}

export async function callDecidePaper(tx: Tx, decided: PaperDecision): Promise<void> {
  const { token, owner, messageId, digest, confirmed, reason, at } = decided;
  await tx.rows('SELECT decide_partner_paper($1, $2, $3, $4, $5, $6, $7)', [
    ...[token, owner, messageId, digest, confirmed, reason, at],
  ]);
}

export interface KeptWord extends PartnerWord {
  readonly channel: 'gateway' | 'paper';
  readonly keptAt: Date;
}

/** Of a word `w`: the other agency has not taken it back. */
export const notTakenBack = `NOT EXISTS (SELECT FROM partner_word i WHERE i.owner_id = w.owner_id AND i.transfer_id = w.transfer_id
  AND i.type = 'invalidate' AND i.figures ->> 'invalidates' = w.message_id)`;

/** What the other agency said in a transfer, the first message first. */
export function wordsInTransfer(
  reader: Reader,
  { owner, transferId }: { readonly owner: string; readonly transferId: string },
): Promise<KeptWord[]> {
  return reader.rows<KeptWord>(
    `SELECT owner_id AS owner, message_id AS "messageId", transfer_id AS "transferId", from_region AS "from", to_region AS "to",
            type, figures, sent_at AS "sentAt", channel, kept_at AS "keptAt"
       FROM partner_word WHERE owner_id = $1 AND transfer_id = $2 ORDER BY kept_at, message_id`,
    [owner, transferId],
  );
}

/** A letter on paper, as a clerk keyed it in, with what became of it. */
export interface KeptPaper extends PartnerWord {
  readonly bodySealed: Uint8Array;
  readonly digest: Uint8Array;
  readonly paperReference: string;
  readonly fileId: string;
  readonly makerId: string;
  readonly recordedAt: Date;
  readonly confirmed: boolean | null;
  readonly checkerId: string | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
}

const paperColumns = `p.owner_id AS owner, p.message_id AS "messageId", p.transfer_id AS "transferId", p.from_region AS "from",
  p.to_region AS "to", p.type, p.figures, p.dated_at AS "sentAt", p.body_sealed AS "bodySealed", p.digest,
  p.paper_reference AS "paperReference", p.file_id AS "fileId", p.maker_id AS "makerId", p.recorded_at AS "recordedAt",
  d.confirmed, d.checker_id AS "checkerId", d.reason, d.decided_at AS "decidedAt"
  FROM partner_paper p
  LEFT JOIN partner_paper_decision d ON d.owner_id = p.owner_id AND d.message_id = p.message_id`;

export function findPaper(
  reader: Reader,
  { owner, messageId }: { readonly owner: string; readonly messageId: string },
): Promise<KeptPaper | undefined> {
  return reader.row<KeptPaper>(`SELECT ${paperColumns} WHERE p.owner_id = $1 AND p.message_id = $2`, [
    owner,
    messageId,
  ]);
}

/** Letters that came on paper in a transfer, the first one first. */
export function papersInTransfer(
  reader: Reader,
  { owner, transferId }: { readonly owner: string; readonly transferId: string },
): Promise<KeptPaper[]> {
  return reader.rows<KeptPaper>(
    `SELECT ${paperColumns} WHERE p.owner_id = $1 AND p.transfer_id = $2 ORDER BY p.recorded_at, p.message_id`,
    [owner, transferId],
  );
}

export interface PaperPage {
  /** The letter after which to go on; null from the beginning. */
  readonly after: { readonly at: Date; readonly owner: string; readonly messageId: string } | null;
  readonly limit: number;
}

/** Letters that wait for a reviewer, the oldest first. */
export function papersToConfirm(reader: Reader, { after, limit }: PaperPage): Promise<KeptPaper[]> {
  return reader.rows<KeptPaper>(
    `SELECT ${paperColumns}
      WHERE d.message_id IS NULL
        AND ($1::timestamptz IS NULL OR (p.recorded_at, p.owner_id, p.message_id) > ($1, $2::text COLLATE "C", $3::text COLLATE "C"))
      ORDER BY p.recorded_at, p.owner_id, p.message_id LIMIT $4`,
    [after?.at ?? null, after?.owner ?? null, after?.messageId ?? null, limit],
  );
}
