import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import type { OwnNoticesContext } from './context.ts';
import { listNotices, retryNotice } from './list-notices.ts';
import { ownNoticesOperations } from './routes-own.ts';
import * as schemas from './schemas.ts';

const tag = 'notices';
const administers = ['administrator'] as const;

const listAllNotices: ReadOperation<unknown, Caller> = {
  ...{ id: 'listNotices', kind: 'read', method: 'GET', path: '/notices', tag, roles: administers },
  summary: {
    zh: '发给个人的通知及投递情况，不含内容',
    en: 'Notices to people and how they went out, without their texts',
  },
  query: schemas.listing,
  answer: schemas.notices,
  refusals: ['http.cursor'],
  shows: 'nobody', // an id, a word and times; nothing of the person
  async run(reader, { query }) {
    const { state, limit, cursor } = schemas.listing.parse(query);
    const place = readCursor(cursor, { state });
    if (!place.ok) return place;
    const [ownerId, id] = place.value ?? [];
    const after = typeof ownerId === 'string' && typeof id === 'string' ? { ownerId, id } : null;
    const { items, next } = await listNotices(reader, { state, after, limit });
    return ok({
      items: items.map(({ ownerId: personId, ...item }) => ({ personId, ...item })),
      next: next && writeCursor({ position: [next.ownerId, next.id], query: { state } }),
    });
  },
};

const retryOneNotice: WriteOperation<unknown, Caller> = {
  ...{ id: 'retryNotice', kind: 'write', method: 'POST', path: '/notices/retries', tag, roles: administers },
  summary: { zh: '重新投递已放弃的通知', en: 'Try a notice that was given up again' },
  body: schemas.place,
  answer: schemas.nothing,
  status: 204,
  refusals: ['notices.not-given-up'],
  run(tx, { body }) {
    const { personId: ownerId, id } = schemas.place.parse(body);
    return retryNotice(tx, { ownerId, id });
  },
};

/** What an administrator sees of notices, and people of their own. */
export const noticesOperations: readonly Operation<OwnNoticesContext, Caller>[] = [
  listAllNotices,
  retryOneNotice,
  ...ownNoticesOperations,
];
