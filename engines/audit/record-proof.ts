import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok, type Result, refuse } from '#basics';
import type { Verifier } from '#platform/signing';
import { blindedDigest, type DaySeal, leafLine, readSeal } from './day-seal.ts';
import { leafHash, rootOfPath } from './merkle.ts';

export const proofType = 'suixing-record-proof';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A proof that one record stands in a seal, whole in itself: a file that anybody checks with the published keys. */
export const proofSchema = z.strictObject({
  type: z.literal(proofType),
  version: z.literal(1),
  record: z.strictObject({
    source: z.string().regex(/^[a-z]+$/),
    id: z.string().regex(/^\S{1,500}$/),
    /** The hash before, where the record is a link of a chain. */
    previous: hash.nullable(),
    /** What the record says; its hash, with the one before, is the leaf's. */
    text: z.string(),
    /** What the text names by its `digest`. */
    content: z.string().nullable(),
    /** With it the row's hash was blinded in the leaf list. */
    salt: hash,
  }),
  /** The leaf's place in the seal, from 0. */
  index: z.int().nonnegative(),
  /** Hashes beside the way to the root, from the leaf upwards. */
  path: z.array(hash).max(64),
  /** The signed seal. */
  seal: z.string(),
});
export type RecordProof = z.output<typeof proofSchema>;

export interface ProvenRecord {
  readonly record: RecordProof['record'];
  readonly seal: DaySeal & { readonly kid: string };
}

/** Checks a proof with nothing but public keys. Refuses what `readSeal` refuses, and `audit.proof-broken`. */
export function checkProof(proof: RecordProof, verifier: Verifier): Result<ProvenRecord> {
  const seal = readSeal(proof.seal, verifier);
  if (!seal.ok) return seal;
  const { record, index, path } = proof;
  const digest = sha256(Buffer.from(record.previous ?? '', 'hex'), Buffer.from(record.text, 'utf8'));
  const shown = blindedDigest(digest, Buffer.from(record.salt, 'hex'));
  const leaf = leafHash(leafLine({ source: record.source, id: record.id, digest: shown }));
  const at = { index, size: seal.value.leaves, path: path.map((step) => Buffer.from(step, 'hex')) };
  const root = rootOfPath(leaf, at);
  if (!root || Buffer.from(root).toString('hex') !== seal.value.root)
    return refuse({ code: 'audit.proof-broken', figures: { what: 'path' } });
  if (
    record.content !== null &&
    digestNamedIn(record.text) !== sha256(Buffer.from(record.content)).toString('hex')
  )
    return refuse({ code: 'audit.proof-broken', figures: { what: 'content' } });
  return ok({ record, seal: seal.value });
}

function digestNamedIn(text: string): unknown {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null && 'digest' in said ? said.digest : null;
  } catch {
    return null;
  }
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest();
}
