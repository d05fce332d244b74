import type { PlainDate, Text } from '#basics';
import type { CaseFile, CaseMaterial } from '#engines/casework';
import type { Material } from '#engines/rules';
import type { Findings } from '../decide-withdrawal.ts';

/** What every letter of a withdrawal needs to know. */
export interface LetterFacts {
  readonly file: CaseFile;
  /** When it was handed in: a draft has its case before, and lies for days. */
  readonly appliedOn: PlainDate;
  readonly to: Text;
  /** Whose balance it was, masked; null where whoever is written to is the person insured. */
  readonly deceased: Text | null;
  readonly ground: Text;
  /** The clauses that found the ground, by id. */
  readonly clauses: readonly string[];
  readonly materials: readonly Material[];
  readonly on: PlainDate;
  /** Of the agency, six digits: it says who decides a reconsideration. */
  readonly region: string;
  /** Whether the procedure of the case knows an objection at this agency; its first version did not. */
  readonly mayObject: boolean;
}

export interface Received {
  readonly papers: readonly CaseMaterial[];
  readonly missing: readonly string[];
  /** With it whoever holds the receipt asks after the case without a login. */
  readonly trackingCode: string;
}

export interface Asked {
  readonly papers: readonly AskedPaper[];
  readonly note: string;
  /** Null in cases of the first version, which set no day. */
  readonly answerBy: { readonly on: PlainDate; readonly provisional: boolean } | null;
  /** Working days that the reminder after that day gives on top. */
  readonly reminderDays: number;
}

/** A paper to come; why what was handed in or said in its place does not serve, and what the clerk who looked at it adds. */
export interface AskedPaper {
  readonly id: string;
  readonly why: Text | null;
  readonly note: string;
}

export interface Decided {
  readonly findings: Findings;
}

export interface ObjectionDecided extends Decided {
  /** Whether the decision stands; otherwise a payment is revoked. */
  readonly upheld: boolean;
  /** What whoever objected said. */
  readonly objection: string;
}

export interface CameBack {
  /** Whether it waits for the outcome of an objection, or went into the account of a revoked payment. */
  readonly moved: 'contested' | 'refunded';
  readonly amountFen: string;
  readonly reason: string | null;
}

export interface Paid {
  /** Whether it was divided among several heirs. */
  readonly divided: boolean;
  /** What the bank has paid, all in all. */
  readonly amountFen: string;
  /** What of the settled sum went back into the account instead; null where nothing did. */
  readonly backFen: string | null;
  readonly interestFen: string;
  readonly settledOn: string;
  /** Masked. */
  readonly payee: string;
  readonly bankName: string;
  readonly accountTail: string;
  /** The last day for an objection to the payment; null where none can be made, or none any more. */
  readonly objectUntil: PlainDate | null;
}
