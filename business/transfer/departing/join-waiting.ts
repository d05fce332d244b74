import { ok, type Refusal, type Result } from '#basics';
import { type CaseFile, caseById } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import type { FoundTransfer } from '../find-transfer.ts';
import { onPaper } from '../paper/post.store.ts';
import { partnerActor, step } from '../step.ts';
import { transfersOfPerson } from '../store.ts';
import { takeBackWhatWasSaid } from '../take-back.ts';
import type { Word } from '../words/word.ts';

interface Joining {
  readonly context: TransferContext;
  readonly word: Word<'contact-letter'>;
  readonly ownerId: string;
  /** The case that goes on with the letter. */
  readonly into: CaseFile;
}

/**
 * The person applied here, and there as well: it goes on under the letter's name, so that both agencies call it alike. The case that
 * waited for a letter ends; the one that the letter is about goes on in its place.
 */
export async function joinWaiting(tx: Tx, joining: Joining): Promise<Result<unknown, Refusal>> {
  const { context, word, ownerId, into } = joining;
  const waiting = (
    await transfersOfPerson(tx, {
      ...{ owner: ownerId, partner: word.from, direction: 'out', states: ['awaiting-letter'] },
    })
  ).find(({ transferId }) => transferId !== word.transferId);
  if (!waiting) return ok(null);
  const { file } = await withFile(tx, waiting);
  const data = { messageId: word.messageId, transferId: word.transferId, joinedTo: into.number };
  const actor = partnerActor(waiting.partner);
  const moved = await step(tx, { context, file, actor, action: 'joined-to-letter', data });
  // On paper their letter answers our certificate; a gateway is told that what we announced is over.
  if (!moved.ok || (await onPaper(tx, waiting))) return moved;
  return takeBackWhatWasSaid(tx, {
    ...{ context, file, transfer: waiting, reason: 'other', text: goesOnElsewhere },
  });
}

export async function withFile(tx: Tx, transfer: Transfer): Promise<FoundTransfer> {
  const file = await caseById(tx, transfer.owner, transfer.caseId);
  if (!file) throw new Error(`transfer ${transfer.transferId} has no case`);
  return { file, transfer };
}

const goesOnElsewhere = {
  zh: '同一人的转移凭你机构的另一封联系函办理。',
  en: 'The transfer of the same person goes on with another letter of yours.',
};
