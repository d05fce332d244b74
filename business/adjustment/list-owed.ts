import type { Reader } from '#platform/postgres';
import type { Page } from './read-adjustments.ts';
import { type Owed, owedBy } from './recoverable.store.ts';

/** What people owe the fund, by their id; of one person where `personId` names them. */
export async function listOwed(
  reader: Reader,
  page: { readonly personId: string | null; readonly after: string | null; readonly limit: number },
): Promise<Page<Owed, string>> {
  const rows = await owedBy(reader, { ...page, limit: page.limit + 1 });
  const items = rows.slice(0, page.limit);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.personId ?? null) : null };
}
