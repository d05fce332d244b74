import { beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from './api.testing.ts';
import { operations } from './operations.ts';
import { openOffice, tokenOf } from './testing.store.ts';

/** A number that the log would cover by its shape, and a name that it could not know. */
const number = '11010519491231002X';
const name = '金丝雀某某';
/** What else a person hands in that belongs in no log: a phone, an e-mail, a bank account. */
const others = ['13988776655', 'canary.bird@example.org', '6222021234567894321'] as const;

let api: TestApi;
const told: string[] = [];

beforeAll(async () => {
  api = await testApi();
  await openOffice(api.db);
  for (const operation of operations) {
    await ask(operation.path, {
      method: operation.method,
      body: { number, name, [`${name}1`]: number, others },
    });
    await ask(operation.path, {
      method: operation.method,
      body: `{"${name}": ${number} ${others.join(' ')}`,
    });
    await ask(`${operation.path}`, {
      method: operation.method,
      query: `?q=${others.map(encodeURIComponent).join('&q=')}`,
    });
  }
  await ask('/people/search', { method: 'POST', body: search, query: '' });
  await ask(`/nothing-${number}`, { method: 'GET' });
  // Whatever a database says when it breaks, it says of the statement's own values.
  await api.db.superuser.rows('ALTER TABLE identity_locator RENAME TO gone');
  const fault = await ask('/people/search', { method: 'POST', body: search, query: '' });
  expect(fault.statusCode).toBe(500);
  told.push(fault.body);
});

const search = { kind: 'citizen-id', number };

interface Asking {
  readonly method: string;
  readonly body?: unknown;
  readonly query?: string;
}

const anyQuery = `?${encodeURIComponent(name)}=${number}`;

function ask(path: string, { method, body, query = anyQuery }: Asking) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  return api.server.inject({
    method: method as 'POST', // one of the methods of the table
    url: `/api/v1${path.replace(/\{\w+\}/g, name)}${query}`,
    headers: {
      authorization: `Bearer ${tokenOf('clerk')}`,
      'content-type': 'application/json',
      'idempotency-key': `${number}`,
      'user-agent': number,
      'x-forwarded-for': number,
    },
    ...(body === undefined || method === 'GET' ? {} : { payload }),
  });
}

test('nothing of the person asked about stands in the log, though everything is logged', () => {
  const log = api.logged.join('');
  expect(api.logged.length).toBeGreaterThan(operations.length * 2);
  expect(log).toContain('"msg":"fault"');
  for (const secret of [
    ...[number, number.slice(0, 12), name, encodeURIComponent(name), tokenOf('clerk')],
    ...[...others, ...others.map(encodeURIComponent)],
  ])
    expect(log).not.toContain(secret);
  expect(log, 'not even a covered number, since none is handed to the log').not.toContain('[redacted]');
});

test('nothing of it stands in the metrics or in what a fault answers', async () => {
  const metrics = (await api.server.inject('/metrics')).body;
  expect(metrics).toContain('operation="searchPeople",status="500"');
  for (const text of [metrics, ...told]) {
    for (const secret of [number, name, encodeURIComponent(name), ...others])
      expect(text).not.toContain(secret);
  }
});
