import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { isPlainDate, ok, type PlainDate, plainDate, type Result, refuse } from '#basics';
import { readStatement, type Verifier } from '#platform/signing';

/** The type under which a seal is signed. */
export const sealType = 'suixing-seal';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a seal says. No personal data: numbers, hashes and a day. */
const sealSchema = z.strictObject({
  version: z.literal(1),
  /** The agency that sealed. */
  region: z.string().regex(/^\d{6}$/),
  /** From 1 up, without a gap. */
  number: z.int().positive(),
  /** SHA-256 of the statement before; null for the first. */
  previous: hash.nullable(),
  sealedOn: z.string().refine(isPlainDate).transform(plainDate),
  /** Sources that no seal before covered: of these it takes everything, of the others what came since. */
  firstSources: z.array(z.string()),
  /** How many leaves, in all and by source; every source that it covers has its count. */
  leaves: z.int().nonnegative(),
  counts: z.record(z.string(), z.int().nonnegative()),
  /** SHA-256 of the secret with which the rows' digests were blinded. */
  secretHash: hash,
  /** The root of the hash tree over the leaves. */
  root: hash,
});
export type DaySeal = z.output<typeof sealSchema>;

/** Reads a signed seal. Refuses what `readStatement` refuses, and `audit.not-a-seal`. */
export function readSeal(statement: string, verifier: Verifier): Result<DaySeal & { readonly kid: string }> {
  const signed = readStatement(statement, verifier);
  if (!signed.ok) return signed;
  const read = sealSchema.safeParse(signed.value.payload);
  if (signed.value.type !== sealType || !read.success) return refuse({ code: 'audit.not-a-seal' });
  return ok({ ...read.data, kid: signed.value.kid });
}

/** By this the next seal names this one. */
export function statementHash(statement: string): string {
  return createHash('sha256').update(statement, 'utf8').digest('hex');
}

/**
 * One row: in a leaf list as `record psn_1/3 5feceb…`, in the order of source and id. There the digest is blinded, so that
 * nobody who reads the list finds out by trying what a row says.
 */
export interface Leaf {
  readonly source: string;
  readonly id: string;
  readonly digest: Uint8Array;
}

/** The leaf as the list holds it. */
export function blinded(leaf: Leaf, secret: Uint8Array): Leaf {
  return { ...leaf, digest: blindedDigest(leaf.digest, leafSalt(leaf, secret)) };
}

/** The salt of one leaf: a proof that shows it tells nothing of any other. */
export function leafSalt({ source, id }: Pick<Leaf, 'source' | 'id'>, secret: Uint8Array): Uint8Array {
  return createHmac('sha256', secret).update(`${source} ${id}`, 'utf8').digest();
}

export function blindedDigest(digest: Uint8Array, salt: Uint8Array): Uint8Array {
  return createHash('sha256').update(salt).update(digest).digest();
}

export function secretHash(secret: Uint8Array): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function leafLine({ source, id, digest }: Leaf): string {
  return `${source} ${id} ${Buffer.from(digest).toString('hex')}`;
}

export function readLeafLine(line: string): Leaf | null {
  const parts = /^(\S+) (\S+) ([0-9a-f]{64})$/.exec(line);
  return parts && { source: parts[1] ?? '', id: parts[2] ?? '', digest: Buffer.from(parts[3] ?? '', 'hex') };
}

/** Negative where `a` stands before `b` in a leaf list: by source, then by the bytes of the id. */
export function compareLeaves(a: Leaf, b: Leaf): number {
  return compareBytes(a.source, b.source) || compareBytes(a.id, b.id);
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

/** What a seal's two files are called in the second place. */
export function sealFiles(number: number): { readonly seal: string; readonly leaves: string } {
  const name = `seal-${String(number).padStart(6, '0')}`;
  return { seal: `${name}.jws`, leaves: `${name}.leaves` };
}

/** A seal as this database keeps it. */
export interface KeptSeal {
  readonly number: number;
  readonly sealedOn: PlainDate;
  readonly sources: readonly string[];
  readonly firstSources: readonly string[];
  /** The transactions whose rows it covers: from this one on, and below the other. */
  readonly fromXid: bigint;
  readonly belowXid: bigint;
  readonly leaves: bigint;
  readonly secret: Uint8Array;
  readonly statement: string;
  readonly madeAt: Date;
}
