import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '#basics';
import { openLog } from '#platform/log';
import { type TestDatabase, testClock, testDatabase } from '#platform/testing';
import { registerOperations } from './door.ts';
import { answerFailures } from './failures.ts';
import type { Operation } from './operation.ts';
import { httpRefusals } from './refusals.ts';
import { told } from './told.ts';

interface Who {
  readonly kind: string;
  readonly id: string;
  readonly roles: readonly string[];
}

const anyone: Who = { kind: 'anyone', id: 'anyone', roles: [] };
const clerk: Who = { kind: 'officer', id: 'ofc_clerk', roles: ['clerk'] };
const callers: Readonly<Record<string, Who>> = {
  clerk,
  other: { ...clerk, id: 'ofc_other' },
  finance: { ...clerk, id: 'ofc_finance', roles: ['finance'] },
};
/** A number that must be seen nowhere but in the database. */
const canary = '11010519491231002X';
/** A name, which no pattern of the log could cover. */
const name = '金丝雀';

const shared = { tag: 'test', summary: { zh: '测试', en: 'test' }, refusals: [] };
const named = z.object({
  id: z.string().regex(/^[a-z]+$/, told({ zh: '只能是小写字母', en: 'small letters only' })),
});
const region = z.object({ id: z.string(), nameZh: z.string().min(1), count: z.int().max(9).default(1) });

const operations: readonly Operation<object, Who>[] = [
  {
    ...shared,
    kind: 'write',
    id: 'openOffice',
    method: 'POST',
    path: '/offices',
    roles: ['clerk'],
    body: region,
    status: 201,
    answer: z.object({ id: z.string(), rows: z.number() }),
    async run(tx, { body }) {
      const { id, nameZh } = region.parse(body);
      if (nameZh === 'refuse') {
        await tx.rows(`INSERT INTO office_note (number) VALUES ($1)`, [id]);
        return refuse({ code: 'http.cursor' });
      }
      if (nameZh === 'guard')
        await tx.rows(`SELECT record_paper('nobody', 'x', 'y', 'died', '{}', 'p', now())`);
      if (nameZh === 'break') await tx.rows(`SELECT $1::date`, [name]);
      await tx.rows(`INSERT INTO office_note (number) VALUES ($1)`, [`${id}-${Math.random()}`]);
      const row = await tx.row<{ n: bigint }>('SELECT count(*) AS n FROM office_note WHERE number LIKE $1', [
        `${id}-%`,
      ]);
      return ok({ id, rows: Number(row?.n ?? 0n), secret: canary });
    },
  },
  {
    ...shared,
    kind: 'read',
    id: 'readOffice',
    method: 'GET',
    path: '/offices/{id}',
    roles: ['clerk', 'finance'],
    params: named,
    query: z.object({ limit: z.coerce.number().int().max(100).default(20) }),
    answer: z.object({ id: z.string(), limit: z.number(), fen: z.bigint() }),
    run: async (_reader, { params, query }) =>
      ok({ id: params.id, limit: query.limit, fen: 12n, phone: '13800138000' }),
  },
  {
    ...shared,
    kind: 'read',
    id: 'breakPromise',
    method: 'GET',
    path: '/promise',
    roles: 'anyone',
    answer: z.object({ name: z.string() }),
    run: async () => ok({ name: { first: canary } }),
  },
  {
    ...shared,
    kind: 'job',
    id: 'openSession',
    session: 'opens',
    method: 'POST',
    path: '/sessions',
    roles: 'anyone',
    body: z.object({ deliver: z.enum(['cookie', 'token']) }),
    answer: z.object({ expiresAt: z.string(), token: z.string().optional() }),
    run: async ({ body, from }) => {
      addresses.push(from);
      return ok({ ...(body as object), token: 'clerk', expiresAt: '2026-01-01T00:00:00Z' });
    },
  },
];

const addresses: (string | undefined)[] = [];
const lines: string[] = [];
let db: TestDatabase;
let server: FastifyInstance;

beforeAll(async () => {
  db = await testDatabase();
  await db.superuser.rows('CREATE TABLE office_note (number text PRIMARY KEY)');
  await db.superuser.rows('GRANT SELECT, INSERT ON office_note TO suixing_app');
  server = await serve(operations);
});

