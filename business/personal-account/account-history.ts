import { type Fen, fen, type PlainDate, yearOf } from '#basics';
import type { AccountDay } from '#engines/ledger';

/** An account at the end of a day on which it moved. */
export interface AccountPoint {
  readonly on: PlainDate;
  readonly balanceFen: Fen;
  /** What of the balance is credited interest, where principal is spent first; the rest is principal. */
  readonly interestFen: Fen;
}

/** What an account gained and lost in a year; opening and everything that moved it make the closing. */
export interface AccountYear {
  readonly year: number;
  readonly openingFen: Fen;
  readonly inFen: Fen;
  /** Negative. */
  readonly outFen: Fen;
  readonly interestFen: Fen;
  readonly closingFen: Fen;
}

/** The balance after each day that moved it, and of which parts it is. */
export function pointsOf(days: readonly AccountDay[]): readonly AccountPoint[] {
  let balance = 0n;
  let interest = 0n;
  return days.map(({ on, inFen, outFen, interestFen }) => {
    balance += inFen + outFen + interestFen;
    interest = between(interest + interestFen, balance);
    return { on, balanceFen: fen(balance), interestFen: fen(interest) };
  });
}

/** Every year from the first that moved the account to the one of `today`, the newest first; a year without movement stands too. */
export function yearsOf(days: readonly AccountDay[], today: PlainDate): readonly AccountYear[] {
  const first = days[0] ? yearOf(days[0].on) : yearOf(today);
  const years: AccountYear[] = [];
  for (let year = first; year <= yearOf(today); year += 1) {
    const within = days.filter(({ on }) => yearOf(on) === year);
    const openingFen = years.at(-1)?.closingFen ?? fen(0);
    const [inFen, outFen, interestFen] = [
      sum(within, 'inFen'),
      sum(within, 'outFen'),
      sum(within, 'interestFen'),
    ];
    const closingFen = fen(openingFen + inFen + outFen + interestFen);
    years.push({ year, openingFen, inFen, outFen, interestFen, closingFen });
  }
  return years.reverse();
}

function sum(days: readonly AccountDay[], part: 'inFen' | 'outFen' | 'interestFen'): Fen {
  return fen(days.reduce((total, day) => total + day[part], 0n));
}

function between(amount: bigint, most: bigint): bigint {
  if (amount < 0n || most < 0n) return 0n;
  return amount > most ? most : amount;
}
