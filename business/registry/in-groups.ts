import { ok, type Result } from '#basics';

/** More at once would only wait for one another: each of them holds a connection. */
const groupSize = 4;

/**
 * Does some work for every item, a few at a time, and stops after the group in which one was refused or failed. Nothing is
 * left running when it answers or throws, so that whoever tries again meets no work of this attempt.
 */
export async function inGroups<T>(
  items: readonly T[],
  work: (item: T) => Promise<Result<unknown>>,
): Promise<Result<null>> {
  for (let from = 0; from < items.length; from += groupSize) {
    const group = items.slice(from, from + groupSize).map(async (item) => work(item));
    for (const outcome of await Promise.allSettled(group)) {
      if (outcome.status === 'rejected') throw outcome.reason;
      if (!outcome.value.ok) return outcome.value;
    }
  }
  return ok(null);
}
