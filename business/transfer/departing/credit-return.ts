import { ok, type Refusal, type Result } from '#basics';
import { type Actor, type CaseFile, type JsonObject, systemActor } from '#engines/casework';
import { receiveTransfer } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { incomingLine, sentBackOf } from '../store.ts';
import { payOut } from './pay-out.ts';

interface Returning {
  readonly context: TransferContext;
  readonly transfer: Transfer;
  readonly file: CaseFile;
}

/**
 * The other agency refused what it had, and said under which reference it sent it back: once our bank has booked that amount
 * under it, the money is in the account again and the withdrawal opens. Another amount two officers look at.
 */
export async function creditReturn(tx: Tx, returning: Returning): Promise<Result<CaseFile, Refusal>> {
  const { context, transfer, file } = returning;
  if (file.state !== 'awaiting-money-back') return ok(file);
  const word = await sentBackOf(tx, transfer);
  const line = word && (await incomingLine(tx, word));
  if (!word || !line || line.amountFen !== word.amountFen) return ok(file);
  const received = await receiveTransfer(tx, {
    ...{ ...placeOf(file), messageId: word.messageId, line: { owner: line.bankOwner, key: line.lineKey } },
    ...{ at: context.clock.now(), ids: context.ids },
  });
  if (!received.ok) return received;
  return afterReturn(tx, { context, file, actor: systemActor, data: { amountFen: line.amountFen } });
}

/** What was refused is in the account again, which the case holds: the withdrawal opens with the refusal. */
export async function afterReturn(
  tx: Tx,
  returned: Omit<Returning, 'transfer'> & { readonly actor: Actor; readonly data: JsonObject },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, actor, data } = returned;
  const moved = await step(tx, { context, file, actor, action: 'money-back', data });
  return moved.ok ? payOut(tx, { context, file: moved.value, ground: 'balance-refused' }) : moved;
}
