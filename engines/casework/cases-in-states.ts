import type { Reader } from '#platform/postgres';
import type { CaseFile } from './case.ts';
import { listCases } from './list-cases.ts';

/**
 * Every case of some processes that is in one of the named states, a page at a time, for what goes through all of them. A case
 * that moves on meanwhile may still come: whoever handles it looks again under the lock.
 */
export async function* casesInStates(
  reader: Reader,
  wanted: Readonly<Record<string, readonly string[]>>,
): AsyncGenerator<CaseFile> {
  const everybody = { officeId: null, ownerIds: null, dueOnOrBefore: null, limit: 100 };
  for (const [process, states] of Object.entries(wanted)) {
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listCases>> = await listCases(reader, {
        ...{ ...everybody, processes: [process], states, cursor },
      });
      yield* page.items;
      cursor = page.next;
    } while (cursor !== null);
  }
}
