import { ok, type Refusal, type Result, refuse } from '#basics';
import { system } from '#business/access/public';
import { lockRecords, personById } from '#business/registry';
import { type CaseFile, caseById, systemActor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { findTransferById, type Transfer } from '../acceptance.store.ts';
import { beginTransfer } from '../begin-transfer.ts';
import { rulesInForce, type TransferContext, today } from '../context.ts';
import type { FoundTransfer } from '../find-transfer.ts';
import { onPaper } from '../paper/post.store.ts';
import { casesInTheWay } from '../pre-check/cases-in-the-way.ts';
import { declineReasons, type PreCheck, preCheckOut } from '../pre-check/pre-check.ts';
import { findPerson } from '../pre-check/same-person.ts';
import { partnerActor, step } from '../step.ts';
import { stepSaying } from '../step-telling.ts';
import { transfersOfPerson } from '../store.ts';
import { takeBackWhatWasSaid } from '../take-back.ts';
import { tellPartner } from '../tell-partner.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';
import { acceptOnLetter } from './accept-on-letter.ts';
import { answerLateLetter, reasonOfEnd } from './answer-late-letter.ts';
import { gatherDeparture } from './gather-departure.ts';
import { unknownPerson } from './unknown-person.ts';

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
 * every reason at once, and the person can mend them and have the letter sent again. A letter about what is over is answered too.
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
  const { file, transfer } = lettered;
  const late = file.state === 'awaiting-letter' ? null : await reasonOfEnd(tx, lettered);
  if (file.state !== 'awaiting-letter' && late === null) return refuse({ code: 'transfer.not-expected-now' });
  const kept = found.value.recorded ? ok(null) : await recordWord(tx, lettered);
  if (!kept.ok) return kept;
  if (late) return answerLateLetter(tx, { ...lettered, late });
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const facts = await gatherDeparture(tx, {
    ...{ context, owner: file.ownerId, partner: transfer.partner, caseId: file.id, said: word.body.person },
    toldTo: null,
  });
  const check = preCheckOut(facts, rules.value);
  const done =
    check.outcome === 'open'
      ? await acceptOnLetter(tx, { ...lettered, check })
      : await decline(tx, { ...lettered, check });
  if (!done.ok) return done;
  return ok({ ownerId: file.ownerId, effect: check.outcome === 'open' ? 'accepted' : 'declined' });
}

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
    const found = await withFile(tx, known);
    return ok({ ...found.value, recorded: false });
  }
  const ownerId = await findPerson(tx, { seal: context.seal, said: word.body.person });
  if (ownerId === null) return ok(null);
  // Who applies here in the same moment is seen, or sees this.
  await lockRecords(tx, ownerId);
  const [waiting] = await transfersOfPerson(tx, {
    ...{ owner: ownerId, partner: word.from, direction: 'out', states: ['awaiting-letter'] },
  });
  const begun = await opened(tx, { context, word, ownerId });
  // The person applied here, and there as well: it goes on under the letter's name, so that both agencies call it alike.
  const joined =
    begun.ok && waiting ? await join(tx, { context, word, waiting, into: begun.value.file }) : null;
  return joined && !joined.ok ? joined : begun;
}

async function withFile(tx: Tx, transfer: Transfer) {
  const file = await caseById(tx, transfer.owner, transfer.caseId);
  if (!file) throw new Error(`transfer ${transfer.transferId} has no case`);
  return ok({ file, transfer });
}

/** The case that waited for a letter ends; the one that the letter opened goes on in its place. */
async function join(
  tx: Tx,
  joined: {
    readonly context: TransferContext;
    readonly word: Letter;
    readonly waiting: Transfer;
    readonly into: CaseFile;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, word, waiting, into } = joined;
  const found = await withFile(tx, waiting);
  const data = { messageId: word.messageId, transferId: word.transferId, joinedTo: into.number };
  const actor = partnerActor(waiting.partner);
  const { file } = found.value;
  const moved = await step(tx, { context, file, actor, action: 'joined-to-letter', data });
  // On paper their letter answers our certificate; a gateway is told that what we announced is over.
  if (!moved.ok || (await onPaper(tx, waiting))) return moved;
  const said = await takeBackWhatWasSaid(tx, {
    ...{ context, file, transfer: waiting, reason: 'other', text: goesOnElsewhere },
  });
  return said.ok ? moved : said;
}

const goesOnElsewhere = {
  zh: '同一人的转移凭你机构的另一封联系函办理。',
  en: 'The transfer of the same person goes on with another letter of yours.',
};

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

async function decline(tx: Tx, declined: Lettered & { readonly check: PreCheck }) {
  const { context, file, transfer, word, check } = declined;
  const reasons = declineReasons(check);
  const body = { reasons, declinedOn: today(context), supersededBy: null };
  // For our own officers: the other agency is not told which case it is.
  const { holder } = await casesInTheWay(tx, { ...{ owner: file.ownerId, caseId: file.id }, toldTo: system });
  const { messageId } = word;
  return stepSaying(tx, {
    ...{ context, file, transfer, actor: systemActor, action: 'decline', met: ['conditions-not-met'] },
    says: { type: 'transfer-declined', body, inReplyTo: messageId },
    data: (answeredBy) => ({
      ...{ messageId, answeredBy, check: plain(check) },
      ...(holder === null ? {} : { standsInTheWay: holder }),
    }),
  });
}

/** Nobody of that name and document is insured here: there is no case, and the other agency is told at once. */
async function declineUnknown(
  tx: Tx,
  { context, word }: { readonly context: TransferContext; readonly word: Letter },
): Promise<Result<Effect, Refusal>> {
  const { transferId, from: partner, messageId } = word;
  const body = { reasons: [unknownPerson], declinedOn: today(context), supersededBy: null };
  const transfer = { owner: transferId, transferId, partner };
  const said = await tellPartner(tx, {
    ...{ context, transfer, file: null, type: 'transfer-declined', body, inReplyTo: messageId },
  });
  return said.ok ? ok({ ownerId: null, effect: 'person-unknown' }) : said;
}

function plain(check: PreCheck) {
  return JSON.parse(JSON.stringify(check)); // kept with the action as plain JSON
}
