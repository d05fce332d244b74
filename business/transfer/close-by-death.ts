import { ok, type Refusal, type Result } from '#basics';
import { recordsOf } from '#business/registry';
import { type CaseFile, caseById, systemActor } from '#engines/casework';
import { releaseHold } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import { findTransfer } from './acceptance.store.ts';
import { stepNotComing } from './arriving/step-not-coming.ts';
import type { TransferContext } from './context.ts';
import { stepWithoutBalance } from './departing/sheet-again.ts';
import { placeOf } from './place-of.ts';
import { ownReason } from './pre-check/own-reason.ts';
import { transferProcesses } from './processes.ts';
import { step } from './step.ts';
import { openTransfersOf } from './store.ts';
import { takeBackOnStep } from './take-back.ts';

/**
 * A death ends the transfers of which no money has moved, whatever they wait for: the balance stays in the account, which nothing
 * holds any more, for whoever inherits it (guide, G0.5), and the other agency is told in the same transaction. What was settled
 * already goes on to where the person's insurance is now.
 */
export async function closeTransfersByDeath(
  tx: Tx,
  { context, owner }: { readonly context: TransferContext; readonly owner: string },
): Promise<Result<null, Refusal>> {
  for (const record of await recordsOf(tx, { owner }))
    for (const { owner: ownerId, caseId } of await openTransfersOf(tx, record)) {
      const file = await caseById(tx, ownerId, caseId);
      const ends = file && transferProcesses[file.process]?.actions['close-by-death'];
      if (!file || !ends?.from.includes(file.state)) continue;
      const closed = await closeByDeath(tx, { context, file });
      if (!closed.ok) return closed;
    }
  return ok(null);
}

interface Closing {
  readonly context: TransferContext;
  readonly file: CaseFile;
}

/** Ends one of them, and lets the account go. */
export async function closeByDeath(tx: Tx, closing: Closing): Promise<Result<CaseFile, Refusal>> {
  const { context, file } = closing;
  const closed = await closingStep(tx, closing);
  if (!closed.ok || !held.includes(file.state)) return closed;
  const freed = { ...placeOf(file), by: 'withdrawal-of-application', at: context.clock.now() } as const;
  const released = await releaseHold(tx, freed);
  return released.ok ? closed : released;
}

/** Ends the case, and says what the other agency has to know so that theirs ends as well. */
async function closingStep(tx: Tx, closing: Closing): Promise<Result<CaseFile, Refusal>> {
  const { context, file } = closing;
  const transfer = await findTransfer(tx, placeOf(file));
  if (!transfer) throw new Error(`case ${file.id} is no transfer`);
  const by = { context, file, transfer, actor: systemActor, action: 'close-by-death' } as const;
  if (awaitsBalance.includes(file.state)) return stepWithoutBalance(tx, by);
  if (file.state === 'announced') return stepNotComing(tx, { ...by, reason: ownReason('person-died') });
  const moved = await step(tx, by);
  if (!moved.ok || !told.includes(file.state)) return moved;
  return takeBackOnStep(tx, { context, file: moved.value, transfer, reason: 'other', text: hasDied });
}

/** Where the other agency has been told, and has not answered. */
const told: readonly string[] = ['awaiting-letter', 'awaiting-sheet'];
/** Where it waits for the balance. */
const awaitsBalance: readonly string[] = ['accepted', 'awaiting-account'];
/** Where this case holds the account. */
const held: readonly string[] = [...awaitsBalance, 'not-paid-out'];

const hasDied = { zh: '参保人员已经去世，转移终止。', en: 'The person has died: the transfer is over.' };
