import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { RegistryContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callApproveAbandonment, callRequestAbandonment, runById } from './import.store.ts';
import { numberInText } from './number-in-text.ts';

interface Asked {
  readonly context: Pick<RegistryContext, 'clock'>;
  readonly caller: Caller;
  readonly runId: string;
}

/**
 * A clerk asks that an import that was cut short be given up, because its file is lost: otherwise it would keep every other
 * file out. Nothing changes until another officer agrees.
 */
export async function requestAbandonment(
  tx: Tx,
  { context, caller, runId, reason }: Asked & { readonly reason: string },
): Promise<Result<{ readonly runId: string }, Refusal>> {
  if (!(await runById(tx, runId))) return refuse({ code: 'registry.no-such-import' });
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  const given = { token: caller.token ?? '', id: runId, reason, at: context.clock.now() };
  const told = await guarded(callRequestAbandonment(tx, given));
  return told.ok ? ok({ runId }) : told;
}

/**
 * Another officer agrees: what the import brought is void, its numbers are free, and the file may come again. Refuses
 * `registry.import-in-use` where somebody whom it brought has a case, a fact, a card or months by now.
 */
export async function approveAbandonment(
  tx: Tx,
  { context, caller, runId }: Asked,
): Promise<Result<{ readonly runId: string; readonly voided: bigint }, Refusal>> {
  if (!(await runById(tx, runId))) return refuse({ code: 'registry.no-such-import' });
  const given = { token: caller.token ?? '', id: runId, at: context.clock.now() };
  const told = await guarded(callApproveAbandonment(tx, given));
  return told.ok ? ok({ runId, voided: told.value }) : told;
}
