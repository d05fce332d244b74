import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '#platform/testing';
import { codeOf, must, openAccess } from './access.testing.ts';
import { callerOf } from './caller-of.ts';
import type { AccessContext } from './context.ts';
import { beginEnrolment, finishEnrolment, openOfficerSession } from './officer-sessions.ts';
import { changeRoles, createFirstOfficer, createOfficer, disableOfficer, resetOfficer } from './officers.ts';
import { newSecondFactor, secondFactorCode } from './second-factor.ts';
import { hashToken } from './tokens.ts';

const password = 'a long sentence of one’s own';
const office = { id: 'ofc_south', region: '440300', nameZh: '南山分局', nameEn: 'Nanshan office' };

let db: TestDatabase;
let access: AccessContext;

beforeAll(async () => {
  ({ db, access } = await openAccess());
  const officer = { loginName: 'root', nameZh: '管理员', nameEn: 'Administrator', password };
  must(await createFirstOfficer(access, { office, officer }));
});

describe('signing in', () => {
  it('lets an officer in with their password and knows them by the session', async () => {
    const id = await officer('wang');
    const { token } = await signIn('wang');
    const caller = must(await callerOf(access, { bearer: token }));
    expect(caller).toMatchObject({ kind: 'officer', id, roles: ['clerk'], officeId: office.id, token });
    expect(must(await callerOf(access, { cookie: token })).id).toBe(id);
  });

  it('knows nobody without a token, and refuses a token that nobody has', async () => {
    expect(must(await callerOf(access, {})).kind).toBe('anyone');
    expect(codeOf(await callerOf(access, { bearer: 'sxo_invented' }))).toBe('access.no-session');
  });

  it('answers an unknown name and a wrong password alike', async () => {
    await officer('zhao');
    const unknown = await openOfficerSession(access, { loginName: 'nobody', password });
    const wrong = await openOfficerSession(access, { loginName: 'zhao', password: 'wrong' });
    expect(unknown).toEqual(wrong);
    expect(codeOf(wrong)).toBe('access.wrong-credentials');
  });

  it('locks after five wrong tries, even for the right password, and longer each time', async () => {
    const id = await officer('qian');
    for (let turn = 0; turn < 5; turn += 1) await openOfficerSession(access, wrongFor('qian'));
    expect(codeOf(await openOfficerSession(access, { loginName: 'qian', password }))).toBe(
      'access.wrong-credentials',
    );
    const first = await lockSeconds(id);
    expect(first).toBeGreaterThan(30);
    await unlock(id);
    await openOfficerSession(access, wrongFor('qian'));
    expect(await lockSeconds(id)).toBeGreaterThan(first + 30);
    await unlock(id);
    expect((await signIn('qian')).token).toMatch(/^sxo_/);
  });

  it('counts wrong tries that come all at once', async () => {
    const id = await officer('sun');
    await Promise.all(Array.from({ length: 12 }, () => openOfficerSession(access, wrongFor('sun'))));
    const row = await db.login.row<{ failures: number }>(
      'SELECT failures FROM officer_credential WHERE officer_id = $1',
      [id],
    );
    expect(row?.failures).toBe(5);
    // Twelve passwords are hashed one after the other, each for up to a second on a busy machine.
  }, 90_000);
});

