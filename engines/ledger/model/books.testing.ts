import type { PlainDate } from '#basics';
import type { ModelEntry } from './slow-account.testing.ts';

/** A line that may be reversed: a credit or a debit of the account. */
export interface ModelLine extends ModelEntry {
  readonly journal: string;
  reversed: boolean;
}

/** One person in the model: what a clerk would keep on a sheet of paper. */
export interface ModelPerson {
  readonly owner: string;
  balanceFen: bigint;
  /** Since the account was last emptied. */
  entries: ModelEntry[];
  readonly lines: ModelLine[];
  /** The approved case that holds the account. */
  heldBy: string | null;
  readonly orders: {
    readonly id: string;
    readonly amountFen: bigint;
    standing: 'open' | 'unclaimed' | 'refunded';
  }[];
  /** What was lent because it had been spent. */
  lentFen: bigint;
}

export interface ModelBooks {
  readonly people: ModelPerson[];
  /** The number of the next thing that needs a name, never used twice, also when a failing walk is made shorter; and the steps made. */
  readonly names: { next: number; steps: number };
  readonly today: PlainDate;
}

export function emptyBooks(today: PlainDate, names: ModelBooks['names']): ModelBooks {
  return { people: [], names, today };
}

/** Takes an amount as of a day; what is not there is lent from today. Answers what was lent. */
export function takeBack(
  person: ModelPerson,
  taken: { readonly entry: ModelEntry; readonly today: PlainDate },
): bigint {
  const { entry, today } = taken;
  const lent = person.balanceFen + entry.changeFen < 0n ? -(person.balanceFen + entry.changeFen) : 0n;
  if (lent > 0n) person.entries.push({ bucket: 'carried-over', on: today, changeFen: lent });
  person.entries.push(entry);
  person.balanceFen += entry.changeFen + lent;
  person.lentFen += lent;
  return lent;
}
