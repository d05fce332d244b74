import type { Pool, PoolClient } from 'pg';
import type { StatementNames } from './statement-names.ts';

/**
 * Something that can be asked in SQL. `values` stand for `$1`, `$2`, …: a `bigint` travels as its digits, an array as a
 * PostgreSQL array, a plain object as JSON (a JSON array must be passed as text, or it would become a PostgreSQL array).
 * Answers hold `bigint` for int8, text for numeric and date (`PlainDate`), `Date` for timestamptz, parsed JSON.
 */
export interface Reader {
  rows<R>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** The first row, where there is one. */
  row<R>(sql: string, values?: readonly unknown[]): Promise<R | undefined>;
}

declare const brand: unique symbol;

/** A pool of connections. Every statement stands alone; what belongs together goes through `inTransaction`. */
export interface Database extends Reader {
  readonly kind: 'database';
  readonly [brand]: true;
  close(): Promise<void>;
}

declare const transaction: unique symbol;

/** An open transaction: only `inTransaction` gives one, so a function that asks for it cannot be called outside of one. */
export interface Tx extends Reader {
  readonly kind: 'transaction';
  readonly [transaction]: true;
}

declare const snapshot: unique symbol;

/** One unchanging picture of the database: only `inSnapshot` gives one. */
export interface Snapshot extends Reader {
  readonly [snapshot]: true;
}

/** What `inTransaction` and `inSnapshot` give: the connection behind it, which no other folder sees. */
export interface PinnedTx extends Tx, Snapshot {
  readonly client: PoolClient;
}

/** The business clock as transactions look at it. Somebody may move a demo's while work is under way; elsewhere it stays. */
export interface MovableClock {
  /** How far it stands ahead of the machine's, as it was last read. */
  leadMs(): number;
  /** Reads it anew. */
  refresh(): Promise<void>;
}

/** What `connect` makes: the pool behind a `Database`, which no other folder sees. */
export interface PooledDatabase extends Database {
  readonly pool: Pool;
  readonly names: StatementNames;
  /** By which its transactions go; left out where the machine's is the only one. */
  readonly clock?: MovableClock;
}
