import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import type { JobOperation, Operation, ReadOperation } from '#platform/http';
import type { WebhooksContext } from './context.ts';
import {
  listDeliveries,
  listWebhooks,
  replay,
  rotateSecret,
  subscribe,
  switchWebhook,
} from './manage-webhooks.ts';
import * as schemas from './schemas.ts';

type Read = ReadOperation<WebhooksContext, Caller>;
type Job = JobOperation<WebhooksContext, Caller>;

const tag = 'webhooks';
const roles = ['integrator', 'administrator'] as const;
const one = '/webhooks/{id}';
const theirs = ['webhooks.no-such-webhook', 'access.no-session', 'access.role-missing'] as const;

const createWebhook: Job = {
  ...{ id: 'createWebhook', kind: 'job', method: 'POST', path: '/webhooks', tag, roles, status: 201 },
  summary: {
    zh: '订阅办理环节；签名密钥只显示这一次',
    en: 'Subscribe to steps of cases; the secret is shown this once',
  },
  body: schemas.newWebhook,
  answer: schemas.made,
  refusals: [
    'webhooks.bad-events',
    ...(['webhooks.bad-url', 'webhooks.no-such-host', 'webhooks.private-address'] as const),
    ...(['access.no-session', 'access.role-missing'] as const),
  ],
  run: ({ context, caller, body }) => subscribe({ context, caller }, schemas.newWebhook.parse(body)),
};

const listAllWebhooks: Read = {
  ...{ id: 'listWebhooks', kind: 'read', method: 'GET', path: '/webhooks', tag, roles },
  summary: { zh: '订阅清单', en: 'Webhooks' },
  query: schemas.page,
  answer: schemas.webhooks,
  refusals: [],
  shows: 'nobody',
  async run(reader, { context, caller, query }) {
    const { limit, cursor: after = '' } = schemas.page.parse(query);
    const rows = await listWebhooks(reader, { context, caller }, { after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    return ok({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
  },
};

const rotateWebhookSecret: Job = {
  ...{
    id: 'rotateWebhookSecret',
    kind: 'job',
    method: 'POST',
    path: `${one}/secret`,
    tag,
    roles,
    status: 201,
  },
  summary: {
    zh: '更换签名密钥；旧密钥一天内仍一起签名',
    en: 'Another secret; the one before signs too for a day',
  },
  params: schemas.webhookId,
  answer: schemas.made,
  refusals: theirs,
  run: ({ context, caller, params }) => rotateSecret({ context, caller }, schemas.webhookId.parse(params).id),
};

const changeOneWebhook: Job = {
  ...{ id: 'changeWebhook', kind: 'job', method: 'POST', path: `${one}/state`, tag, roles, status: 204 },
  summary: { zh: '重新启用或终止订阅', en: 'Switch a webhook on again, or end it' },
  params: schemas.webhookId,
  body: schemas.change,
  answer: schemas.nothing,
  refusals: theirs,
  run: ({ context, caller, params, body }) =>
    switchWebhook({ context, caller }, schemas.webhookId.parse(params).id, schemas.change.parse(body).state),
};

const listWebhookDeliveries: Read = {
  ...{ id: 'listWebhookDeliveries', kind: 'read', method: 'GET', path: `${one}/deliveries`, tag, roles },
  summary: { zh: '投递记录，最近的在前', en: 'What was told, the latest first' },
  params: schemas.webhookId,
  query: schemas.deliveryPage,
  answer: schemas.deliveries,
  refusals: ['webhooks.no-such-webhook'],
  shows: 'nobody', // ids and states of steps, as the receiver has them
  async run(reader, { caller, params, query }) {
    const { limit, cursor, state = null } = schemas.deliveryPage.parse(query);
    const before = cursor !== undefined && /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : null;
    const asked = { id: schemas.webhookId.parse(params).id, state, before, limit: limit + 1 };
    const listed = await listDeliveries(reader, caller, asked);
    if (!listed.ok) return listed;
    const items = listed.value.slice(0, limit);
    return ok({ items, next: listed.value.length > limit ? `${items.at(-1)?.sequence ?? ''}` : null });
  },
};

const replayWebhook: Job = {
  ...{ id: 'replayWebhook', kind: 'job', method: 'POST', path: `${one}/replays`, tag, roles },
  summary: { zh: '按序号重发', en: 'Tell steps again, by their numbers' },
  params: schemas.webhookId,
  body: schemas.replay,
  answer: schemas.replayed,
  refusals: theirs,
  run({ context, caller, params, body }) {
    const { from, to } = schemas.replay.parse(body);
    const wanted = { from: BigInt(from), to: to === null ? null : BigInt(to) };
    return replay({ context, caller }, { id: schemas.webhookId.parse(params).id, ...wanted });
  },
};

/** What integrators do with their own webhooks, and administrators with everybody's. */
export const webhooksOperations: readonly Operation<WebhooksContext, Caller>[] = [
  createWebhook,
  listAllWebhooks,
  rotateWebhookSecret,
  changeOneWebhook,
  listWebhookDeliveries,
  replayWebhook,
];
