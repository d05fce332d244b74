import { type Account, readAccount } from '#engines/ledger';
import type { Reader } from '#platform/postgres';

/** The account as the assessment asks for it; a closed account does not exist any more. */
export type AccountFacts =
  | { readonly exists: true; readonly balanceFen: string }
  | { readonly exists: false };

export async function accountFacts(reader: Reader, owner: string): Promise<AccountFacts> {
  return factsOf(await readAccount(reader, owner));
}

export function factsOf(account: Account | undefined): AccountFacts {
  if (!account || account.closedOn !== null) return { exists: false };
  return { exists: true, balanceFen: `${account.balanceFen}` };
}
