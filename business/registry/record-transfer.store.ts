import type { PlainDate } from '#basics';
import type { Tx } from '#platform/postgres';
import type { BalanceAnswer } from './facts.ts';

/** The guards that write what a transfer puts on record. */

export async function callRecordBalance(
  tx: Tx,
  made: {
    readonly ownerId: string;
    readonly id: string;
    readonly caseId: string;
    readonly messageId: string | null;
    readonly balance: BalanceAnswer;
    readonly appliedOn: PlainDate;
    readonly evidenceOn: PlainDate | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT record_transfer_balance($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[made.ownerId, made.id, made.caseId, made.messageId, made.balance, made.appliedOn],
    ...[made.evidenceOn, made.at],
  ]);
}

/** A stretch of months that another agency tells of. */
export interface ArrivedPeriod {
  readonly fromMonth: string;
  readonly toMonth: string;
  /** In fen; nought where it is not on record over there. */
  readonly baseFen: string;
  readonly deemed: boolean;
}

export async function callRecordArrived(
  tx: Tx,
  made: {
    readonly ownerId: string;
    readonly caseId: string;
    readonly messageId: string;
    readonly ids: readonly string[];
    readonly periods: readonly ArrivedPeriod[];
    readonly at: Date;
  },
): Promise<number> {
  const { periods } = made;
  const row = await tx.row<{ months: number }>(
    'SELECT record_arrived_months($1, $2, $3, $4, $5, $6, $7, $8, $9) AS months',
    [
      ...[made.ownerId, made.caseId, made.messageId, made.ids],
      ...[periods.map(({ fromMonth }) => fromMonth), periods.map(({ toMonth }) => toMonth)],
      ...[periods.map(({ baseFen }) => baseFen), periods.map(({ deemed }) => deemed), made.at],
    ],
  );
  return row?.months ?? 0;
}
