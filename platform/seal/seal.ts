import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { RandomBytes } from '#basics';
import { sealFault } from './seal-fault.ts';

/**
 * Keeps what must not lie in the open (identity and bank account numbers, telephone, e-mail): sealed to be read again,
 * hashed with a key to be found again. Equal texts seal differently each time; equal texts of one purpose hash equally.
 */
export interface Seal {
  /** Names of the keys, in the order of the keys; they tell nothing of them. 16 hexadecimal digits each. */
  readonly keyIds: readonly string[];
  /** AES-256-GCM under the current key. The bytes name their format and key. */
  seal(plain: string): Uint8Array;
  /** Throws a seal fault where the key is not here or the bytes were altered. */
  open(sealed: Uint8Array): string;
  /** HMAC-SHA-256 under the current key, 32 bytes; the same text under another purpose hashes to something else. */
  keyedHash(purpose: string, plain: string): Uint8Array;
  /** The same under every key, the current one first: by these something stored before a change of key is found. */
  keyedHashes(purpose: string, plain: string): readonly Uint8Array[];
  /**
   * What a guard of the database takes where a text must be nobody else's: for each key its number (8 bytes) and the hash
   * under it (32), the current key first.
   */
  hashesByKey(purpose: string, plain: string): Uint8Array;
}

/**
 * `keys`: 32 bytes each, the current one first, then those that older rows were sealed with. What seals and what hashes are
 * keys of their own, derived from these (HKDF, RFC 5869), so that neither tells anything about the other.
 */
export function makeSeal({
  keys,
  random,
}: {
  readonly keys: readonly Uint8Array[];
  readonly random: RandomBytes;
}): Seal {
  const rings = keys.map(deriveRing);
  const [current] = rings;
  if (!current) throw new Error('makeSeal: no key was given');
  return {
    keyIds: rings.map(({ id }) => id.toString('hex')),
    seal: (plain) => sealWith(current, { plain, nonce: random(nonceLength) }),
    open: (sealed) => openWith(rings, sealed),
    keyedHash: (purpose, plain) => hashWith(current, { purpose, plain }),
    keyedHashes: (purpose, plain) => rings.map((ring) => hashWith(ring, { purpose, plain })),
    hashesByKey: (purpose, plain) =>
      new Uint8Array(Buffer.concat(rings.flatMap((ring) => [ring.id, hashWith(ring, { purpose, plain })]))),
  };
}

interface Ring {
  /** Names the key without telling anything of it. */
  readonly id: Buffer;
  readonly sealing: Uint8Array;
  readonly hashing: Uint8Array;
}

// Layout: format (1), key id (8), nonce (12), cipher text, tag (16). Format and key id are authenticated too.
const format = 1;
const idLength = 8;
const headLength = 1 + idLength;
const nonceLength = 12;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

function deriveRing(key: Uint8Array): Ring {
  if (key.length !== 32) throw new Error(`makeSeal: a key has 32 bytes, not ${key.length}`);
  const derive = (purpose: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `suixing ${purpose}`, length));
  return {
    id: Buffer.from(derive('key id', idLength)),
    sealing: derive('sealing', 32),
    hashing: derive('hashing', 32),
  };
}

function sealWith(
  ring: Ring,
  { plain, nonce }: { readonly plain: string; readonly nonce: Uint8Array },
): Uint8Array {
  const head = Buffer.concat([Buffer.from([format]), ring.id]);
  const cipher = createCipheriv(algorithm, ring.sealing, nonce, { authTagLength: tagLength }).setAAD(head);
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([head, nonce, text, cipher.getAuthTag()]));
}

function openWith(rings: readonly Ring[], sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes.length < headLength + nonceLength + tagLength || bytes[0] !== format)
    throw sealFault('seal.damaged');
  const head = bytes.subarray(0, headLength);
  const id = head.subarray(1);
  const ring = rings.find((each) => each.id.equals(id));
  if (!ring) throw sealFault('seal.key-missing', { key: id.toString('hex') });
  const nonce = bytes.subarray(headLength, headLength + nonceLength);
  const decipher = createDecipheriv(algorithm, ring.sealing, nonce, { authTagLength: tagLength });
  decipher.setAAD(head).setAuthTag(bytes.subarray(-tagLength));
  const text = bytes.subarray(headLength + nonceLength, -tagLength);
  try {
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    throw sealFault('seal.damaged'); // the tag does not fit; Node's own words say no more
  }
}

function hashWith(
  ring: Ring,
  { purpose, plain }: { readonly purpose: string; readonly plain: string },
): Uint8Array {
  // The length keeps (`ab`, `c`) and (`a`, `bc`) apart.
  const told = `${Buffer.byteLength(purpose)}:${purpose}${plain}`;
  return new Uint8Array(createHmac('sha256', ring.hashing).update(told, 'utf8').digest());
}
