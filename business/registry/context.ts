import type { Clock, Ids, Refusal, Result } from '#basics';
import type { Database, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What the register needs of the app around it. */
export interface RegistryContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seal: Seal;
  readonly onDeath: OnDeath;
}

/** What follows from a death that came on record by a paper, a correction, an import or a merge, in the same transaction. */
export type OnDeath = (tx: Tx, owner: string) => Promise<Result<unknown, Refusal>>;
