import type { Refusal, Result } from '#basics';
import { type Actor, act, type CaseFile, type JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import type { TransferContext } from './context.ts';
import { transferProcesses } from './processes.ts';
import { type TellingContext, tellStep } from './telling/tell-step.ts';

/** What a step needs: the person is told of it in the same transaction. */
export type StepContext = TellingContext & Pick<TransferContext, 'workingDays'>;

/** One step of a transfer, at this moment. */
export interface TransferStep {
  readonly context: StepContext;
  readonly file: CaseFile;
  /** As this transaction has read it already; read where it is left out. */
  readonly transfer?: Pick<Transfer, 'partner'>;
  readonly actor: Actor;
  readonly action: string;
  readonly data?: JsonObject;
  readonly met?: readonly string[];
  readonly seen?: number | undefined;
}

export async function step(tx: Tx, asked: TransferStep): Promise<Result<CaseFile, Refusal>> {
  const { context, file, transfer, actor, action, data, met, seen } = asked;
  const process = transferProcesses[file.process];
  if (!process) throw new Error(`case ${file.id} is no transfer`);
  const moved = await act(tx, {
    ...{ process, ownerId: file.ownerId, caseId: file.id, file, actor, action, seen },
    ...{ at: context.clock.now(), calendar: context.workingDays },
    ...(data ? { data } : {}),
    ...(met ? { met } : {}),
  });
  if (moved.ok) await tellStep(tx, { context, file: moved.value, transfer, action, data: data ?? {} });
  return moved;
}

/** Another agency as casework knows it: its word is what moves the case. */
export function partnerActor(region: string): Actor {
  return { kind: 'partner-agency', id: region, roles: [] };
}
