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
 * month is told twice; a stretch whose wages differ is told in parts.
 */
export function writeSheet(facts: SheetFacts, { revision, replaces }: SheetEdition): InformationSheet {
  const { person, sex, sending, receiving, stoppedOn, endedOn, account } = facts;
  const periods = stretches(facts.periods);
  const first = periods[0]?.from ?? (stoppedOn.slice(0, 7) as YearMonth); // the month of a day
  const paidMonths = periods.reduce((sum, { months }) => sum + months, 0);
  const balanceFen = account && account.principalFen + account.interestFen;
  return {
    ...{ person, sex, sending, receiving, scheme: 'employee', firstInsuredMonth: first, stoppedOn, endedOn },
    ...{ periods, paidMonths, deemedMonths: 0, interruptedMonths: interrupted(periods) },
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
  const told: Stretch[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const { fromMonth, toMonth, baseFen } of periods.toSorted(byStart)) {
    const from = Math.max(monthNumber(fromMonth), reached + 1);
    const to = monthNumber(toMonth);
    if (from > to) continue;
    reached = to;
    const months = to - from + 1;
    const averageBaseFen = `${baseFen}`;
    told.push({ from: monthOfNumber(from), to: toMonth, months, basis: 'actual', averageBaseFen });
  }
  return told;
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

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthOfNumber(number: number): YearMonth {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}` as YearMonth; // a month of an existing year
}
