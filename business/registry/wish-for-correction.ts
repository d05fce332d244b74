import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { RegistryContext } from './context.ts';
import { callRefuseWish, insertWish } from './correction.store.ts';
import { guarded } from './guarded.ts';
import { maySee } from './may-see.ts';
import { numberInText } from './number-in-text.ts';
import { personById } from './person.store.ts';

/** A wish by its person and id. */
export interface WishPlace {
  readonly personId: string;
  readonly wishId: string;
}

/** A person says what is wrong on their record; a clerk answers it. */
export async function wishForCorrection(
  tx: Tx,
  asked: {
    readonly context: Pick<RegistryContext, 'clock' | 'ids'>;
    readonly caller: Caller;
    readonly wish: { readonly personId: string; readonly says: string };
  },
): Promise<Result<WishPlace>> {
  const { context, caller, wish } = asked;
  const { personId, says } = wish;
  const person = maySee(caller, personId) ? await personById(tx, personId) : undefined;
  if (!person) return refuse({ code: 'registry.no-such-person' });
  const problems = numberInText('says', says);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  const wishId = context.ids.next('wsh');
  const ownerId = person.ownerId;
  await insertWish(tx, { ownerId, id: wishId, says, askedBy: caller.id, at: context.clock.now() });
  return ok({ personId: ownerId, wishId });
}

/** A clerk says why nothing is to be corrected. */
export async function refuseWish(
  tx: Tx,
  asked: {
    readonly context: Pick<RegistryContext, 'clock'>;
    readonly caller: Caller;
    readonly refusal: WishPlace & { readonly reason: string };
  },
): Promise<Result<WishPlace, Refusal>> {
  const { context, caller, refusal } = asked;
  const { personId, wishId, reason } = refusal;
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  const given = { token: caller.token ?? '', ownerId: personId, id: wishId, reason, at: context.clock.now() };
  const told = await guarded(callRefuseWish(tx, given));
  return told.ok ? ok({ personId, wishId }) : told;
}
