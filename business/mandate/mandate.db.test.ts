import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ok, plainDate, shanghaiDate } from '#basics';
import { callerOf } from '#business/access';
import { type Caller, maySee } from '#business/access/public';
import { lifeEventProcesses } from '#business/life-events/public';
import { maySeeAccount } from '#business/personal-account';
import { withdrawalProcess } from '#business/withdrawal/public';
import { openCase } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testRandom, testRecord } from '#platform/testing';
import { acceptMandate, confirmMandate, endMandate, giveMandate, type NewMandate } from './give-mandate.ts';
import { listMandates } from './list-mandates.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2027-06-01T10:00:00+08:00');
const ids = testIds(71);
const random = testRandom(71);
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random });
const processes = { [withdrawalProcess.id]: withdrawalProcess, ...lifeEventProcesses };
const context = { database: db.app, clock, ids, random, seal, processes };
const access = { ...context, loginDatabase: db.login, mode: 'development' } as const;
const all: NewMandate = {
  ...{ ownerId: null, agentName: '李四', scope: ['withdrawal'], caseNumber: null },
  ...{ untilOn: null, paperReference: null },
};
let people = 0;

describe('a mandate given online', () => {
  it('opens to the agent what it names, from its acceptance to its end, and nothing else', async () => {
    const { giver, ownerId, agent } = await twoPeople();
    const { mandateId, code } = await given(giver, { ...all, scope: ['withdrawal'] });
    expect(await agent()).toBeNull();
    expect(await accept(giver, code)).toMatchObject({ refusal: { code: 'mandate.own' } });
    expect(await accept(await agentOwn(ownerId), code)).toMatchObject({ ok: true });
    const acting = await agent();
    expect(acting).toMatchObject({ kind: 'agent', personIds: [], actsFor: [ownerId] });
    expect(may(acting, ownerId, 'withdrawal')).toBe(true);
    expect(may(acting, ownerId, 'retirement')).toBe(false);
    expect(may(acting, 'psn_other', 'withdrawal')).toBe(false);
    expect(acting !== null && maySeeAccount(acting, ownerId)).toBe(false);
    expect(await accept(await agentOwn(ownerId), code)).toMatchObject({
      refusal: { code: 'mandate.code-wrong' },
    });
    expect(await end(await stranger(), { ownerId, mandateId })).toMatchObject({
      refusal: { code: 'mandate.none' },
    });
    expect(await statuses(giver, ownerId)).toEqual([['李四', 'holds']]);
    expect(await end(await agentOwn(ownerId), { ownerId, mandateId })).toMatchObject({ ok: true });
    expect(await agent()).toBeNull();
    expect(await statuses(giver, ownerId)).toEqual([['李四', 'ended']]);
  });

  it('may be for one case and until a day', async () => {
    const { giver, ownerId, agent } = await twoPeople();
    const [one, other] = [await opened(ownerId), await opened(ownerId)];
    const wrong = { ...all, scope: ['retirement'], caseNumber: one.number };
    expect(await giveMandate({ context, caller: giver, mandate: wrong })).toMatchObject({
      refusal: { code: 'mandate.wrong', problems: [{ path: 'caseNumber' }] },
    });
    const untilOn = plainDate('2027-12-31');
    const { code } = await given(giver, { ...all, caseNumber: one.number, untilOn });
    await accept(await agentOwn(ownerId), code);
    const acting = await agent();
    if (!acting) throw new Error('the mandate holds');
    expect(maySee(acting, ownerId, one)).toBe(true);
    expect(maySee(acting, ownerId, other)).toBe(false);
    expect(may(acting, ownerId, 'withdrawal')).toBe(false); // opens no further case
    clock.set('2028-01-01T00:00:00+08:00');
    expect(await agent()).toBeNull();
    expect(await statuses(giver, ownerId)).toEqual([['李四', 'run-out']]);
    clock.set('2027-06-01T10:00:00+08:00');
  });

  it('opens the record only where it says so, and ends with the death of who gave it', async () => {
    const { giver, ownerId, agent } = await twoPeople();
    const { code } = await given(giver, { ...all, scope: ['record'] });
    const late = await given(giver, all);
    await accept(await agentOwn(ownerId), code);
    const looking = await agent();
    expect(looking).toMatchObject({ personIds: [ownerId] });
    expect(looking !== null && maySeeAccount(looking, ownerId)).toBe(true);
    const died = `SELECT record_paper('token-clerk', $1, 'rec_died', 'died', '{"on": "2027-05-01"}', 'A-1', now())`;
    await db.app.rows(died, [ownerId]);
    await db.app.rows(`SELECT confirm_record('token-reviewer', $1, 'rec_died', true, NULL, now())`, [
      ownerId,
    ]);
    await db.app.rows('SELECT end_access_of_the_dead($1)', [ownerId]);
    expect(await agent()).toBeNull();
    expect(await accept(await agentOwn(ownerId), late.code)).toMatchObject({
      refusal: { code: 'access.person-dead' },
    });
    expect((await statuses(officer('clerk'), ownerId)).map(([, status]) => status)).toEqual([
      ...['ended-by-death', 'ended-by-death'],
    ]);
  });
});

