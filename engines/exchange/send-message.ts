import { ok, type Refusal, type Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { checkBody } from './catalogue.ts';
import { readEnvelope } from './envelope.ts';
import { guarded } from './guarded.ts';
import { messageType, signJws } from './jws.ts';
import type { MessageDraft, Sending, SentMessage } from './message.ts';
import { digestOfText } from './receipt.ts';
import { keepSent, nextSequence } from './sent.store.ts';

/**
 * Says something to another agency: numbered, signed once and put into the outbox in the caller's transaction, so that it is
 * said exactly if what it tells of has happened. Every try to deliver it sends the same bytes. Refuses `exchange.unknown-type`,
 * `exchange.bad-body`, `exchange.bad-envelope` and `exchange.anothers-transfer`.
 */
export async function sendMessage(
  tx: Tx,
  draft: MessageDraft,
  sending: Sending,
): Promise<Result<SentMessage, Refusal>> {
  const { transferId, to, type, body, inReplyTo = null, ownerId } = draft;
  const { signer, messageId, at, from, seal } = sending;
  const fits = checkBody(sending.catalogue, draft);
  if (!fits.ok) return fits;
  const numbered = await guarded(nextSequence(tx, { transferId, to, ownerId, at }));
  if (!numbered.ok) return numbered;
  const { owner, sequence } = numbered.value;
  const said = { messageId, transferId, from, to, sequence, inReplyTo, type, body };
  const envelope = readEnvelope({ version: '1', sentAt: at.toISOString(), ...said });
  if (!envelope.ok) return envelope;
  const text = signJws(signer, messageType, envelope.value);
  const digest = digestOfText(text);
  const row = { ...said, ownerId: owner, kid: signer.kid, digest, textSealed: seal.seal(text), at };
  const kept = await guarded(keepSent(tx, row));
  return kept.ok ? ok({ messageId, transferId, sequence, digest, sentAt: at }) : kept;
}
