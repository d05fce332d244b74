import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import type { PaymentsContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callRecordHeirPayee } from './guards.store.ts';
import { kept } from './payee.ts';
import type { PayeeAccount } from './payee-account.ts';

/** The account of one heir, and who says so: a clerk or an applicant by session, or the heir by their link. */
export interface HeirPayee extends PayeeAccount {
  readonly token: string | null;
  readonly secret: string | null;
  readonly owner: string;
  readonly caseId: string;
  readonly successorId: string;
}

/**
 * Records to which account an heir is paid; answers the revision. Once the case is approved only a clerk, the heir whom officers
 * identified, or the heir's link does: the first account where there was none, or another one after the bank sent the money back.
 */
export function recordHeirPayee(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'seal'>,
  payee: HeirPayee,
): Promise<Result<number, Refusal>> {
  return guarded(callRecordHeirPayee(tx, { ...payee, ...kept(context, payee), at: context.clock.now() }));
}