describe('a mandate of an employer', () => {
  it('lets somebody act in the employer’s own capacity while it holds, who lets nobody act in their turn', async () => {
    const { firm, employerId, ownLogin, acting, minded } = await firmAndStaff();
    const staff = {
      ...all,
      ownerId: employerId,
      scope: ['staff-reduction'],
      untilOn: plainDate('2027-12-31'),
    };
    const { mandateId, code } = await given(firm, staff);
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    expect(await accept(firm, code)).toMatchObject({ refusal: { code: 'mandate.own' } });
    expect(await accept(await asked(tokenOf(ownLogin, 'insured')), code)).toMatchObject({ ok: true });
    const clerkOfFirm = await acting();
    expect(clerkOfFirm).toMatchObject({ kind: 'employer', id: ownLogin, personIds: [employerId] });
    expect(await minded()).toEqual([{ by: ownLogin }]);
    // In their turn they give none and end nobody else's; another of the same employer's they may accept.
    expect(await giveMandate({ context, caller: clerkOfFirm, mandate: staff })).toMatchObject({
      refusal: { code: 'mandate.none' },
    });
    const second = await given(firm, staff);
    const seenBy = (caller: Caller) => listMandates(db.app, { context, caller, ownerId: employerId });
    expect(await seenBy(clerkOfFirm)).toMatchObject({ value: [{ mandateId }] });
    expect(await seenBy(firm)).toMatchObject({ value: [{}, {}] });
    const place = { ownerId: employerId, mandateId: second.mandateId };
    expect(await end(clerkOfFirm, place)).toMatchObject({ refusal: { code: 'mandate.none' } });
    expect(await accept(await asked(tokenOf(ownLogin, 'insured')), second.code)).toMatchObject({ ok: true });
    expect(await end(firm, { ownerId: employerId, mandateId })).toMatchObject({ ok: true });
    expect((await acting()).personIds).toEqual([employerId]);
    // It runs out with its last day, at the door and in the database.
    clock.set('2028-01-01T00:00:00+08:00');
    expect((await acting()).personIds).toEqual([]);
    clock.set('2027-06-01T10:00:00+08:00');
    const lastDay = 'UPDATE mandate SET until_on = $2 WHERE id = $1';
    await db.superuser.rows(lastDay, [second.mandateId, plainDate('2020-01-01')]);
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    await db.superuser.rows(lastDay, [second.mandateId, plainDate('2027-12-31')]);
    expect(await end(firm, place)).toMatchObject({ ok: true });
    expect(await acting()).toMatchObject({ kind: 'employer', personIds: [], actsFor: [] });
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    const open = await db.superuser.rows(
      `SELECT 1 FROM person_access WHERE owner_id = $1 AND login_id = $2 AND ended_at IS NULL`,
      [employerId, ownLogin],
    );
    expect(open).toEqual([]);
    // Let act again years later they act since then; a second mandate beside it changes nothing of that.
    const since = async (table: string, login: string) => {
      const year = `SELECT extract(year FROM since_at)::int AS year FROM ${table} WHERE capacity = 'employer' AND ${login} = $1`;
      return (await db.superuser.row<{ year: number }>(year, [ownLogin]))?.year ?? 0;
    };
    const sinces = () => Promise.all([since('login_person', 'owner_id'), since('person_access', 'login_id')]);
    const back = async () => {
      for (const table of ['login_person', 'person_access'])
        await db.superuser.rows(`UPDATE ${table} SET since_at = '2020-01-01' WHERE capacity = 'employer'`);
    };
    const acceptAnother = async () => {
      const { code: again } = await given(firm, staff);
      expect(await accept(await asked(tokenOf(ownLogin, 'insured')), again)).toMatchObject({ ok: true });
    };
    await back();
    await acceptAnother();
    expect((await sinces()).map((year) => year > 2020)).toEqual([true, true]);
    await back();
    await acceptAnother();
    expect(await sinces()).toEqual([2020, 2020]);
  });

  it('leaves alone what the window gave, and one for something else opens no staff', async () => {
    const { firm, employerId, ownLogin, acting, minded } = await firmAndStaff();
    const other = await given(firm, { ...all, ownerId: employerId, scope: ['retirement'] });
    const own = await asked(tokenOf(ownLogin, 'insured'));
    expect(await accept(own, other.code)).toMatchObject({ ok: true });
    const as = 'SELECT capacity FROM login_person WHERE owner_id = $1 AND person_id = $2';
    expect(await db.superuser.rows(as, [ownLogin, employerId])).toEqual([{ capacity: 'agent' }]);
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    const staff = await given(firm, { ...all, ownerId: employerId, scope: ['staff-reduction'] });
    expect(await accept(own, staff.code)).toMatchObject({ ok: true });
    // The window gives the same login the employer for good: it outlives the mandate.
    await db.superuser.rows(
      `UPDATE login_person SET proof = 'window' WHERE owner_id = $1 AND person_id = $2`,
      [...[ownLogin, employerId]],
    );
    expect(await end(firm, { ownerId: employerId, mandateId: staff.mandateId })).toMatchObject({ ok: true });
    expect((await acting()).personIds).toEqual([employerId]);
    expect(await minded()).toEqual([{ by: ownLogin }]);
  });

  it('ends with what was accepted before it opened the employer’s own capacity', async () => {
    const { firm, employerId, ownLogin } = await firmAndStaff();
    const staff = await given(firm, { ...all, ownerId: employerId, scope: ['staff-reduction'] });
    expect(await accept(await asked(tokenOf(ownLogin, 'insured')), staff.code)).toMatchObject({ ok: true });
    const asBefore = (of: string) =>
      db.superuser.rows(`UPDATE ${of} = $1 AND capacity = 'employer'`, [ownLogin]);
    await asBefore(`login_person SET capacity = 'agent' WHERE owner_id`);
    await asBefore(`person_access SET capacity = 'agent' WHERE login_id`);
    expect(await end(firm, { ownerId: employerId, mandateId: staff.mandateId })).toMatchObject({ ok: true });
    const open = await db.superuser.rows(
      'SELECT capacity FROM login_person WHERE owner_id = $1 AND person_id = $2 AND ended_at IS NULL',
      [ownLogin, employerId],
    );
    expect(open).toEqual([]);
  });
});

