import type { Reader, Tx } from '#platform/postgres';

/** Which case is which transfer, and with whom. */
export interface Transfer {
  readonly owner: string;
  readonly caseId: string;
  readonly transferId: string;
  readonly direction: 'out' | 'in';
  /** The other agency's region. */
  readonly partner: string;
  readonly openedAt: Date;
}

export interface TransferOpening extends Omit<Transfer, 'openedAt'> {
  readonly at: Date;
}

export async function callOpenTransfer(tx: Tx, opening: TransferOpening): Promise<void> {
  const { owner, caseId, transferId, direction, partner, at } = opening;
  await tx.rows('SELECT open_transfer($1, $2, $3, $4, $5, $6)', [
    ...[owner, caseId, transferId, direction, partner, at],
  ]);
}

export interface Accepting {
  readonly owner: string;
  readonly caseId: string;
  /** The contact letter. */
  readonly messageId: string;
  readonly at: Date;
}

/** Whether there was an account to hold. */
export async function callAccept(tx: Tx, { owner, caseId, messageId, at }: Accepting): Promise<boolean> {
  const row = await tx.row<{ held: boolean }>('SELECT accept_transfer($1, $2, $3, $4) AS held', [
    ...[owner, caseId, messageId, at],
  ]);
  return row?.held === true;
}

export interface AcceptanceWithdrawal extends Accepting {
  /** For the record that the relationship is again what it was. */
  readonly entryId: string;
  /** What that record says besides the status: when contributions stopped, and the like. */
  readonly relationship: object | null;
}

export async function callWithdrawAcceptance(tx: Tx, withdrawal: AcceptanceWithdrawal): Promise<void> {
  const { owner, caseId, messageId, entryId, relationship, at } = withdrawal;
  await tx.rows('SELECT withdraw_acceptance($1, $2, $3, $4, $5, $6)', [
    ...[owner, caseId, messageId, entryId, relationship, at],
  ]);
}

const transferColumns = `t.owner_id AS owner, t.case_id AS "caseId", t.transfer_id AS "transferId", t.direction, t.partner,
  t.opened_at AS "openedAt" FROM transfer t`;

export function findTransfer(
  reader: Reader,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<Transfer | undefined> {
  return reader.row<Transfer>(`SELECT ${transferColumns} WHERE t.owner_id = $1 AND t.case_id = $2`, [
    owner,
    caseId,
  ]);
}

/** By the number that both agencies call it. */
export function findTransferById(reader: Reader, transferId: string): Promise<Transfer | undefined> {
  return reader.row<Transfer>(
    `SELECT ${transferColumns} JOIN transfer_locator l ON l.owner_id = t.owner_id AND l.case_id = t.case_id
      WHERE l.transfer_id = $1`,
    [transferId],
  );
}
