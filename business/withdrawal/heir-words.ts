import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import type { OrderStanding } from '#business/payments';
import { numberInText } from '#business/registry/public';
import { hearSuccessor } from '#business/succession';
import type { Word } from '#business/succession/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, today, type WithdrawalContext } from './context.ts';
import { estateCase, type HeirStep, noneReturnedAnyMore } from './estate-step.ts';
import { step } from './step.ts';
import { tellHeirs } from './telling/tell-heirs.ts';

/** A clerk takes in, at the window, what an heir says in writing; or an heir who has signed in speaks for their own share. */
export async function hearHeir(
  tx: Tx,
  asked: Doing & {
    readonly successorId: string;
    readonly word: Word;
    readonly disputes: readonly string[];
    readonly paperReference: string | null;
    /** Why an heir objects, in their words. */
    readonly reason?: string | null;
  },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, successorId, word, disputes, paperReference, seen } = asked;
  const onPaper = caller.kind !== 'successor';
  const saying = {
    successorId,
    word,
    disputes,
    paperReference,
    onPaper,
    token: caller.token ?? '',
    secret: null,
  };
  const why = reasonOf(asked.reason ?? null);
  if (!why.ok) return why;
  const heard = await hearSuccessor(tx, context, { file, saying, estate, today: today(context) });
  if (!heard.ok) return heard;
  const data = { successorId, word, disputes, held: heard.value, ...why.value };
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'hear-heir', data, seen });
  if (!moved.ok) return moved;
  await tellHeld(tx, { context, file: moved.value, held: heard.value, disputed: disputes, by: successorId });
  // A share that came back and is kept back now is nobody's to correct.
  const settled = await noneReturnedAnyMore(tx, { context, file: moved.value });
  return settled.ok ? ok({ file: settled.value, id: successorId }) : settled;
}

/** Why somebody objects, as the history keeps it: in their own words, with no number in it. */
export function reasonOf(given: string | null): Result<{ readonly reason?: string }, Refusal> {
  const reason = given?.trim() ?? '';
  if (reason === '') return ok({});
  const problems = numberInText('reason', reason);
  return problems.length > 0 ? refuse({ code: 'succession.wrong', problems }) : ok({ reason });
}

/** Those whose shares an objection has just held back are told; by whom they are disputed is not. */
export async function tellHeld(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    readonly held: number;
    readonly disputed: readonly string[];
    readonly by: string;
  },
): Promise<void> {
  const { context, file, held, by } = asked;
  if (held === 0) return;
  const disputed = asked.disputed.length > 0 ? asked.disputed : [by];
  const which = ({ partyId }: OrderStanding) => partyId !== null && disputed.includes(partyId);
  await tellHeirs(tx, { context, file, happened: { event: 'orders', which, of: ['held'] } });
}
