import type { PlainDate } from '#basics';
import type { ModelEntry } from './slow-account.testing.ts';

/** A line that may be reversed: a credit or a debit of the account. */
export interface ModelLine extends ModelEntry {
  readonly journal: string;
  reversed: boolean;
  /** What the balance did not cover of it. */
  readonly lentFen?: bigint;
}

/** One person in the model: what a clerk would keep on a sheet of paper. */
export interface ModelPerson {
  readonly owner: string;
  balanceFen: bigint;
  /** Since the account was last emptied. */
  entries: ModelEntry[];
  readonly lines: ModelLine[];
  /** The case that holds the account. */
  heldBy: string | null;
  /** Whether two officers approved the case that holds it. */
  approved: boolean;
  readonly orders: {
    readonly id: string;
    readonly amountFen: bigint;
    standing: 'open' | 'unclaimed' | 'refunded';
  }[];
  /** What was lent because it had been spent. */
  lentFen: bigint;
  /** When the account was last emptied. */
  emptiedOn: PlainDate | null;
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

/** Takes an amount as of a day; what is not there is lent from the day by which it had been spent. Answers what was lent. */
export function takeBack(person: ModelPerson, entry: ModelEntry): bigint {
  const lent = person.balanceFen + entry.changeFen < 0n ? -(person.balanceFen + entry.changeFen) : 0n;
  person.entries.push(entry);
  if (lent > 0n) person.entries.push({ bucket: 'carried-over', on: spentBy(person), changeFen: lent });
  person.balanceFen += entry.changeFen + lent;
  person.lentFen += lent;
  return lent;
}

/** The first day on which, and ever after which, the account stands at its lasting worst. */
function spentBy({ entries, emptiedOn }: ModelPerson): PlainDate {
  const days = [...new Set(entries.map(({ on }) => on))].sort();
  const stood = days.map((day) =>
    entries.reduce((sum, { on, changeFen }) => (on <= day ? sum + changeFen : sum), 0n),
  );
  const lasting = stood.map((_, place) => stood.slice(place).reduce((a, b) => (a > b ? a : b)));
  const worst = lasting.at(-1) ?? 0n;
  const day = days[lasting.indexOf(worst)];
  if (day === undefined) throw new Error('an account with a shortage has an entry');
  return emptiedOn !== null && emptiedOn > day ? emptiedOn : day;
}