describe('a mandate given at the window', () => {
  it('stands on a paper, and is accepted once a second officer has confirmed it', async () => {
    const { ownerId, agent } = await twoPeople();
    const mandate = { ...all, ownerId, paperReference: '委托书 2027-3' };
    const noPaper = { ...mandate, agentName: '=李四<b>', paperReference: null };
    expect(await giveMandate({ context, caller: officer('both'), mandate: noPaper })).toMatchObject({
      refusal: { problems: [{ path: 'agentName' }, { path: 'paperReference' }] },
    });
    const { mandateId, code } = await given(officer('both'), mandate);
    const place = { ownerId, mandateId };
    expect(await accept(await agentOwn(ownerId), code)).toMatchObject({
      refusal: { code: 'mandate.code-wrong' },
    });
    expect(await confirm(officer('both'), place)).toMatchObject({ refusal: { code: 'mandate.by-two' } });
    expect(await confirm(officer('reviewer'), place)).toMatchObject({ ok: true });
    expect(await accept(await agentOwn(ownerId), code)).toMatchObject({ ok: true });
    expect(may(await agent(), ownerId, 'withdrawal')).toBe(true);
    expect(await end(officer('clerk'), place)).toMatchObject({ ok: true });
    expect(await agent()).toBeNull();
  });

  it('bears the day of the agency, also where its clock stands ahead of the machine', async () => {
    const ahead = 400 * 86_400;
    await db.superuser.rows('UPDATE business_clock SET ahead_seconds = $1', [ahead]);
    const { giver, ownerId } = await twoPeople();
    const before = shanghaiDate(new Date(Date.now() + ahead * 1000));
    await given(giver, all);
    const after = shanghaiDate(new Date(Date.now() + ahead * 1000));
    await db.superuser.rows('UPDATE business_clock SET ahead_seconds = 0');
    const listed = await listMandates(db.app, { context, caller: giver, ownerId });
    expect([before, after]).toContain(listed.ok && listed.value[0]?.givenOn);
  });

  it('is given by nobody without a session of their own, and typed by nobody', async () => {
    const { ownerId } = await twoPeople();
    const unsigned = { ...officer('clerk'), token: 'stolen' };
    const mandate = { ...all, ownerId, paperReference: 'A-1' };
    expect(await giveMandate({ context, caller: unsigned, mandate })).toMatchObject({
      refusal: { code: 'access.no-session' },
    });
    const typed = `INSERT INTO mandate (owner_id, id, agent_sealed, scope, given_by_login, given_at, agent_login, accepted_at)
      VALUES ('${ownerId}', 'man_x', '\\x01', '{withdrawal}', 'usr_x', now(), 'usr_y', now())`;
    await expect(db.app.rows(typed)).rejects.toThrow(/permission denied/);
    await expect(db.login.rows(typed)).rejects.toThrow(/permission denied/);
  });
});