describe('the second factor', () => {
  it('is asked for where it is enrolled, and each code works once', async () => {
    const totpSecret = newSecondFactor(access.random);
    await officer('li', { totpSecret, password: 'shorter1' });
    const given = { loginName: 'li', password: 'shorter1' };
    expect(codeOf(await openOfficerSession(access, given))).toBe('access.second-factor-needed');
    const totp = secondFactorCode(totpSecret, new Date());
    expect(codeOf(await openOfficerSession(access, { ...given, totp: otherCode(totp) }))).toBe(
      'access.wrong-credentials',
    );
    must(await openOfficerSession(access, { ...given, totp }));
    expect(codeOf(await openOfficerSession(access, { ...given, totp }))).toBe('access.wrong-credentials');
  });

  it('lets one in where two show the same code at once', async () => {
    const totpSecret = newSecondFactor(access.random);
    await officer('han', { totpSecret, password: 'shorter1' });
    const totp = secondFactorCode(totpSecret, new Date());
    const shown = { loginName: 'han', password: 'shorter1', totp };
    const opened = await Promise.all([1, 2, 3].map(() => openOfficerSession(access, shown)));
    expect(opened.map(codeOf).sort()).toEqual([
      'access.wrong-credentials',
      'access.wrong-credentials',
      'done',
    ]);
  });

  it('cannot be tried on for ever by asking with the password alone in between', async () => {
    const totpSecret = newSecondFactor(access.random);
    const id = await officer('chen', { totpSecret, password: 'shorter1' });
    const given = { loginName: 'chen', password: 'shorter1' };
    for (let turn = 0; turn < 5; turn += 1) {
      await openOfficerSession(access, { ...given, totp: '000000' });
      await openOfficerSession(access, given);
    }
    expect(await lockSeconds(id)).toBeGreaterThan(30);
  });

  it('is required of everybody in production', async () => {
    await officer('zhou');
    const production = { ...access, mode: 'production' } as const;
    expect(codeOf(await openOfficerSession(production, { loginName: 'zhou', password }))).toBe(
      'access.enrolment-needed',
    );
  });

  it('is enrolled with the temporary password, which then no longer works', async () => {
    const production = { ...access, mode: 'production' } as const;
    const made = must(await createOfficer(production, { ...newOfficer('wu'), password: undefined }));
    const temporary = made.temporaryPassword ?? '';
    const given = { loginName: 'wu', password: temporary };
    expect(codeOf(await openOfficerSession(production, given))).toBe('access.enrolment-needed');
    const { secret, uri } = must(await beginEnrolment(production, given));
    expect(uri).toContain(secret);
    const wish = { ...given, newPassword: 'eight888ok' };
    expect(codeOf(await finishEnrolment(production, wish))).toBe('access.second-factor-needed');
    const totp = secondFactorCode(secret, new Date());
    expect(codeOf(await finishEnrolment(production, { ...wish, totp: otherCode(totp) }))).toBe(
      'access.second-factor-wrong',
    );
    const { token } = must(await finishEnrolment(production, { ...wish, totp }));
    expect(must(await callerOf(production, { bearer: token })).id).toBe(made.officerId);
    expect(codeOf(await openOfficerSession(production, given))).not.toBe('access.enrolment-needed');
  });
});

