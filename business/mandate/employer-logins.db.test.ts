import { expect, test } from 'vitest';
import { plainDate, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { employerLogins } from './employer-logins.ts';
import { endEmployerLogin } from './end-employer-login.ts';
import { firmAndStaff, somebody } from './mandate.testing.store.ts';
import { all, mandateDesk, officer } from './mandate.testing.ts';

const desk = await mandateDesk();
const { db, clock, context, given, accept, end } = desk;
const untilOn = plainDate('2027-12-31');
const nothingElse = { ok: true, value: { unaccepted: [], windowCodes: 0, stillActing: [] } };
/** Links and what was accepted live by the server's own clock. */
const realDay = shanghaiDate(new Date());

test('every login that acts for an employer is in its list, by the window’s word or by a mandate that holds', async () => {
  const { firm, employerId, ownLogin, own, acting } = await firmAndStaff(desk, '91440300MA00020013');
  const list = (caller: Caller) => employerLogins(db.app, { context, caller, employerId });
  const byWindow = {
    ...{
      loginId: firm.id,
      given: 'window',
      agentName: null,
      holderName: null,
      mandateId: null,
      sinceOn: realDay,
    },
    ...{ untilOn: null, paperReference: 'A-1', loginName: `na***${firm.id.at(-1)}` },
  };
  expect(await list(firm)).toEqual({ ok: true, value: [{ ...byWindow, own: true }] });
  const staff = { ...all, ownerId: employerId, scope: ['staff-reduction'], untilOn };
  const { mandateId, code } = await given(firm, staff);
  const other = await given(firm, { ...all, ownerId: employerId, scope: ['retirement'] });
  for (const each of [code, other.code]) expect(await accept(await own(), each)).toMatchObject({ ok: true });
  const byMandate = {
    ...{ loginId: ownLogin, given: 'mandate', agentName: '李四', mandateId, sinceOn: realDay },
    ...{ untilOn, paperReference: null },
  };
  expect(await list(firm)).toMatchObject({ value: [byWindow, { ...byMandate, own: false }] });
  expect(await list(officer('clerk'))).toMatchObject({ value: [{ own: false }, byMandate] });
  const clerkOfFirm = await acting();
  expect(await list(clerkOfFirm)).toMatchObject({ value: [{ ...byMandate, own: true }] });
  const lists = await list(clerkOfFirm);
  expect(lists.ok && lists.value).toHaveLength(1);
  clock.set('2028-01-01T00:00:00+08:00');
  expect(await list(firm)).toMatchObject({ value: [byWindow] });
  expect((await list(firm)).ok && (await logins(employerId))).toEqual([firm.id]);
  clock.set('2027-06-01T10:00:00+08:00');
  expect(await end(firm, { ownerId: employerId, mandateId })).toMatchObject({ ok: true });
  expect(await logins(employerId)).toEqual([firm.id]);
  const strange = await firmAndStaff(desk, '91350100M000100Y43');
  for (const caller of [strange.firm, (await somebody(desk)).caller])
    expect(await list(caller)).toMatchObject({ refusal: { code: 'mandate.none' } });
});

test('the window ends a login of an employer at once, with every mandate by which it acts', async () => {
  const { firm, employerId, ownLogin, own, acting, minded } = await firmAndStaff(desk, '91440300708461136T');
  const staff = { ...all, ownerId: employerId, scope: ['staff-reduction'] };
  for (const each of [staff, staff]) await accept(await own(), (await given(firm, each)).code);
  // The window gave the same login the employer for good, too: it stands there by each.
  await db.superuser.rows(`UPDATE login_person SET proof = 'window' WHERE owner_id = $1 AND person_id = $2`, [
    ownLogin,
    employerId,
  ]);
  expect([...(await logins(employerId))].sort()).toEqual([firm.id, ownLogin, ownLogin, ownLogin].sort());
  const stop = (loginId: string) =>
    endEmployerLogin({ context, caller: officer('clerk'), employerId, loginId });
  expect(await stop(ownLogin)).toEqual(nothingElse);
  expect(await logins(employerId)).toEqual([firm.id]);
  await expect(acting()).rejects.toThrow('access.no-session');
  await expect(minded()).rejects.toThrow('life-events.not-your-employer');
  const held = `SELECT ended_by AS "endedBy" FROM mandate WHERE owner_id = $1`;
  expect(await db.superuser.rows(held, [employerId])).toEqual(new Array(2).fill({ endedBy: 'off_clerk' }));
  expect(await stop(ownLogin)).toMatchObject({ refusal: { code: 'access.no-login' } });
  expect(await stop(firm.id)).toEqual(nothingElse);
  expect(await logins(employerId)).toEqual([]);
});

test('an employer reads whose login accepted, masked, where it is another name than the one that it gave', async () => {
  const { firm, employerId, own, ownLogin } = await firmAndStaff(desk, '91440300192189783K');
  const staff = { ...all, ownerId: employerId, scope: ['staff-reduction'] };
  await accept(await own(), (await given(firm, staff)).code);
  const holder = async () => {
    const list = await employerLogins(db.app, { context, caller: firm, employerId });
    return list.ok && list.value.find(({ given: by }) => by === 'mandate')?.holderName;
  };
  expect(await holder()).toMatch(/^.\*+$/u);
  const name = `UPDATE person SET name = $2 WHERE owner_id = (SELECT person_id FROM login_person WHERE owner_id = $1 AND capacity = 'insured')`;
  await db.superuser.rows(name, [ownLogin, ' 李 四']);
  expect(await holder()).toBeNull();
});

test('a mandate that was given by the agency’s clock holds from no day before that', async () => {
  const { firm, employerId, own } = await firmAndStaff(desk, '91440300MA5FLYHQ4G');
  const { code, mandateId } = await given(firm, { ...all, ownerId: employerId, scope: ['staff-reduction'] });
  await accept(await own(), code);
  await db.superuser.rows(`UPDATE mandate SET given_on = '2099-12-07' WHERE owner_id = $1 AND id = $2`, [
    ...[employerId, mandateId],
  ]);
  const list = await employerLogins(db.app, { context, caller: firm, employerId });
  expect(list.ok && list.value.map(({ sinceOn }) => sinceOn)).toEqual([realDay, '2099-12-07']);
});

async function logins(employerId: string): Promise<readonly string[]> {
  const listed = await employerLogins(db.app, { context, caller: officer('clerk'), employerId });
  if (!listed.ok) throw new Error(listed.refusal.code);
  return listed.value.map(({ loginId }) => loginId);
}
