import type { Fen, PlainDate } from '#basics';
import type { Purpose } from './purposes.ts';

/** One owner's account, as it stands now. */
export interface Account {
  readonly ownerId: string;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly balanceFen: Fen;
  /** Counts the changes; two readings with one version saw the same balance. */
  readonly version: bigint;
  /** The case that holds the whole account. */
  readonly hold: AccountHold | null;
}

export interface AccountHold {
  readonly caseId: string;
  readonly placedAt: Date;
}

/** What moved money: one entry of the books, with its postings. */
export interface Journal {
  readonly id: string;
  readonly purpose: Purpose;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Date;
  readonly caseId: string | null;
  readonly postings: readonly Posting[];
}

export interface Posting {
  readonly debit: string;
  readonly credit: string;
  readonly amountFen: Fen;
}
