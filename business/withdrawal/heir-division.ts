import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { ordersOfCase } from '#business/payments';
import { decideDivision, type NewDivision, recordDivision } from '#business/succession';
import type { Tx } from '#platform/postgres';
import { rests } from './apart.ts';
import { type Doing, today } from './context.ts';
import { estateCase, type HeirStep, noneReturnedAnyMore, recorderOf, recordStep } from './estate-step.ts';
import { workingDays } from './grounds/working-days.ts';
import { step } from './step.ts';
import { tellHeirs } from './telling/tell-heirs.ts';

/**
 * Records how the account is divided; the equal shares of the law where none are given. With an order it is divided anew, for
 * a second officer to decide: after a court's word, or where the bank sent the deceased person's own account back.
 */
export async function divideEstate(
  tx: Tx,
  asked: Doing & { readonly given: NewDivision },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, given } = asked;
  const division = { file, recorder: recorderOf(caller), given, estate, today: today(context) };
  const done = await recordDivision(tx, context, division);
  if (!done.ok) return done;
  const data = { divisionId: done.value, basis: given.basis, orderId: given.orderId };
  const moved = await recordStep(tx, { asked, file, data });
  return moved.ok ? ok({ file: moved.value, id: done.value }) : moved;
}

/** A second officer decides on a division anew; what is approved can be paid at once. */
export async function decideDivisionAnew(
  tx: Tx,
  asked: Doing & {
    readonly divisionId: string;
    readonly approved: boolean;
    readonly reason: string | null;
  },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, divisionId, approved, reason } = asked;
  const division = estate.divisions.find(({ id, orderId }) => id === divisionId && orderId !== null);
  const orders = await ordersOfCase(tx, { owner: file.ownerId, caseId: file.id });
  const order = orders.find(({ orderId }) => orderId === division?.orderId);
  if (!division || !order) return refuse({ code: 'succession.no-division' });
  const parts = division.successors.map((successorId, place) => ({
    successorId,
    numerator: BigInt(division.numerators[place] ?? '0'),
  }));
  const shares = { denominator: division.denominator, parts };
  const token = caller.token ?? '';
  const rested = await rests(tx, file);
  const done = await decideDivision(tx, context, {
    ...{ file, token, order, divisionId, shares, approved, reason },
  });
  if (!done.ok) return done;
  const told = done.value.map(({ successorId, orderId, numerator, amountFen }) => ({
    ...{ successorId, orderId, share: numerator, amountFen: `${amountFen}` },
  }));
  const data = {
    divisionId,
    orderId: order.orderId,
    moved: approved ? 'divided' : 'not-divided',
    shares: told,
    // While it waited for the heirs nobody's days ran: paying it now has the days that a withdrawal has.
    ...(approved && rested ? { workingDays } : {}),
  };
  const base = { context, file, actor: actorOf(caller), data, seen: asked.seen };
  const moved = await step(tx, { ...base, action: 'share-moved' });
  if (!moved.ok) return moved;
  const parted = new Set(done.value.map(({ orderId }) => orderId));
  await tellHeirs(tx, {
    ...{ context, file: moved.value },
    happened: {
      ...{ event: 'orders', of: ['to-be-paid', 'no-account'] },
      which: ({ orderId }) => parted.has(orderId),
    },
  });
  const settled = await noneReturnedAnyMore(tx, { context, file: moved.value });
  return settled.ok ? ok({ file: settled.value, id: divisionId }) : settled;
}
