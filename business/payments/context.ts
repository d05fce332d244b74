import type { Clock, Ids } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { CaseMoves, DebtorAccount } from './payment.ts';

/** What this folder needs of the app that runs it. */
export interface PaymentsContext extends CaseMoves {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seal: Seal;
  readonly debtor: DebtorAccount;
}