async function serve(table: readonly Operation<object, Who>[]): Promise<FastifyInstance> {
  const made = fastify();
  const log = openLog({ level: 'debug', app: 'test', to: { write: (line) => lines.push(line) } });
  const catalogue = { ...httpRefusals, 'access.no-session': httpRefusals['http.not-signed-in'] };
  answerFailures(made, { catalogue, log });
  await made.register(cookie);
  registerOperations(made, {
    operations: table,
    context: {},
    database: db.app,
    clock: testClock('2026-01-05T09:00:00+08:00'),
    catalogue,
    roles: ['clerk', 'finance'],
    anyone,
    identify: async (token) => callers[token] ?? null,
    mayUse: (who, { roles }) => roles === 'anyone' || who.roles.some((role) => roles.includes(role)),
    secureCookies: false,
    limitRate: false,
    log,
  });
  await made.ready();
  return made;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

function open(body: object, { key = 'k', token = 'clerk', ...headers }: Record<string, string> = {}) {
  return server.inject({
    method: 'POST',
    url: '/api/v1/offices',
    payload: body,
    headers: { ...bearer(token), ...(key === '' ? {} : { 'idempotency-key': key }), ...headers },
  });
}

describe('Who may come in', () => {
  test('without a login nothing is told, not even whether the body was right', async () => {
    const answer = await server.inject({ method: 'POST', url: '/api/v1/offices', payload: '{' });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'http.not-signed-in', status: 401 });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  test('another role is refused', async () => {
    expect((await open({}, { token: 'finance' })).json().code).toBe('http.not-allowed');
  });

  test('a browser’s cookie alone does not write, since another site’s page could have sent it', async () => {
    const asked = { method: 'POST', url: '/api/v1/offices', cookies: { suixing: 'clerk' } } as const;
    const body = { payload: { id: 'a', nameZh: 'b' } };
    const bare = await server.inject({ ...asked, ...body, headers: { 'idempotency-key': 'cookie-1' } });
    expect(bare.json().code).toBe('http.browser-header-missing');
    const own = await server.inject({
      ...asked,
      ...body,
      headers: { 'idempotency-key': 'cookie-1', 'x-suixing': '1' },
    });
    expect(own.statusCode).toBe(201);
  });

  test('a session goes into a cookie that no script and no other site can use, or into the answer, never both', async () => {
    const ask = (deliver: string) =>
      server.inject({ method: 'POST', url: '/api/v1/sessions', payload: { deliver } });
    const inCookie = await ask('cookie');
    expect(inCookie.headers['set-cookie']).toBe('suixing=clerk; Path=/; HttpOnly; SameSite=Strict');
    expect(inCookie.json()).toEqual({ expiresAt: '2026-01-01T00:00:00Z' });
    const inAnswer = await ask('token');
    expect(inAnswer.headers['set-cookie']).toBeUndefined();
    expect(inAnswer.json()).toEqual({ token: 'clerk', expiresAt: '2026-01-01T00:00:00Z' });
  });
});

describe('Deny by default', () => {
  const bare = {
    ...shared,
    kind: 'read',
    id: 'readAll',
    method: 'GET',
    path: '/all',
    answer: z.object({}),
  } as const;
  const run = async () => ok({});

  test.each([
    ['no role', { ...bare, run }, 'readAll: declares no role'],
    ['an empty list of roles', { ...bare, run, roles: [] }, 'readAll: declares no role'],
    ['a role that does not exist', { ...bare, run, roles: ['clark'] }, 'no role is called clark'],
    ['a refusal without words', { ...bare, run, roles: 'anyone', refusals: ['a.b'] }, 'a.b is not worded'],
  ])('an operation with %s is not registered', async (_what, operation, says) => {
    await expect(serve([operation as never])).rejects.toThrow(says);
  });

  test('two operations at one address are not registered', async () => {
    const one = { ...bare, run, roles: 'anyone' } as const;
    await expect(serve([one, { ...one, id: 'readOther' }])).rejects.toThrow(
      'two operations have this method and path',
    );
  });
});

describe('What is asked', () => {
  test('everything wrong is told at once, in both languages', async () => {
    const answer = await open({ count: 10, extra: 1, nameZh: '' });
    expect(answer.statusCode).toBe(400);
    const { problems } = answer.json();
    expect(problems.map(({ path }: { path: string }) => path).sort()).toEqual(['', 'count', 'id', 'nameZh']);
    for (const { detail } of problems)
      expect(`${detail.zh}|${detail.en}`).toMatch(/\p{Script=Han}.*\|.*[a-z]/u);
  });

  test('path and query are told together, and a schema’s own words are kept', async () => {
    const answer = await server.inject({ url: '/api/v1/offices/A1?limit=101&x=1', headers: bearer('clerk') });
    const { problems } = answer.json();
    expect(problems).toHaveLength(3);
    expect(problems[0]).toEqual({ path: 'id', detail: { zh: '只能是小写字母', en: 'small letters only' } });
  });

  test.each([
    ['U+0000', 'b\u0000'],
    ['half of a character', 'b\ud83d'],
    ['its other half alone', '\ude00b'],
  ])('%s is told where it stands, before it reaches the database', async (_what, nameZh) => {
    const answer = await open({ id: 'a', nameZh });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().problems).toMatchObject([{ path: 'nameZh' }]);
  });

  test('a job is told the address that it came from', async () => {
    const payload = { deliver: 'token' };
    await server.inject({ method: 'POST', url: '/api/v1/sessions', payload, remoteAddress: '192.0.2.7' });
    expect(addresses).toContain('192.0.2.7');
  });

  test('a character of two halves is taken', async () => {
    const answer = await open({ id: 'a', nameZh: '𠮷😀' });
    expect(answer.json().code).not.toBe('http.bad-input');
  });

  test.each([
    ['arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('%s nested without end are refused, and are no fault', async (_what, payload) => {
    const headers = { ...bearer('clerk'), 'content-type': 'application/json', 'idempotency-key': 'x' };
    const answer = await server.inject({ method: 'POST', url: '/api/v1/offices', payload, headers });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'http.bad-input']);
  });

  test.each([
    ['{', 'application/json', 'http.not-json', 400],
    ['', 'application/json', 'http.not-json', 400],
    ['{"__proto__":{"a":1}}', 'application/json', 'http.not-json', 400],
    ['a=1', 'application/x-www-form-urlencoded', 'http.media-type', 415],
  ])('a body of %s as %s is refused with %s', async (payload, type, code, status) => {
    const headers = { ...bearer('clerk'), 'content-type': type, 'idempotency-key': 'x' };
    const answer = await server.inject({ method: 'POST', url: '/api/v1/offices', payload, headers });
    expect(answer.json()).toMatchObject({ code, status });
  });
});

