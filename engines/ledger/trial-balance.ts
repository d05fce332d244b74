import { type Fen, fen } from '#basics';
import type { Reader } from '#platform/postgres';
import { sumByAccount } from './trial-balance.store.ts';

/** One account of the books with everything ever posted to it. */
export interface AccountTotal {
  readonly code: string;
  readonly normalSide: 'debit' | 'credit';
  readonly debitFen: Fen;
  readonly creditFen: Fen;
  /** On its normal side: positive where the account stands as it should. */
  readonly balanceFen: Fen;
}

export interface Equation {
  /** What is there: the accounts whose normal side is debit. */
  readonly leftFen: Fen;
  /** Whose it is: the accounts whose normal side is credit. */
  readonly rightFen: Fen;
}

/** Every account with its sums, by code. */
export async function trialBalance(reader: Reader): Promise<readonly AccountTotal[]> {
  const rows = await sumByAccount(reader);
  return rows.map(({ code, normalSide, debit, credit }) => {
    const [debitFen, creditFen] = [fen(debit), fen(credit)];
    const balanceFen = fen(normalSide === 'debit' ? debitFen - creditFen : creditFen - debitFen);
    return { code, normalSide, debitFen, creditFen, balanceFen };
  });
}

/** The equation of the books, over the balances of a trial balance. */
export function equationOf(totals: readonly AccountTotal[]): Equation {
  const side = (normalSide: 'debit' | 'credit') =>
    fen(
      totals
        .filter((total) => total.normalSide === normalSide)
        .reduce((sum, total) => sum + total.balanceFen, 0n),
    );
  return { leftFen: side('debit'), rightFen: side('credit') };
}
