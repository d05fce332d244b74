import { describe, expect, it } from 'vitest';
import { ok, plainDate, shanghaiDate } from '#basics';
import { maySee } from '#business/access/public';
import { maySeeAccount } from '#business/personal-account';
import { withdrawalProcess } from '#business/withdrawal/public';
import { openCase } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import { giveMandate } from './give-mandate.ts';
import { listMandates } from './list-mandates.ts';
import { somebody, twoPeople } from './mandate.testing.store.ts';
import { all, mandateDesk, may, officer } from './mandate.testing.ts';

const desk = await mandateDesk();
const { db, clock, ids, random, context, given, accept, confirm, end, statuses } = desk;

describe('a mandate given online', () => {
  it('opens to the agent what it names, from its acceptance to its end, and nothing else', async () => {
    const { giver, ownerId, agent, agentOwn } = await twoPeople(desk);
    const { mandateId, code } = await given(giver, { ...all, scope: ['withdrawal'] });
    expect(await agent()).toBeNull();
    expect(await accept(giver, code)).toMatchObject({ refusal: { code: 'mandate.own' } });
    expect(await accept(await agentOwn(), code)).toMatchObject({ ok: true });
    const acting = await agent();
    expect(acting).toMatchObject({ kind: 'agent', personIds: [], actsFor: [ownerId] });
    expect(may(acting, ownerId, 'withdrawal')).toBe(true);
    expect(may(acting, ownerId, 'retirement')).toBe(false);
    expect(may(acting, 'psn_other', 'withdrawal')).toBe(false);
    expect(acting !== null && maySeeAccount(acting, ownerId)).toBe(false);
    expect(await accept(await agentOwn(), code)).toMatchObject({
      refusal: { code: 'mandate.code-wrong' },
    });
    expect(await end((await somebody(desk)).caller, { ownerId, mandateId })).toMatchObject({
      refusal: { code: 'mandate.none' },
    });
    expect(await statuses(giver, ownerId)).toEqual([['李四', 'holds']]);
    expect(await end(await agentOwn(), { ownerId, mandateId })).toMatchObject({ ok: true });
    expect(await agent()).toBeNull();
    expect(await statuses(giver, ownerId)).toEqual([['李四', 'ended']]);
  });

  it('may be for one case and until a day', async () => {
    const { giver, ownerId, agent, agentOwn } = await twoPeople(desk);
    const [one, other] = [await opened(ownerId), await opened(ownerId)];
    const wrong = { ...all, scope: ['retirement'], caseNumber: one.number };
    expect(await giveMandate({ context, caller: giver, mandate: wrong })).toMatchObject({
      refusal: { code: 'mandate.wrong', problems: [{ path: 'caseNumber' }] },
    });
    const untilOn = plainDate('2027-12-31');
    const { code } = await given(giver, { ...all, caseNumber: one.number, untilOn });
    await accept(await agentOwn(), code);
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
    const { giver, ownerId, agent, agentOwn } = await twoPeople(desk);
    const { code } = await given(giver, { ...all, scope: ['record'] });
    const late = await given(giver, all);
    await accept(await agentOwn(), code);
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
    expect(await accept(await agentOwn(), late.code)).toMatchObject({
      refusal: { code: 'access.person-dead' },
    });
    expect((await statuses(officer('clerk'), ownerId)).map(([, status]) => status)).toEqual([
      ...['ended-by-death', 'ended-by-death'],
    ]);
  });
});

describe('a mandate given at the window', () => {
  it('stands on a paper, and is accepted once a second officer has confirmed it', async () => {
    const { ownerId, agent, agentOwn } = await twoPeople(desk);
    const mandate = { ...all, ownerId, paperReference: '委托书 2027-3' };
    const noPaper = { ...mandate, agentName: '=李四<b>', paperReference: null };
    expect(await giveMandate({ context, caller: officer('both'), mandate: noPaper })).toMatchObject({
      refusal: { problems: [{ path: 'agentName' }, { path: 'paperReference' }] },
    });
    const { mandateId, code } = await given(officer('both'), mandate);
    const place = { ownerId, mandateId };
    expect(await accept(await agentOwn(), code)).toMatchObject({
      refusal: { code: 'mandate.code-wrong' },
    });
    expect(await confirm(officer('both'), place)).toMatchObject({ refusal: { code: 'mandate.by-two' } });
    expect(await confirm(officer('reviewer'), place)).toMatchObject({ ok: true });
    expect(await accept(await agentOwn(), code)).toMatchObject({ ok: true });
    expect(may(await agent(), ownerId, 'withdrawal')).toBe(true);
    expect(await end(officer('clerk'), place)).toMatchObject({ ok: true });
    expect(await agent()).toBeNull();
  });

  it('bears the day of the agency, also where its clock stands ahead of the machine', async () => {
    const ahead = 400 * 86_400;
    await db.superuser.rows('UPDATE business_clock SET ahead_seconds = $1', [ahead]);
    const { giver, ownerId } = await twoPeople(desk);
    const before = shanghaiDate(new Date(Date.now() + ahead * 1000));
    await given(giver, all);
    const after = shanghaiDate(new Date(Date.now() + ahead * 1000));
    await db.superuser.rows('UPDATE business_clock SET ahead_seconds = 0');
    const listed = await listMandates(db.app, { context, caller: giver, ownerId });
    expect([before, after]).toContain(listed.ok && listed.value[0]?.givenOn);
  });

  it('is given by nobody without a session of their own, and typed by nobody', async () => {
    const { ownerId } = await twoPeople(desk);
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

async function opened(ownerId: string) {
  const parts = { process: withdrawalProcess, ownerId, subject: 'death', ruleSet: 's', ruleVersion: '1' };
  const made = { officeId: 'ofc_test', channel: 'online', numberPrefix: 'SZ', clock, ids, random } as const;
  const file = await inTransaction(db.app, async (tx) => ok(await openCase(tx, { ...parts, ...made })));
  if (!file.ok) throw new Error('refused');
  return file.value;
}