describe('What is answered', () => {
  test('a field that the operation does not declare never leaves, and money leaves as text', async () => {
    const answer = await server.inject({ url: '/api/v1/offices/abc', headers: bearer('finance') });
    expect(answer.json()).toEqual({ id: 'abc', limit: 20, fen: '12' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('the title follows the language asked for, the details are in both', async () => {
    const answer = await open({}, { token: 'finance', 'accept-language': 'en' });
    expect(answer.json()).toMatchObject({
      title: 'Your role does not allow this.',
      next: { zh: '请转给有权办理的人，或者联系管理员。', en: expect.any(String) },
    });
  });

  test('what a guard of the database says no to is a refusal, not a fault', async () => {
    expect((await open({ id: 'g', nameZh: 'guard' }, { key: 'guard' })).json()).toMatchObject({
      code: 'access.no-session',
    });
  });

  test('a fault tells the request’s number and nothing else, and is logged once without the values', async () => {
    lines.length = 0;
    const answer = await open({ id: 'b', nameZh: 'break' }, { key: 'break' });
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const number = answer.json().instance.replace('urn:suixing:request:', '');
    expect(lines.filter((line) => line.includes(`"requestId":"${number}"`))).toHaveLength(1);
    expect(lines.join('')).toContain('"operation":"openOffice"');
    expect(answer.body + lines.join('')).not.toContain(name);
  });

  test('an answer that breaks its own declaration is a fault, told without its values', async () => {
    lines.length = 0;
    expect((await server.inject('/api/v1/promise')).statusCode).toBe(500);
    expect(lines.join('')).toContain('breakPromise answered otherwise than it declares: name (invalid_type)');
    expect(lines.join('')).not.toContain(canary);
  });
});

describe('Doing things once', () => {
  test('a write without a key is told what to send', async () => {
    expect((await open({ id: 'a', nameZh: 'b' }, { key: '' })).json()).toMatchObject({
      status: 400,
      code: 'http.idempotency-key-missing',
    });
    expect((await open({ id: 'a', nameZh: 'b' }, { key: 'x'.repeat(256) })).statusCode).toBe(400);
  });

  test('the same key and body get the same answer, byte for byte, and nothing happens again', async () => {
    const first = await open({ id: 'same', nameZh: 'b' }, { key: 'same' });
    const again = await open({ nameZh: 'b', id: 'same' }, { key: 'same' });
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.body).toBe(first.body);
    expect(first.headers['idempotent-replay']).toBeUndefined();
    expect(again.headers['idempotent-replay']).toBe('true');
    expect(again.json()).toEqual({ id: 'same', rows: 1 });
  });

  test('the same key with another body is refused', async () => {
    await open({ id: 'one', nameZh: 'b' }, { key: 'reused' });
    expect((await open({ id: 'two', nameZh: 'b' }, { key: 'reused' })).json()).toMatchObject({
      status: 409,
      code: 'http.idempotency-key-reused',
    });
  });

  test('another officer’s key of the same name is another key', async () => {
    await open({ id: 'mine', nameZh: 'b' }, { key: 'shared' });
    expect((await open({ id: 'theirs', nameZh: 'b' }, { key: 'shared', token: 'other' })).statusCode).toBe(
      201,
    );
  });

  test('a refusal undoes what was done and leaves the key free', async () => {
    const refused = await open({ id: 'undone', nameZh: 'refuse' }, { key: 'free' });
    expect(refused.json().code).toBe('http.cursor');
    const left = await db.app.rows(`SELECT number FROM case_locator WHERE number = 'undone'`);
    expect(left).toEqual([]);
    expect((await open({ id: 'undone', nameZh: 'now' }, { key: 'free' })).statusCode).toBe(201);
  });

  test('fifty at once with one key have one effect and one answer', async () => {
    const all = await Promise.all(
      Array.from({ length: 50 }, () => open({ id: 'fifty', nameZh: 'b' }, { key: 'fifty' })),
    );
    expect(new Set(all.map(({ body }) => body))).toEqual(new Set(['{"id":"fifty","rows":1}']));
    expect(all.filter(({ headers }) => headers['idempotent-replay'] === undefined)).toHaveLength(1);
    const rows = await db.app.rows(`SELECT number FROM office_note WHERE number LIKE 'fifty-%'`);
    expect(rows).toHaveLength(1);
  });
});
