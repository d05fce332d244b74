import { ed25519 } from '@noble/curves/ed25519.js';
import { z } from 'zod';

/** What the agency publishes at `/.well-known/suixing-keys.json`, as far as it is needed to check a signature. */
export const keySetSchema = z.object({
  keys: z.array(
    z.object({
      crv: z.literal('Ed25519'),
      alg: z.literal('EdDSA'),
      kid: z.string(),
      x: z.string(),
      nbf: z.int(),
      exp: z.int(),
    }),
  ),
});
export type KeySet = z.output<typeof keySetSchema>;

/** Why a signed text is not taken. */
export type Wrong = 'not-signed' | 'unknown-key' | 'outside-validity' | 'forged';

export interface Signed {
  readonly type: string;
  readonly signedAt: Date;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Reads a statement that an agency signed (a JWS in compact form, RFC 7515) with its public keys: the same check that the agency's
 * own program makes, in the browser, so that nobody has to be asked and nobody hears of it.
 */
export function readSigned(text: string, { keys }: KeySet): Signed | Wrong {
  const parts = compact.exec(text.trim())?.groups;
  const { header = '', body = '', signature = '' } = parts ?? {};
  const head = decoded(header);
  const payload = decoded(body);
  const { typ, kid, alg, ...rest } = head ?? {};
  const { signedAt: said, ...payloadRest } = payload ?? {};
  const signedAt = new Date(String(said ?? ''));
  // A header that we do not know, `crit` above all, could change the meaning of what is signed.
  if (typeof typ !== 'string' || !payload || Number.isNaN(signedAt.getTime()) || Object.keys(rest).length > 0)
    return 'not-signed';
  const key = keys.find((each) => each.kid === kid && each.alg === alg);
  if (!key) return 'unknown-key';
  const second = Math.floor(signedAt.getTime() / 1000);
  if (second < key.nbf || second >= key.exp) return 'outside-validity';
  const signed = new TextEncoder().encode(`${header}.${body}`);
  return verified(bytesOf(signature), signed, bytesOf(key.x))
    ? { type: typ, signedAt, payload: payloadRest }
    : 'forged';
}

const compact = /^(?<header>[A-Za-z0-9_-]+)\.(?<body>[A-Za-z0-9_-]+)\.(?<signature>[A-Za-z0-9_-]+)$/;

/** As RFC 8032 has it, no looser. */
function verified(signature: Uint8Array, signed: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, signed, key, { zip215: false });
  } catch {
    return false; // not of a signature's length, or no point of the curve
  }
}

function decoded(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(part)));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bytesOf(base64url: string): Uint8Array {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
