import { ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { personById } from '#business/registry';
import { type AuditContext, listLinks, listSeals, proveRecord, readRecordPlace } from '#engines/audit';
import { type Operation, type ReadOperation, readCursor, writeCursor } from '#platform/http';
import * as schemas from './schemas.ts';

type Read = ReadOperation<AuditContext, Caller>;

const tag = 'evidence';
const officers = ['clerk', 'reviewer', 'auditor'] as const;

const listDaySeals: Read = {
  ...{ id: 'listSeals', kind: 'read', method: 'GET', path: '/seals', tag },
  roles: ['auditor', 'administrator'],
  summary: {
    zh: '每日封存及是否已写入第二存放处',
    en: 'Daily seals, and whether they stand in the second place',
  },
  query: schemas.pageOnly,
  answer: schemas.seals,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { context, query }) {
    const { cursor, limit } = schemas.pageOnly.parse(query);
    const place = positionOf(cursor, {});
    if (!place.ok) return place;
    const asked = { place: context.secondPlace.name, before: place.value, limit: limit + 1 };
    const rows = await listSeals(reader, asked);
    const items = rows.slice(0, limit);
    return ok({ items, nextCursor: cursorAfter(rows.length > limit ? items.at(-1)?.number : undefined, {}) });
  },
};

const listPersonChain: Read = {
  ...{ id: 'listPersonChain', kind: 'read', method: 'GET', path: '/people/{personId}/chain', tag },
  roles: [...officers, 'insured', 'successor', 'agent'],
  summary: {
    zh: '某人登记的全部变更及所在的封存',
    en: "Every change of a person's records, and the seal that covers it",
  },
  params: schemas.person,
  query: schemas.pageOnly,
  answer: schemas.chain,
  refusals: ['registry.no-such-person', 'http.cursor'],
  async run(reader, { caller, params, query }) {
    const { personId: ownerId } = schemas.person.parse(params);
    const { cursor, limit } = schemas.pageOnly.parse(query);
    if (!maySee(caller, ownerId) || !(await personById(reader, ownerId)))
      return refuse({ code: 'registry.no-such-person' });
    const place = positionOf(cursor, { ownerId });
    if (!place.ok) return place;
    const rows = await listLinks(reader, { ownerId, before: place.value, limit: limit + 1 });
    const items = rows.slice(0, limit).map(({ seq, kind, reference, at, hash, seal }) => ({
      ...{ record: `record:${ownerId}/${seq}`, seq, kind, reference, at, seal },
      hash: Buffer.from(hash).toString('hex'),
    }));
    return ok({
      items,
      nextCursor: cursorAfter(rows.length > limit ? items.at(-1)?.seq : undefined, { ownerId }),
    });
  },
};

const proveOneRecord: Read = {
  ...{ id: 'proveRecord', kind: 'read', method: 'GET', path: '/proofs', tag },
  roles: [...officers, 'insured', 'successor', 'agent'],
  summary: {
    zh: '一条记录已被封存的证明，可离线核验',
    en: 'A proof that a record was sealed, to be checked offline',
  },
  query: schemas.proofOf,
  answer: schemas.proof,
  refusals: [
    'audit.no-such-record',
    'audit.not-sealed-yet',
    'audit.record-altered',
    'audit.seal-broken',
    'signing.keys-unusable',
  ],
  perMinute: 30,
  shows: async (_reader, { query }) => [ownerOf(schemas.proofOf.parse(query).record)],
  async run(_reader, { context, caller, query }) {
    const { record } = schemas.proofOf.parse(query);
    const place = readRecordPlace(record);
    if (!place || !maySee(caller, ownerOf(record))) return refuse({ code: 'audit.no-such-record' });
    return proveRecord(context, place);
  },
};

/** Every record's id begins with its owner. */
function ownerOf(record: string): string {
  return readRecordPlace(record)?.id.split('/')[0] ?? '';
}

function maySee(caller: Caller, owner: string): boolean {
  return caller.kind === 'officer' || caller.personIds.includes(owner);
}

function positionOf(
  cursor: string | undefined,
  query: Readonly<Record<string, unknown>>,
): Result<number | null> {
  const place = readCursor(cursor, query);
  if (!place.ok) return place;
  return ok(place.value === null ? null : Number(place.value[0]));
}

function cursorAfter(position: number | undefined, query: Readonly<Record<string, unknown>>): string | null {
  return position === undefined ? null : writeCursor({ position: [position], query });
}

/** Seals, chains and proofs over HTTP. */
export const evidenceOperations: readonly Operation<AuditContext, Caller>[] = [
  listDaySeals,
  listPersonChain,
  proveOneRecord,
];
