import { ok, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Operation, ReadOperation } from '#platform/http';
import { readAsOf } from './as-of.ts';
import type { RegistryContext } from './context.ts';
import { maySee } from './may-see.ts';
import { type PersonRecord, personRecord } from './person-record.ts';
import * as schemas from './schemas.ts';
import * as recordSchemas from './schemas-record.ts';

const getPersonRecord: ReadOperation<RegistryContext, Caller> = {
  id: 'getPersonRecord',
  kind: 'read',
  method: 'GET',
  path: '/people/{personId}/record',
  tag: 'registry',
  roles: ['clerk', 'reviewer', 'auditor', 'insured', 'successor', 'agent'],
  summary: {
    zh: '某日的登记情况（可按当时所知）',
    en: 'A person’s record as it stood on a day, as known at a time',
  },
  params: schemas.person,
  query: recordSchemas.asOf,
  answer: recordSchemas.personRecord,
  refusals: ['registry.no-such-person', 'registry.not-known-then', 'registry.as-of-wrong'],
  async run(reader, { context, caller, params, query }) {
    const { personId: owner } = schemas.person.parse(params);
    const asOf = readAsOf(recordSchemas.asOf.parse(query));
    if (!asOf.ok) return asOf;
    if (!maySee(caller, owner)) return refuse({ code: 'registry.no-such-person' });
    const asked = { owner, seal: context.seal, asOf: asOf.value, now: context.clock.now() };
    const told = await personRecord(reader, asked);
    return told.ok ? ok(shownRecord(told.value)) : told;
  },
};

/** Looking back at a person's record. */
export const recordOperations: readonly Operation<RegistryContext, Caller>[] = [getPersonRecord];

function shownRecord(record: PersonRecord) {
  const { paid } = record;
  const overlaps = paid.overlaps.map((overlap) => ({
    ...overlap,
    listedBy: overlap.listedBy.map(({ id }) => id),
  }));
  return JSON.parse(JSON.stringify({ ...record, paid: { ...paid, overlaps } }, bigintAsText));
}

/** Instants go out in ISO 8601, whole numbers beyond 2^53 as decimal strings. */
function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