/** A person with a login of their own, and somebody who will act for them. */
async function twoPeople() {
  people += 1;
  const ownerId = `psn_giver${people}`;
  await testRecord(db, ownerId);
  const giver = await session(loginId('g', people), { ownerId, capacity: 'insured' });
  const agentLogin = loginId('a', people);
  await testRecord(db, `psn_agent${people}`);
  await session(agentLogin, { ownerId: `psn_agent${people}`, capacity: 'insured' });
  const token = tokenOf(agentLogin, 'agent');
  await openSession(agentLogin, { token, capacity: 'agent' });
  /** The agent at their next request; null where the session opens nothing. */
  async function agent(): Promise<Caller | null> {
    const caller = await callerOf(access, { bearer: token });
    if (!caller.ok) return null;
    const { personIds, actsFor = [], mandates = [] } = caller.value;
    return personIds.length + actsFor.length + mandates.length > 0 ? caller.value : null;
  }
  return { giver, ownerId, agent };
}

const creditCodes = ['91440300MA00020013', '91350100M000100Y43', '91440300708461136T'];

/** An employer with a login from the window, and somebody else's login with an open session in the employer's capacity. */
async function firmAndStaff() {
  people += 1;
  const employerId = `emp_firm${people}`;
  await db.superuser.rows(
    `INSERT INTO employer (owner_id, credit_code, name, recorded_at) VALUES ($1, $2, '示例公司', now())`,
    [employerId, creditCodes.pop()],
  );
  const firm = await session(loginId('f', people), { ownerId: employerId, capacity: 'employer' });
  const ownLogin = loginId('a', people);
  await testRecord(db, `psn_agent${people}`);
  await session(ownLogin, { ownerId: `psn_agent${people}`, capacity: 'insured' });
  const token = tokenOf(ownLogin, 'employer');
  await openSession(ownLogin, { token, capacity: 'employer' });
  return {
    ...{ firm, employerId, ownLogin, acting: () => asked(token) },
    minded: () => db.superuser.rows('SELECT live_employer($1, $2) AS by', [token, employerId]),
  };
}

