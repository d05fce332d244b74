import { beforeAll, describe, expect, test } from 'vitest';
import { createFirstOfficer, createOfficer, secondFactorCode } from '#business/access';
import { type TestApi, testApi } from './api.testing.ts';
import { openCitizen, openOffice, tokenOfCapacity, tokenOfInsured } from './testing.store.ts';

const password = 'three wet otters sing';
const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const office = { id: 'ofi_first', region: '440300', nameZh: '第一分局', nameEn: 'First office' };

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  const access = { ...api.agency, mode: 'development' } as const;
  const made = await createFirstOfficer(access, {
    office,
    officer: { loginName: 'admin', nameZh: '管理员', nameEn: 'Administrator', password },
  });
  if (!made.ok) throw new Error(made.refusal.code);
  for (const loginName of ['clerk', 'locked', 'disabled', 'promoted'])
    await createOfficer(access, { ...clerk, loginName, password });
  await createOfficer(access, { ...clerk, loginName: 'factor', password, totpSecret });
});

const clerk = { nameZh: '经办', nameEn: 'Clerk', officeId: office.id, roles: ['clerk'] } as const;

function signIn(loginName: string, more: Record<string, unknown> = {}) {
  return api.server.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { as: 'officer', loginName, password, ...more },
  });
}

async function bearerOf(loginName: string) {
  const answer = await signIn(loginName, { deliver: 'token' });
  return { authorization: `Bearer ${answer.json().token}` };
}

const self = '/api/v1/sessions/current';

describe('A browser’s session', () => {
  test('lives in a cookie that scripts cannot read, and ends with the logout', async () => {
    const opened = await signIn('clerk');
    expect(opened.statusCode).toBe(201);
    expect(opened.json()).toEqual({ expiresAt: expect.any(String) });
    expect(opened.headers['set-cookie']).toMatch(/^suixing=sxo_[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookies = { suixing: opened.cookies[0]?.value ?? '' };
    expect((await api.server.inject({ url: self, cookies })).json()).toMatchObject({
      kind: 'officer',
      roles: ['clerk'],
    });

    const forged = await api.server.inject({ method: 'DELETE', url: self, cookies });
    expect(forged.json().code).toBe('http.browser-header-missing');
    const left = await api.server.inject({
      method: 'DELETE',
      url: self,
      cookies,
      headers: { 'x-suixing': '1' },
    });
    expect(left.statusCode).toBe(204);
    expect(left.headers['set-cookie']).toMatch(/^suixing=; Max-Age=0/);
    expect((await api.server.inject({ url: self, cookies })).statusCode).toBe(401);
  });

  test('stays in its cookie when the capacity changes, while a program’s stays a token', async () => {
    await openOffice(api.db);
    await openCitizen(api.db);
    const change = (headers: Record<string, string>, payload: object) =>
      api.server.inject({ method: 'POST', url: `${self}/capacity`, headers, payload });
    const browser = { cookie: `suixing=${tokenOfInsured}`, 'x-suixing': '1' };
    const refused = await change(browser, { capacity: 'successor', deliver: 'token' });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'access.cookie-stays']);
    const changed = await change(browser, { capacity: 'successor' });
    expect(changed.json()).toEqual({ expiresAt: expect.any(String) });
    expect(changed.headers['set-cookie']).toContain('HttpOnly');
    const program = { authorization: `Bearer ${tokenOfCapacity('employer')}` };
    const told = await change(program, { capacity: 'insured', deliver: 'token' });
    expect([told.statusCode, told.json().token]).toEqual([201, expect.stringMatching(/^sxu_/)]);
  });

  test('is for HTTPS only in production, under a name that no other host can set', async () => {
    const agency = { ...api.agency, config: { mode: 'production' as const } };
    const { buildServer } = await import('./server.ts');
    const { openLog } = await import('#platform/log');
    const log = openLog({ level: 'silent', app: 'test' });
    // A machine that is busy with other tests is no reason to turn anybody away here.
    const server = await buildServer(agency, { log, limitRate: false });
    const code = secondFactorCode(totpSecret, new Date(Date.now() + 30_000));
    const opened = await server.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { as: 'officer', loginName: 'factor', password, totp: code },
    });
    expect(opened.statusCode).toBe(201);
    expect(opened.headers['set-cookie']).toMatch(
      /^__Host-suixing=sxo_[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(opened.headers['strict-transport-security']).toBeDefined();
    await server.close();
  });
});

