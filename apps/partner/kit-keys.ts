import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#basics';
import {
  type KeySet,
  keySetOf,
  newSigningKey,
  readSigningKeys,
  type Signer,
  type SigningKey,
  signerAt,
} from '#platform/signing';

/** The agencies that the kit plays: its own, another one, and one with which exchange is suspended. None of them exists. */
export const kitRegions = { partner: '899001', other: '899002', suspended: '899003' } as const;

/** What each of them signs with. The partner's second key is there already; the validity of its former one is over. */
export interface KitKeys {
  readonly partner: SigningKey;
  readonly partnerNext: SigningKey;
  readonly partnerExpired: SigningKey;
  readonly other: SigningKey;
  readonly suspended: SigningKey;
}

const day = 86_400_000;

export function newKitKeys(at: Date): KitKeys {
  const from = new Date(at.getTime() - 365 * day);
  const valid = () => newSigningKey({ from, until: new Date(at.getTime() + 3650 * day) });
  return {
    ...{ partner: valid(), partnerNext: valid(), other: valid(), suspended: valid() },
    partnerExpired: newSigningKey({ from, until: new Date(at.getTime() - day) }),
  };
}

/** The public parts, by the region in whose name they sign: what a target enters in its directory. */
export function publicKitKeys(keys: KitKeys): Readonly<Record<string, KeySet>> {
  return {
    [kitRegions.partner]: keySetOf([keys.partner, keys.partnerNext, keys.partnerExpired]),
    [kitRegions.other]: keySetOf([keys.other]),
    [kitRegions.suspended]: keySetOf([keys.suspended]),
  };
}

const text = z.string().min(1);
const key = z.object({
  ...{ kty: z.literal('OKP'), crv: z.literal('Ed25519'), alg: z.literal('EdDSA'), use: z.literal('sig') },
  ...{ kid: text, x: text, d: text, nbf: z.int(), exp: z.int() },
});
const file = z.strictObject({
  partner: key,
  partnerNext: key,
  partnerExpired: key,
  other: key,
  suspended: key,
});

/** Null where there is no such file. Refuses `partner.bad-key-file`. */
export function readKitKeys(path: string): Result<KitKeys | null, Refusal> {
  let found: string;
  try {
    found = readFileSync(path, 'utf8');
  } catch {
    return ok(null);
  }
  try {
    return ok(file.parse(JSON.parse(found)));
  } catch {
    return refuse({ code: 'partner.bad-key-file', figures: { file: path } });
  }
}

/**
 * The keys of one agency as its own installation has them, in a folder: whoever has them may play it. What the profiles sign in
 * other names is made up. Null where the folder holds none.
 */
export function readAgencyKeys(folder: string, at: Date): Result<KitKeys | null, Refusal> {
  const held = readSigningKeys(folder);
  if (!held.ok) return held;
  const seconds = at.getTime() / 1000;
  const [partner, partnerNext = partner] = held.value.filter(
    ({ nbf, exp }) => nbf <= seconds && seconds < exp,
  );
  return ok(partner && partnerNext ? { ...newKitKeys(at), partner, partnerNext } : null);
}

/** Readable by its owner alone. */
export function writeKitKeys(path: string, keys: KitKeys): void {
  writeFileSync(path, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

/** Signs with a key whether or not its validity is over: a receiver has to look for itself. */
export function signerOf(held: SigningKey): Signer {
  const signer = signerAt([held], new Date(held.nbf * 1000));
  if (!signer.ok) throw new Error(signer.refusal.code);
  return signer.value;
}
