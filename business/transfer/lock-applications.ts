import { type Caller, onlyPersonOf } from '#business/access/public';
import { lockRecords, survivorOf } from '#business/registry';
import type { Tx } from '#platform/postgres';

/**
 * Whoever applies for a person waits for whoever does in the same moment, and is weighed when that is on record: two clicks are
 * one transfer. To be asked before anything of the person is read.
 */
export async function lockApplications(
  tx: Tx,
  { caller, personId }: { readonly caller: Caller; readonly personId: string | null },
): Promise<void> {
  const named = personId ?? onlyPersonOf(caller);
  if (named !== null) await lockRecords(tx, await survivorOf(tx, named));
}
