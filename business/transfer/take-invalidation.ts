import { ok, type Refusal, type Result, refuse } from '#basics';
import { restoreRelationship } from '#business/registry';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { TransferContext } from './context.ts';
import { recordWord } from './record-word.ts';
import { partnerActor, step } from './step.ts';
import { type Transfer, wordsOf } from './store.ts';
import type { Effect, Word } from './word.ts';

/**
 * The other agency takes a message of its own back. A contact letter: the transfer is as before it, as long as no money was
 * settled on it. An advice or a sheet that has not been used no longer counts. What was acted on already is for people.
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
  const meant = (await wordsOf(tx, transfer)).find(({ messageId }) => messageId === word.body.invalidates);
  if (!meant) return refuse({ code: 'transfer.invalidates-nothing' });
  const withdrawsLetter = meant.type === 'contact-letter' && ['accepted', 'awaiting-account'].includes(file.state);
  const unused = stillUnused(meant.type, file.state);
  if (!withdrawsLetter && !unused) return refuse({ code: 'transfer.acted-on-already' });
  const kept = await recordWord(tx, taken);
  if (!kept.ok) return kept;
  if (!withdrawsLetter) return ok({ ownerId: file.ownerId, effect: 'message-invalidated' });
  const data = { messageId: word.messageId, invalidates: meant.messageId, reason: word.body.reason };
  const restored = await restoreRelationship(tx, {
    ...{ owner: file.ownerId, caseId: file.id, messageId: word.messageId },
    ...{ ids: context.ids, at: context.clock.now() },
  });
  if (!restored.ok) return restored;
  const moved = await step(tx, {
    ...{ context, file, actor: partnerActor(transfer.partner), action: 'letter-withdrawn', data },
  });
  return moved.ok ? ok({ ownerId: file.ownerId, effect: 'letter-withdrawn' }) : moved;
}

function stillUnused(type: string, state: string): boolean {
  switch (type) {
    case 'remittance-advice':
      return state === 'awaiting-sheet' || state === 'awaiting-balance' || state === 'in-check' || state === 'difference';
    case 'information-sheet':
      return state === 'in-check' || state === 'awaiting-correction';
    case 'balance-credited':
      return state === 'with-bank' || state === 'remitting' || state === 'difference';
    default:
      return type === 'reminder' || type === 'transfer-declined';
  }
}
