import type { PlainDate } from '#basics';

/** A paper that was accepted in another case of the person and still serves. */
export interface ReusedPaper {
  /** The case in which it was accepted. */
  readonly number: string;
  readonly revision: number;
  readonly acceptedOn: PlainDate;
  /** The last day on which it serves; null for good. */
  readonly validUntil: PlainDate | null;
}
