import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { catalogue } from '#apps/catalogue';
import { plainDate } from '#basics';
import { roles } from '#business/access/public';
import { makeCaseNumber } from '#engines/casework';
import { operationFaults, statusOfKind } from '#platform/http';
import { testRandom } from '#platform/testing';
import { type TestApi, testApi } from './api.testing.ts';
import { operations } from './operations.ts';
import { sampleOf } from './sample-input.testing.ts';
import {
  keyOfMerchant,
  keyOfNoScope,
  officerRoles,
  openCasesOfOther,
  openCitizen,
  openOffice,
  otherCapacities,
  otherPerson,
  takeKeyForAnotherBody,
  tokenOf,
  tokenOfCapacity,
  tokenOfInsured,
} from './testing.store.ts';

/**
 * What every operation owes, whoever wrote it. The tests are driven from the table that is served, so that a new operation
 * is tested before anybody has thought of it.
 */
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await openOffice(api.db);
  await openCitizen(api.db);
  await openCasesOfOther(api.db, casesOfOther);
});

/** Numbers as they are made, of cases of somebody else. */
const casesOfOther = Object.fromEntries(
  ['withdrawal', 'death-notice'].map((process, seed) => [
    process,
    makeCaseNumber({ prefix: 'SZ', on: plainDate('2026-06-01'), random: testRandom(seed) }),
  ]),
);

const behindLogin = operations.filter((operation) => operation.roles !== 'anyone');
const withBody = operations.filter((operation) => operation.kind !== 'text' && operation.body);
const withParams = behindLogin.filter((operation) => operation.params);
const writes = operations.filter((operation) => operation.kind === 'write');

type One = (typeof operations)[number];

const titled = (table: readonly One[]): [string, One][] =>
  table.map((operation) => [operation.id, operation]);

test('every operation says who may use it and words its refusals', () => {
  expect(operationFaults(operations, { roles, catalogue })).toEqual([]);
  expect(operations.length).toBeGreaterThan(0);
});

describe('Who may come in', () => {
  test.each(titled(behindLogin))('%s without a session is refused', async (_id, operation) => {
    const answer = await ask(operation, { token: null });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'http.not-signed-in']);
  });

  test.each(titled(behindLogin))('%s with a session that was ended is refused', async (_id, operation) => {
    const answer = await ask(operation, { token: tokenOf('ended') });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'http.not-signed-in']);
  });

  test.each(titled(behindLogin))('%s in another role is refused', async (_id, operation) => {
    const answer = await ask(operation, { token: tokenWithout(operation) });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'http.not-allowed']);
  });
});

const ofCases = withParams.filter(
  ({ path, roles: allowed }) => path.includes('{number}') && allowed.includes('insured'),
);
const ofPersons = withParams.filter(
  ({ path, roles: allowed }) => path.includes('{personId}') && allowed.includes('insured'),
);

describe('Whose record it is', () => {
  test.each(titled(ofPersons))(
    '%s of somebody else is not found, as if there were nobody',
    async (_id, operation) => {
      const other = await ask(operation, { token: tokenOfInsured, person: otherPerson });
      const nobody = await ask(operation, { token: tokenOfInsured });
      expect([other.statusCode, other.json().code]).toEqual([404, nobody.json().code]);
    },
  );

  test.each(titled(ofCases))(
    '%s of somebody else’s case answers to the letter what it answers for no case',
    async (_id, operation) => {
      const process = operation.path.startsWith('/withdrawals/') ? 'withdrawal' : 'death-notice';
      const other = await ask(operation, { token: tokenOfInsured, number: casesOfOther[process] });
      const nobody = await ask(operation, { token: tokenOfInsured });
      expect(other.statusCode, other.body).toBe(404);
      expect({ ...other.json(), ...itsOwn }).toEqual({ ...nobody.json(), ...itsOwn });
    },
  );
});

/** What differs from answer to answer whatever is asked. */
const itsOwn = { instance: '' };

