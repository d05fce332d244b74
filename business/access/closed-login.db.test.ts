import { expect, it } from 'vitest';
import { ok } from '#basics';
import { inTransaction } from '#platform/postgres';
import { testOffice } from '#platform/testing';
import { codeOf, must, openAccess } from './access.testing.ts';
import { activateLogin } from './activate-login.ts';
import { callerOf } from './caller-of.ts';
import { endAccessOfTheDead } from './end-access.store.ts';
import { openPersonSession } from './person-sessions.ts';
import { recoverLogin } from './recover-login.ts';
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
  await db.superuser.rows(
    `UPDATE login_person SET ended_at = ended_at - interval '6 minutes' WHERE owner_id = $1`,
    [loginId],
  );
  await diesOnPaper(person);
  expect(codeOf(await openPersonSession(access, { loginName, password }))).toBe('access.no-capacity');
});

it('whoever was wrongly recorded as dead is not told so once the record is put right, and has the login back by a code from the window', async () => {
  const loginName = 'zhao.liu';
  const { person, loginId } = await signsIn(loginName);
  await diesOnPaper(person);
  const signIn = () => openPersonSession(access, { loginName, password });
  expect(codeOf(await signIn())).toBe('access.login-closed');
  const wish = { personId: person, capacity: 'insured', paperReference: '身份证 看过', loginId } as const;
  expect(codeOf(await handOverCode(access, clerk, wish))).toBe('access.person-dead');
  await db.superuser.rows(
    `INSERT INTO record_void (owner_id, subject, subject_id, correction_id, voided_at) VALUES ($1, 'entry', $2, 'cor_1', now())`,
    [person, `rec_${person}`],
  );
  // Also once the few minutes are over by which two clocks may be apart.
  await db.superuser.rows(
    `UPDATE login_person SET ended_at = ended_at - interval '6 minutes' WHERE owner_id = $1`,
    [loginId],
  );
  await db.superuser.rows(
    `UPDATE record_confirmation SET decided_at = decided_at - interval '6 minutes' WHERE owner_id = $1`,
    [person],
  );
  expect(codeOf(await signIn())).toBe('access.no-capacity');
  const { code } = must(await handOverCode(access, clerk, wish));
  must(await recoverLogin(access, { by: 'window-code', code, password }));
  must(await signIn());
});

it('whoever opened another login meanwhile does not have the closed one back beside it', async () => {
  const { person, loginId } = await signsIn('zhou.jiu');
  await diesOnPaper(person);
  await db.superuser.rows(
    `INSERT INTO record_void (owner_id, subject, subject_id, correction_id, voided_at) VALUES ($1, 'entry', $2, 'cor_1', now())`,
    [person, `rec_${person}`],
  );
  const wish = { personId: person, capacity: 'insured', paperReference: '身份证 看过' } as const;
  const back = must(await handOverCode(access, clerk, { ...wish, loginId }));
  const other = must(await handOverCode(access, clerk, { ...wish, loginId: null }));
  must(await activateLogin(access, { by: 'window-code', ...other, loginName: 'zhou.jiu.2', password }));
  const recovered = await recoverLogin(access, { by: 'window-code', code: back.code, password });
  expect(codeOf(recovered)).toBe('access.login-exists');
});

it('a code gives nobody a login back that the window ended, however early it was handed over', async () => {
  const ended = await signsIn('qian.qi');
  const link = { personId: ended.person, loginId: ended.loginId, capacity: 'insured' } as const;
  const wish = { ...link, paperReference: '身份证 看过' };
  const { code } = must(await handOverCode(access, clerk, wish));
  must(await endAccess(access, link));
  expect(codeOf(await handOverCode(access, clerk, wish))).toBe('access.no-login');
  must(await recoverLogin(access, { by: 'window-code', code, password }));
  expect(codeOf(await openPersonSession(access, { loginName: 'qian.qi', password }))).toBe(
    'access.no-capacity',
  );
});

it('in a demo whose clock was moved, and where the program’s is ahead of the database’s, the death still closed the login', async () => {
  const loginName = 'sun.ba';
  const { person } = await signsIn(loginName);
  const days = 40;
  await db.superuser.rows('UPDATE business_clock SET ahead_seconds = $1', [days * 86_400]);
  await diesOnPaper(person, `now() + interval '${days} days 2 minutes'`);
  await db.superuser.rows('UPDATE business_clock SET ahead_seconds = 0');
  expect(codeOf(await openPersonSession(access, { loginName, password }))).toBe('access.login-closed');
});

/** Two officers record the death, and every login of the person ends. */
async function diesOnPaper(person: string, at = 'now()'): Promise<void> {
  const died = `SELECT record_paper('token-clerk', $1, $2, 'died', '{"on": "2022-06-01"}', 'A-1', ${at})`;
  await db.app.rows(died, [person, `rec_${person}`]);
  await db.app.rows(`SELECT confirm_record('token-reviewer', $1, $2, true, NULL, ${at})`, [
    person,
    `rec_${person}`,
  ]);
  await inTransaction(db.app, async (tx) => ok(await endAccessOfTheDead(tx, person)));
}
