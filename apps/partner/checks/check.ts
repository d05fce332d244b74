import type { Text } from '#basics';
import type { Envelope, Receipt } from '#engines/exchange';
import type { Signer } from '#platform/signing';
import { type Answer, envelopeTo, post, receiptIn, signed, type Target } from '../target.ts';

/** The agencies that the kit plays, as they sign. */
export interface Signers {
  readonly partner: Signer;
  readonly partnerNext: Signer;
  readonly partnerExpired: Signer;
  readonly other: Signer;
  readonly suspended: Signer;
  /** Of a key that nobody was told. */
  readonly stranger: Signer;
}

export interface Kit {
  readonly target: Target;
  readonly signers: Signers;
}

/** What went otherwise than the exchange says; null where nothing did. */
export type Fault = string | null;

/** One promise of the exchange, tried at a gateway. */
export interface Check {
  readonly id: string;
  /** What must hold, in a sentence. */
  readonly says: Text;
  /** The section of docs/exchange that says it. */
  readonly section: string;
  readonly run: (kit: Kit) => Promise<Fault>;
}

export interface Sent {
  readonly text: string;
  readonly envelope: Envelope;
  readonly answer: Answer;
  readonly receipt: Receipt | null;
}

/** Signs and posts a message of the partner, or what `other` makes of it. */
export async function say(
  { target, signers }: Kit,
  other: Partial<Envelope> = {},
  signer: Signer = signers.partner,
): Promise<Sent> {
  const envelope = envelopeTo(target, other);
  const text = signed(signer, envelope);
  return sent(target, { text, envelope });
}

/** Posts the same bytes, once more or for the first time. */
export async function sent(
  target: Target,
  { text, envelope }: { readonly text: string; readonly envelope: Envelope },
): Promise<Sent> {
  const answer = await post(target, text);
  return { text, envelope, answer, receipt: receiptIn(target, { text, envelope, answer }) };
}

/** A receipt that holds, with this status. */
export function receipted({ answer, receipt }: Sent, status: Receipt['status'], reason?: string): Fault {
  if (!receipt) return `no receipt that holds, but ${told(answer)}`;
  if (receipt.status !== status) return `the receipt says ${receipt.status} ${receipt.reason ?? ''}`.trim();
  if (reason !== undefined && receipt.reason !== reason) return `refused for ${receipt.reason}`;
  return null;
}

/** Answered by a problem document with one of these statuses, and by no receipt. */
export function turnedAway(answer: Answer, ...statuses: readonly number[]): Fault {
  if (!statuses.includes(answer.status)) return told(answer);
  return answer.contentType.startsWith('application/problem+json')
    ? null
    : `${answer.status} as ${answer.contentType || 'nothing'} in place of a problem document`;
}

export function told({ status, contentType, body }: Answer): string {
  return `${status} ${contentType} ${body.slice(0, 160)}`.trim();
}

/** The first thing that went wrong. */
export function first(...faults: readonly Fault[]): Fault {
  return faults.find((fault) => fault !== null) ?? null;
}
