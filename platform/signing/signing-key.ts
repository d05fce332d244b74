import { createHash, generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';

const base64url = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The public part of a key as it is published: RFC 8037's key with RFC 7519's times, in seconds since 1970. */
export const publicKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  kid: z.string().min(1).max(100),
  x: base64url,
  /** From when it may sign. */
  nbf: z.int(),
  /** Until when it may sign; what it signed before stays good. */
  exp: z.int(),
});
export type PublicKey = z.output<typeof publicKeySchema>;

/** What an agency publishes at `/.well-known/suixing-keys.json` (RFC 7517). */
export const keySetSchema = z.object({ keys: z.array(publicKeySchema) });
export type KeySet = z.output<typeof keySetSchema>;

/** A key as its file holds it. Without `d`, the private part, it was retired: it verifies and never signs again. */
export const signingKeySchema = publicKeySchema.extend({ d: base64url.optional() });
export type SigningKey = z.output<typeof signingKeySchema>;

export interface Validity {
  readonly from: Date;
  readonly until: Date;
}

/**
 * A new key; its id is the thumbprint of its public part (RFC 7638), so that no other key can take the name. One in 64 would
 * begin with a hyphen and be taken for an option on the command line: such a key is not kept.
 */
export function newSigningKey({ from, until }: Validity): SigningKey {
  for (;;) {
    const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    const kid = thumbprint(x);
    if (kid.startsWith('-')) continue;
    return {
      ...{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid, x, d },
      nbf: inSeconds(from),
      exp: inSeconds(until),
    };
  }
}

/** The public part and nothing else. */
export function publicPart(key: SigningKey): PublicKey {
  return publicKeySchema.parse(key); // leaves out what the schema does not name
}

export function isValidAt({ nbf, exp }: PublicKey, at: Date): boolean {
  const second = inSeconds(at);
  return nbf <= second && second < exp;
}

export function thumbprint(x: string): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
}

export function inSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