describe('a session', () => {
  it('is extended by use, ends after thirty idle minutes and at the latest after twelve hours', async () => {
    await officer('zheng');
    const { token } = await signIn('zheng');
    await age(token, { openedHours: 1, leftMinutes: 10 });
    must(await callerOf(access, { bearer: token }));
    expect(await minutesLeft(token)).toBeCloseTo(30, 0);
    await age(token, { openedHours: 11.75, leftMinutes: 10 });
    must(await callerOf(access, { bearer: token }));
    expect(await minutesLeft(token)).toBeCloseTo(15, 0);
    await age(token, { openedHours: 1, leftMinutes: -1 });
    expect(codeOf(await callerOf(access, { bearer: token }))).toBe('access.no-session');
  });

  it('of a disabled officer is dead at once, in the program and in the guards of the database', async () => {
    const officerId = await officer('feng');
    const { token } = await signIn('feng');
    must(await disableOfficer(access, { officerId, by: await administrator() }));
    expect(codeOf(await callerOf(access, { bearer: token }))).toBe('access.no-session');
    await expect(db.superuser.rows(`SELECT live_officer($1, 'clerk')`, [token])).rejects.toThrow(
      'access.no-session',
    );
    expect(codeOf(await openOfficerSession(access, { loginName: 'feng', password }))).toBe(
      'access.wrong-credentials',
    );
  });

  it('of a disabled officer opens nothing, even where it was left open', async () => {
    const officerId = await officer('pang');
    const { token } = await signIn('pang');
    await db.superuser.rows('UPDATE officer SET active = false WHERE id = $1', [officerId]);
    expect(codeOf(await callerOf(access, { bearer: token }))).toBe('access.no-session');
  });

  it('carries changed roles at once', async () => {
    const officerId = await officer('chu');
    const { token } = await signIn('chu');
    must(await changeRoles(access, { officerId, by: await administrator(), roles: ['auditor'] }));
    expect(must(await callerOf(access, { bearer: token })).roles).toEqual(['auditor']);
    await expect(db.superuser.rows(`SELECT live_officer($1, 'clerk')`, [token])).rejects.toThrow(
      'access.role-missing',
    );
  });

  it('ends when an administrator resets what the officer signs in with', async () => {
    const officerId = await officer('wei');
    const { token } = await signIn('wei');
    must(await resetOfficer(access, { officerId, by: await administrator() }));
    expect(codeOf(await callerOf(access, { bearer: token }))).toBe('access.no-session');
    expect(codeOf(await openOfficerSession(access, { loginName: 'wei', password }))).toBe(
      'access.wrong-credentials',
    );
  });

  it('cannot be made, revived or moved by the application’s role in plain SQL', async () => {
    const id = await officer('jiang');
    const insert = `INSERT INTO officer_session VALUES (sha256('x'), $1, now(), now() + interval '1 hour')`;
    await expect(db.app.rows(insert, [id])).rejects.toThrow('permission denied');
    await expect(db.app.rows('UPDATE officer_session SET ended_at = NULL')).rejects.toThrow(
      'permission denied',
    );
    await expect(db.app.rows(`UPDATE officer_session SET expires_at = 'infinity'`)).rejects.toThrow(
      'permission denied',
    );
    await expect(db.app.rows('SELECT * FROM officer_credential')).rejects.toThrow('permission denied');
    await expect(db.login.rows('UPDATE officer_session SET officer_id = $1', [id])).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('administrators', () => {
  it('are made on the command line only once', async () => {
    const officer = { loginName: 'second', nameZh: '乙', nameEn: 'B', password };
    expect(codeOf(await createFirstOfficer(access, { office, officer }))).toBe('access.already-set-up');
  });

  it('cannot change their own roles', async () => {
    const by = await administrator();
    expect(codeOf(await changeRoles(access, { officerId: by.id, by, roles: ['finance'] }))).toBe(
      'access.own-roles',
    );
  });

  it('are told everything wrong with a new officer', async () => {
    const made = await createOfficer(access, { ...newOfficer('Ma Chao'), password: 'Ma Chao' });
    expect(made.ok ? [] : made.refusal.problems?.map(({ path }) => path)).toEqual([
      'loginName',
      'password',
      'password',
    ]);
    await officer('shen');
    expect(codeOf(await createOfficer(access, newOfficer('shen')))).toBe('access.login-name-taken');
  });
});

function newOfficer(loginName: string) {
  return {
    loginName,
    nameZh: loginName,
    nameEn: loginName,
    officeId: office.id,
    roles: ['clerk'] as const,
    password,
  };
}

async function officer(loginName: string, more: object = {}): Promise<string> {
  return must(await createOfficer(access, { ...newOfficer(loginName), ...more })).officerId;
}

async function signIn(loginName: string) {
  return must(await openOfficerSession(access, { loginName, password }));
}

async function administrator() {
  const { token } = await signIn('root');
  return must(await callerOf(access, { bearer: token }));
}

function wrongFor(loginName: string) {
  return { loginName, password: 'not the right one' };
}

/** Six digits that are surely none of the three that count now. */
function otherCode(totp: string): string {
  return totp === '111111' ? '222222' : '111111';
}

async function lockSeconds(id: string): Promise<number> {
  const row = await db.login.row<{ seconds: number }>(
    `SELECT extract(epoch FROM locked_until - clock_timestamp())::float8 AS seconds
     FROM officer_credential WHERE officer_id = $1`,
    [id],
  );
  return row?.seconds ?? 0;
}

async function unlock(id: string): Promise<void> {
  await db.login.rows('UPDATE officer_credential SET locked_until = NULL WHERE officer_id = $1', [id]);
}

async function age(
  token: string,
  { openedHours, leftMinutes }: { readonly openedHours: number; readonly leftMinutes: number },
): Promise<void> {
  await db.superuser.rows(
    `UPDATE officer_session SET opened_at = now() - $2 * interval '1 hour', expires_at = now() + $3 * interval '1 minute'
     WHERE token_hash = $1`,
    [hashToken(token), openedHours, leftMinutes],
  );
}

async function minutesLeft(token: string): Promise<number> {
  const row = await db.login.row<{ minutes: number }>(
    `SELECT extract(epoch FROM expires_at - clock_timestamp())::float8 / 60 AS minutes
     FROM officer_session WHERE token_hash = $1`,
    [hashToken(token)],
  );
  return row?.minutes ?? 0;
}
