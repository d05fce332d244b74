import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Signer } from '#platform/signing';
import { inClear, type MessageCatalogue } from './catalogue.ts';
import type { Keep } from './keep-together.ts';
import { type OpenedMessage, type Opening, openMessage } from './open-message.ts';
import { type Receipt, signReceipt } from './receipt.ts';
import { countRejection, type KeptWith, keepContradiction, keepMessage } from './received.store.ts';

export interface Receiving extends Opening {
  /** A connection as the role that alone may keep a partner's word. */
  readonly gateway: Database;
  /** How messages are kept; one by one where nothing is said. */
  readonly keep?: Keep;
  readonly signer: Signer;
  readonly catalogue: MessageCatalogue;
  readonly seal: Seal;
}

export interface Answered {
  /** The signed receipt. */
  readonly receipt: string;
  readonly outcome: 'kept' | 'again' | 'contradicts';
  readonly transferId: string;
  readonly from: string;
}

/**
 * Takes a message in: verified, kept, and only then answered with a receipt. The same message again gets the same receipt; one
 * that contradicts what its sender said before gets a refusal and is kept for a clerk to see. Refuses what `openMessage`
 * refuses and `exchange.anothers-transfer`; then nothing is kept.
 */
export async function receiveMessage(receiving: Receiving, text: string): Promise<Result<Answered, Refusal>> {
  const opened = await openMessage(text, receiving);
  if (!opened.ok) return opened;
  const message = opened.value;
  const { transferId, from } = message.envelope;
  const answer = (outcome: Answered['outcome'], receipt: Uint8Array) =>
    ok({ receipt: receiving.seal.open(receipt), outcome, transferId, from });
  const keeping = keepingOf(receiving, message);
  const keep = receiving.keep ?? ((...asked) => keepMessage(receiving.gateway, ...asked));
  const kept = await keep(message, keeping);
  if (kept.outcome === 'anothers-transfer')
    return refuse({ code: 'exchange.anothers-transfer', figures: { partner: from } });
  if (kept.outcome === 'contradicts')
    return answer('contradicts', await refuseContradiction(receiving, { message, keeping }));
  return answer(kept.outcome, kept.receipt ?? keeping.receiptSealed);
}

/** Signed before it is kept, so that nothing is kept that could not be answered; the database takes the receipt that fits. */
function keepingOf(receiving: Receiving, message: OpenedMessage): KeptWith {
  const { seal, at, catalogue } = receiving;
  const clear = inClear(catalogue, { said: message.envelope, seal });
  const refusal = clear.ok ? null : clear.refusal;
  const receiptSealed = seal.seal(receiptOf(receiving, { message, status: 'taken', refusal }));
  const waits = refusal === null && message.envelope.sequence > 1;
  const waiting = waits ? seal.seal(receiptOf(receiving, { message, status: 'waiting', refusal })) : null;
  const textSealed = seal.seal(message.text);
  return {
    ...(clear.ok ? clear.value : { figures: {}, subject: null }),
    textSealed,
    receiptSealed,
    waitingSealed: waiting ?? receiptSealed,
    refused: refusal?.code ?? null,
    at,
  };
}

/** Counts what was turned away; nothing of it is kept. */
export function noteRejection(
  { gateway, at }: Pick<Receiving, 'gateway' | 'at'>,
  { code, region }: { readonly code: string; readonly region: string | null },
): Promise<void> {
  return countRejection(gateway, { on: shanghaiDate(at), code, region });
}

/** The receipt of the first time that it came. */
function refuseContradiction(
  receiving: Receiving,
  { message, keeping }: { readonly message: OpenedMessage; readonly keeping: KeptWith },
): Promise<Uint8Array> {
  const refusal = { code: 'exchange.contradicts' };
  const receipt = receiptOf(receiving, { message, status: 'refused', refusal });
  const receiptSealed = receiving.seal.seal(receipt);
  return keepContradiction(receiving.gateway, message, { ...keeping, receiptSealed });
}

function receiptOf(
  { signer, self, at }: Receiving,
  given: {
    readonly message: OpenedMessage;
    readonly status: Receipt['status'];
    readonly refusal: Refusal | null;
  },
): string {
  const { message, status, refusal } = given;
  const { messageId, transferId } = message.envelope;
  return signReceipt(signer, {
    ...{ version: '1', messageId, transferId, digest: message.digest },
    ...{ status: refusal ? 'refused' : status, reason: refusal?.code ?? null },
    ...{ problems: refusal?.problems ?? [], receivedAt: at.toISOString(), by: self },
  });
}
