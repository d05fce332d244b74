import { ok, type Refusal, type Result } from '#basics';
import { type CaseFile, caseById, casesInStates, systemActor } from '#engines/casework';
import { receiveTransfer } from '#engines/ledger';
import { inTransaction, type Tx } from '#platform/postgres';
import { findTransfer, type Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { adviceOf, incomingLine } from '../store.ts';

/**
 * Takes in what other agencies refused after it had been paid and sent back with a payment of their own, under the reference
 * that they gave. To be called after a statement, or by a timer. Answers the cases whose money is back.
 */
export async function takeMoneyBack(context: TransferContext): Promise<readonly string[]> {
  const back: string[] = [];
  for await (const { ownerId, id } of casesInStates(context.database, {
    'transfer-out': ['awaiting-money-back'],
  })) {
    const done = await inTransaction(context.database, async (tx) => {
      const file = await caseById(tx, ownerId, id);
      const transfer = file && (await findTransfer(tx, placeOf(file)));
      return file && transfer ? takeBackIfHere(tx, { context, transfer, file }) : ok(null);
    });
    if (done.ok && done.value?.state === 'refused-balance') back.push(done.value.number);
  }
  return back;
}

interface ComingBack {
  readonly context: TransferContext;
  readonly transfer: Transfer;
  /** In the state `awaiting-money-back`. */
  readonly file: CaseFile;
}

/** The announced amount only; with what banks kept of it two finance officers match it. */
async function takeBackIfHere(tx: Tx, coming: ComingBack): Promise<Result<CaseFile, Refusal>> {
  const { context, transfer, file } = coming;
  const announced = await adviceOf(tx, transfer);
  const line = announced && (await incomingLine(tx, announced));
  if (!announced || line?.amountFen !== announced.amountFen) return ok(file);
  const { messageId, amountFen, reference } = announced;
  const received = await receiveTransfer(tx, {
    ...{ ...placeOf(file), messageId, line: { owner: line.bankOwner, key: line.lineKey } },
    ...{ at: context.clock.now(), ids: context.ids },
  });
  if (!received.ok) return received;
  return payOutInstead(tx, { ...coming, data: { messageId, amountFen, reference } });
}

/** What was refused is in the account again, held: the withdrawal opens with the refusal as its evidence (guide, G0.3, G4). */
export async function payOutInstead(
  tx: Tx,
  back: Pick<ComingBack, 'context' | 'file'> & { readonly data: Readonly<Record<string, string>> },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, data } = back;
  const moved = await step(tx, { context, file, actor: systemActor, action: 'money-back', data });
  if (!moved.ok) return moved;
  const opened = await context.openWithdrawal(tx, { parent: moved.value, ground: 'balance-refused' });
  return opened.ok ? moved : opened;
}
