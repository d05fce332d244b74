import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from './api.testing.ts';
import { openCitizen, openOffice, tokenOf, tokenOfInsured } from './testing.store.ts';

/** A death that one officer records from a paper and another confirms, outside the procedure of a death notice. */
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await openOffice(api.db);
  await openCitizen(api.db);
  await api.db.superuser.rows(
    `INSERT INTO person_access (owner_id, login_id, capacity, since_at)
     SELECT person_id, owner_id, capacity, since_at FROM login_person WHERE person_id = 'psn_own'`,
  );
});

test('a death on paper, once confirmed, ends the session of the dead, closes an open notice of it and is told to their other open cases, as a notice does', async () => {
  const opened = await ask('POST', '/life-events', {
    token: tokenOf('clerk'),
    payload: {
      ...{ personId: 'psn_own', applyAnyway: true },
      statement: { kind: 'insurance-stop', stopOn: '2026-06-01' },
    },
  });
  const { number } = opened.json();
  const notice = await ask('POST', '/life-events', {
    token: tokenOf('clerk'),
    payload: {
      ...{ personId: 'psn_own', applyAnyway: true },
      statement: { kind: 'death-notice', diedOn: '2026-05-20', reporter: 'hospital' },
    },
  });
  const recorded = await ask('POST', '/people/psn_own/facts', {
    token: tokenOf('clerk'),
    payload: { entry: { kind: 'died', on: '2026-05-20' }, paperReference: '户口注销证明 1' },
  });
  const own = () => ask('GET', '/people/psn_own', { token: tokenOfInsured });
  expect((await own()).statusCode).toBe(200);
  const { factId } = recorded.json();
  const confirmed = await ask('POST', `/people/psn_own/facts/${factId}/decision`, {
    token: tokenOf('reviewer'),
    payload: { confirmed: true },
  });
  expect(confirmed.json()).toMatchObject({ confirmed: true });
  expect((await own()).statusCode).toBe(401);
  const history = await ask('GET', `/life-events/${number}/history`, { token: tokenOf('clerk') });
  expect(history.json().items.at(-1)).toMatchObject({ action: 'told-of-death', actorKind: 'system' });
  // Nothing is left to decide in a notice of the same death, and nobody's list has it any more.
  const told = await ask('GET', `/life-events/${notice.json().number}`, { token: tokenOf('clerk') });
  expect(told.json()).toMatchObject({ state: 'recorded-otherwise' });
});

function ask(
  method: 'GET' | 'POST',
  path: string,
  { token, payload }: { readonly token: string; readonly payload?: object },
) {
  return api.server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    ...(payload ? { payload } : {}),
  });
}
