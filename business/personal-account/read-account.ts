import { type Fen, ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { interestToDate, readAccount, readInterestEntries, readInterestRates } from '#engines/ledger';
import type { Reader } from '#platform/postgres';
import { maySeeAccount } from './may-see-account.ts';

/** A personal account as its holder, or an officer, sees it. */
export interface PersonalAccount {
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly balanceFen: Fen;
  /** What it has borne up to `interestOn`, not yet credited. */
  readonly interestFen: Fen;
  readonly interestOn: PlainDate;
  /** The first entry since the account was last emptied: no interest is told of earlier days; null where there is none. */
  readonly interestFrom: PlainDate | null;
  /** The case that holds the whole account, by its id. */
  readonly heldBy: string | null;
}

export interface AccountWish {
  readonly caller: Caller;
  readonly owner: string;
  readonly on: PlainDate;
}

/** Balance, interest to a day and hold. Refuses `personal-account.none` where there is no account that the caller may see. */
export async function readPersonalAccount(
  reader: Reader,
  { caller, owner, on }: AccountWish,
): Promise<Result<PersonalAccount, Refusal>> {
  const account = maySeeAccount(caller, owner) ? await readAccount(reader, owner) : undefined;
  if (!account) return refuse({ code: 'personal-account.none' });
  const entries = await readInterestEntries(reader, owner);
  const interestFen = interestToDate(entries, { rates: await readInterestRates(reader), on });
  const { openedOn, closedOn, balanceFen, hold } = account;
  const interestFrom = entries[0]?.effectiveOn ?? null;
  const interest = { interestFen, interestOn: on, interestFrom };
  return ok({ openedOn, closedOn, balanceFen, ...interest, heldBy: hold?.caseId ?? null });
}
