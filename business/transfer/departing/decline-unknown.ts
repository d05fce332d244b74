import { ok, type Refusal, type Result } from '#basics';
import { messagesThat, readKept } from '#engines/exchange';
import type { Reader, Tx } from '#platform/postgres';
import { type TransferContext, today } from '../context.ts';
import type { TransferPerson } from '../messages/person.ts';
import { readBody } from '../messages/read-body.ts';
import { tellPartner } from '../tell-partner.ts';
import type { Effect, Word } from '../words/word.ts';
import { unknownPerson } from './unknown-person.ts';

interface AboutNobody {
  readonly context: TransferContext;
  readonly word: Word<'contact-letter'>;
}

/**
 * Nobody of that name and document is insured here: there is no case, and the other agency is told at once. In one transfer it is told
 * once of one person, however often it writes; a letter that says another name or document is another question.
 */
export async function declineUnknown(tx: Tx, asked: AboutNobody): Promise<Result<Effect, Refusal>> {
  const { context, word } = asked;
  if (await toldBefore(tx, asked)) return ok({ ownerId: null, effect: 'person-unknown-still' });
  const { transferId, from: partner, messageId } = word;
  const body = { reasons: [unknownPerson], declinedOn: today(context), supersededBy: null };
  const transfer = { owner: transferId, transferId, partner, direction: 'out' } as const;
  const said = await tellPartner(tx, {
    ...{ context, transfer, file: null, type: 'transfer-declined', body, inReplyTo: messageId },
  });
  return said.ok ? ok({ ownerId: null, effect: answered }) : said;
}

const answered = 'person-unknown';
/** As many different people a transfer may be asked about before the oldest is forgotten. */
const remembered = 20;

async function toldBefore(tx: Tx, { context, word }: AboutNobody): Promise<boolean> {
  const { transferId, from, type } = word;
  const letters = await messagesThat(tx, { transferId, from, type, effect: answered, limit: remembered });
  for (const messageId of letters) if (await namesAsBefore(tx, { context, word, messageId })) return true;
  return false;
}

/** Whether a letter of the same transfer that was kept before names the same person by the same document. */
export async function namesAsBefore(
  reader: Reader,
  { context, word, messageId }: AboutNobody & { readonly messageId: string },
): Promise<boolean> {
  const { transferId, from, type, body } = word;
  const kept = await readKept(reader, { seal: context.seal, transferId, from, messageId });
  const read = kept && readBody(type, kept.body);
  return Boolean(read?.ok && samePerson(read.body.person, body.person));
}

function samePerson(one: TransferPerson, other: TransferPerson): boolean {
  return (
    one.name === other.name &&
    one.nameLatin === other.nameLatin &&
    one.identity.type === other.identity.type &&
    one.identity.number === other.identity.number &&
    one.identity.issuer === other.identity.issuer
  );
}
