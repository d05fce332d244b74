import { ok, type Refusal, type Result, refuse } from '#basics';
import { standingOf } from '#business/registry';
import { actionsOf, type CaseAction, type CaseFile } from '#engines/casework';
import { takeBackUnused } from '#engines/exchange';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { withdrawAcceptance } from '../acceptance.ts';
import type { TransferContext } from '../context.ts';
import { returnToAccount } from '../departing/take-answer.ts';
import { placeOf } from '../place-of.ts';
import { partnerActor, step } from '../step.ts';
import { joinedInto } from '../store.ts';
import { type KeptWord, wordsInTransfer } from './partner-words.store.ts';
import { recordWord } from './record-word.ts';
import type { Effect, Word } from './word.ts';

interface Taken {
  readonly context: TransferContext;
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly word: Word<'invalidate'>;
}

/**
 * The other agency takes a message of its own back. A contact letter: where somebody applied here, or another letter is to come in
 * its place, the transfer is as before it; else, and once its money was settled and has not gone to the bank, it is over with
 * the money in the account. That somebody comes: over, where it waits to be confirmed here. An advice or a sheet that has not
 * been used no longer counts. What was acted on already is for people.
 */
export async function takeInvalidation(tx: Tx, taken: Taken): Promise<Result<Effect, Refusal>> {
  const { file, transfer, word } = taken;
  const meant = (await wordsInTransfer(tx, transfer)).find(
    ({ messageId }) => messageId === word.body.invalidates,
  );
  if (!meant) {
    const { transferId, from, messageId: by, channel } = word;
    const closed =
      channel === 'gateway'
        ? await takeBackUnused(tx, { transferId, from, messageId: word.body.invalidates, by })
        : ok(false);
    if (!closed.ok) return closed;
    return closed.value
      ? ok({ ownerId: file.ownerId, effect: 'message-invalidated' })
      : refuse({ code: 'transfer.invalidates-nothing' });
  }
  const endsHere = await stepOf(tx, { ...taken, meant });
  if (endsHere === null && !stillUnused(meant.type, file.state))
    return refuse({ code: 'transfer.acted-on-already' });
  const kept = await recordWord(tx, taken);
  if (!kept.ok) return kept;
  if (endsHere === null) return ok({ ownerId: file.ownerId, effect: 'message-invalidated' });
  const undone = transfer.direction === 'out' ? await undo(tx, taken) : ok(false);
  if (!undone.ok) return undone;
  const { messageId, body } = word;
  const data = { messageId, invalidates: meant.messageId, reason: body.reason, settled: undone.value };
  const moved = await step(tx, {
    ...{ context: taken.context, file, actor: partnerActor(transfer.partner), action: endsHere, data },
  });
  return moved.ok ? ok({ ownerId: file.ownerId, effect: endsHere }) : moved;
}

/** What taking a message back comes to for the case; null where the case stands as it did. */
async function stepOf(
  tx: Tx,
  { file, word, meant }: Taken & { readonly meant: KeptWord },
): Promise<'letter-withdrawn' | 'withdrawn-there' | null> {
  const done = await actionsOf(tx, file);
  if (meant.type === 'reminder') {
    // Whoever has confirmed here has asked for the transfer in their own name: their letter is answered over there.
    const announced = done.find(({ action }) => action === 'announce')?.data.messageId;
    return file.state === 'announced' && announced === meant.messageId ? 'withdrawn-there' : null;
  }
  if (meant.type !== 'contact-letter') return null;
  if (settled.includes(file.state)) return 'withdrawn-there';
  if (!accepted.includes(file.state)) return null;
  const waits = word.body.replacedBy !== null || (await appliedHere(tx, { file, done }));
  return waits ? 'letter-withdrawn' : 'withdrawn-there';
}

const accepted: readonly string[] = ['accepted', 'awaiting-account'];
const settled: readonly string[] = ['remitting', 'sent-back'];

/** Whether the person asked for the transfer here: in this case, or in one that was joined to it. */
async function appliedHere(
  tx: Tx,
  { file, done }: { readonly file: CaseFile; readonly done: readonly CaseAction[] },
): Promise<boolean> {
  if (done.some(({ action }) => action === 'submit')) return true;
  return (await joinedInto(tx, file)) !== undefined;
}

/** The account is free, and cover as it was; what was settled goes into the account first. Answers whether anything was. */
async function undo(
  tx: Tx,
  { context, file, word: { messageId } }: Taken,
): Promise<Result<boolean, Refusal>> {
  const back = settled.includes(file.state)
    ? await returnToAccount(tx, { context, file, messageId })
    : ok(null);
  if (!back.ok) return back;
  const restored = await restore(tx, { context, file, messageId });
  return restored.ok ? ok(settled.includes(file.state)) : restored;
}

/** The relationship is again what it was before it was ended for this transfer: stopped, with its tier and days. */
async function restore(
  tx: Tx,
  asked: { readonly context: TransferContext; readonly file: CaseFile; readonly messageId: string },
): Promise<Result<void, Refusal>> {
  const { context, file, messageId } = asked;
  const { relationship } = await standingOf(tx, file.ownerId);
  const before = relationship && {
    tier: relationship.tier,
    stoppedOn: relationship.stoppedOn,
    since: relationship.stoppedOn,
  };
  return withdrawAcceptance(tx, {
    ...{ ...placeOf(file), messageId, entryId: context.ids.next('rec'), relationship: before ?? null },
    at: context.clock.now(),
  });
}

function stillUnused(type: string, state: string): boolean {
  switch (type) {
    case 'remittance-advice':
      // Another amount that came is cleared up on what was advised.
      return state === 'awaiting-sheet' || state === 'awaiting-balance' || state === 'in-check';
    case 'information-sheet':
      return state === 'in-check' || state === 'sheet-proposed' || state === 'awaiting-correction';
    case 'contact-letter':
      // Answered already, or of a case that is over: nothing rests on it.
      return state === 'cancelled' || state === 'declined' || state === 'closed-by-death';
    case 'balance-credited':
      return state === 'with-bank' || state === 'remitting' || state === 'difference';
    default:
      return type === 'reminder' || type === 'transfer-declined';
  }
}
