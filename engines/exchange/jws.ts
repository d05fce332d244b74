import { canonicalJson, ok, type Refusal, type Result, refuse } from '#basics';
import type { Signer, Verifier } from '#platform/signing';
import { type JsonObject, readCanonical } from './json-text.ts';

export const messageType = 'suixing-message';
export const receiptType = 'suixing-receipt';

/** A JWS in compact form, taken apart; nothing of it is believed yet. */
export interface OpenedJws {
  readonly kid: string;
  readonly alg: string;
  readonly payload: JsonObject;
  /** What was signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Signs canonical JSON (RFC 8785) as a JWS in compact form, whose header is exactly `alg`, `kid` and `typ`. */
export function signJws(signer: Signer, typ: string, payload: object): string {
  const header = { alg: signer.alg, kid: signer.kid, typ };
  const text = `${encoded(canonicalJson(header))}.${encoded(canonicalJson(payload))}`;
  return `${text}.${Buffer.from(signer.sign(Buffer.from(text, 'ascii'))).toString('base64url')}`;
}

/**
 * Takes a JWS apart. There is one way to write each: base64url without spare bits, a header of three members in canonical
 * form, a payload in canonical form. Refuses `exchange.not-signed` and `exchange.not-canonical`.
 */
export function openJws(text: string, typ: string): Result<OpenedJws, Refusal> {
  const parts = text.split('.');
  const [header, payload, signature] = parts.map(decoded);
  if (parts.length !== 3 || !header || !payload || signature?.length !== signatureLength) return notSigned;
  const head = readCanonical(header);
  if (!head.ok) return notSigned;
  const { alg, kid, typ: given } = head.value;
  const exact = Object.keys(head.value).length === 3 && given === typ;
  if (!exact || typeof alg !== 'string' || typeof kid !== 'string') return notSigned;
  const read = readCanonical(payload);
  if (!read.ok) return read;
  const signed = Buffer.from(text.slice(0, text.lastIndexOf('.')), 'ascii');
  return ok({ kid, alg, payload: read.value, signed, signature });
}

/** Whether the signature holds, made by a key that was valid at `at`. Refuses as the agency's own signatures are refused. */
export function checkJws(
  { kid, alg, signed, signature }: OpenedJws,
  { verifier, at }: { readonly verifier: Verifier; readonly at: Date },
): Result<null, Refusal> {
  const checked = verifier.check({ kid, alg, at, bytes: signed, signature });
  return checked === 'good' ? ok(null) : refuse({ code: codes[checked] });
}

const signatureLength = 64;
const notSigned = refuse({ code: 'exchange.not-signed' });
const codes = {
  'unknown-key': 'exchange.unknown-key',
  'outside-validity': 'exchange.key-not-valid',
  forged: 'exchange.forged',
} as const;

function encoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** Null where it is empty or could have been written otherwise. */
function decoded(part: string): Uint8Array | null {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === part ? bytes : null;
}
