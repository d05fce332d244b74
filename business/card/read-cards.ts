import type { Reader } from '#platform/postgres';
import type { Card } from './card.ts';
import { cardRowsOf, eventsOf } from './store.ts';

/** A person's cards with what happened to each, the latest first; a page of them and where the next begins. */
export async function cardsOf(
  reader: Reader,
  page: { readonly personId: string; readonly before: string | null; readonly limit: number },
): Promise<{ readonly items: readonly Card[]; readonly next: string | null }> {
  const rows = await cardRowsOf(reader, { ...page, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const cardIds = shown.map(({ cardId }) => cardId);
  const events = await eventsOf(reader, { personId: page.personId, cardIds });
  const items = shown.map((row) => ({
    ...row,
    events: events.filter(({ cardId }) => cardId === row.cardId),
  }));
  return { items, next: rows.length > page.limit ? (cardIds.at(-1) ?? null) : null };
}
