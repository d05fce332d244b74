import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainDate } from '#basics';
import { findPersonByIdentity } from '#business/registry';
import { makeCaseNumber } from '#engines/casework';
import { type TestDatabase, testOffice } from '#platform/testing';
import { codeOf, must, openAccess } from './access.testing.ts';
import { activateLogin, addPerson } from './activate-login.ts';
import type { Caller } from './caller.ts';
import { callerOf } from './caller-of.ts';
import { changeCapacity } from './change-capacity.ts';
import type { AccessContext } from './context.ts';
import { makeKey, revokeKey } from './keys.ts';
import { mayUse } from './may-use.ts';
import {
  changePassword,
  confirmSecondFactor,
  type Own,
  offerSecondFactor,
  ownOf,
} from './own-credentials.ts';
import { openPersonSession } from './person-sessions.ts';
import { recoverLogin } from './recover-login.ts';
import { secondFactorCode } from './second-factor.ts';
import { requestCode } from './sent-codes.ts';
import { endAccess, handOverCode } from './window-codes.ts';

const password = 'a sentence that is one’s own';
const identity = { kind: 'citizen-id', number: '11010519491231002X' } as const;

let db: TestDatabase;
let access: AccessContext;
let clerk: Caller;
let caseNumber: string;
let people = 0;
let person: string;

beforeAll(async () => {
  ({ db, access } = await openAccess());
  const office = await testOffice(db);
  clerk = must(await callerOf(access, { bearer: office.clerk }));
});

/** A new person each time; the last one has the identity number. */
beforeEach(async () => {
  people += 1;
  person = access.ids.next('psn');
  await db.superuser.rows('DELETE FROM identity_locator');
  await db.superuser.rows(
    `INSERT INTO person (owner_id, name, born_on, nationality, office_id, phone_sealed, recorded_at)
     VALUES ($1, '张三', '1949-12-31', 'CHN', 'ofc_test', $2, now())`,
    [person, access.seal.seal('13812345678')],
  );
  const hash = access.seal.keyedHash('identity', 'citizen-id/CHN/11010519491231002X');
  await db.superuser.rows('INSERT INTO identity_locator (number_hash, owner_id) VALUES ($1, $2)', [
    hash,
    person,
  ]);
  caseNumber = makeCaseNumber({ prefix: 'SZ', on: plainDate('2022-06-30'), random: access.random });
  await db.app.rows(
    `SELECT open_case($1, 'cas_1', $2, 'withdrawal', '1', 'death', 'shenzhen', '1', 'ofc_test', 'window', now(), 'draft')`,
    [person, caseNumber],
  );
});

describe('after a death on record', () => {
  it('nobody gets a login as the dead person or their agent, and a successor does', async () => {
    const sentBefore = await sent('activation');
    const windowBefore = await handedOver('agent');
    const died = `SELECT record_paper('token-clerk', $1, 'rec_died', 'died', '{"on": "2022-06-01"}', 'A-1', now())`;
    await db.app.rows(died, [person]);
    await db.app.rows(`SELECT confirm_record('token-reviewer', $1, 'rec_died', true, NULL, now())`, [person]);
    const bySent = { ...claim(), by: 'sent-code', code: sentBefore, ...fresh() } as const;
    expect(codeOf(await activateLogin(access, bySent))).toBe('access.code-wrong');
    const byWindow = { by: 'window-code', code: windowBefore, ...fresh() } as const;
    expect(codeOf(await activateLogin(access, byWindow))).toBe('access.code-wrong');
    const wish = { personId: person, paperReference: 'A-2', loginId: null };
    const own = await handOverCode(access, clerk, { ...wish, capacity: 'insured' });
    expect(codeOf(own)).toBe('access.person-dead');
    must(await handOverCode(access, clerk, { ...wish, capacity: 'successor' }));
  });
});

