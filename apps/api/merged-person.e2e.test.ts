import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from './api.testing.ts';
import { openCitizen, openOffice, otherPerson, tokenOf, tokenOfInsured } from './testing.store.ts';

/** A person whose record `psn_own`, to which the login belongs, was folded into another. */
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await openOffice(api.db);
  await openCitizen(api.db);
  await api.db.superuser.rows(`SELECT open_personal_account($1, '2020-01-01')`, [otherPerson]);
  const clerk = await ask('POST', '/merges', {
    token: tokenOf('clerk'),
    payload: { mergedId: 'psn_own', survivorId: otherPerson, reason: '同一人', paperReference: '户籍证明 1' },
  });
  const { stepId } = clerk.json();
  const reviewer = await ask('POST', `/merges/psn_own/${stepId}/decision`, {
    token: tokenOf('reviewer'),
    payload: { approved: true },
  });
  expect(reviewer.json()).toMatchObject({ approved: true, movedFen: '0' });
});

test.each(['psn_own', otherPerson])(
  'an officer who asks for %s is shown the one person, by the record that stays',
  async (personId) => {
    const token = tokenOf('clerk');
    expect((await ask('GET', `/people/${personId}`, { token })).json()).toMatchObject({
      personId: otherPerson,
    });
    const record = (await ask('GET', `/people/${personId}/record`, { token })).json();
    expect(record.records).toEqual([otherPerson, 'psn_own']);
  },
);

test.each(['psn_own', otherPerson])(
  'the login of the record that was folded in reaches the person by %s',
  async (personId) => {
    const answer = await ask('GET', `/people/${personId}`, { token: tokenOfInsured });
    expect([answer.statusCode, answer.json().personId]).toEqual([200, otherPerson]);
  },
);

test('the account that is asked for by the record that was folded in is that of the one person', async () => {
  const path = '/people/psn_own/account';
  for (const token of [tokenOf('clerk'), tokenOfInsured])
    expect((await ask('GET', path, { token })).statusCode).toBe(200);
});

test('the session says that it acts for the one person', async () => {
  expect((await ask('GET', '/sessions/current', { token: tokenOfInsured })).json()).toMatchObject({
    personIds: [otherPerson],
  });
});

test('once the merge is undone each record is a person of its own again', async () => {
  const payload = { reason: '两个人', paperReference: '户籍证明 2' };
  const asked = await ask('POST', '/merges/psn_own/undoing', { token: tokenOf('clerk'), payload });
  await ask('POST', `/merges/psn_own/${asked.json().stepId}/decision`, {
    token: tokenOf('reviewer'),
    payload: { approved: true },
  });
  expect((await ask('GET', '/people/psn_own', { token: tokenOfInsured })).json()).toMatchObject({
    personId: 'psn_own',
  });
  expect((await ask('GET', `/people/${otherPerson}`, { token: tokenOfInsured })).statusCode).toBe(404);
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
