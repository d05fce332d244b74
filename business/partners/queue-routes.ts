import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { handleQueueItem, listQueue, showItem } from '#engines/exchange';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import type { PartnersContext } from './context.ts';
import * as schemas from './queue-schemas.ts';

type Read = ReadOperation<PartnersContext, Caller>;
type Write = WriteOperation<PartnersContext, Caller>;

const tag = 'exchange';
const one = '/exchange-queue/{itemId}';

const listExchangeQueue: Read = {
  ...{ id: 'listExchangeQueue', kind: 'read', method: 'GET', path: '/exchange-queue', tag },
  roles: ['clerk', 'reviewer', 'auditor'],
  summary: {
    zh: '需要经办人处理的报文，等得最久的在前',
    en: 'Messages that do not go their way by themselves, the longest waiting first',
  },
  query: schemas.queuePage,
  answer: schemas.queue,
  refusals: ['http.cursor'],
  shows: 'nobody', // ids, types and codes
  async run(reader, { context, query }) {
    const { limit, cursor, reason = null } = schemas.queuePage.parse(query);
    const asked = { list: 'exchange-queue', reason };
    const place = readCursor(cursor, asked);
    if (!place.ok) return place;
    const [since, id] = place.value ?? [];
    const after = since === undefined ? null : { since: String(since), id: String(id) };
    const rows = await listQueue(reader, { at: context.clock.now(), reason, after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const position = last ? [last.since.toISOString(), last.id] : [];
    return ok({ items, next: last ? writeCursor({ position, query: asked }) : null });
  },
};

const readQueueItem: Read = {
  ...{ id: 'readExchangeItem', kind: 'read', method: 'GET', path: one, tag },
  roles: ['clerk', 'reviewer', 'auditor'],
  summary: { zh: '一份报文，个人信息已遮盖', en: 'One message, masked' },
  params: schemas.itemPlace,
  answer: schemas.shownItem,
  refusals: ['exchange.no-such-item'],
  shows: 'nobody', // whose case it is the message says by masked names only
  run: (reader, { context, params }) =>
    showItem(reader, {
      id: schemas.itemPlace.parse(params).itemId,
      at: context.clock.now(),
      seal: context.seal,
    }),
};

const handleOneItem: Write = {
  ...{ id: 'handleExchangeItem', kind: 'write', method: 'POST', path: `${one}/handlings`, tag, status: 201 },
  roles: ['clerk'],
  summary: {
    zh: '重新发送、重新办理，或者写明原因后了结',
    en: 'Send a message again, have it applied again, or close it with a reason',
  },
  params: schemas.itemPlace,
  body: schemas.handling,
  answer: schemas.handled,
  refusals: [
    ...(['exchange.no-such-item', 'exchange.changed-meanwhile'] as const),
    ...(['access.no-session', 'access.role-missing'] as const),
  ],
  run: (tx, { context, caller, params, body }) =>
    handleQueueItem(tx, {
      ...schemas.handling.parse(body),
      id: schemas.itemPlace.parse(params).itemId,
      token: caller.token ?? '',
      handlingId: context.ids.next('hdl'),
      at: context.clock.now(),
    }),
};

/** What clerks do with messages that did not go their way by themselves. */
export const exchangeQueueOperations: readonly Operation<PartnersContext, Caller>[] = [
  listExchangeQueue,
  readQueueItem,
  handleOneItem,
];
