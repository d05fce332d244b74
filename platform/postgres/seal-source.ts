import type { Text } from '#basics';
import type { Reader } from './reader.ts';

/** Append-only rows that the daily seal covers. Each folder that keeps such rows exports its own. */
export interface SealSource {
  /** The first word of every leaf: `record`. */
  readonly name: string;
  /** What the rows are, for a person. */
  readonly text: Text;
  /**
   * A SELECT of each row's `id` (begins with its owner), `digest` (32 bytes, over all that may never change) and `xid` (the
   * transaction that wrote it).
   */
  readonly select: string;
  /** One row with what its digest is taken over; undefined where there is none of this id. */
  find(reader: Reader, id: string): Promise<SealedRow | undefined>;
}

/** A row as a third party can check it: `digest` is SHA-256 over `previous` and `text`. */
export interface SealedRow {
  readonly id: string;
  readonly digest: Uint8Array;
  readonly xid: bigint;
  /** The hash before, where the row is a link of a chain. */
  readonly previous: Uint8Array | null;
  readonly text: string;
  /** What `text` names by a SHA-256 of its own (`digest`); null where it says everything itself. */
  readonly content: string | null;
}
