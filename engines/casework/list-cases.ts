import { isPlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { CaseFile } from './case.ts';
import { type WorkListFilter, workList } from './store.ts';

export interface CasePage {
  readonly items: readonly CaseFile[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** A page of cases by due day, those without one last. `cursor` is `next` of the page before. */
export async function listCases(
  reader: Reader,
  asked: Omit<WorkListFilter, 'after'> & { readonly cursor: string | null },
): Promise<CasePage> {
  const { cursor, ...filter } = asked;
  const found = await workList(reader, { ...filter, after: readCursor(cursor), limit: asked.limit + 1 });
  const items = found.slice(0, asked.limit);
  const last = items.at(-1);
  return { items, next: found.length > asked.limit && last ? writeCursor(last) : null };
}

function writeCursor({ dueOn, id }: CaseFile): string {
  return Buffer.from(`${dueOn ?? 'infinity'} ${id}`, 'utf8').toString('base64url');
}

/** A cursor that we did not write begins at the first page. */
function readCursor(cursor: string | null): WorkListFilter['after'] {
  if (cursor === null) return null;
  const [dueOn = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  return dueOn === 'infinity' || isPlainDate(dueOn) ? { dueOn, id } : null;
}
