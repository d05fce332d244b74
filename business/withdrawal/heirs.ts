import { ok, type Refusal, type Result } from '#basics';
import { actorOf } from '#business/access/public';
import { beSuccessor, type NewSuccessor, recordSuccessor } from '#business/succession';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, today } from './context.ts';
import { estateCase, type HeirStep, recorderOf, recordStep } from './estate-step.ts';
import { step } from './step.ts';

/** Records an heir or legatee with the proof; with `self` the one who has signed in says to be that heir. After the settlement a clerk may, for a court's word on what is kept back. */
export async function addHeir(
  tx: Tx,
  asked: Doing & { readonly given: NewSuccessor; readonly self?: boolean },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, given } = asked;
  const self = asked.self === true && caller.kind === 'successor';
  const recorder = recorderOf(caller);
  const known = estate.successors;
  const done = await recordSuccessor(tx, context, { file, recorder, given, known, today: today(context) });
  if (!done.ok) return done;
  const data = { successorId: done.value, relation: given.relation, basis: given.basis };
  const moved = await recordStep(tx, { asked, file, data });
  if (!moved.ok) return moved;
  if (!self) return ok({ file: moved.value, id: done.value });
  const being = await sayToBe(tx, { context, caller, file: moved.value, successorId: done.value });
  return being.ok ? ok({ file: being.value, id: done.value }) : being;
}

/** Somebody who has signed in as a successor says which of the heirs on record they are. */
export async function beHeir(
  tx: Tx,
  asked: Doing & { readonly successorId: string },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { context, caller, successorId } = asked;
  const being = await sayToBe(tx, { context, caller, file: found.value.file, successorId });
  return being.ok ? ok({ file: being.value, id: successorId }) : being;
}

/** A step of its own, so that the case's history says by which login somebody speaks as which heir, and when they said so. */
async function sayToBe(
  tx: Tx,
  said: Pick<Doing, 'context' | 'caller'> & { readonly file: CaseFile; readonly successorId: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, successorId } = said;
  const done = await beSuccessor(tx, context, { file, successorId, token: caller.token ?? '' });
  if (!done.ok) return done;
  const data = { successorId };
  return step(tx, { context, file, actor: actorOf(caller), action: 'be-heir', data });
}
