import { ok, type Refusal, type Result, refuse } from '#basics';
import { standingOf } from '#business/registry';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import { withdrawAcceptance } from './acceptance.ts';
import type { TransferContext } from './context.ts';
import { returnToAccount } from './departing/take-answer.ts';
import { wordsInTransfer } from './partner-words.store.ts';
import { placeOf } from './place-of.ts';
import { recordWord } from './record-word.ts';
import { partnerActor, step } from './step.ts';
import type { Effect, Word } from './word.ts';

/**
 * The other agency takes a message of its own back. A contact letter: the transfer is as before it, or, where its money was settled
 * and has not gone to the bank, over with the money in the account again. An advice or a sheet that has not been used no longer counts. What was acted on already is for people.
 */
export async function takeInvalidation(
  tx: Tx,
  taken: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly word: Word<'invalidate'>;
  },
): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = taken;
  const meant = (await wordsInTransfer(tx, transfer)).find(
    ({ messageId }) => messageId === word.body.invalidates,
  );
  if (!meant) return refuse({ code: 'transfer.invalidates-nothing' });
  const withdrawal = meant.type === 'contact-letter' ? withdrawnWith[file.state] : undefined;
  const unused = stillUnused(meant.type, file.state);
  if (!withdrawal && !unused) return refuse({ code: 'transfer.acted-on-already' });
  const kept = await recordWord(tx, taken);
  if (!kept.ok) return kept;
  if (!withdrawal) return ok({ ownerId: file.ownerId, effect: 'message-invalidated' });
  const data = { messageId: word.messageId, invalidates: meant.messageId, reason: word.body.reason };
  // Settled and not gone to the bank: into the account first, and then the account is free.
  const back =
    withdrawal === 'withdrawn-there'
      ? await returnToAccount(tx, { context, file, messageId: word.messageId })
      : ok(null);
  if (!back.ok) return back;
  const restored = await restore(tx, { context, file, messageId: word.messageId });
  if (!restored.ok) return restored;
  const moved = await step(tx, {
    ...{ context, file, actor: partnerActor(transfer.partner), action: withdrawal, data },
  });
  return moved.ok ? ok({ ownerId: file.ownerId, effect: withdrawal }) : moved;
}

/** What taking the letter back comes to, by state: the case waits for another, or, settled already, is over. */
const withdrawnWith: Readonly<Record<string, string>> = {
  ...{ accepted: 'letter-withdrawn', 'awaiting-account': 'letter-withdrawn' },
  ...{ remitting: 'withdrawn-there', 'sent-back': 'withdrawn-there' },
};

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
      return (
        state === 'awaiting-sheet' ||
        state === 'awaiting-balance' ||
        state === 'in-check' ||
        state === 'difference'
      );
    case 'information-sheet':
      return state === 'in-check' || state === 'awaiting-correction';
    case 'balance-credited':
      return state === 'with-bank' || state === 'remitting' || state === 'difference';
    default:
      return type === 'reminder' || type === 'transfer-declined';
  }
}
