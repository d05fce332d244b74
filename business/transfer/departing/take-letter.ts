import { ok, type Refusal, type Result, refuse } from '#basics';
import { lockRecords, personById } from '#business/registry';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { findTransferById, type Transfer } from '../acceptance.store.ts';
import { beginTransfer } from '../begin-transfer.ts';
import type { TransferContext } from '../context.ts';
import type { FoundTransfer } from '../find-transfer.ts';
import { findPerson } from '../pre-check/same-person.ts';
import { partnerActor, step } from '../step.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';
import { answerLateLetter, reasonOfEnd } from './answer-late-letter.ts';
import { declineUnknown } from './decline-unknown.ts';
import { joinWaiting, withFile } from './join-waiting.ts';
import { weigh, weighAgain } from './weigh-letter.ts';

type Letter = Word<'contact-letter'>;

export interface Lettered {
  readonly context: TransferContext;
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly word: Letter;
}

/**
 * The contact letter of the agency that a person went to. Where all that the law asks for is met, the transfer is accepted: the
 * relationship ends, the sheet goes out and the account is held, in this transaction (G0.1, G0.2). Else it is declined with
 * every reason at once, and the person can mend them and have the letter sent again, under this number or another: it is weighed anew. A
 * letter about what is over otherwise is answered too.
 */
export async function takeContactLetter(
  tx: Tx,
  { context, word }: { readonly context: TransferContext; readonly word: Letter },
): Promise<Result<Effect, Refusal>> {
  const found = await departureOf(tx, { context, word });
  if (!found.ok) return found;
  if (found.value === null) return declineUnknown(tx, { context, word });
  const begun = await begunBy(tx, { context, word, ...found.value });
  if (!begun.ok) return begun;
  const lettered = begun.value;
  const { file } = lettered;
  const late = weighedIn.includes(file.state) ? null : await reasonOfEnd(tx, lettered);
  if (!weighedIn.includes(file.state) && late === null) return refuse({ code: 'transfer.not-expected-now' });
  const kept = found.value.recorded ? ok(null) : await recordWord(tx, lettered);
  if (!kept.ok) return kept;
  if (late) return answerLateLetter(tx, { ...lettered, late });
  return file.state === 'declined' ? weighAgain(tx, lettered) : weigh(tx, lettered);
}

/** Where it waits for a letter, and where what stood against one may be mended by now. */
const weighedIn: readonly string[] = ['awaiting-letter', 'declined'];

interface Departure extends FoundTransfer {
  /** The letter is on record already: it opened the case. */
  readonly recorded: boolean;
}

/** The case that the letter belongs to: its own, or a new one, to which one that waits for a letter of this agency is joined. */
async function departureOf(
  tx: Tx,
  { context, word }: { readonly context: TransferContext; readonly word: Letter },
): Promise<Result<Departure | null, Refusal>> {
  const known = await findTransferById(tx, word.transferId);
  if (known) {
    if (known.partner !== word.from || known.direction !== 'out')
      return refuse({ code: 'transfer.of-another-agency' });
    return ok({ ...(await withFile(tx, known)), recorded: false });
  }
  const ownerId = await findPerson(tx, { seal: context.seal, said: word.body.person });
  if (ownerId === null) return ok(null);
  // Who applies here in the same moment is seen, or sees this.
  await lockRecords(tx, ownerId);
  const begun = await opened(tx, { context, word, ownerId });
  if (!begun.ok) return begun;
  const joined = await joinWaiting(tx, { context, word, ownerId, into: begun.value.file });
  return joined.ok ? begun : joined;
}

async function opened(
  tx: Tx,
  asked: { readonly context: TransferContext; readonly word: Letter; readonly ownerId: string },
): Promise<Result<Departure, Refusal>> {
  const { context, word, ownerId } = asked;
  const person = await personById(tx, ownerId);
  if (!person) throw new Error(`${ownerId} is nobody on record`);
  const { transferId, from: partner, messageId } = word;
  const begun = await beginTransfer(tx, {
    ...{ context, direction: 'out', partner, transferId, ownerId },
    ...{ officeId: person.officeId, channel: 'automatic' },
  });
  if (!begun.ok) return begun;
  const { file, transfer } = begun.value;
  const kept = await recordWord(tx, { context, transfer, word });
  if (!kept.ok) return kept;
  const data = { messageId, transferId, partner };
  const moved = await step(tx, { context, file, actor: partnerActor(partner), action: 'letter-opens', data });
  return moved.ok ? ok({ file: moved.value, transfer, recorded: true }) : moved;
}

/** A case that a clerk opened for a letter on paper begins with it. */
async function begunBy(tx: Tx, lettered: Lettered): Promise<Result<Lettered, Refusal>> {
  const { context, file, transfer, word } = lettered;
  if (file.state !== 'draft' || word.channel !== 'paper') return ok(lettered);
  const { transferId, partner } = transfer;
  const data = { messageId: word.messageId, transferId, partner };
  const moved = await step(tx, { context, file, actor: partnerActor(partner), action: 'letter-opens', data });
  return moved.ok ? ok({ ...lettered, file: moved.value }) : moved;
}
