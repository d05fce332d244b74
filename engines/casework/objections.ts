import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import { callEndObjection, callRecordObjection, callSetAside, type ObjectionEnd } from './objection.store.ts';

/** Records that somebody objects to the case's last decision; one objection to each. */
export function recordObjection(
  tx: Tx,
  made: Parameters<typeof callRecordObjection>[1],
): Promise<Result<void, Refusal>> {
  return guarded(callRecordObjection(tx, made));
}

/** Ends an objection, with what follows for the payment: the database looks the reviewer up by the live session. */
export function endObjection(tx: Tx, end: ObjectionEnd): Promise<Result<void, Refusal>> {
  return guarded(callEndObjection(tx, end));
}

/** An officer sets aside an approval whose facts changed before anything was settled on it. */
export function setAsideApproval(
  tx: Tx,
  aside: Parameters<typeof callSetAside>[1],
): Promise<Result<void, Refusal>> {
  return guarded(callSetAside(tx, aside));
}
