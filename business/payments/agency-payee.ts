import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { callNameAgencyPayee } from './agency-payee.store.ts';
import type { PaymentsContext } from './context.ts';
import { guarded } from './guarded.ts';
import { kept } from './payee.ts';
import { type PayeeAccount, tidyAccount } from './payee-account.ts';

/** The account that another agency named in a message of its own. */
export interface AgencyPayee extends PayeeAccount {
  readonly owner: string;
  readonly caseId: string;
  /** The contact letter, or the account details sent after it. */
  readonly messageId: string;
}

/**
 * Records to which account of the other agency a transfer pays; answers the revision. The database compares it with what the
 * message says, and takes another one only after the bank has sent the money back. Refuses `transfer.account-differs`,
 * `.account-named`, `.no-word`, `payments.not-returned`.
 */
export function nameAgencyPayee(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'seal'>,
  payee: AgencyPayee,
): Promise<Result<number, Refusal>> {
  const { owner, caseId, messageId } = payee;
  const { abroad: _, ...account } = kept(context, { ...payee, abroad: null });
  return guarded(callNameAgencyPayee(tx, { owner, caseId, messageId, ...account, at: context.clock.now() }));
}

/** What stands of an agency's account among the figures of its message, so that the database can compare. */
export function accountFigures(account: PayeeAccount): {
  readonly holder: string;
  readonly bankCode: string;
  readonly tail: string;
} {
  const { name, bankCode, accountNumber } = tidyAccount(account);
  return { holder: name, bankCode, tail: accountNumber.slice(-4) };
}
