import { ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { personById } from '#business/registry';
import { type Operation, type ReadOperation, readCursor, writeCursor } from '#platform/http';
import type { Reader } from '#platform/postgres';
import * as schemas from './schemas.ts';
import { listViewings } from './store.ts';

type Read = ReadOperation<unknown, Caller>;

const tag = 'access-log';

const listPersonViewings: Read = {
  ...{ id: 'listPersonViewings', kind: 'read', method: 'GET', path: '/people/{personId}/viewings', tag },
  roles: ['auditor', 'insured', 'successor', 'agent'],
  summary: { zh: '谁查阅过某人的记录', en: "Who looked at a person's record" },
  params: schemas.person,
  query: schemas.pageOnly,
  answer: schemas.viewings,
  refusals: ['registry.no-such-person', 'http.cursor'],
  async run(reader, { caller, params, query }) {
    const { personId } = schemas.person.parse(params);
    const mayLook = caller.roles.includes('auditor') || caller.personIds.includes(personId);
    if (!mayLook || !(await personById(reader, personId))) return refuse({ code: 'registry.no-such-person' });
    return page(reader, { ownerId: personId, actorId: null, asked: schemas.pageOnly.parse(query) });
  },
};

const listViewingsOf: Read = {
  ...{ id: 'listViewings', kind: 'read', method: 'GET', path: '/viewings', tag },
  roles: ['auditor'],
  summary: { zh: '某人查阅过谁的记录', en: 'Whose records somebody looked at' },
  query: schemas.byActor,
  answer: schemas.viewings,
  refusals: ['http.cursor'],
  run(reader, { query }) {
    const { actorId, ...asked } = schemas.byActor.parse(query);
    return page(reader, { ownerId: null, actorId, asked });
  },
};

interface Asked {
  readonly ownerId: string | null;
  readonly actorId: string | null;
  readonly asked: { readonly cursor?: string | undefined; readonly limit: number };
}

async function page(reader: Reader, { ownerId, actorId, asked }: Asked): Promise<Result<unknown>> {
  const { cursor, limit } = asked;
  const place = readCursor(cursor, { ownerId, actorId });
  if (!place.ok) return place;
  const before = place.value?.[0] === undefined ? null : String(place.value[0]);
  const rows = await listViewings(reader, { ownerId, actorId, before, limit: limit + 1 });
  const items = rows
    .slice(0, limit)
    .map(({ id, ownerId: personId, ...rest }) => ({ viewingId: id, personId, ...rest }));
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last
      ? writeCursor({ position: [last.viewingId], query: { ownerId, actorId } })
      : null;
  return ok({ items, nextCursor });
}

/** Reading the log is a look at whoever is listed, and is noted like any other. */
export const accessLogOperations: readonly Operation<unknown, Caller>[] = [
  listPersonViewings,
  listViewingsOf,
];
