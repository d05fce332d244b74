import type { Text } from '#basics';
import type { Reader } from './reader.ts';

/** One promise about the whole database that `suixing verify` proves from the rows. Each folder exports its own. */
export interface Proof {
  /** Stable, `<folder>.<what>`. */
  readonly name: string;
  /** What holds, as a sentence. */
  readonly text: Text;
  /** `progress` is told how many rows have been looked at so far. */
  run(reader: Reader, progress: (rows: bigint) => void): Promise<ProofResult>;
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
