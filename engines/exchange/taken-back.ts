import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import { callCloseTakenBack, type TakenBack } from './received.store.ts';

/**
 * A sender takes back a message that nothing here rests on, while the message that says so is applied; what lay before a clerk
 * because it could not be applied is closed. Answers whether the sender has said it at all. Refuses `exchange.changed-meanwhile`.
 */
export function takeBackUnused(tx: Tx, takenBack: TakenBack): Promise<Result<boolean, Refusal>> {
  return guarded(callCloseTakenBack(tx, takenBack));
}
