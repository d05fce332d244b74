import { ok, type Refusal, type Result } from '#basics';
import { actionsOf, type CaseFile, caseById, systemActor } from '#engines/casework';
import { receiveTransfer } from '#engines/ledger';
import { inTransaction, type Reader, type Tx } from '#platform/postgres';
import { findTransfer, type Transfer } from '../acceptance.store.ts';
import { type TransferContext, today } from '../context.ts';
import { matchesOfCase } from '../deciding/matches.store.ts';
import { creditReturn } from '../departing/credit-return.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { stepSaying } from '../step-telling.ts';
import { adviceOf, arrivalsToCredit, incomingLine, linesOfTransfer } from '../store.ts';
import { takesWhatCame } from './tell-account.ts';

/**
 * Credits what has arrived, or came back after the other agency refused it: the bank's statement knows no transfers, so that
 * whoever takes it in, or a timer, calls this afterwards. Answers the cases that are over with it.
 */
export async function creditArrivals(context: TransferContext): Promise<readonly string[]> {
  const credited: string[] = [];
  for (const { ownerId, id } of await arrivalsToCredit(context.database)) {
    const done = await inTransaction(context.database, async (tx) => {
      const file = await caseById(tx, ownerId, id);
      const transfer = file && (await findTransfer(tx, placeOf(file)));
      if (!file || !transfer) return ok(null);
      const credit = transfer.direction === 'in' ? creditIfHere : creditReturn;
      return credit(tx, { context, transfer, file });
    });
    const over = done.ok ? done.value : null;
    if (over && ['completed', 'refused-balance'].includes(over.state)) credited.push(over.number);
  }
  return credited;
}

interface Arriving {
  readonly context: TransferContext;
  readonly transfer: Transfer;
  readonly file: CaseFile;
}

/** Whether money of a transfer stands in suspense, under a reference that was advised or as finance officers say who have not decided. */
export async function moneyIsHere(
  reader: Reader,
  { transfer, file }: Pick<Arriving, 'transfer' | 'file'>,
): Promise<boolean> {
  const lines = await linesOfTransfer(reader, transfer);
  return lines.length > 0 || (await matchesOfCase(reader, placeOf(file))).length > 0;
}

/**
 * Credits the balance where all three are here: the months are recorded, the other agency advised the amount under its signature,
 * and our bank booked that amount under that reference. Another amount is not credited: it is cleared up by two officers.
 */
export async function creditIfHere(tx: Tx, arriving: Arriving): Promise<Result<CaseFile, Refusal>> {
  const { context, transfer, file } = arriving;
  if (file.state !== 'awaiting-balance') return ok(file);
  const advice = await adviceOf(tx, transfer);
  const line = advice && (await incomingLine(tx, advice));
  if (!advice || !line || !takesWhatCame(context, await actionsOf(tx, file))) return ok(file);
  if (line.amountFen !== advice.amountFen) {
    const data = { messageId: advice.messageId, advisedFen: advice.amountFen, receivedFen: line.amountFen };
    return step(tx, {
      context,
      file,
      actor: systemActor,
      action: 'amount-differs',
      data: { ...data, workingDays: 5 },
    });
  }
  const on = today(context);
  const credited = await receiveTransfer(tx, {
    ...{ ...placeOf(file), messageId: advice.messageId },
    ...{ line: { owner: line.bankOwner, key: line.lineKey }, at: context.clock.now(), ids: context.ids },
  });
  if (!credited.ok) return credited;
  const { amountFen, reference } = advice;
  const body = { amountFen, reference, receivedOn: line.bookedOn, creditedOn: on, expectedFen: null };
  return stepSaying(tx, {
    ...{ context, file, transfer, actor: systemActor, action: 'credit' },
    says: { type: 'balance-credited', body, inReplyTo: advice.messageId },
    data: (messageId) => ({ amountFen, reference, messageId, on }),
  });
}
