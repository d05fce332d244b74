import { ok, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import { askPartnerChange, decidePartnerChange } from './change-directory.ts';
import type { PartnersContext } from './context.ts';
import { placesOn } from './directory.ts';
import * as schemas from './schemas.ts';
import { listPartners, showPartner } from './show-partner.ts';
import { changesOf } from './store.ts';

type Read = ReadOperation<PartnersContext, Caller>;
type Write = WriteOperation<PartnersContext, Caller>;

const tag = 'partners';
const readers = ['administrator', 'clerk', 'reviewer', 'finance', 'auditor'] as const;

const listAllPartners: Read = {
  ...{ id: 'listPartners', kind: 'read', method: 'GET', path: '/partners', tag, roles: readers },
  summary: { zh: '往来机构目录', en: 'The directory of agencies' },
  query: schemas.page,
  answer: schemas.partners,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { context, query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, { list: 'partners' });
    if (!place.ok) return place;
    const after = String(place.value?.[0] ?? '');
    const rows = await listPartners(reader, { context, after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return ok({
      items,
      next: last ? writeCursor({ position: [last.region], query: { list: 'partners' } }) : null,
    });
  },
};

const listTransferPlaces: Read = {
  ...{ id: 'listTransferPlaces', kind: 'read', method: 'GET', path: '/transfer-places', tag },
  roles: ['insured', 'successor', 'agent', 'employer', 'clerk', 'reviewer', 'auditor'],
  summary: {
    zh: '可以办理转移的地区：名称，接不接收余额，是否联网',
    en: 'Places to transfer to or from: what they are called, whether they take balances and have a gateway',
  },
  query: schemas.placePage,
  answer: schemas.places,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { context, query }) {
    const { limit, cursor } = schemas.placePage.parse(query);
    const place = readCursor(cursor, { list: 'transfer-places' });
    if (!place.ok) return place;
    const on = shanghaiDate(context.clock.now());
    const rows = await placesOn(reader, { on, after: String(place.value?.[0] ?? ''), limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return ok({
      items,
      next: last ? writeCursor({ position: [last.region], query: { list: 'transfer-places' } }) : null,
    });
  },
};

const readPartner: Read = {
  ...{ id: 'readPartner', kind: 'read', method: 'GET', path: '/partners/{region}', tag, roles: readers },
  summary: { zh: '一家往来机构及其公钥', en: 'One agency and its keys' },
  params: schemas.partnerPlace,
  answer: schemas.onePartner,
  refusals: ['partners.no-such-partner'],
  shows: 'nobody',
  run: (reader, { context, params }) =>
    showPartner(reader, { context, ...schemas.partnerPlace.parse(params) }),
};

const askChangeOfPartner: Write = {
  ...{ id: 'askPartnerChange', kind: 'write', method: 'POST', path: '/partner-changes', tag },
  ...{ status: 201, roles: ['administrator'] },
  summary: {
    zh: '申请变更机构目录：概况、公钥、暂停或恢复往来',
    en: 'Ask for a change of the directory: profile, key, suspension',
  },
  body: schemas.asked,
  answer: schemas.changePlace,
  refusals: [
    'partners.own-region',
    'partners.bad-gateway',
    'partners.bad-key',
    'partners.no-such-key',
    ...(['access.no-session', 'access.role-missing'] as const),
  ],
  run: (tx, { context, caller, body }) =>
    askPartnerChange(tx, { context, caller }, schemas.asked.parse(body)),
};

const decideChangeOfPartner: Write = {
  ...{
    id: 'decidePartnerChange',
    kind: 'write',
    method: 'POST',
    path: '/partner-changes/{changeId}/decision',
  },
  ...{ tag, roles: ['administrator'] },
  summary: {
    zh: '另一位管理员同意或不同意目录变更',
    en: 'Another administrator agrees to a change of the directory or not',
  },
  params: schemas.changePlace,
  body: schemas.decision,
  answer: schemas.decided,
  refusals: [
    'partners.no-open-change',
    'partners.by-two',
    ...(['access.no-session', 'access.role-missing'] as const),
  ],
  run: (tx, { context, caller, params, body }) =>
    decidePartnerChange(
      tx,
      { context, caller },
      { ...schemas.changePlace.parse(params), ...schemas.decision.parse(body) },
    ),
};

const listPartnerChanges: Read = {
  ...{ id: 'listPartnerChanges', kind: 'read', method: 'GET', path: '/partner-changes', tag },
  roles: ['administrator', 'auditor'],
  summary: { zh: '目录变更的申请和结果，最近的在前', en: 'Changes of the directory, the latest first' },
  query: schemas.changePage,
  answer: schemas.changes,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { query }) {
    const { limit, cursor, region = null, open } = schemas.changePage.parse(query);
    const asked = { list: 'partner-changes', region, open };
    const place = readCursor(cursor, asked);
    if (!place.ok) return place;
    const before = place.value ? String(place.value[0]) : null;
    const rows = await changesOf(reader, { region, open: open === 'true', before, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return ok({ items, next: last ? writeCursor({ position: [last.id], query: asked }) : null });
  },
};

/** The directory of agencies: everybody at the desk reads it, two administrators change it. */
export const partnersOperations: readonly Operation<PartnersContext, Caller>[] = [
  listAllPartners,
  listTransferPlaces,
  readPartner,
  askChangeOfPartner,
  decideChangeOfPartner,
  listPartnerChanges,
];
