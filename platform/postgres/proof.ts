import type { Text } from '#basics';
import type { Reader } from './reader.ts';

/** One promise about the whole database that `suixing verify` proves from the rows. Each folder exports its own. */
export interface Proof {
  /** Stable, `<folder>.<what>`. */
  readonly name: string;
  /** What holds, as a sentence. */
  readonly text: Text;
  /** `progress` is told how many rows have been looked at so far; `share` has passes that other proofs of this picture read. */
  run(reader: Reader, progress: (rows: bigint) => void, share?: Share): Promise<ProofResult>;
  /** The same for the owners alone for whom a transaction from this number on wrote a posting; absent: only the whole is proved. */
  since?(reader: Reader, xid: bigint): Promise<ProofResult>;
  /** Shares the picture, and its passes, with the proofs of this folder instead of those of its own. */
  readonly picture?: string;
  /** Quick however large the database is, so that the daily run proves it whole. */
  readonly small?: true;
}

/** One reading of a large table that several proofs need. */
export interface Pass<T> {
  readonly name: string;
  load(reader: Reader): Promise<T>;
}

/** Loads a pass, or answers what was loaded before. */
export type Share = <T>(pass: Pass<T>) => Promise<T>;

/** Loads every pass once; for one picture of the database. */
export function sharePasses(reader: Reader): Share {
  const loaded = new Map<string, Promise<unknown>>();
  return <T>(pass: Pass<T>): Promise<T> => {
    const before = loaded.get(pass.name) ?? pass.load(reader);
    loaded.set(pass.name, before);
    return before as Promise<T>; // what this pass itself has loaded
  };
}

export interface ProofResult {
  /** Rows looked at. Where there is none, nothing is proved. */
  readonly rows: bigint;
  /** What the proof came to: sums in fen, counts. */
  readonly figures: Readonly<Record<string, bigint | string>>;
  /** The rows that break the promise, each by its key; the first hundred where there are more. */
  readonly broken: readonly BrokenRow[];
}

export interface BrokenRow {
  /** The row's key: `owner_id/journal_id`, `batch_id/line`. */
  readonly row: string;
  readonly why: Text;
}
