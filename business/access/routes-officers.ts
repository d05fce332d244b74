import { ok } from '#basics';
import { type JobOperation, type ReadOperation, readCursor, writeCursor } from '#platform/http';
import type { Caller } from './caller.ts';
import type { AccessContext } from './context.ts';
import { type KeyRow, listKeyRows } from './keys.store.ts';
import { makeKey, revokeKey } from './keys.ts';
import { listOfficerRows } from './officers.store.ts';
import { changeRoles, createOfficer, disableOfficer, resetOfficer } from './officers.ts';
import * as schemas from './schemas.ts';

type Read = ReadOperation<AccessContext, Caller>;
type Job = JobOperation<AccessContext, Caller>;

const tag = 'access';
const administers = ['administrator'] as const;
const sees = ['administrator', 'auditor'] as const;

const createOneOfficer: Job = {
  id: 'createOfficer',
  kind: 'job',
  method: 'POST',
  path: '/officers',
  ...{ tag, roles: administers, status: 201 },
  summary: { zh: '添加工作人员', en: 'Add an officer' },
  body: schemas.newOfficer,
  answer: schemas.madeOfficer,
  refusals: ['access.officer-unfit', 'access.no-office', 'access.login-name-taken'],
  run: ({ context, caller, body }) => createOfficer(context, schemas.newOfficer.parse(body), caller.id),
};

const listOfficers: Read = {
  id: 'listOfficers',
  kind: 'read',
  method: 'GET',
  path: '/officers',
  ...{ tag, roles: sees },
  summary: { zh: '工作人员清单', en: 'The officers' },
  query: schemas.page,
  answer: schemas.officersPage,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, { list: 'officers' });
    if (!place.ok) return place;
    const rows = await listOfficerRows(reader, { after: afterOf(place.value), limit: limit + 1 });
    return ok(paged(rows, { limit, list: 'officers' }));
  },
};

const changeOfficerRoles: Job = {
  id: 'changeOfficerRoles',
  kind: 'job',
  method: 'POST',
  path: '/officers/{officerId}/roles',
  ...{ tag, roles: administers, status: 204 },
  summary: { zh: '更改岗位，立即生效', en: 'Change an officer’s roles, at once' },
  params: schemas.officerId,
  body: schemas.roleChange,
  answer: schemas.nothing,
  refusals: ['access.own-roles', 'access.no-officer'],
  run: ({ context, caller, params, body }) =>
    changeRoles(context, {
      ...schemas.officerId.parse(params),
      ...schemas.roleChange.parse(body),
      by: caller,
    }),
};

const disableOneOfficer: Job = {
  id: 'disableOfficer',
  kind: 'job',
  method: 'POST',
  path: '/officers/{officerId}/disablement',
  ...{ tag, roles: administers, status: 204 },
  summary: { zh: '停用工作人员，立即生效', en: 'Disable an officer, at once' },
  params: schemas.officerId,
  answer: schemas.nothing,
  refusals: ['access.own-roles', 'access.no-officer'],
  run: ({ context, caller, params }) =>
    disableOfficer(context, { ...schemas.officerId.parse(params), by: caller }),
};

const resetOneOfficer: Job = {
  id: 'resetOfficer',
  kind: 'job',
  method: 'POST',
  path: '/officers/{officerId}/reset',
  ...{ tag, roles: administers },
  summary: {
    zh: '重置密码和动态验证码，发临时密码',
    en: 'Reset an officer’s password and second factor; gives a temporary password',
  },
  params: schemas.officerId,
  answer: schemas.madeOfficer,
  refusals: ['access.own-roles', 'access.no-officer'],
  run: ({ context, caller, params }) =>
    resetOfficer(context, { ...schemas.officerId.parse(params), by: caller }),
};

const createApiKey: Job = {
  id: 'createApiKey',
  kind: 'job',
  method: 'POST',
  path: '/api-keys',
  ...{ tag, roles: administers, status: 201 },
  summary: { zh: '为对接系统生成密钥', en: 'Make a key for another program' },
  body: schemas.newKey,
  answer: schemas.madeKey,
  refusals: [],
  run: ({ context, caller, body }) => makeKey(context, caller, schemas.newKey.parse(body)),
};

const listApiKeys: Read = {
  id: 'listApiKeys',
  kind: 'read',
  method: 'GET',
  path: '/api-keys',
  ...{ tag, roles: sees },
  summary: { zh: '接口密钥清单', en: 'The keys of other programs' },
  query: schemas.page,
  answer: schemas.keysPage,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(_reader, { context, query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, { list: 'api-keys' });
    if (!place.ok) return place;
    const after = afterOf(place.value);
    const rows = await listKeyRows(context.loginDatabase, { after, limit: limit + 1 });
    const { items, next } = paged(rows, { limit, list: 'api-keys' });
    return ok({ items: items.map(shownKey), next });
  },
};

const revokeApiKey: Job = {
  id: 'revokeApiKey',
  kind: 'job',
  method: 'POST',
  path: '/api-keys/{id}/revocation',
  ...{ tag, roles: administers, status: 204 },
  summary: { zh: '作废接口密钥，立即生效', en: 'Revoke a key, at once' },
  params: schemas.keyId,
  answer: schemas.nothing,
  refusals: ['access.no-key'],
  run: ({ context, caller, params }) => revokeKey(context, caller, schemas.keyId.parse(params).id),
};

export const officerOperations = [
  createOneOfficer,
  listOfficers,
  changeOfficerRoles,
  disableOneOfficer,
  resetOneOfficer,
  createApiKey,
  listApiKeys,
  revokeApiKey,
] as const;

function afterOf(position: readonly unknown[] | null): string | null {
  const [id] = position ?? [];
  return typeof id === 'string' ? id : null;
}

/** One row more than was asked for says that there is a next page. */
function paged<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { limit, list }: { readonly limit: number; readonly list: string },
) {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? writeCursor({ position: [last.id], query: { list } }) : null };
}

function shownKey({ madeAt, expiresAt, revokedAt, ...key }: KeyRow) {
  return {
    ...key,
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
