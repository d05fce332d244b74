import { ok, type Refusal, type Result } from '#basics';
import { beSuccessor, type NewSuccessor, recordSuccessor } from '#business/succession';
import type { Tx } from '#platform/postgres';
import { type Doing, today } from './context.ts';
import { estateCase, type HeirStep, recorderOf, recordStep } from './estate-step.ts';

/** Records an heir or legatee with the proof; with `self` the one who has signed in says to be that heir. After the settlement a clerk may, for a court's word on what is kept back. */
export async function addHeir(
  tx: Tx,
  asked: Doing & { readonly given: NewSuccessor; readonly self?: boolean },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, given } = asked;
  const recorder = recorderOf(caller);
  const known = estate.successors;
  const done = await recordSuccessor(tx, context, { file, recorder, given, known, today: today(context) });
  if (!done.ok) return done;
  if (asked.self && caller.kind === 'successor') {
    const said = { file, successorId: done.value, token: caller.token ?? '' };
    const being = await beSuccessor(tx, context, said);
    if (!being.ok) return being;
  }
  const data = { successorId: done.value, relation: given.relation, basis: given.basis };
  const moved = await recordStep(tx, { asked, file, data });
  return moved.ok ? ok({ file: moved.value, id: done.value }) : moved;
}

/** Somebody who has signed in as a successor says which of the heirs on record they are. */
export async function beHeir(
  tx: Tx,
  asked: Doing & { readonly successorId: string },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { context, caller, successorId } = asked;
  const { file } = found.value;
  const done = await beSuccessor(tx, context, { file, successorId, token: caller.token ?? '' });
  return done.ok ? ok({ file, id: successorId }) : done;
}
