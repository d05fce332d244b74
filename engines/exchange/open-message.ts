import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Verifier } from '#platform/signing';
import { clockToleranceMs, type Envelope, largestMessage, oldestMs, readEnvelope } from './envelope.ts';
import { checkJws, messageType, type OpenedJws, openJws } from './jws.ts';
import { digestOfText } from './receipt.ts';

/** What is known of a partner when it speaks to us. */
export interface Partner {
  readonly region: string;
  readonly suspended: boolean;
  /** The keys that are still accepted. */
  readonly verifier: Verifier;
}

export type PartnerOf = (region: string) => Promise<Partner | null>;

/** A message whose signature holds. */
export interface OpenedMessage {
  readonly envelope: Envelope;
  readonly kid: string;
  /** SHA-256 of the JWS. */
  readonly digest: string;
  readonly text: string;
}

export interface Opening {
  readonly partnerOf: PartnerOf;
  /** The region of who reads it. */
  readonly self: string;
  readonly at: Date;
  /** Asked once a partner's signature holds: seconds to wait where it speaks too often, else 0. */
  readonly waitSeconds?: (region: string) => number;
}

/**
 * Takes a message apart and checks that a partner signed it for us, with a key that was valid then. Refuses
 * `exchange.too-large`, `exchange.not-signed`, `exchange.not-canonical`, `exchange.unknown-partner`,
 * `exchange.partner-suspended`, `exchange.unknown-key`, `exchange.key-not-valid`, `exchange.forged`,
 * `exchange.clock`, `exchange.too-many`, `exchange.bad-envelope` and `exchange.not-for-us`; the envelope is looked at only once
 * the signature holds. From where a partner is known, `figures.partner` names it.
 */
export async function openMessage(text: string, opening: Opening): Promise<Result<OpenedMessage, Refusal>> {
  if (text.length > largestMessage) return refuse({ code: 'exchange.too-large' });
  const opened = openJws(text, messageType);
  if (!opened.ok) return opened;
  const { payload } = opened.value;
  const partner = typeof payload.from === 'string' ? await opening.partnerOf(payload.from) : null;
  if (!partner) return refuse({ code: 'exchange.unknown-partner' });
  const read = readOf(opened.value, { partner, opening });
  if (!read.ok)
    return refuse({ ...read.refusal, figures: { ...read.refusal.figures, partner: partner.region } });
  return ok({ envelope: read.value, kid: opened.value.kid, digest: digestOfText(text), text });
}

function readOf(
  jws: OpenedJws,
  { partner, opening }: { readonly partner: Partner; readonly opening: Opening },
): Result<Envelope, Refusal> {
  const { payload } = jws;
  if (partner.suspended) return refuse({ code: 'exchange.partner-suspended' });
  const sentAt = new Date(typeof payload.sentAt === 'string' ? payload.sentAt : '');
  if (Number.isNaN(sentAt.getTime())) return refuse({ code: 'exchange.clock' });
  const checked = checkJws(jws, { verifier: partner.verifier, at: sentAt });
  if (!checked.ok) return checked;
  const seconds = opening.waitSeconds?.(partner.region) ?? 0;
  if (seconds > 0) return refuse({ code: 'exchange.too-many', figures: { seconds } });
  const age = opening.at.getTime() - sentAt.getTime();
  if (age < -clockToleranceMs || age > oldestMs) return refuse({ code: 'exchange.clock' });
  const envelope = readEnvelope(payload);
  if (envelope.ok && envelope.value.to !== opening.self) return refuse({ code: 'exchange.not-for-us' });
  return envelope;
}
