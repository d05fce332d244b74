import { createHash } from 'node:crypto';
import { callerOf } from '#business/access';
import type { Caller } from '#business/access/public';
import { testRecord } from '#platform/testing';
import type { MandateDesk } from './mandate.testing.ts';

/** A person with a login of their own, and somebody who will act for them. */
export async function twoPeople(desk: MandateDesk) {
  const ownerId = desk.ids.next('psn');
  await testRecord(desk.db, ownerId);
  const giver = await session(desk, { login: desk.ids.next('usr'), ownerId, capacity: 'insured' });
  const { login, own } = await somebody(desk);
  const token = tokenOf(login, 'agent');
  await openSession(desk, { login, capacity: 'agent' });
  /** The agent at their next request; null where the session opens nothing. */
  async function agent(): Promise<Caller | null> {
    const caller = await callerOf(desk.access, { bearer: token });
    if (!caller.ok) return null;
    const { personIds, actsFor = [], mandates = [] } = caller.value;
    return personIds.length + actsFor.length + mandates.length > 0 ? caller.value : null;
  }
  return { giver, ownerId, agent, agentOwn: own };
}

/** An employer with a login from the window, and somebody else's login with an open session in the employer's capacity. */
export async function firmAndStaff(desk: MandateDesk, creditCode: string) {
  const { db, ids } = desk;
  const employerId = ids.next('emp');
  await db.superuser.rows(
    `INSERT INTO employer (owner_id, credit_code, name, recorded_at) VALUES ($1, $2, '示例公司', now())`,
    [employerId, creditCode],
  );
  const firm = await session(desk, { login: ids.next('usr'), ownerId: employerId, capacity: 'employer' });
  const { login: ownLogin, own } = await somebody(desk);
  const token = tokenOf(ownLogin, 'employer');
  await openSession(desk, { login: ownLogin, capacity: 'employer' });
  return {
    ...{ firm, employerId, ownLogin, own, acting: () => asked(desk, token) },
    minded: () => db.superuser.rows('SELECT live_employer($1, $2) AS by', [token, employerId]),
  };
}

/** Another login to which the window gave an employer. */
export async function firmLogin(desk: MandateDesk, employerId: string): Promise<string> {
  const login = desk.ids.next('usr');
  await session(desk, { login, ownerId: employerId, capacity: 'employer' });
  return login;
}

/** Ends only what a login may do by its own right, as if whoever ended it had stopped there. */
export async function withoutRight({ db }: MandateDesk, login: string, ownerId: string): Promise<void> {
  await db.superuser.rows('UPDATE login_person SET ended_at = now() WHERE owner_id = $1 AND person_id = $2', [
    login,
    ownerId,
  ]);
  await db.superuser.rows('UPDATE person_access SET ended_at = now() WHERE login_id = $1 AND owner_id = $2', [
    login,
    ownerId,
  ]);
}

/** For which logins, null for none yet, a code that the window handed over for an employer is good, the first one first. */
export async function goodCodesFor(
  { db }: MandateDesk,
  employerId: string,
): Promise<readonly (string | null)[]> {
  const rows = await db.superuser.rows<{ login: string | null }>(
    'SELECT login_id AS login FROM activation_code WHERE person_id = $1 AND used_at IS NULL ORDER BY made_at',
    [employerId],
  );
  return rows.map(({ login }) => login);
}

/** Somebody with a login of their own, and as they accept and end in their own right. */
export async function somebody(desk: MandateDesk) {
  const ownerId = desk.ids.next('psn');
  await testRecord(desk.db, ownerId);
  const login = desk.ids.next('usr');
  const caller = await session(desk, { login, ownerId, capacity: 'insured' });
  return { login, caller, own: () => asked(desk, caller.token ?? '') };
}

interface Opened {
  readonly login: string;
  readonly capacity: string;
}

async function session(desk: MandateDesk, given: Opened & { readonly ownerId: string }): Promise<Caller> {
  const { login, ownerId, capacity } = given;
  const { superuser } = desk.db;
  await superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, $2, 'x', now(), now())`,
    [login, desk.seal.seal(`name.${login.slice(-6)}`)],
  );
  await superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, $2, $3, 'window', 'A-1', now())`,
    [login, ownerId, capacity],
  );
  await superuser.rows(
    `INSERT INTO person_access (owner_id, login_id, capacity, since_at) VALUES ($1, $2, $3, now())`,
    [ownerId, login, capacity],
  );
  await openSession(desk, given);
  return asked(desk, tokenOf(login, capacity));
}

async function openSession({ db }: MandateDesk, { login, capacity }: Opened): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, $3, now(), now() + interval '1 hour')`,
    [login, createHash('sha256').update(tokenOf(login, capacity)).digest(), capacity],
  );
}

async function asked({ access }: MandateDesk, token: string): Promise<Caller> {
  const caller = await callerOf(access, { bearer: token });
  if (!caller.ok) throw new Error(caller.refusal.code);
  return caller.value;
}

function tokenOf(login: string, capacity: string): string {
  return `sxu_${login}.${capacity.padEnd(43, '_')}`;
}
