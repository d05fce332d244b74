import type { Ids, PlainDate, Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import type { BalanceAnswer } from './facts.ts';
import { guarded } from './guarded.ts';
import { lockRecords } from './record.store.ts';
import { type ArrivedPeriod, callRecordArrived, callRecordBalance } from './record-transfer.store.ts';

interface TransferRecording {
  readonly owner: string;
  readonly caseId: string;
  readonly ids: Ids;
  readonly at: Date;
}

/**
 * Puts on record how the balance of a transfer to another agency fares (guide, G0.3, G4): it is what the withdrawal of a
 * refused balance stands on. Refuses `transfer.no-word` where the other agency has not said so.
 */
export async function recordTransferBalance(
  tx: Tx,
  made: TransferRecording & {
    /** The other agency's message; null where it never said where the balance should go. */
    readonly messageId: string | null;
    readonly balance: BalanceAnswer;
    readonly appliedOn: PlainDate;
    readonly evidenceOn: PlainDate | null;
  },
): Promise<Result<void, Refusal>> {
  const { owner, ids, ...told } = made;
  await lockRecords(tx, owner);
  return guarded(callRecordBalance(tx, { ...told, ownerId: owner, id: ids.next('rec') }));
}

/**
 * Puts the months of another agency's information sheet on record; those of a sheet that it replaces no longer count. Answers how
 * many there are, those that are on record already included: a month is counted once however often it is listed. Refuses
 * `transfer.word-differs` where they are not as many as the sheet counts.
 */
export async function recordArrivedMonths(
  tx: Tx,
  made: TransferRecording & { readonly messageId: string; readonly periods: readonly ArrivedPeriod[] },
): Promise<Result<number, Refusal>> {
  const { owner, ids, periods, ...told } = made;
  await lockRecords(tx, owner);
  const periodIds = periods.map(() => ids.next('per'));
  return guarded(callRecordArrived(tx, { ...told, ownerId: owner, ids: periodIds, periods }));
}
