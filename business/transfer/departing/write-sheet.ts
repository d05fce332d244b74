import type { Fen, PlainDate, YearMonth } from '#basics';
import type { InformationSheet } from '../messages/information-sheet.ts';
import type { TransferPerson } from '../messages/person.ts';

/** What the record says of somebody who leaves, as the information sheet tells it. */
export interface SheetFacts {
  readonly person: TransferPerson;
  readonly sex: InformationSheet['sex'];
  readonly sending: { readonly region: string; readonly agency: string };
  readonly receiving: { readonly region: string; readonly agency: string };
  readonly periods: readonly {
    readonly fromMonth: YearMonth;
    readonly toMonth: YearMonth;
    /** In fen. */
    readonly baseFen: bigint;
    /** Counted as paid where they were recorded. */
    readonly deemed: boolean;
  }[];
  readonly stoppedOn: PlainDate;
  readonly endedOn: PlainDate;
  readonly account: { readonly principalFen: Fen; readonly interestFen: Fen } | null;
}

/** Which sheet of the transfer it is. */
export interface SheetEdition {
  readonly revision: number;
  readonly replaces: string | null;
}

/**
 * The information sheet (信息表) of a transfer. Months that several periods list are in the earliest of them only, so that no
 * month is told twice, as paid where any says so; a stretch whose wages differ is told in parts.
 */
export function writeSheet(facts: SheetFacts, { revision, replaces }: SheetEdition): InformationSheet {
  const { person, sex, sending, receiving, stoppedOn, endedOn, account } = facts;
  const periods = stretches(facts.periods);
  const first = periods[0]?.from ?? (stoppedOn.slice(0, 7) as YearMonth); // the month of a day
  const balanceFen = account && account.principalFen + account.interestFen;
  return {
    ...{ person, sex, sending, receiving, scheme: 'employee', firstInsuredMonth: first, stoppedOn, endedOn },
    ...{ periods, paidMonths: sumOf(periods, 'actual'), deemedMonths: sumOf(periods, 'deemed') },
    interruptedMonths: interrupted(periods),
    lastBenefitMonth: periods.at(-1)?.to ?? null,
    account: account && {
      principalFen: `${account.principalFen}`,
      interestFen: `${account.interestFen}`,
      balanceFen: `${balanceFen}`,
      computedOn: endedOn,
    },
    ...{ revision, replaces, preparedOn: endedOn, preparedBy: sending.agency },
  };
}

type Stretch = InformationSheet['periods'][number];

function stretches(periods: SheetFacts['periods']): Stretch[] {
  const taken = new Set<number>();
  const paid = [...periods].filter(({ deemed }) => !deemed).toSorted(byStart);
  const counted = [...periods].filter(({ deemed }) => deemed).toSorted(byStart);
  return [...paid, ...counted].flatMap((period) => untaken(period, taken)).toSorted(byFrom);
}

/** The months of a period that none before it has told. */
function untaken(
  { fromMonth, toMonth, baseFen, deemed }: SheetFacts['periods'][number],
  taken: Set<number>,
): readonly Stretch[] {
  const runs: { first: number; last: number }[] = [];
  for (let month = monthNumber(fromMonth); month <= monthNumber(toMonth); month += 1) {
    if (taken.has(month)) continue;
    taken.add(month);
    const run = runs.at(-1);
    if (run && run.last === month - 1) run.last = month;
    else runs.push({ first: month, last: month });
  }
  return runs.map(({ first, last }) => ({
    ...{ from: monthOfNumber(first), to: monthOfNumber(last), months: last - first + 1 },
    ...{ basis: deemed ? 'deemed' : 'actual', averageBaseFen: `${baseFen}` },
  }));
}

function sumOf(periods: readonly Stretch[], basis: Stretch['basis']): number {
  return periods.reduce((sum, each) => sum + (each.basis === basis ? each.months : 0), 0);
}

function interrupted(periods: readonly Stretch[]): number {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return 0;
  const span = monthNumber(last.to) - monthNumber(first.from) + 1;
  return span - periods.reduce((sum, { months }) => sum + months, 0);
}

function byStart(one: { readonly fromMonth: string }, other: { readonly fromMonth: string }): number {
  return one.fromMonth < other.fromMonth ? -1 : one.fromMonth > other.fromMonth ? 1 : 0;
}

function byFrom(one: Stretch, other: Stretch): number {
  return one.from < other.from ? -1 : 1;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOfNumber(number: number): YearMonth {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}` as YearMonth; // a month of an existing year
}
