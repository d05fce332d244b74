import { ok, type Refusal, type Result, refuse } from '#basics';
import { personById } from '#business/registry';
import { liesBeforeClerk } from '#engines/exchange';
import type { Tx } from '#platform/postgres';
import { beginTransfer } from '../begin-transfer.ts';
import type { TransferContext } from '../context.ts';
import { findPerson } from '../pre-check/same-person.ts';
import { partnerActor, step } from '../step.ts';
import { transfersOfPerson } from '../store.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';

const underWay = ['awaiting-sheet', 'in-check', 'awaiting-correction', 'awaiting-balance', 'difference'];

/**
 * A reminder of a contact letter for a transfer that we do not know yet: somebody applied at the agency that they leave. Their
 * case is opened here; they only confirm, and the letter goes. Nobody of that document: set aside until they enrol.
 */
export async function takeAnnouncement(
  tx: Tx,
  { context, word }: { readonly context: TransferContext; readonly word: Word<'reminder'> },
): Promise<Result<Effect, Refusal>> {
  const { certificate, missing } = word.body;
  const announces = certificate !== null && missing.includes('contact-letter');
  // It asks again for what lies before a clerk already, until the person enrols: that is one matter, not one each time.
  if (!announces && (await liesBeforeClerk(tx, word))) return ok({ ownerId: null, effect: 'waits-already' });
  if (!announces) return refuse({ code: 'transfer.unknown-transfer' });
  const ownerId = await findPerson(tx, { seal: context.seal, said: certificate.person });
  if (ownerId === null) return refuse({ code: 'transfer.not-enrolled-yet' });
  const [asked] = await transfersOfPerson(tx, {
    owner: ownerId,
    partner: word.from,
    direction: 'in',
    states: underWay,
  });
  // The person applied here as well, and our letter is on its way: it opens the transfer over there.
  if (asked) return ok({ ownerId, effect: 'letter-sent-already' });
  const person = await personById(tx, ownerId);
  if (!person) throw new Error(`${ownerId} is nobody on record`);
  const { transferId, from: partner } = word;
  const begun = await beginTransfer(tx, {
    ...{ context, direction: 'in', partner, transferId, ownerId },
    ...{ officeId: person.officeId, channel: 'automatic' },
  });
  if (!begun.ok) return begun;
  const { file, transfer } = begun.value;
  const kept = await recordWord(tx, { context, transfer, word });
  if (!kept.ok) return kept;
  const data = {
    ...{ messageId: word.messageId, transferId, partner },
    ...{ certificateNumber: certificate.number, insured: certificate.insured },
  };
  const moved = await step(tx, { context, file, actor: partnerActor(partner), action: 'announce', data });
  return moved.ok ? ok({ ownerId, effect: 'announced' }) : moved;
}
