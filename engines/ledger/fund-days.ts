import { addDays, type Fen, fen, ok, type PlainDate, type Result } from '#basics';
import { type Database, inTransaction, type Reader } from '#platform/postgres';
import { type AsOf, callRollUp, type DaysWish, daysOf, type FundSums, sumsAsOf } from './fund-days.store.ts';
import type { AccountTotal } from './trial-balance.ts';

/**
 * Every account of the books as it stood at the end of a day, as known at the end of another or now. `personal` is the sum
 * of everybody's.
 */
export async function fundBalances(reader: Reader, asOf: AsOf): Promise<readonly AccountTotal[]> {
  return (await sumsAsOf(reader, asOf)).map(totalOf);
}

/** One day of an account of the fund. */
export interface FundDay {
  readonly on: PlainDate;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
  readonly lines: bigint;
  /** At the end of the day, on the account's normal side. */
  readonly balanceFen: Fen;
}

export interface FundStatement {
  readonly account: string;
  readonly normalSide: 'debit' | 'credit';
  /** At the end of the day before the first. */
  readonly openingFen: Fen;
  readonly days: readonly FundDay[];
  /** The first day that did not fit the page; null where there is none. */
  readonly next: PlainDate | null;
}

/** The days between two on which an account moved, with its balance after each; undefined where there is no such account. */
export async function fundStatement(reader: Reader, wish: DaysWish): Promise<FundStatement | undefined> {
  const { account, from, knownOn, limit } = wish;
  const before = await sumsAsOf(reader, { on: addDays(from, -1), knownOn });
  const opening = before.find((sums) => sums.account === account);
  if (!opening) return undefined;
  const { normalSide, balanceFen: openingFen } = totalOf(opening);
  const rows = await daysOf(reader, { ...wish, limit: limit + 1 });
  const days: FundDay[] = [];
  for (const { on, debit, credit, lines } of rows.slice(0, limit)) {
    const [debitFen, creditFen] = [fen(debit), fen(credit)];
    const change = normalSide === 'debit' ? debitFen - creditFen : creditFen - debitFen;
    const balanceFen = fen((days.at(-1)?.balanceFen ?? openingFen) + change);
    days.push({ on, debitFen, creditFen, lines, balanceFen });
  }
  return { account, normalSide, openingFen, days, next: rows[limit]?.on ?? null };
}

/** Adds to the sums by day what ended since; answers the new horizon. */
export function rollUpFundDays(db: Database): Promise<Result<bigint>> {
  return inTransaction(db, async (tx) => ok(await callRollUp(tx)));
}

function totalOf({ account, normalSide, debit, credit }: FundSums): AccountTotal {
  const [debitFen, creditFen] = [fen(debit), fen(credit)];
  const balanceFen = fen(normalSide === 'debit' ? debitFen - creditFen : creditFen - debitFen);
  return { code: account, normalSide, debitFen, creditFen, balanceFen };
}
