import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { copyPage, type LetterPage, letterHtml, type Printed, printCopy } from '#business/letters';
import { documentsOf, maskName, personById } from '#business/registry';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Press } from '#platform/typesetting';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { takenBackForm } from '../forms/write-invalidation.ts';
import type { TransferPerson } from '../messages/person.ts';
import { partnerName } from '../partner-name.ts';
import { type KeptWord, wordsInTransfer } from '../words/partner-words.store.ts';
import { copyOfReceived } from './copy-of-received.ts';
import { receivedOf } from './read-received.ts';

/** What printing a copy needs. */
export type ReceivingContext = TransferContext & { readonly press: Press };

export interface ReceivedAsked {
  readonly context: ReceivingContext;
  readonly caller: Caller;
  readonly number: string;
  readonly messageId: string;
  readonly language: 'zh' | 'en' | null;
}

/**
 * A copy of what the other agency said, as PDF. Whoever may read the case reads it; a sheet that is still being checked, or is about
 * somebody else, officers only. Refuses `casework.no-case`, `transfer.not-received` and `transfer.sheet-in-check`.
 */
export async function printReceived(reader: Reader, asked: ReceivedAsked): Promise<Result<Printed, Refusal>> {
  const page = await pageFor(reader, asked);
  return page.ok ? ok(await printCopy(asked.context, page.value)) : page;
}

/** The same as a page for a browser. */
export async function showReceived(reader: Reader, asked: ReceivedAsked): Promise<Result<string, Refusal>> {
  const page = await pageFor(reader, asked);
  return page.ok ? ok(letterHtml(page.value)) : page;
}

async function pageFor(reader: Reader, asked: ReceivedAsked): Promise<Result<LetterPage, Refusal>> {
  const { context, caller, messageId, language } = asked;
  const found = await transferByNumber(reader, asked);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const words = await wordsInTransfer(reader, transfer);
  const word = words.find((kept) => kept.messageId === messageId);
  if (!word) return refuse({ code: 'transfer.not-received' });
  const mayRead = caller.kind === 'officer' || (await standsOnRecord(reader, { file, word }));
  if (!mayRead) return refuse({ code: 'transfer.sheet-in-check' });
  const received = await receivedOf(reader, { context, word });
  const meant = words.find((other) => other.messageId === word.figures.invalidates);
  const takenBack = meant && (await receivedOf(reader, { context, word: meant })).said;
  return ok(
    copyPage(
      copyOfReceived(received, {
        ...(await aboutIt(reader, { context, transfer, word })),
        language: language ?? 'zh',
        takesBack: takenBackForm(takenBack),
        side: transfer.direction === 'out' ? 'receiving' : 'sending',
      }),
    ),
  );
}

async function aboutIt(
  reader: Reader,
  asked: { readonly context: ReceivingContext; readonly transfer: Transfer; readonly word: KeptWord },
) {
  const { context, transfer, word } = asked;
  const office = await partnerName(reader, { context, region: word.from });
  return { word, office, person: await recordedPerson(reader, transfer.owner) };
}

/** Whom the transfer is about as the record has them, masked: where a message names somebody, the copy says what it says. */
async function recordedPerson(reader: Reader, owner: string): Promise<TransferPerson> {
  const person = await personById(reader, owner);
  const [document] = await documentsOf(reader, [owner]);
  const name = maskName(person?.name ?? '');
  const identity = {
    type: document?.kind ?? 'citizen-id',
    number: `****${document?.numberTail ?? ''}`,
  } as const;
  return { name, nameLatin: person?.nameLatin ? maskName(person.nameLatin) : null, identity };
}

/** A sheet may be about somebody else until its months are on record; nothing else says anything of another person. */
async function standsOnRecord(
  reader: Reader,
  { file, word }: { readonly file: CaseFile; readonly word: KeptWord },
): Promise<boolean> {
  if (word.type !== 'information-sheet') return true;
  const done = await actionsOf(reader, file);
  return done.some(({ action, data }) => recorded.has(action) && data.messageId === word.messageId);
}

const recorded: ReadonlySet<string> = new Set(['record-months', 'record-only', 'let-pass', 'let-pass-only']);