describe('What is asked', () => {
  test.each(titled(withBody))(
    '%s with a wrong body is told everything that is wrong',
    async (_id, operation) => {
      const answer = await ask(operation, { body: { nobodyDeclaredThis: 1 } });
      expect(answer.statusCode).toBe(400);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const { code, problems } = answer.json();
      expect(code).toBe('http.bad-input');
      const paths = problems.map(({ path }: { path: string }) => path);
      for (const required of requiredOf(operation)) expect(paths).toContain(required);
    },
  );

  test.each(titled(withBody))('%s with a body that is not JSON is refused', async (_id, operation) => {
    const answer = await ask(operation, { body: '{"a":' });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'http.not-json']);
  });

  test.each(titled(withParams))(
    '%s for something that does not exist is not found',
    async (_id, operation) => {
      const answer = await ask(operation, {});
      expect(answer.statusCode, answer.body).toBe(404);
      const { code } = answer.json();
      expect(operation.refusals, 'the operation declares what it refuses').toContain(code);
      expect(statusOfKind[catalogue[code]?.kind ?? 'conflict']).toBe(404);
    },
  );
});

describe('Doing things once', () => {
  test.each(titled(writes))('%s without an Idempotency-Key is refused', async (_id, operation) => {
    const answer = await ask(operation, { key: null });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'http.idempotency-key-missing']);
  });

  test.each(titled(writes))('%s sent twice with one key has one answer', async (_id, operation) => {
    const key = randomUUID();
    const first = await ask(operation, { key });
    const again = await ask(operation, { key });
    expect(first.statusCode, first.body).toBeLessThan(500);
    expect(again.statusCode).toBe(first.statusCode);
    if (first.statusCode >= 400) return expect(again.json().code).toBe(first.json().code);
    expect(again.body).toBe(first.body);
    expect(again.headers['idempotent-replay']).toBe('true');
  });

  test.each(titled(writes))(
    '%s with a key under which something else was done is refused and does nothing',
    async (_id, operation) => {
      const key = randomUUID();
      await takeKeyForAnotherBody(api.db, { actor: actorFor(operation), operation: operation.id, key });
      const answer = await ask(operation, { key });
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'http.idempotency-key-reused']);
    },
  );
});

interface Asking {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly key?: string | null;
  readonly person?: string;
  readonly number?: string | undefined;
}

/** Asks with a role that may, a body that fits and ids of nothing, but for what is told otherwise. */
function ask(
  operation: One,
  { token = tokenFor(operation), body, key = randomUUID(), ...named }: Asking,
): Promise<LightMyRequestResponse> {
  const payload = body ?? (operation.kind === 'text' ? 'text' : operation.body && sampleOf(operation.body));
  const type = operation.kind === 'text' ? operation.consumes[0] : 'application/json';
  return api.server.inject({
    method: operation.method,
    url: `/api/v1${pathOf(operation, named)}`,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...(payload === undefined ? {} : { 'content-type': type }),
    },
    ...(payload === undefined
      ? {}
      : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  });
}

function pathOf({ path, params }: One, { person, number }: Pick<Asking, 'person' | 'number'>): string {
  const sampled = (params ? sampleOf(params) : {}) as Record<string, string>; // params are an object of texts
  const samples: Record<string, string> = {
    ...sampled,
    ...(person === undefined ? {} : { personId: person }),
    ...(number === undefined ? {} : { number }),
  };
  return path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(samples[name] ?? 'nothing'));
}

function requiredOf({ kind, body }: One): readonly string[] {
  if (kind === 'text' || !(body instanceof z.ZodObject)) return [];
  return z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }).required ?? [];
}

function tokenFor({ id, roles: allowed }: One): string | null {
  if (allowed === 'anyone') return null;
  const role = officerRoles.find((one) => allowed.includes(one));
  if (role === undefined && allowed.includes('insured')) return tokenOfInsured;
  const capacity = otherCapacities.find((one) => allowed.includes(one));
  if (role === undefined && capacity) return tokenOfCapacity(capacity);
  if (role === undefined && allowed.includes('integrator')) return keyOfMerchant;
  if (role === undefined)
    throw new Error(`${id} is for ${allowed.join(', ')}: no test session has one of these roles`);
  return tokenOf(role);
}

/** Under which name the keys of whoever `tokenFor` finds are kept. */
function actorFor({ roles: allowed }: One): string {
  if (allowed === 'anyone') return 'anyone/anyone';
  const role = officerRoles.find((one) => allowed.includes(one));
  if (role !== undefined) return `officer/ofc_${role}`;
  const capacity = (['insured', ...otherCapacities] as const).find((one) => allowed.includes(one));
  return capacity ? `${capacity}/usr_${'0'.repeat(26)}` : 'integrator/key_merchant';
}

function tokenWithout({ roles: allowed }: One): string {
  const role = officerRoles.find((one) => !allowed.includes(one));
  return role === undefined ? keyOfNoScope : tokenOf(role);
}
