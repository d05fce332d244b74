import { randomBytes } from 'node:crypto';
import { canonicalJson, ok, type Refusal, type Result, refuse } from '#basics';
import { transferMessages } from '#business/transfer';
import {
  digestOfText,
  type Envelope,
  type JsonObject,
  messageType,
  type Receipt,
  readReceipt,
  signJws,
} from '#engines/exchange';
import { readKeySet, type Signer, type Verifier, verifierOf } from '#platform/signing';
import { kitRegions } from './kit-keys.ts';

/** A gateway as its partner sees it: an address, a region, and the keys by which its receipts are believed. */
export interface Target {
  readonly url: string;
  readonly region: string;
  readonly verifier: Verifier;
  /** The time by which it is spoken to: the machine's, until `follow` was called. */
  now(): Date;
  /** Takes over the gateway's own time where it tells it, as that of a demo whose clock was moved. */
  follow(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Fetches the keys that a gateway publishes. Refuses `partner.no-target-keys`. */
export async function reachTarget(url: string, region: string): Promise<Result<Target, Refusal>> {
  try {
    const answer = await fetch(at(url, '.well-known/suixing-keys.json'), {
      signal: AbortSignal.timeout(15_000),
    });
    const set = readKeySet(await answer.text());
    if (set.ok) return ok({ url, region, verifier: verifierOf(set.value), ...clockOf(url) });
  } catch {
    // No answer is no key.
  }
  return refuse({ code: 'partner.no-target-keys', figures: { url } });
}

/** What two machines' clocks, and the way between them, may differ by without being another time. */
const sameMs = 5_000;

function clockOf(url: string): Pick<Target, 'now' | 'follow'> {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    async follow() {
      try {
        const answer = await fetch(at(url, 'healthz'), { signal: AbortSignal.timeout(15_000) });
        const told = Date.parse((JSON.parse(await answer.text()) as { time?: string }).time ?? ''); // or anything else
        const ahead = Number.isNaN(told) ? 0 : told - Date.now();
        aheadMs = Math.abs(ahead) < sameMs ? 0 : ahead;
      } catch {
        // A gateway that tells no time is spoken to by the machine's.
      }
    },
  };
}

export interface Posting {
  readonly method?: string;
  readonly contentType?: string;
}

export async function post(
  { url }: Target,
  body: string | Uint8Array | null,
  { method = 'POST', contentType = 'application/jose' }: Posting = {},
): Promise<Answer> {
  const answer = await fetch(at(url, 'exchange/v1/messages'), {
    method,
    redirect: 'manual',
    headers: body === null ? {} : { 'content-type': contentType },
    ...(body === null ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, contentType: type, body: await answer.text() };
}

function at(url: string, path: string): URL {
  return new URL(path, url.endsWith('/') ? url : `${url}/`);
}

/** An id that was never used before. */
export function freshId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

/** A message of the kit's partner in a transfer that nobody knows yet, or what `other` makes of it. */
export function envelopeTo({ region, now }: Target, other: Partial<Envelope> = {}): Envelope {
  return {
    ...{ version: '1', messageId: freshId('msg'), transferId: `${kitRegions.partner}-${freshId('t')}` },
    ...{ from: kitRegions.partner, to: region, sequence: 1, inReplyTo: null, type: 'balance-credited' },
    ...{ sentAt: now().toISOString(), body: transferMessages['balance-credited'].example as JsonObject },
    ...other,
  };
}

export function signed(signer: Signer, envelope: object): string {
  return signJws(signer, messageType, envelope);
}

/** Signs any bytes under any header, whether or not they are what they should be. */
export function signedAsTyped(
  signer: Signer,
  payload: string | Uint8Array,
  header: string = canonicalJson({ alg: signer.alg, kid: signer.kid, typ: messageType }),
): string {
  const text = `${Buffer.from(header).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
  return `${text}.${Buffer.from(signer.sign(Buffer.from(text, 'ascii'))).toString('base64url')}`;
}

/** The receipt in an answer; null where there is none that holds and speaks of this message. */
export function receiptIn(
  target: Target,
  { text, envelope, answer }: { readonly text: string; readonly envelope: Envelope; readonly answer: Answer },
): Receipt | null {
  if (answer.status !== 200) return null;
  const { messageId, transferId } = envelope;
  const about = { messageId, transferId, digest: digestOfText(text), by: target.region };
  const until = new Date(target.now().getTime() + 5 * 60_000); // clocks may be so far apart
  const read = readReceipt(answer.body, { about, verifier: target.verifier, until });
  return read.ok ? read.value : null;
}
