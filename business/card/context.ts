import type { Clock, Ids } from '#basics';
import type { Caller } from '#business/access/public';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What cards need of the app around them. */
export interface CardContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seal: Seal;
}

/** Who does something about whose cards. */
export interface CardAsked {
  readonly context: Pick<CardContext, 'clock' | 'ids' | 'seal'>;
  readonly caller: Caller;
  readonly personId: string;
}

/** A card by its owner and id. */
export interface CardPlace {
  readonly personId: string;
  readonly cardId: string;
}

/** Officers and the system see every card; everybody else those of the persons that they may act for. */
export function maySee(caller: Caller, personId: string): boolean {
  return caller.kind === 'officer' || caller.kind === 'system' || caller.personIds.includes(personId);
}
