import { createHash } from 'node:crypto';
import type { PlainDate } from '#basics';
import { shanghaiDate } from '#basics';
import { readKept } from '#engines/exchange';
import type { Reader } from '#platform/postgres';
import type { TransferContext } from '../context.ts';
import { saidBy } from '../messages/exchange-catalogue.ts';
import type { Said } from '../messages/figures-of.ts';
import { readBody } from '../messages/read-body.ts';
import { findPaper, type KeptWord } from '../words/partner-words.store.ts';

/** What another agency said, whole, with what tells it from everything else that was ever said. */
export interface Received {
  readonly said: Said;
  /** SHA-256 of the signed message as the gateway kept it, or of what two officers took from the paper. */
  readonly digest: string;
  readonly receivedAt: Date;
  /** The reference that a letter on paper bears; null of a message. */
  readonly paperReference: string | null;
  readonly saidOn: PlainDate;
}

/** The body of a word as it was kept: what was kept is compared with its digest before it is read. */
export async function receivedOf(
  reader: Reader,
  asked: { readonly context: Pick<TransferContext, 'seal'>; readonly word: KeptWord },
): Promise<Received> {
  const { word } = asked;
  const kept = word.channel === 'paper' ? await onPaper(reader, asked) : await atGateway(reader, asked);
  const read = readBody(word.type, kept.body);
  if (!read.ok) throw new Error(`the message ${word.messageId} is not what was taken in`);
  const { digest, receivedAt, paperReference } = kept;
  return {
    ...{ digest, receivedAt, paperReference, saidOn: shanghaiDate(word.sentAt) },
    said: saidBy(word.type, read.body),
  };
}

interface Kept extends Pick<Received, 'digest' | 'receivedAt' | 'paperReference'> {
  readonly body: unknown;
}

type Asked = Parameters<typeof receivedOf>[1];

async function atGateway(reader: Reader, { context, word }: Asked): Promise<Kept> {
  const { transferId, from, messageId } = word;
  const kept = await readKept(reader, { seal: context.seal, transferId, from, messageId });
  if (!kept) throw new Error(`the gateway kept no message ${messageId}`);
  const { body, text, receivedAt } = kept;
  return { body, digest: sha256(text), receivedAt, paperReference: null };
}

async function onPaper(reader: Reader, { context, word }: Asked): Promise<Kept> {
  const paper = await findPaper(reader, word);
  const text = paper && context.seal.open(paper.bodySealed);
  if (!paper || text === undefined || sha256(text) !== Buffer.from(paper.digest).toString('hex'))
    throw new Error(`the letter ${word.messageId} is not what two officers took in`);
  const { paperReference, recordedAt: receivedAt } = paper;
  return { body: JSON.parse(text), digest: sha256(text), receivedAt, paperReference };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
