import type { Refusal, Result } from '#basics';
import { type Actor, act, type CaseFile, type JsonObject } from '#engines/casework';
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
