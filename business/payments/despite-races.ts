import type { Refusal, Result } from '#basics';

/** Somebody moved the case in the same moment. */
export const changedMeanwhile = 'casework.changed-meanwhile';

const tries = 5;

/**
 * Takes a bank's word in once more where somebody moved its case in the same moment: the next time it finds the case as it is
 * now. `attempt` is a transaction of its own; what goes on being refused stays refused, and is handed in again.
 */
export async function despiteRaces<T>(
  attempt: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  let done = await attempt();
  for (let tried = 1; tried < tries && !done.ok && done.refusal.code === changedMeanwhile; tried += 1)
    done = await attempt();
  return done;
}