describe('activation with a code sent to the contact on record', () => {
  it('makes a login that acts for the insured themselves', async () => {
    const code = await sent('activation');
    const made = must(await activateLogin(access, { ...claim(), by: 'sent-code', code, ...fresh() }));
    const caller = await signedIn();
    expect(caller).toMatchObject({ kind: 'insured', id: made.loginId, personIds: [person] });
  });

  it('sends nothing, and says the same, where identity and case do not belong together', async () => {
    const before = await notices();
    await requestCode(access, { identity, caseNumber: otherCase(), purpose: 'activation' });
    const passport = { kind: 'passport', number: 'E12345678', issuer: 'CHN' } as const;
    await requestCode(access, { identity: passport, caseNumber, purpose: 'activation' });
    expect(await notices()).toBe(before);
  });

  it('takes a code five times at most, then not even the right one', async () => {
    const code = await sent('activation');
    for (let turn = 0; turn < 5; turn += 1)
      expect(codeOf(await activate(code === '00000000' ? '11111111' : '00000000'))).toBe('access.code-wrong');
    expect(codeOf(await activate(code))).toBe('access.code-wrong');
  });

  it('takes a code once, within its time, and for its own purpose', async () => {
    const recovery = await sent('recovery');
    expect(codeOf(await activate(recovery))).toBe('access.code-wrong');
    const late = await sent('activation');
    await db.superuser.rows(
      `UPDATE one_time_code SET made_at = now() - interval '1 hour', expires_at = now()`,
    );
    expect(codeOf(await activate(late))).toBe('access.code-wrong');
    const code = await sent('activation');
    must(await activate(code));
    expect(codeOf(await activate(code))).toBe('access.code-wrong');
  });

  it('sends five codes a day to one person', async () => {
    const before = await notices();
    for (let turn = 0; turn < 7; turn += 1) await requestCode(access, { ...claim(), purpose: 'activation' });
    expect((await notices()) - before).toBe(5);
  });

  it('gives an insured person one login, and a name to one login', async () => {
    must(await activate(await sent('activation')));
    expect(codeOf(await activate(await sent('activation')))).toBe('access.login-name-taken');
    const again = { ...fresh(), loginName: `other.name.${people}` };
    const code = await sent('activation');
    expect(codeOf(await activateLogin(access, { ...claim(), by: 'sent-code', code, ...again }))).toBe(
      'access.login-exists',
    );
  });
});

describe('a code from the window', () => {
  it('lets in a successor who has no number of ours, and only as successor', async () => {
    const code = await handedOver('successor');
    must(await activateLogin(access, { by: 'window-code', code: code.toLowerCase(), ...fresh() }));
    expect(await signedIn()).toMatchObject({ kind: 'successor', roles: ['successor'], personIds: [person] });
    expect(codeOf(await openPersonSession(access, { ...fresh(), capacity: 'insured' }))).toBe(
      'access.no-capacity',
    );
  });

  it('works once', async () => {
    const code = await handedOver('agent');
    must(await activateLogin(access, { by: 'window-code', code, ...fresh() }));
    const again = { by: 'window-code', code, ...fresh(), loginName: `again.${people}` } as const;
    expect(codeOf(await activateLogin(access, again))).toBe('access.code-wrong');
  });

  it('is handed over by a clerk only, and by nobody in plain SQL', async () => {
    const wish = { personId: person, capacity: 'agent', paperReference: '委托书', loginId: null } as const;
    const reviewer = { ...clerk, token: 'token-reviewer' };
    expect(codeOf(await handOverCode(access, reviewer, wish))).toBe('access.role-missing');
    for (const role of [db.app, db.login])
      await expect(
        role.rows(
          `INSERT INTO activation_code VALUES (sha256('x'), $1, 'agent', NULL, 'x', 'off_clerk', now(), now() + interval '1 hour')`,
          [person],
        ),
      ).rejects.toThrow('permission denied');
  });

  it('adds a person to a login that exists, and the clerk can end that again', async () => {
    const other = person;
    must(await activateLogin(access, { by: 'window-code', code: await handedOver('successor'), ...fresh() }));
    const caller = await signedIn();
    const second = await anotherPerson();
    must(await addPerson(access, caller, { code: await handedOver('successor', second) }));
    expect((await asked(caller)).personIds).toEqual([other, second]);
    must(await endAccess(access, { personId: other, loginId: caller.id, capacity: 'successor' }));
    expect((await asked(caller)).personIds).toEqual([second]);
    must(await endAccess(access, { personId: second, loginId: caller.id, capacity: 'successor' }));
    expect(codeOf(await callerOf(access, { bearer: caller.token ?? '' }))).toBe('access.no-session');
  });
});

