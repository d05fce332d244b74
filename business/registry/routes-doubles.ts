import { ok, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type JobOperation,
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import type { RegistryContext } from './context.ts';
import { findDoubles, judgeDouble, listDoubles } from './find-doubles.ts';
import {
  approveMerge,
  type ListedMerge,
  mergeHistory,
  mergesWaiting,
  requestMerge,
  requestUnmerge,
} from './merge-records.ts';
import { personById } from './person.store.ts';
import * as schemas from './schemas.ts';
import * as doubleSchemas from './schemas-doubles.ts';

type Read = ReadOperation<RegistryContext, Caller>;
type Write = WriteOperation<RegistryContext, Caller>;

const tag = 'doubles';
const officers = ['clerk', 'reviewer', 'auditor'] as const;
const hindrances = [
  'registry.merge-differs',
  'registry.merge-linked',
  'registry.merge-case-open',
  'registry.merge-measure-stands',
  'registry.merge-money-owed',
  'registry.merge-card-bound',
  'registry.merge-opening-waits',
];

const searchDoubles: JobOperation<RegistryContext, Caller> = {
  id: 'searchDoubles',
  kind: 'job',
  method: 'POST',
  path: '/doubles/search',
  tag,
  roles: ['clerk'],
  summary: { zh: '查找疑似重复的档案', en: 'Look for records that may be one person' },
  body: doubleSchemas.search,
  answer: doubleSchemas.searched,
  refusals: [],
  async run({ context, body }) {
    const { importId } = doubleSchemas.search.parse(body);
    return ok({ found: String(await findDoubles(context, { runId: importId })) });
  },
};

const listPossibleDoubles: Read = {
  id: 'listDoubles',
  kind: 'read',
  method: 'GET',
  path: '/doubles',
  tag,
  roles: officers,
  summary: { zh: '疑似重复的档案', en: 'Records that may be one person, with what speaks for it' },
  query: schemas.page,
  answer: doubleSchemas.doublesPage,
  refusals: ['http.cursor'],
  async run(reader, { context, query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, {});
    if (!place.ok) return place;
    const [oneId, otherId] = (place.value ?? []).map(String);
    const after = oneId && otherId ? { oneId, otherId } : null;
    const { items, next } = await listDoubles(reader, { seal: context.seal, after, limit });
    const shown = items.map(({ foundAt, ...pair }) => ({ ...pair, foundAt: foundAt.toISOString() }));
    const position = next && [next.oneId, next.otherId];
    return ok({ items: shown, next: position && writeCursor({ position, query: {} }) });
  },
};

const judgePossibleDouble: Write = {
  id: 'judgeDouble',
  kind: 'write',
  method: 'POST',
  path: '/doubles/judgements',
  tag,
  roles: ['clerk'],
  summary: { zh: '认定两份档案不是同一人', en: 'Judge that two records are two persons' },
  body: doubleSchemas.judgement,
  answer: doubleSchemas.pair,
  refusals: ['registry.no-such-double', 'registry.change-wrong'],
  run(tx, { context, caller, body }) {
    return judgeDouble(tx, { context, caller, judgement: doubleSchemas.judgement.parse(body) });
  },
};

const requestRecordMerge: Write = {
  id: 'requestMerge',
  kind: 'write',
  method: 'POST',
  path: '/merges',
  tag,
  roles: ['clerk'],
  status: 201,
  summary: { zh: '申请合并两份档案', en: 'Request that a record be folded into another of the same person' },
  body: doubleSchemas.newMerge,
  answer: doubleSchemas.mergePlace,
  refusals: ['registry.no-such-person', 'registry.change-wrong', 'registry.merge-waits', ...hindrances],
  run(tx, { context, caller, body }) {
    return requestMerge(tx, { context, caller, request: doubleSchemas.newMerge.parse(body) });
  },
};

const requestMergeUndoing: Write = {
  id: 'requestUnmerge',
  kind: 'write',
  method: 'POST',
  path: '/merges/{mergedId}/undoing',
  tag,
  roles: ['clerk'],
  status: 201,
  summary: { zh: '申请撤销合并', en: 'Request that a merge be undone' },
  params: doubleSchemas.merged,
  body: doubleSchemas.newUndoing,
  answer: doubleSchemas.mergePlace,
  refusals: ['registry.not-merged', 'registry.change-wrong', 'registry.merge-waits'],
  run(tx, { context, caller, params, body }) {
    const request = { ...doubleSchemas.merged.parse(params), ...doubleSchemas.newUndoing.parse(body) };
    return requestUnmerge(tx, { context, caller, request });
  },
};

const decideRecordMerge: Write = {
  id: 'decideMerge',
  kind: 'write',
  method: 'POST',
  path: '/merges/{mergedId}/{stepId}/decision',
  tag,
  roles: ['reviewer'],
  summary: { zh: '审批合并或撤销合并', en: 'Approve or decline a merge or its undoing' },
  params: doubleSchemas.mergePlace,
  body: doubleSchemas.mergeDecision,
  answer: doubleSchemas.mergeDecided,
  refusals: [
    'registry.no-such-merge',
    'registry.merge-decided',
    'registry.merge-same-officer',
    'registry.reason-missing',
    'registry.change-wrong',
    'registry.not-merged',
    'ledger.already-held',
    'ledger.payment-under-way',
    'ledger.not-enough',
    'ledger.account-closed',
    'ledger.day-gone-by',
    ...hindrances,
  ],
  async run(tx, { context, caller, params, body }) {
    const place = doubleSchemas.mergePlace.parse(params);
    const decision = { ...place, ...doubleSchemas.mergeDecision.parse(body) };
    const told = await approveMerge(tx, { context, caller, decision });
    return told.ok ? ok({ ...told.value, movedFen: String(told.value.movedFen) }) : told;
  },
};

const listOpenMerges: Read = {
  id: 'listOpenMerges',
  kind: 'read',
  method: 'GET',
  path: '/merges',
  tag,
  roles: officers,
  summary: { zh: '待审批的合并', en: 'Merges and undoings that wait for the second officer' },
  query: schemas.page,
  answer: doubleSchemas.mergesPage,
  refusals: ['http.cursor'],
  async run(reader, { context, query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, {});
    if (!place.ok) return place;
    const [at, ownerId, id] = (place.value ?? []).map(String);
    const after = at && ownerId && id ? { at, ownerId, id } : null;
    const { items, next } = await mergesWaiting(reader, { seal: context.seal, after, limit });
    const position = next && [next.at, next.ownerId, next.id];
    return ok({ items: items.map(shown), next: position && writeCursor({ position, query: {} }) });
  },
};

const listPersonMerges: Read = {
  id: 'listPersonMerges',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/merges',
  tag,
  roles: officers,
  summary: { zh: '一个人的合并记录', en: 'What was ever merged of a person' },
  params: schemas.person,
  answer: doubleSchemas.merges,
  refusals: ['registry.no-such-person'],
  async run(reader, { context, params }) {
    const { personId: owner } = schemas.person.parse(params);
    if (!(await personById(reader, owner))) return refuse({ code: 'registry.no-such-person' });
    return ok({ items: (await mergeHistory(reader, { owner, seal: context.seal })).map(shown) });
  },
};

/** Records that may be one person, and their merging under four eyes. */
export const doubleOperations: readonly Operation<RegistryContext, Caller>[] = [
  searchDoubles,
  listPossibleDoubles,
  judgePossibleDouble,
  requestRecordMerge,
  requestMergeUndoing,
  decideRecordMerge,
  listOpenMerges,
  listPersonMerges,
];

function shown({ requestedKey: _, requestedAt, decidedAt, movedFen, ...merge }: ListedMerge) {
  return {
    ...merge,
    movedFen: movedFen === null ? null : String(movedFen),
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
