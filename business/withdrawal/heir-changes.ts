import { ok, type Refusal, type Result, refuse } from '#basics';
import { divisionInForce, type NewDivision } from '#business/succession';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { estateCase, type HeirStep } from './estate-step.ts';
import { divideEstate } from './heir-division.ts';
import { hearHeir } from './heir-words.ts';
import { mayNow } from './step.ts';

/** What somebody does about heirs with one press, and what belongs to it: both are recorded, or neither. */

/** Whoever has signed in writes down how it is divided and, with it, agrees to these very shares for their own one. */
export async function divideAndAgree(
  tx: Tx,
  asked: Doing & { readonly given: NewDivision },
): Promise<Result<HeirStep, Refusal>> {
  const divided = await divideEstate(tx, asked);
  if (!divided.ok) return divided;
  const { caller, context, number } = asked;
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const own = found.value.estate.successors.find(({ loginId }) => loginId !== null && loginId === caller.id);
  if (!own) return refuse({ code: 'succession.not-your-share' });
  const agrees = { successorId: own.id, word: 'agree', disputes: [], paperReference: null } as const;
  const heard = await hearHeir(tx, { context, caller, number, ...agrees });
  return heard.ok ? ok({ file: heard.value.file, id: divided.value.id }) : heard;
}

/**
 * After a step by which the heirs are others than before: the equal shares of the law among those who are left, unless other shares
 * were set. Where nobody inherits by the legal order, or shares are not recorded any more, the step stands alone.
 */
export async function thenDivideEqually(
  tx: Tx,
  asked: Doing,
  changed: Result<HeirStep, Refusal>,
): Promise<Result<HeirStep, Refusal>> {
  if (!changed.ok) return changed;
  const { context, caller, number } = asked;
  const found = await estateCase(tx, { context, caller, number });
  if (!found.ok) return found;
  const division = divisionInForce(found.value.estate);
  const open = mayNow(changed.value.file, { caller, actions: ['record-heirs'] });
  if (!open.ok || (division && division.basis !== 'equal')) return changed;
  const divided = await divideEstate(tx, { context, caller, number, given: equal });
  if (divided.ok) return ok({ file: divided.value.file, id: changed.value.id });
  // Told before anything of the division is written.
  return divided.refusal.code === 'succession.nobody-inherits' ? changed : divided;
}

const equal: NewDivision = { basis: 'equal', shares: null, paperReference: null, orderId: null };
