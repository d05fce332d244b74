import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import { type NoticeItem, noticesIn, requeueNotice } from './store.ts';

export interface NoticePage {
  readonly items: readonly NoticeItem[];
  readonly next: { readonly ownerId: string; readonly id: string } | null;
}

/** Notices in a state, so that what was given up is seen; their texts and addresses stay sealed. */
export async function listNotices(
  reader: Reader,
  asked: { readonly state: NoticeItem['state']; readonly after: NoticePage['next']; readonly limit: number },
): Promise<NoticePage> {
  const after = asked.after ?? { ownerId: '', id: '' };
  const rows = await noticesIn(reader, { state: asked.state, after, limit: asked.limit + 1 });
  const items = rows.slice(0, asked.limit);
  const last = items.at(-1);
  return { items, next: rows.length > asked.limit && last ? { ownerId: last.ownerId, id: last.id } : null };
}

/** Tries a notice that was given up again, from the beginning. Refuses `notices.not-given-up`. */
export async function retryNotice(
  tx: Tx,
  place: { readonly ownerId: string; readonly id: string },
): Promise<Result<true, Refusal>> {
  return (await requeueNotice(tx, place)) ? ok(true) : refuse({ code: 'notices.not-given-up' });
}
