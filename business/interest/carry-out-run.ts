import { ok, type Refusal, type Result } from '#basics';
import {
  type Execution,
  executeRun,
  type InterestRun,
  type RunDifference,
  runDifference,
  unfinishedRuns,
} from '#engines/ledger';
import type { InterestContext } from './context.ts';
import { runById } from './read-runs.ts';

/** A run that is done, and why it came to something else than its preview, where it did. */
export interface CarriedOut {
  readonly run: InterestRun;
  /** Null for a reversal, and while the run is not finished. */
  readonly difference: RunDifference | null;
}

/** Carries an approved run out, or on from where it stood; a run that is finished is only told. */
export async function carryOutRun(
  context: Pick<InterestContext, 'database' | 'clock'>,
  { runId, onProgress, goOn }: Pick<Execution, 'onProgress' | 'goOn'> & { readonly runId: string },
): Promise<Result<CarriedOut, Refusal>> {
  const { database, clock } = context;
  const done = await executeRun(database, { id: runId, clock, onProgress, goOn });
  return done.ok ? tellRun(context, runId) : done;
}

/** A run and, once it is finished, the comparison with its preview. */
export async function tellRun(
  { database }: Pick<InterestContext, 'database'>,
  runId: string,
): Promise<Result<CarriedOut, Refusal>> {
  const found = await runById(database, runId);
  if (!found.ok) return found;
  const run = found.value;
  const compares = run.kind === 'credit' && run.progress?.finishedAt;
  return ok({ run, difference: compares ? await runDifference(database, run) : null });
}

/** Carries on every approved run for a while; answers the runs that it finished. What a worker calls again and again. */
export async function carryOnRuns(
  context: Pick<InterestContext, 'database' | 'clock'>,
  { slices }: { readonly slices: number },
): Promise<readonly CarriedOut[]> {
  const finished: CarriedOut[] = [];
  for (const runId of await unfinishedRuns(context.database)) {
    let left = slices;
    const goOn = () => {
      left -= 1;
      return left > 0;
    };
    const done = await carryOutRun(context, { runId, goOn });
    if (done.ok && done.value.run.progress?.finishedAt) finished.push(done.value);
  }
  return finished;
}