describe('recovery', () => {
  it('sets a new password, ends every session and tells the login name', async () => {
    must(await activate(await sent('activation')));
    const caller = await signedIn();
    const code = await sent('recovery');
    const renewed = { ...claim(), by: 'sent-code', code, password: 'quite another sentence' } as const;
    expect(must(await recoverLogin(access, renewed)).loginName).toBe(fresh().loginName);
    expect(codeOf(await callerOf(access, { bearer: caller.token ?? '' }))).toBe('access.no-session');
    expect(codeOf(await openPersonSession(access, fresh()))).toBe('access.wrong-credentials');
    must(await openPersonSession(access, { ...fresh(), password: renewed.password }));
  });

  it('keeps the second factor with a code that was sent, and drops it at the window', async () => {
    must(await activate(await sent('activation')));
    await withSecondFactor();
    const next = 'quite another sentence';
    const code = await sent('recovery');
    must(await recoverLogin(access, { ...claim(), by: 'sent-code', code, password: next }));
    expect(codeOf(await openPersonSession(access, { ...fresh(), password: next }))).toBe(
      'access.second-factor-needed',
    );
    const login = await db.login.row<{ id: string }>(
      'SELECT login_id AS id FROM person_access WHERE owner_id = $1',
      [person],
    );
    const wish = {
      personId: person,
      capacity: 'insured',
      paperReference: '身份证',
      loginId: login?.id ?? '',
    } as const;
    const window = must(await handOverCode(access, clerk, wish)).code;
    must(await recoverLogin(access, { by: 'window-code', code: window, password }));
    must(await openPersonSession(access, fresh()));
  });
});

describe('a citizen’s session', () => {
  it('is of its own login: another login’s name on the token opens nothing', async () => {
    must(await activate(await sent('activation')));
    const caller = await signedIn();
    const token = caller.token ?? '';
    const stranger = token.replace(caller.id, access.ids.next('usr'));
    expect(codeOf(await callerOf(access, { bearer: stranger }))).toBe('access.no-session');
    expect(codeOf(await callerOf(access, { bearer: `${token}x` }))).toBe('access.no-session');
  });

  it('goes on in another capacity of the same login without its password, for no longer, and in no other', async () => {
    must(await activate(await sent('activation')));
    const caller = await signedIn();
    expect(codeOf(await changeCapacity(access, caller, 'successor'))).toBe('access.no-capacity');
    const dead = await anotherPerson();
    must(await addPerson(access, caller, { code: await handedOver('successor', dead) }));
    await db.superuser.rows(`UPDATE person_session SET opened_at = now() - interval '11 hours 50 minutes'`);
    const session = must(await changeCapacity(access, caller, 'successor'));
    const other = must(await callerOf(access, { bearer: session.token }));
    expect(other).toMatchObject({ kind: 'successor', id: caller.id, personIds: [dead] });
    expect(new Date(session.expiresAt).getTime() - Date.now()).toBeLessThan(11 * 60_000);
    const begunAnew = `SELECT 1 FROM person_session WHERE owner_id = $1 AND opened_at > now() - interval '11 hours'`;
    expect(await db.superuser.rows(begunAnew, [caller.id])).toEqual([]);
    expect(codeOf(await callerOf(access, { bearer: caller.token ?? '' }))).toBe('access.no-session');
    expect(codeOf(await changeCapacity(access, caller, 'successor'))).toBe('access.no-session');
  });

  it('opens no guard of the database that is for officers', async () => {
    must(await activate(await sent('activation')));
    const { token } = await signedIn();
    await expect(db.superuser.rows(`SELECT live_officer($1, 'clerk')`, [token])).rejects.toThrow(
      'access.no-session',
    );
  });

  it('ends elsewhere when the password is changed, and lives on where that was done', async () => {
    must(await activate(await sent('activation')));
    const here = await signedIn();
    const there = await signedIn();
    const wish = { password, newPassword: 'quite another sentence' };
    expect(codeOf(await changePassword(access, owned(here), { ...wish, password: 'wrong' }))).toBe(
      'access.wrong-credentials',
    );
    must(await changePassword(access, owned(here), wish));
    must(await callerOf(access, { bearer: here.token ?? '' }));
    expect(codeOf(await callerOf(access, { bearer: there.token ?? '' }))).toBe('access.no-session');
  });

  it('cannot be made or read by the application’s role in plain SQL', async () => {
    for (const sql of [
      `INSERT INTO person_session VALUES ('usr_x', sha256('x'), 'insured', now(), now() + interval '1 hour')`,
      'UPDATE person_session SET ended_at = NULL',
      'SELECT * FROM person_session',
      'SELECT * FROM person_login',
      `INSERT INTO login_person VALUES ('usr_x', 'psn_x', 'insured', 'window', 'x', now())`,
      'SELECT * FROM one_time_code',
      'SELECT * FROM activation_code',
      'SELECT * FROM api_key',
    ])
      await expect(db.app.rows(sql), sql).rejects.toThrow('permission denied');
  });
});

