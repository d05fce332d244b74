import type { Fen, PlainDate, Refusal, Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { PayeeDoubt } from './payee-account.ts';

/** An order that waits to be paid, as the finance desk sees it: nobody's number in full. */
export interface DueOrder {
  readonly ownerId: string;
  readonly orderId: string;
  readonly caseId: string;
  readonly amountFen: Fen;
  readonly madeAt: Date;
  /** The number that the next attempt has; above 1 the bank has sent it back before. */
  readonly attempt: number;
  readonly payeeRevision: number;
  readonly payeeName: string;
  readonly bankName: string;
  readonly accountTail: string;
  /** The country of a bank abroad; null at home. */
  readonly country: string | null;
  readonly doubts: readonly PayeeDoubt[];
}

/** One payment of a batch. */
export interface BatchLine {
  readonly lineNo: number;
  readonly ownerId: string;
  readonly orderId: string;
  readonly attempt: number;
  readonly amountFen: Fen;
  readonly payeeRevision: number;
}

export interface Batch {
  readonly id: string;
  /** Names the file to the bank; at most 35 characters. */
  readonly messageId: string;
  readonly lineCount: number;
  readonly totalFen: Fen;
  readonly digest: Uint8Array;
  readonly executeOn: PlainDate;
  readonly makerId: string;
  readonly madeAt: Date;
  /** Who approved it so far, in order. */
  readonly approvedBy: readonly string[];
  readonly releasedAt: Date | null;
  /** When it was given up instead of leaving, and why. */
  readonly givenUpAt: Date | null;
  readonly givenUpBecause: string | null;
  readonly paid: number;
  readonly returned: number;
}

/** The agency's own account, from which is paid. */
export interface DebtorAccount {
  readonly name: string;
  readonly accountNumber: string;
  /** Twelve digits: the paying bank's number in the national clearing system. */
  readonly bankCode: string;
}

/**
 * What payments tell the case that they pay for, inside the same transaction; a refusal undoes the payment's step too. Wired
 * by the apps, since payments know no procedure.
 */
export interface CaseMoves {
  /** The order left for the bank. */
  onReleased(tx: Tx, released: PaymentReleased): Promise<Result<unknown, Refusal>>;
  /** The bank paid it or sent it back. */
  onAnswered(tx: Tx, answered: PaymentAnswered): Promise<Result<unknown, Refusal>>;
  /** A clerk corrected where it goes, after it came back. */
  onPayeeCorrected(tx: Tx, corrected: PayeeCorrected): Promise<Result<unknown, Refusal>>;
}

/** The case that a payment pays for. */
export interface PaidCase {
  readonly owner: string;
  readonly caseId: string;
  /** As this transaction has read it already; read where it is left out. */
  readonly file?: CaseFile | undefined;
}

export interface PaymentReleased extends PaidCase {
  readonly orderId: string;
  readonly batchId: string;
  readonly at: Date;
  readonly by: Caller;
}

export interface PaymentAnswered extends PaidCase {
  readonly orderId: string;
  readonly result: 'paid' | 'returned';
  /** The bank's code, where it gave one: `AC01`. */
  readonly reason: string | null;
  readonly at: Date;
}

export interface PayeeCorrected extends PaidCase {
  readonly revision: number;
  readonly at: Date;
  readonly by: Caller;
}
