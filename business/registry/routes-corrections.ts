import { ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import type { Reader } from '#platform/postgres';
import { decideCorrection } from './approve-correction.ts';
import type { RegistryContext } from './context.ts';
import type { PlaceInTime, WishRow } from './correction.store.ts';
import {
  correctionHistory,
  correctionsWaiting,
  type ListedCorrection,
  wishesWaiting,
  wishHistory,
} from './list-corrections.ts';
import type { Page } from './list-facts.ts';
import { maySee } from './may-see.ts';
import { personById } from './person.store.ts';
import { recordsOf } from './records-of.store.ts';
import { requestCorrection } from './request-correction.ts';
import * as schemas from './schemas.ts';
import * as correctionSchemas from './schemas-corrections.ts';
import { refuseWish, wishForCorrection } from './wish-for-correction.ts';

type Read = ReadOperation<RegistryContext, Caller>;
type Write = WriteOperation<RegistryContext, Caller>;

const tag = 'corrections';
const officers = ['clerk', 'reviewer', 'auditor'] as const;

const requestPersonCorrection: Write = {
  id: 'requestCorrection',
  kind: 'write',
  method: 'POST',
  path: '/people/{personId}/corrections',
  tag,
  roles: ['clerk'],
  status: 201,
  summary: { zh: '申请更正一项登记', en: 'Request that something on record be corrected' },
  params: schemas.person,
  body: correctionSchemas.newCorrection,
  answer: correctionSchemas.correctionPlace,
  refusals: [
    'registry.no-such-person',
    'registry.change-wrong',
    'registry.nothing-to-correct',
    'registry.correction-open',
    'registry.document-known',
    'registry.no-such-wish',
  ],
  run(tx, { context, caller, params, body }) {
    const { personId: owner } = schemas.person.parse(params);
    const request = { owner, ...correctionSchemas.newCorrection.parse(body) };
    return requestCorrection(tx, { context, caller, request });
  },
};

const decidePersonCorrection: Write = {
  id: 'decideCorrection',
  kind: 'write',
  method: 'POST',
  path: '/people/{personId}/corrections/{correctionId}/decision',
  tag,
  roles: ['reviewer'],
  summary: { zh: '审批一项更正', en: 'Approve or decline a correction' },
  params: correctionSchemas.correctionPlace,
  body: correctionSchemas.correctionDecision,
  answer: correctionSchemas.correctionDecided,
  refusals: [
    'registry.no-such-correction',
    'registry.correction-decided',
    'registry.correction-overtaken',
    'registry.correction-same-officer',
    'registry.document-known',
    'registry.reason-missing',
    'registry.change-wrong',
  ],
  run(tx, { context, caller, params, body }) {
    const place = correctionSchemas.correctionPlace.parse(params);
    const decision = { ...place, ...correctionSchemas.correctionDecision.parse(body) };
    return decideCorrection(tx, { context, caller, decision });
  },
};

const listOpenCorrections: Read = {
  id: 'listOpenCorrections',
  kind: 'read',
  method: 'GET',
  path: '/corrections',
  tag,
  roles: officers,
  summary: { zh: '待审批的更正', en: 'Corrections that wait for the second officer' },
  query: schemas.page,
  answer: correctionSchemas.correctionsPage,
  refusals: ['http.cursor'],
  async run(reader, { context, query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const after = placeOf(cursor);
    if (!after.ok) return after;
    const page = await correctionsWaiting(reader, { seal: context.seal, after: after.value, limit });
    return ok(pageOf(page, { shown: shownCorrection, positionOf: timePosition }));
  },
};

const listPersonCorrections: Read = {
  id: 'listPersonCorrections',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/corrections',
  tag,
  roles: [...officers, 'insured'],
  summary: { zh: '一个人的更正记录', en: 'What was corrected on a person’s record, before and after' },
  params: schemas.person,
  query: schemas.page,
  answer: correctionSchemas.correctionsPage,
  refusals: ['http.cursor', 'registry.no-such-person'],
  async run(reader, { context, caller, params, query }) {
    const { personId } = schemas.person.parse(params);
    const { limit, cursor } = schemas.page.parse(query);
    if (!(await mayLookAt(reader, { caller, personId }))) return refuse({ code: 'registry.no-such-person' });
    const place = readCursor(cursor, { personId });
    if (!place.ok) return place;
    const before = place.value === null ? null : String(place.value[0]);
    const owners = await recordsOf(reader, { owner: personId });
    const asked = { owners, seal: context.seal, before, limit };
    const { items, next } = await correctionHistory(reader, asked);
    const position = next && writeCursor({ position: [next], query: { personId } });
    return ok({ items: items.map(shownCorrection), next: position });
  },
};

const wishPersonCorrection: Write = {
  id: 'wishForCorrection',
  kind: 'write',
  method: 'POST',
  path: '/people/{personId}/correction-wishes',
  tag,
  roles: ['insured'],
  status: 201,
  summary: { zh: '本人提出登记有误', en: 'Say what is wrong on one’s own record' },
  params: schemas.person,
  body: correctionSchemas.newWish,
  answer: correctionSchemas.wishPlace,
  refusals: ['registry.no-such-person', 'registry.change-wrong'],
  run(tx, { context, caller, params, body }) {
    const wish = { ...schemas.person.parse(params), ...correctionSchemas.newWish.parse(body) };
    return wishForCorrection(tx, { context, caller, wish });
  },
};

const listPersonWishes: Read = {
  id: 'listPersonWishes',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/correction-wishes',
  tag,
  roles: [...officers, 'insured'],
  summary: { zh: '本人提出的更正意见和答复', en: 'What a person said is wrong, and the answers' },
  params: schemas.person,
  query: schemas.page,
  answer: correctionSchemas.wishesPage,
  refusals: ['http.cursor', 'registry.no-such-person'],
  async run(reader, { caller, params, query }) {
    const { personId } = schemas.person.parse(params);
    const { limit, cursor } = schemas.page.parse(query);
    if (!(await mayLookAt(reader, { caller, personId }))) return refuse({ code: 'registry.no-such-person' });
    const place = readCursor(cursor, { personId });
    if (!place.ok) return place;
    const before = place.value === null ? null : String(place.value[0]);
    const owners = await recordsOf(reader, { owner: personId });
    const { items, next } = await wishHistory(reader, { owners, before, limit });
    const position = next && writeCursor({ position: [next], query: { personId } });
    return ok({ items: items.map(shownWish), next: position });
  },
};

const listOpenWishes: Read = {
  id: 'listOpenWishes',
  kind: 'read',
  method: 'GET',
  path: '/correction-wishes',
  tag,
  roles: officers,
  summary: { zh: '待答复的更正意见', en: 'What people say is wrong and nobody has answered' },
  query: schemas.page,
  answer: correctionSchemas.wishesPage,
  refusals: ['http.cursor'],
  async run(reader, { query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const after = placeOf(cursor);
    if (!after.ok) return after;
    const page = await wishesWaiting(reader, { after: after.value, limit });
    return ok(pageOf(page, { shown: shownWish, positionOf: timePosition }));
  },
};

const refusePersonWish: Write = {
  id: 'refuseWish',
  kind: 'write',
  method: 'POST',
  path: '/people/{personId}/correction-wishes/{wishId}/refusal',
  tag,
  roles: ['clerk'],
  summary: { zh: '答复不予更正及理由', en: 'Say why nothing is to be corrected' },
  params: correctionSchemas.wishPlace,
  body: correctionSchemas.wishRefusal,
  answer: correctionSchemas.wishPlace,
  refusals: ['registry.no-such-wish', 'registry.change-wrong'],
  run(tx, { context, caller, params, body }) {
    const place = correctionSchemas.wishPlace.parse(params);
    const refusal = { ...place, ...correctionSchemas.wishRefusal.parse(body) };
    return refuseWish(tx, { context, caller, refusal });
  },
};

/** Corrections of what is on record, under four eyes. */
export const correctionOperations: readonly Operation<RegistryContext, Caller>[] = [
  requestPersonCorrection,
  decidePersonCorrection,
  listOpenCorrections,
  listPersonCorrections,
  wishPersonCorrection,
  listPersonWishes,
  listOpenWishes,
  refusePersonWish,
];

async function mayLookAt(
  reader: Reader,
  { caller, personId }: { readonly caller: Caller; readonly personId: string },
): Promise<boolean> {
  return maySee(caller, personId) && (await personById(reader, personId)) !== undefined;
}

function placeOf(cursor: string | undefined): Result<PlaceInTime | null> {
  const place = readCursor(cursor, {});
  if (!place.ok) return place;
  const [at, ownerId, id] = (place.value ?? []).map(String);
  return ok(at && ownerId && id ? { at, ownerId, id } : null);
}

function timePosition({ at, ownerId, id }: PlaceInTime): readonly string[] {
  return [at, ownerId, id];
}

function pageOf<T, Place, Shown>(
  { items, next }: Page<T, Place>,
  {
    shown,
    positionOf,
  }: { readonly shown: (item: T) => Shown; readonly positionOf: (place: Place) => readonly string[] },
) {
  return {
    items: items.map(shown),
    next: next === null ? null : writeCursor({ position: positionOf(next), query: {} }),
  };
}

function shownCorrection({ requestedAt, decidedAt, ...correction }: ListedCorrection) {
  return {
    ...correction,
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

function shownWish({ ownerId, id, says, askedAt, corrections, refusedReason, refusedAt }: WishRow) {
  return {
    ...{ personId: ownerId, wishId: id, says, corrections, refusedReason },
    askedAt: askedAt.toISOString(),
    refusedAt: refusedAt?.toISOString() ?? null,
  };
}
