import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { ok, type Result, refuse } from '#basics';
import { isValidAt, type KeySet, type PublicKey, type SigningKey } from './signing-key.ts';

/** Something that signs in the agency's name; an SM2 signer can stand behind it. */
export interface Signer {
  /** The key's id, under which its public part is published. */
  readonly kid: string;
  /** As RFC 7518 and its followers name it: `EdDSA`. */
  readonly alg: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/** What a check of a signature comes to. */
export type Checked = 'good' | 'unknown-key' | 'outside-validity' | 'forged';

/** Something that knows public keys and checks signatures made with them. */
export interface Verifier {
  /** `at` is when the signature says that it was made: a key signs only while it is valid. */
  check(signed: {
    readonly kid: string;
    readonly alg: string;
    readonly at: Date;
    readonly bytes: Uint8Array;
    readonly signature: Uint8Array;
  }): Checked;
}

/** Signs with the newest key that is valid at `at`. Refuses `signing.no-key` where there is none. */
export function signerAt(keys: readonly SigningKey[], at: Date): Result<Signer> {
  const key = keys.filter((each) => each.d !== undefined && isValidAt(each, at)).at(-1);
  if (!key) return refuse({ code: 'signing.no-key' });
  const { kty, crv, x, d } = key;
  const secret = createPrivateKey({ key: { kty, crv, x, d: d ?? '' }, format: 'jwk' });
  return ok({ kid: key.kid, alg: key.alg, sign: (bytes) => sign(null, bytes, secret) });
}

export function verifierOf({ keys }: KeySet): Verifier {
  const byId = new Map(keys.map((key) => [key.kid, { key, read: once(() => publicKey(key)) }]));
  return {
    check({ kid, alg, at, bytes, signature }) {
      const { key, read } = byId.get(kid) ?? {};
      if (!key || !read || alg !== key.alg) return 'unknown-key';
      if (!isValidAt(key, at)) return 'outside-validity';
      return verify(null, bytes, read(), signature) ? 'good' : 'forged';
    },
  };
}

/** Reading a key costs as much as checking a signature with it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function publicKey({ kty, crv, x }: PublicKey) {
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
}