/** The agent in their own right, as they accept and end. */
async function agentOwn(ownerId: string): Promise<Caller> {
  return asked(tokenOf(loginId('a', Number(ownerId.slice('psn_giver'.length))), 'insured'));
}

async function stranger(): Promise<Caller> {
  people += 1;
  await testRecord(db, `psn_stranger${people}`);
  return session(loginId('s', people), { ownerId: `psn_stranger${people}`, capacity: 'insured' });
}

async function session(
  login: string,
  { ownerId, capacity }: { readonly ownerId: string; readonly capacity: string },
): Promise<Caller> {
  await db.superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, '\\x01', 'x', now(), now())`,
    [login],
  );
  await db.superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, $2, $3, 'window', 'A-1', now())`,
    [login, ownerId, capacity],
  );
  await db.superuser.rows(
    `INSERT INTO person_access (owner_id, login_id, capacity, since_at) VALUES ($1, $2, $3, now())`,
    [ownerId, login, capacity],
  );
  const token = tokenOf(login, capacity);
  await openSession(login, { token, capacity });
  return asked(token);
}

async function openSession(
  login: string,
  { token, capacity }: { readonly token: string; readonly capacity: string },
): Promise<void> {
  await db.superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, $3, now(), now() + interval '1 hour')`,
    [login, createHash('sha256').update(token).digest(), capacity],
  );
}

async function asked(token: string): Promise<Caller> {
  const caller = await callerOf(access, { bearer: token });
  if (!caller.ok) throw new Error(caller.refusal.code);
  return caller.value;
}

function loginId(kind: string, number: number): string {
  return `usr_${kind}${String(number).padStart(25, '0')}`;
}

function tokenOf(login: string, capacity: string): string {
  return `sxu_${login}.${capacity.padEnd(43, '_')}`;
}

function officer(name: 'clerk' | 'both' | 'reviewer'): Caller {
  return {
    ...{ kind: 'officer', id: `off_${name}`, roles: [], officeId: 'ofc_test' },
    ...{ personIds: [], token: `token-${name}` },
  };
}

function may(caller: Caller | null, ownerId: string, process: string): boolean {
  return caller !== null && maySee(caller, ownerId, { process, id: null });
}

async function given(caller: Caller, mandate: NewMandate) {
  const done = await giveMandate({ context, caller, mandate });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

function accept(caller: Caller, code: string) {
  return inTransaction(db.app, (tx) => acceptMandate(tx, { context, caller, code: code.toLowerCase() }));
}

interface At {
  readonly ownerId: string;
  readonly mandateId: string;
}

function confirm(caller: Caller, place: At) {
  return inTransaction(db.app, (tx) => confirmMandate(tx, { context, caller, ...place }));
}

function end(caller: Caller, place: At) {
  return inTransaction(db.app, (tx) => endMandate(tx, { context, caller, ...place }));
}

async function statuses(caller: Caller, ownerId: string) {
  const listed = await listMandates(db.app, { context, caller, ownerId });
  return listed.ok ? listed.value.map(({ agentName, status }) => [agentName, status]) : [];
}

async function opened(ownerId: string) {
  const parts = { process: withdrawalProcess, ownerId, subject: 'death', ruleSet: 's', ruleVersion: '1' };
  const made = { officeId: 'ofc_test', channel: 'online', numberPrefix: 'SZ', clock, ids, random } as const;
  const file = await inTransaction(db.app, async (tx) => ok(await openCase(tx, { ...parts, ...made })));
  if (!file.ok) throw new Error('refused');
  return file.value;
}
