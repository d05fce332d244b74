import { ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { accountDays, readAccount } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { type AccountPoint, type AccountYear, pointsOf, yearsOf } from './account-history.ts';
import { maySeeAccount } from './may-see-account.ts';

/** How an account came to be what it is: its balance day by day, and year by year what moved it. */
export interface AccountHistory {
  readonly openedOn: PlainDate;
  readonly on: PlainDate;
  readonly points: readonly AccountPoint[];
  readonly years: readonly AccountYear[];
}

/** Refuses `personal-account.none` where there is no account that the caller may see. */
export async function readAccountHistory(
  reader: Reader,
  { caller, owner, on }: { readonly caller: Caller; readonly owner: string; readonly on: PlainDate },
): Promise<Result<AccountHistory, Refusal>> {
  const account = maySeeAccount(caller, owner) ? await readAccount(reader, owner) : undefined;
  if (!account) return refuse({ code: 'personal-account.none' });
  const days = await accountDays(reader, { owner, upTo: on });
  return ok({ openedOn: account.openedOn, on, points: pointsOf(days), years: yearsOf(days, on) });
}
