import { addDays, type Fen, fen, type PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import { readInterestRates } from './account.store.ts';
import {
  type AccountEntry,
  accountEntries,
  balanceUpTo,
  interestEntriesUpTo,
} from './account-statement.store.ts';
import { interestToDate } from './interest.ts';

/** An account at the end of a day. */
export interface AccountOnDay {
  readonly balanceFen: Fen;
  /** Borne up to the day and not yet credited, by the rates that are known now. */
  readonly interestFen: Fen;
}

export interface StatementPeriod {
  readonly owner: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Only what was recorded before; null for all that is known now. */
  readonly knownBefore: Date | null;
  readonly after: { readonly effectiveOn: PlainDate; readonly entryNo: bigint } | null;
  readonly limit: number;
}

/** A page of an account between two days; opening and closing are of the whole period, whatever the page. */
export interface AccountStatement {
  readonly openingFen: Fen;
  readonly entries: readonly AccountEntry[];
  /** Whether entries follow that did not fit the page. */
  readonly more: boolean;
  readonly closing: AccountOnDay;
}

/** The balance of any day in both clocks: as it stood at the end of `on`, as known before an instant or now. */
export async function accountOnDay(
  reader: Reader,
  {
    owner,
    on,
    knownBefore,
  }: { readonly owner: string; readonly on: PlainDate; readonly knownBefore: Date | null },
): Promise<AccountOnDay> {
  const upTo = { owner, upTo: on, knownBefore };
  const entries = await interestEntriesUpTo(reader, upTo);
  const rates = await readInterestRates(reader);
  const interestFen = entries.length === 0 ? fen(0) : interestToDate(entries, { rates, on });
  return { balanceFen: fen(await balanceUpTo(reader, upTo)), interestFen };
}

/** The statement of an account between two days, both included. */
export async function accountStatement(reader: Reader, period: StatementPeriod): Promise<AccountStatement> {
  const { owner, from, to, knownBefore, limit } = period;
  const before = { owner, upTo: addDays(from, -1), knownBefore };
  const entries = await accountEntries(reader, { ...period, upTo: to, limit: limit + 1 });
  return {
    openingFen: fen(await balanceUpTo(reader, before)),
    entries: entries.slice(0, limit),
    more: entries.length > limit,
    closing: await accountOnDay(reader, { owner, on: to, knownBefore }),
  };
}
