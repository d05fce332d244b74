import { createHash } from 'node:crypto';
import { canonicalJson } from '#basics';

/** One change of a person's records as the chain holds it; the database's guards append it, nobody else can. */
export interface RecordLink {
  readonly ownerId: string;
  /** From 1 up, without a gap. */
  readonly seq: number;
  /** What sort of record: `person`, `entry`, `confirmation`. */
  readonly kind: string;
  /** Which of the person's records of that sort. */
  readonly reference: string;
  /** SHA-256 over the record's columns (`digestOf`). */
  readonly digest: Uint8Array;
  /** Random, so that a published hash cannot be guessed at by trying names. */
  readonly salt: string;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
  readonly at: Date;
}

/** What a person's first link is chained to. */
export function firstLinkOf(ownerId: string): Uint8Array {
  return createHash('sha256').update(`suixing record chain ${ownerId}`, 'utf8').digest();
}

/** The hash of a link from what it says: the same that the database's `link_hash` computes. */
export function linkHash(link: Omit<RecordLink, 'hash'>): Uint8Array {
  return createHash('sha256').update(link.previousHash).update(linkText(link), 'utf8').digest();
}

/** What a link says, as the one text that its hash is taken over. */
export function linkText(link: Omit<RecordLink, 'hash' | 'previousHash'>): string {
  const { ownerId, seq, kind, reference, digest, salt, at } = link;
  const inHex = Buffer.from(digest).toString('hex');
  return canonicalJson({ ownerId, seq, kind, reference, digest: inHex, salt, at });
}

/** What a link says of a record: SHA-256 over its columns as texts, as the database's `digest_of`. */
export function digestOf(parts: readonly (string | null)[]): Uint8Array {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest();
}
