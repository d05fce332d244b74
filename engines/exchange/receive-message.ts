import { ok, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Signer } from '#platform/signing';
import { checkBody, type MessageCatalogue } from './catalogue.ts';
import { type OpenedMessage, type Opening, openMessage } from './open-message.ts';
import { type Receipt, signReceipt } from './receipt.ts';
import { countRejection, keepContradiction, keepMessage, lookUpMessage } from './received.store.ts';

export interface Receiving extends Opening {
  /** A connection as the role that alone may keep a partner's word. */
  readonly gateway: Database;
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
  const known = await lookUpMessage(receiving.gateway, message);
  const answer = (outcome: Answered['outcome'], receipt: string) =>
    ok({ receipt, outcome, transferId, from });
  if (known.receipt) return answer('again', receiving.seal.open(known.receipt));
  const fits = checkBody(receiving.catalogue, message.envelope);
  const status = known.inOrder ? 'taken' : 'waiting';
  const receipt = receiptOf(receiving, { message, status, refusal: fits.ok ? null : fits.refusal });
  const kept = await keepMessage(receiving.gateway, message, {
    ...sealed(receiving, { text, receipt }),
    refused: fits.ok ? null : fits.refusal.code,
  });
  if (kept.outcome === 'anothers-transfer')
    return refuse({ code: 'exchange.anothers-transfer', figures: { partner: from } });
  if (kept.outcome === 'contradicts')
    return answer('contradicts', await refuseContradiction(receiving, { message, text }));
  return answer(
    kept.outcome,
    kept.outcome === 'again' && kept.receipt ? receiving.seal.open(kept.receipt) : receipt,
  );
}

/** Counts what was turned away; nothing of it is kept. */
export function noteRejection(
  { gateway, at }: Pick<Receiving, 'gateway' | 'at'>,
  { code, region }: { readonly code: string; readonly region: string | null },
): Promise<void> {
  return countRejection(gateway, { on: shanghaiDate(at), code, region });
}

async function refuseContradiction(
  receiving: Receiving,
  { message, text }: { readonly message: OpenedMessage; readonly text: string },
): Promise<string> {
  const receipt = receiptOf(receiving, {
    message,
    status: 'refused',
    refusal: { code: 'exchange.contradicts' },
  });
  const first = await keepContradiction(receiving.gateway, message, sealed(receiving, { text, receipt }));
  return receiving.seal.open(first);
}

function sealed(
  { seal, at }: Receiving,
  { text, receipt }: { readonly text: string; readonly receipt: string },
) {
  return { textSealed: seal.seal(text), receiptSealed: seal.seal(receipt), at };
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
