/**
 * A refusal is a value, not an accident: an operation that may be refused returns a `Result`.
 * Findings (answers of a rule) are ordinary values; faults (a broken constraint, a lost network) are thrown.
 */
export type Result<T, R extends Refusal = Refusal> = Ok<T> | Refused<R>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R extends Refusal = Refusal> {
  readonly ok: false;
  readonly refusal: R;
}

/**
 * Why something was not done. `code` is public API (`withdrawal.case-closed`), documented in docs/refusals.md and worded
 * in both languages in the catalogue; `figures` are the values that its sentence names.
 */
export interface Refusal {
  readonly code: string;
  readonly figures?: Readonly<Record<string, string | number | boolean | null>>;
  /** For bad input: everything that is wrong, one entry each, in the order of the input. */
  readonly problems?: readonly Problem[];
  /** What is there now instead, where somebody else was quicker; goes to whoever asked and nowhere else. */
  readonly current?: Readonly<Record<string, unknown>>;
}

/** One thing wrong with an input. `path` is dotted (`person.diedOn`), empty for the whole. */
export interface Problem {
  readonly path: string;
  readonly detail: Text;
}

/** A sentence in the two languages of the product. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<const R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}

/** Marks a branch that the types say cannot be reached; a fault if it is. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