describe('an integrator’s key', () => {
  it('reaches what its scopes name until it is revoked', async () => {
    const wish = { holder: '社区服务系统', scopes: ['registry:read', 'payments'] };
    const made = must(await makeKey(access, clerk, wish));
    const caller = must(await callerOf(access, { bearer: made.key }));
    expect(caller).toMatchObject({ kind: 'integrator', id: made.id, token: made.key });
    expect(ownOf(caller)).toBeNull(); // a key is no session that could be ended
    const roles = ['integrator'];
    expect(mayUse(caller, { roles, tag: 'registry', kind: 'read' })).toBe(true);
    expect(mayUse(caller, { roles, tag: 'registry', kind: 'write' })).toBe(false);
    expect(mayUse(caller, { roles, tag: 'payments', kind: 'write' })).toBe(true);
    expect(mayUse(caller, { roles, tag: 'access', kind: 'read' })).toBe(false);
    expect(mayUse(caller, { roles: ['clerk'], tag: 'payments', kind: 'read' })).toBe(false);
    must(await revokeKey(access, clerk, made.id));
    expect(codeOf(await callerOf(access, { bearer: made.key }))).toBe('access.no-session');
  });
});

describe('what lies in the database', () => {
  it('holds no token, code, password or login name that anybody could read', async () => {
    const code = await sent('activation');
    must(await activate(code));
    const window = await handedOver('agent');
    const { token } = await signedIn();
    const secret = await withSecondFactor();
    const key = must(await makeKey(access, clerk, { holder: 'x', scopes: ['registry'] })).key;
    const { loginName } = fresh();
    const all = await everything();
    expect(all).toContain('off_clerk'); // it does look at the rows
    for (const text of [password, code, window, token ?? '', secret, key, loginName, '13812345678'])
      for (const form of [text, Buffer.from(text).toString('hex')])
        expect(all.includes(form), form).toBe(false);
  });
});

function claim() {
  return { identity, caseNumber };
}

function fresh() {
  return { loginName: `zhang.san.${people}`, password };
}

function otherCase(): string {
  return makeCaseNumber({ prefix: 'SZ', on: plainDate('2022-06-30'), random: access.random });
}

function activate(code: string) {
  return activateLogin(access, { ...claim(), by: 'sent-code', code, ...fresh() });
}

/** Asks for a code and reads it where a telephone would have shown it. */
async function sent(purpose: 'activation' | 'recovery'): Promise<string> {
  expect(
    await findPersonByIdentity(db.app, { seal: access.seal, document: { ...identity, issuer: 'CHN' } }),
  ).toBe(person);
  await requestCode(access, { ...claim(), purpose });
  const row = await db.app.row<{ body: Uint8Array }>(
    'SELECT body_sealed AS body FROM notice_outbox WHERE owner_id = $1 ORDER BY made_at DESC, id DESC LIMIT 1',
    [person],
  );
  const code = row && /\d{8}/.exec(access.seal.open(row.body))?.[0];
  if (!code) throw new Error('no code was sent');
  return code;
}

async function handedOver(capacity: 'insured' | 'successor' | 'agent', personId = person): Promise<string> {
  const wish = { personId, capacity, paperReference: '公证书 2022-17', loginId: null };
  return must(await handOverCode(access, clerk, wish)).code;
}

async function signedIn(): Promise<Caller> {
  const { token } = must(await openPersonSession(access, fresh()));
  return must(await callerOf(access, { bearer: token }));
}

async function asked(caller: Caller): Promise<Caller> {
  return must(await callerOf(access, { bearer: caller.token ?? '' }));
}

function owned(caller: Caller): Own {
  const own = ownOf(caller);
  if (!own) throw new Error('this caller has no session');
  return own;
}

async function withSecondFactor(): Promise<string> {
  const own = owned(await signedIn());
  const { secret } = must(await offerSecondFactor(access, own, { password }));
  must(await confirmSecondFactor(access, own, secondFactorCode(secret, new Date())));
  return secret;
}

async function notices(): Promise<number> {
  const row = await db.app.row<{ count: number }>('SELECT count(*)::int AS count FROM notice_outbox');
  return row?.count ?? 0;
}

/** Every row of every table as text. */
async function everything(): Promise<string> {
  const tables = await db.superuser.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const row = await db.superuser.row<{ text: string | null }>(
      `SELECT string_agg(t::text, ' ') AS text FROM "${name}" t`,
    );
    texts.push(row?.text ?? '');
  }
  return texts.join(' ');
}

async function anotherPerson(): Promise<string> {
  const id = access.ids.next('psn');
  await db.superuser.rows(
    `INSERT INTO person (owner_id, name, born_on, nationality, office_id, recorded_at)
     VALUES ($1, '李四', '1960-01-01', 'CHN', 'ofc_test', now())`,
    [id],
  );
  return id;
}
