import { expect, it } from 'vitest';
import { ok } from '#basics';
import { inTransaction } from '#platform/postgres';
import { testOffice } from '#platform/testing';
import { codeOf, must, openAccess } from './access.testing.ts';
import { activateLogin } from './activate-login.ts';
import { callerOf } from './caller-of.ts';
import { endAccessOfTheDead } from './end-access.store.ts';
import { openPersonSession } from './person-sessions.ts';
import { endAccess, handOverCode } from './window-codes.ts';

const { db, access } = await openAccess();
const office = await testOffice(db);
const clerk = must(await callerOf(access, { bearer: office.clerk }));
const password = 'a sentence that is one’s own';

/** Somebody insured who signs in with a login of their own. */
async function signsIn(loginName: string) {
  const person = access.ids.next('psn');
  await db.superuser.rows(
    `INSERT INTO person (owner_id, name, born_on, nationality, office_id, recorded_at)
     VALUES ($1, '张三', '1949-12-31', 'CHN', 'ofc_test', now())`,
    [person],
  );
  const wish = { personId: person, capacity: 'insured', paperReference: 'A-1', loginId: null } as const;
  const { code } = must(await handOverCode(access, clerk, wish));
  const made = must(await activateLogin(access, { by: 'window-code', code, loginName, password }));
  must(await openPersonSession(access, { loginName, password }));
  return { person, loginId: made.loginId };
}

it('whoever knows the password of the dead person is told gently that the login is closed, and nobody else is', async () => {
  const loginName = 'zhang.san';
  const { person } = await signsIn(loginName);
  await diesOnPaper(person);
  expect(codeOf(await openPersonSession(access, { loginName, password }))).toBe('access.login-closed');
  for (const guess of [
    { loginName, password: 'another sentence of fifteen' },
    { loginName: 'nobody.at.all', password },
  ])
    expect(codeOf(await openPersonSession(access, guess))).toBe('access.wrong-credentials');
});

it('a login that the window ended for another reason says nothing of a death', async () => {
  const loginName = 'li.si';
  const { person, loginId } = await signsIn(loginName);
  must(await endAccess(access, { personId: person, loginId, capacity: 'insured' }));
  expect(codeOf(await openPersonSession(access, { loginName, password }))).toBe('access.no-capacity');
});

it('a login that was ended before a death says nothing of it, whoever held it then', async () => {
  const loginName = 'wang.wu';
  const { person, loginId } = await signsIn(loginName);
  must(await endAccess(access, { personId: person, loginId, capacity: 'insured' }));
  await diesOnPaper(person);
  expect(codeOf(await openPersonSession(access, { loginName, password }))).toBe('access.no-capacity');
});

/** Two officers record the death, and every login of the person ends. */
async function diesOnPaper(person: string): Promise<void> {
  const died = `SELECT record_paper('token-clerk', $1, $2, 'died', '{"on": "2022-06-01"}', 'A-1', now())`;
  await db.app.rows(died, [person, `rec_${person}`]);
  await db.app.rows(`SELECT confirm_record('token-reviewer', $1, $2, true, NULL, now())`, [
    person,
    `rec_${person}`,
  ]);
  await inTransaction(db.app, async (tx) => ok(await endAccessOfTheDead(tx, person)));
}
