import type { PlainDate } from '#basics';
import type { Tx } from '#platform/postgres';
import type { BatchLine } from './payment.ts';

// Each of these is one guard function of the database, which looks the officer up by the session's token.

export interface BatchFrozen {
  readonly token: string | null;
  readonly batchId: string;
  readonly messageId: string;
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly digest: Uint8Array;
  readonly executeOn: PlainDate;
  readonly at: Date;
}

export async function callBuildBatch(tx: Tx, batch: BatchFrozen): Promise<void> {
  await tx.rows('SELECT build_batch($1, $2, $3, $4, $5, $6, $7, $8)', [
    batch.token,
    batch.batchId,
    batch.messageId,
    batch.lineCount,
    batch.totalFen,
    batch.digest,
    batch.executeOn,
    batch.at,
  ]);
}

/** Every line passes the guard by itself, in order, and all of them in one statement. */
export async function callAddToBatch(tx: Tx, batchId: string, lines: readonly BatchLine[]): Promise<void> {
  await tx.rows(
    `SELECT add_to_batch(l.owner_id, l.order_id, l.attempt, $1, l.line_no, l.payee_revision)
       FROM unnest($2::text[], $3::text[], $4::integer[], $5::integer[], $6::integer[])
            AS l (owner_id, order_id, attempt, line_no, payee_revision)`,
    [
      batchId,
      lines.map(({ ownerId }) => ownerId),
      lines.map(({ orderId }) => orderId),
      lines.map(({ attempt }) => attempt),
      lines.map(({ lineNo }) => lineNo),
      lines.map(({ payeeRevision }) => payeeRevision),
    ],
  );
}

export interface BatchSeen {
  readonly token: string | null;
  readonly batchId: string;
  readonly digest: Uint8Array;
  readonly at: Date;
}

/** Which approval it was. */
export async function callApproveBatch(tx: Tx, { token, batchId, digest, at }: BatchSeen): Promise<number> {
  const row = await tx.row<{ place: number }>('SELECT approve_batch($1, $2, $3, $4) AS place', [
    token,
    batchId,
    digest,
    at,
  ]);
  return row?.place ?? 0;
}

export interface BatchToGiveUp {
  readonly token: string | null;
  readonly batchId: string;
  readonly reason: string;
  readonly at: Date;
}

/** How many orders are due again. */
export async function callGiveUpBatch(
  tx: Tx,
  { token, batchId, reason, at }: BatchToGiveUp,
): Promise<bigint> {
  const row = await tx.row<{ freed: bigint }>('SELECT give_up_batch($1, $2, $3, $4) AS freed', [
    token,
    batchId,
    reason,
    at,
  ]);
  return row?.freed ?? 0n;
}

export interface BankFile {
  readonly token: string | null;
  readonly sha256: Uint8Array;
  readonly messageId: string;
  readonly kind: 'pain.002' | 'camt.053';
  readonly at: Date;
}

/** Whether the file is new. */
export async function callTakeBankFile(tx: Tx, file: BankFile): Promise<boolean> {
  const { token, sha256, messageId, kind, at } = file;
  const row = await tx.row<{ fresh: boolean }>(`SELECT take_bank_file($1, $2, $3, $4, $5) AS fresh`, [
    token,
    sha256,
    messageId,
    kind,
    at,
  ]);
  return row?.fresh === true;
}

export interface LineAnswer {
  readonly token: string | null;
  readonly sha256: Uint8Array;
  readonly owner: string;
  readonly orderId: string;
  readonly attempt: number;
  readonly result: 'paid' | 'returned';
  readonly reason: string | null;
  readonly journalId: string;
  readonly on: PlainDate;
  readonly at: Date;
}

/** Whether it changed anything. */
export async function callAnswerPayment(tx: Tx, answer: LineAnswer): Promise<boolean> {
  const row = await tx.row<{ changed: boolean }>(
    'SELECT answer_payment($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS changed',
    [
      answer.token,
      answer.sha256,
      answer.owner,
      answer.orderId,
      answer.attempt,
      answer.result,
      answer.reason,
      answer.journalId,
      answer.on,
      answer.at,
    ],
  );
  return row?.changed === true;
}

export interface PayeeDetails {
  readonly name: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountSealed: Uint8Array;
  readonly accountTail: string;
  readonly doubts: readonly string[];
  readonly abroad: {
    readonly country: string;
    readonly currency: string;
    readonly charges: string;
    readonly detailsSealed: Uint8Array;
  } | null;
}

/** What each function that records a payee takes last. */
function partsAbroad({ doubts, abroad }: PayeeDetails): readonly unknown[] {
  return [
    doubts,
    ...[abroad?.country, abroad?.currency, abroad?.charges, abroad?.detailsSealed].map(
      (part) => part ?? null,
    ),
  ];
}

export interface PayeeRecord extends PayeeDetails {
  readonly owner: string;
  readonly caseId: string;
  readonly kind: 'insured' | 'successor';
  readonly at: Date;
}

export async function callRecordPayee(tx: Tx, payee: PayeeRecord): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'SELECT record_payee($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS revision',
    [
      payee.owner,
      payee.caseId,
      payee.kind,
      payee.name,
      payee.bankCode,
      payee.bankName,
      payee.accountSealed,
      payee.accountTail,
      payee.at,
      ...partsAbroad(payee),
    ],
  );
  return row?.revision ?? 0;
}

export interface HeirPayeeRecord extends PayeeDetails {
  /** The session of the clerk, or of the applicant; null where an heir speaks by their link. */
  readonly token: string | null;
  /** Of the heir's link. */
  readonly secret: string | null;
  readonly owner: string;
  readonly caseId: string;
  readonly successorId: string;
  readonly at: Date;
}

export async function callRecordHeirPayee(tx: Tx, payee: HeirPayeeRecord): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'SELECT record_heir_payee($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) AS revision',
    [
      ...[payee.token, payee.secret, payee.owner, payee.caseId, payee.successorId, payee.name],
      ...[payee.bankCode, payee.bankName, payee.accountSealed, payee.accountTail, payee.at],
      ...partsAbroad(payee),
    ],
  );
  return row?.revision ?? 0;
}

export interface PayeeCorrection extends PayeeDetails {
  readonly token: string | null;
  readonly owner: string;
  readonly caseId: string;
  readonly at: Date;
}

export async function callCorrectPayee(tx: Tx, payee: PayeeCorrection): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'SELECT correct_payee($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS revision',
    [
      payee.token,
      payee.owner,
      payee.caseId,
      payee.name,
      payee.bankCode,
      payee.bankName,
      payee.accountSealed,
      payee.accountTail,
      payee.at,
      ...partsAbroad(payee),
    ],
  );
  return row?.revision ?? 0;
}
