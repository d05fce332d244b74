import { type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { decideRun, type InterestRun } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import type { InterestContext } from './context.ts';
import { runById } from './read-runs.ts';

export interface RunWord {
  readonly runId: string;
  readonly approved: boolean;
  /** The digest of the totals that the officer read, in hexadecimal; not needed to reject. */
  readonly digest: string | null;
  /** Needed to reject. */
  readonly reason: string | null;
}

/** Another finance officer approves the totals that they read, or rejects them; approved, the run may be carried out. */
export async function decideYear(
  context: Pick<InterestContext, 'database' | 'clock'>,
  { caller, word }: { readonly caller: Caller; readonly word: RunWord },
): Promise<Result<InterestRun, Refusal>> {
  const { runId, approved, digest } = word;
  const reason = word.reason?.trim() || null;
  if (!approved && reason === null) return refuse({ code: 'interest.reason-missing' });
  const given = {
    ...{ token: caller.token ?? '', id: runId, approved, reason, at: context.clock.now() },
    digest: digest === null ? null : Buffer.from(digest, 'hex'),
  };
  const decided = await inTransaction(context.database, (tx) => decideRun(tx, given));
  return decided.ok ? runById(context.database, runId) : decided;
}
