import { type Result, refuse } from '#basics';
import { guardedBy, type Tx } from '#platform/postgres';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { askLimit, decideLimit } from './officer-limits.store.ts';
import { officerById, officerByLoginName } from './officers.store.ts';

export interface LimitAsked {
  /** `off_…`, or the login name. */
  readonly officer: string;
  readonly amountFen: bigint;
  readonly reason: string;
}

/** An administrator asks that a reviewer may approve up to another amount; it counts once a second one has agreed. */
export async function askOfficerLimit(
  tx: Tx,
  {
    context,
    caller,
    officer,
    amountFen,
    reason,
  }: LimitAsked & { readonly context: Pick<AccessContext, 'ids'>; readonly caller: Caller },
): Promise<Result<{ readonly limitId: string }>> {
  const found = (await officerById(tx, officer)) ?? (await officerByLoginName(tx, officer));
  if (!found) return refuse({ code: 'access.no-officer' });
  const limitId = context.ids.next('lim');
  const asked = { token: caller.token ?? '', id: limitId, officerId: found.id, amountFen, reason };
  return guarded(askLimit(tx, asked).then(() => ({ limitId })));
}

/** Another administrator agrees or turns it down. */
export function decideOfficerLimit(
  tx: Tx,
  {
    caller,
    limitId,
    agreed,
  }: { readonly caller: Caller; readonly limitId: string; readonly agreed: boolean },
): Promise<Result<{ readonly limitId: string; readonly agreed: boolean }>> {
  const decided = decideLimit(tx, { token: caller.token ?? '', id: limitId, agreed });
  return guarded(decided.then(() => ({ limitId, agreed })));
}

const guarded = guardedBy({
  officer_limit_by_two: 'access.limit-by-two',
  officer_limit_not_own: 'access.own-roles',
});
