import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf, type Caller } from '#business/access/public';
import { ordersOfCase } from '#business/payments';
import { type Estate, readEstate } from '#business/succession';
import { type CaseFile, type JsonObject, systemActor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing, WithdrawalContext } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { workingDays } from './grounds/working-days.ts';
import { leafOrders, wasOver } from './payment-moves.ts';
import { step } from './step.ts';

/** What a step about heirs answers: the case, and the id of what was recorded. */
export interface HeirStep {
  readonly file: CaseFile;
  readonly id: string;
}

/** The case after a death that it is about, with all that is on record of who succeeds. */
export async function estateCase(
  tx: Tx,
  asked: Doing,
): Promise<Result<{ readonly file: CaseFile; readonly estate: Estate }, Refusal>> {
  const found = await findWithdrawal(tx, asked);
  if (!found.ok) return found;
  const file = found.value;
  if (file.subject !== 'death') return refuse({ code: 'succession.no-estate' });
  return ok({ file, estate: await readEstate(tx, file) });
}

/** Everybody records by their live session. */
export function recorderOf({ token }: Caller) {
  return { token: token ?? '' };
}

const settledStates = ['settled', 'paying', 'returned'];

/** Whether the money is out of the account, with the shares or on its way to them. */
export function isSettled({ state }: Pick<CaseFile, 'state'>): boolean {
  return settledStates.includes(state);
}

/** A step that records something of the heirs; after the settlement one of their shares moved by it. */
export function recordStep(
  tx: Tx,
  { asked, file, data }: { readonly asked: Doing; readonly file: CaseFile; readonly data: JsonObject },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = asked;
  const action = isSettled(file) ? 'share-moved' : 'record-heirs';
  return step(tx, { context, file, actor: actorOf(caller), action, data, seen });
}

/** A case whose returned payments were all corrected or divided anew is to be paid again. */
export async function noneReturnedAnyMore(
  tx: Tx,
  { context, file }: { readonly context: WithdrawalContext; readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  if (file.state !== 'returned') return ok(file);
  const orders = leafOrders(await ordersOfCase(tx, { owner: file.ownerId, caseId: file.id }));
  const stillReturned = orders.some(
    ({ standing, result, lacksAccount }) => standing === 'open' && result === 'returned' && lacksAccount,
  );
  if (stillReturned) return ok(file);
  // A case that was paid before has no clock any more: paying a share again has the days that a withdrawal has. Else they go on.
  const over = await wasOver(tx, { owner: file.ownerId, caseId: file.id });
  const data = over ? { workingDays } : {};
  return step(tx, { context, file, actor: systemActor, action: 'correct-payee', data });
}
