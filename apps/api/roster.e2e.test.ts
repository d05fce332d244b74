import { expect, test } from 'vitest';
import { testApi } from './api.testing.ts';
import { openCitizen, openOffice, tokenOfCapacity } from './testing.store.ts';

test('an employer finds its staff by a name that stands in no address', async () => {
  const api = await testApi();
  await openOffice(api.db);
  await openCitizen(api.db);
  await api.db.superuser.rows(
    `INSERT INTO employer (owner_id, credit_code, name, recorded_at) VALUES ('emp_own', '91440300MA00020013', '示例公司', now())`,
  );
  const headers = { authorization: `Bearer ${tokenOfCapacity('employer')}` };
  const url = '/api/v1/employers/emp_own/roster';
  const named = { method: 'POST', url: `${url}/search`, headers } as const;
  const found = await api.server.inject({ ...named, payload: { search: '测' } });
  expect([found.statusCode, found.json()]).toMatchObject([200, { items: [], next: null }]);
  expect((await api.server.inject({ ...named, payload: {} })).statusCode).toBe(400);
  const inAddress = await api.server.inject({ url: `${url}?search=${encodeURIComponent('测')}`, headers });
  expect([inAddress.statusCode, inAddress.json().code]).toEqual([400, 'http.bad-input']);
  expect((await api.server.inject({ url, headers })).statusCode).toBe(200);
});
