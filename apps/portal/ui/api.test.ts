import { afterEach, expect, test, vi } from 'vitest';
import { call, Refused } from './api.ts';

afterEach(() => void vi.unstubAllGlobals());

/** What the network would carry, and what it is answered. */
function network(answer: () => Promise<Response>): { readonly asked: Request[] } {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push(new Request(`http://portal.test${address}`, init));
    return answer();
  });
  return { asked };
}

test('a write tells that our own page asks and carries its key; a read carries none, and its parts stand where they belong', async () => {
  const { asked } = network(async () => Response.json({}));
  const body = { as: 'person', loginName: 'lin', password: 'three wet otters sing' } as const;
  await call('POST /sessions', { body }, 'key-1');
  const params = { personId: 'psn_1' };
  await call('GET /people/{personId}/account/statement', { params, query: { limit: 5 } });
  const [write, read] = asked;
  expect([write?.headers.get('x-suixing'), write?.headers.get('idempotency-key')]).toEqual(['1', 'key-1']);
  expect(await write?.json()).toEqual(body);
  expect(read?.url).toBe('http://portal.test/api/v1/people/psn_1/account/statement?limit=5');
  expect(read?.headers.has('idempotency-key')).toBe(false);
});

test('whatever is not a success is a problem with what happened and what to do in both languages', async () => {
  const detail = { zh: '没有这个账户。', en: 'There is no such account.' };
  const next = { zh: '请核对。', en: 'Check it.' };
  const document = { code: 'personal-account.none', detail, next, instance: 'urn:suixing:request:abc' };
  const answers = [
    async () => Response.json(document, { status: 404 }),
    async () => new Response('<html>', { status: 502 }),
    async () => Promise.reject(new TypeError('no network')),
  ];
  const problems: unknown[] = [];
  for (const answer of answers) {
    network(answer);
    const failed = await call('GET /sessions/current', {}).catch((error: unknown) => error);
    problems.push(failed instanceof Refused ? failed.problem : failed);
  }
  expect(problems).toEqual([
    { code: 'personal-account.none', detail, next, reference: 'abc', problems: [] },
    expect.objectContaining({
      code: 'portal.no-answer',
      next: { zh: expect.any(String), en: expect.any(String) },
    }),
    expect.objectContaining({
      code: 'portal.offline',
      next: { zh: expect.any(String), en: expect.any(String) },
    }),
  ]);
});
