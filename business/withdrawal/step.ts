import { ok, type Refusal, type Result } from '#basics';
import { actorOf, type Caller } from '#business/access/public';
import { type Actor, act, type CaseFile, declarationOf, type JsonObject, mayAct } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** One step of a withdrawal, at this moment. */
export interface WithdrawalStep {
  readonly context: WithdrawalContext;
  readonly file: CaseFile;
  readonly actor: Actor;
  readonly action: string;
  readonly data?: JsonObject;
  readonly met?: readonly string[];
  readonly seen?: number | undefined;
}

export function stepBase({ context, file, actor }: Pick<WithdrawalStep, 'context' | 'file' | 'actor'>) {
  return {
    process: withdrawalProcess,
    ownerId: file.ownerId,
    caseId: file.id,
    actor,
    at: context.clock.now(),
    calendar: context.workingDays,
  };
}

export function step(tx: Tx, asked: WithdrawalStep): Promise<Result<CaseFile, Refusal>> {
  const { action, data, met, seen } = asked;
  return act(tx, { ...stepBase(asked), action, seen, ...(data ? { data } : {}), ...(met ? { met } : {}) });
}

/**
 * Whether one of some steps is this caller’s to take now, whatever it needs besides: asked before anything is weighed, so
 * that nobody is told what speaks against a step that is not open to them at all.
 */
export function mayNow(
  file: CaseFile,
  { caller, actions }: { readonly caller: Caller; readonly actions: readonly [string, ...string[]] },
): Result<true, Refusal> {
  const process = declarationOf(withdrawalProcess, file);
  const asked = { state: file.state, done: [], actor: actorOf(caller) };
  const answers = actions.map((action) => mayAct(process, { ...asked, action }));
  const refused = answers.find((answer) => !answer.ok);
  return refused === undefined || refused.ok || answers.some((answer) => answer.ok) ? ok(true) : refused;
}