describe('What does not get in', () => {
  test('a wrong name and a wrong password get one answer', async () => {
    const answers = [await signIn('nobody'), await signIn('clerk', { password: 'wrong' })];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401]);
    const [one, other] = answers.map((answer) => ({ ...answer.json(), instance: '' }));
    expect(one).toEqual(other);
  });

  test('after five wrong tries the right password does not help either, nor is that told', async () => {
    for (let count = 0; count < 5; count += 1) await signIn('locked', { password: 'wrong' });
    const answer = await signIn('locked');
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'access.wrong-credentials']);
  });

  test('a one-time code that was used', async () => {
    const totp = secondFactorCode(totpSecret, new Date());
    const first = await signIn('factor', { totp });
    const again = await signIn('factor', { totp });
    // The production test above may have used a later step than this one's, which counts as used too.
    expect([first.statusCode, again.statusCode]).toEqual([expect.any(Number), 401]);
    expect(again.json().code).toBe('access.wrong-credentials');
  });
});

describe('An administrator’s word', () => {
  test('ends a disabled officer’s session at once', async () => {
    const headers = await bearerOf('disabled');
    const { id } = (await api.server.inject({ url: self, headers })).json();
    const asked = { method: 'POST', url: `/api/v1/officers/${id}/disablement` } as const;
    expect((await api.server.inject({ ...asked, headers: await bearerOf('admin') })).statusCode).toBe(204);
    expect((await api.server.inject({ url: self, headers })).statusCode).toBe(401);
  });

  test('changes what a session may do at once', async () => {
    const headers = await bearerOf('promoted');
    const { id } = (await api.server.inject({ url: self, headers })).json();
    const due = { url: '/api/v1/payments/orders', headers };
    expect((await api.server.inject(due)).statusCode).toBe(403);
    const changed = await api.server.inject({
      method: 'POST',
      url: `/api/v1/officers/${id}/roles`,
      headers: await bearerOf('admin'),
      payload: { roles: ['finance'] },
    });
    expect(changed.statusCode).toBe(204);
    expect((await api.server.inject(due)).statusCode).toBe(200);
  });

  test('makes a key that reaches what it names, and nothing once it is revoked', async () => {
    const administrator = await bearerOf('admin');
    const post = (url: string, payload?: object) =>
      api.server.inject({ method: 'POST', url, headers: administrator, ...(payload ? { payload } : {}) });
    const key = (
      await post('/api/v1/api-keys', { holder: 'Community desk', scopes: ['access:read'] })
    ).json();
    const headers = { authorization: `Bearer ${key.key}` };
    expect((await api.server.inject({ url: self, headers })).json()).toMatchObject({ kind: 'integrator' });
    expect((await api.server.inject({ url: '/api/v1/officers', headers })).statusCode).toBe(403);
    expect((await post(`/api/v1/api-keys/${key.id}/revocation`)).statusCode).toBe(204);
    expect((await api.server.inject({ url: self, headers })).statusCode).toBe(401);
  });
});

describe('The application’s role', () => {
  test('cannot open a session in plain SQL', async () => {
    const forged = api.db.app.rows(
      `INSERT INTO officer_session (token_hash, officer_id, opened_at, expires_at)
       SELECT sha256('forged'), id, now(), now() + interval '1 day' FROM officer LIMIT 1`,
    );
    await expect(forged).rejects.toThrow('permission denied');
  });
});

test('no password, token or code stands in the log', async () => {
  const token = (await bearerOf('clerk')).authorization.slice('Bearer '.length);
  const log = api.logged.join('');
  for (const secret of [password, token, totpSecret]) expect(log).not.toContain(secret);
});
