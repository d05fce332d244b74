import { expect, test } from 'vitest';
import { activateLogin, handOverCode } from '#business/access';
import { employerLogins } from './employer-logins.ts';
import { endEmployerLogin } from './end-employer-login.ts';
import { firmAndStaff, firmLogin, goodCodesFor, somebody, withoutRight } from './mandate.testing.store.ts';
import { all, mandateDesk, officer } from './mandate.testing.ts';

const desk = await mandateDesk();
const { db, context, given, accept, confirm } = desk;
const clerk = officer('clerk');
const stop = (employerId: string, loginId: string) =>
  endEmployerLogin({ context, caller: clerk, employerId, loginId });
const codeWrong = { refusal: { code: 'mandate.code-wrong' } };

test('a login that the window ended comes back by no mandate that it had given itself, and nobody else comes in by one', async () => {
  const { firm, employerId, own } = await firmAndStaff(desk, '91440300MA00020013');
  const staff = { ...all, ownerId: employerId, scope: ['staff-reduction'] };
  const first = await given(firm, { ...staff, agentName: '自己' });
  const second = await given(firm, { ...staff, agentName: '王五' });
  const named = [
    { mandateId: first.mandateId, agentName: '自己' },
    { mandateId: second.mandateId, agentName: '王五' },
  ].toSorted((a, b) => a.mandateId.localeCompare(b.mandateId));
  expect(await stop(employerId, firm.id)).toEqual({
    ...{ ok: true, value: { unaccepted: named, windowCodes: 0, stillActing: [] } },
  });
  expect(await accept(firm, first.code)).toMatchObject(codeWrong);
  expect(await accept(await own(), second.code)).toMatchObject(codeWrong);
  expect(await acting(employerId)).toEqual([]);
  const codes = 'SELECT 1 FROM mandate_code WHERE owner_id = $1';
  expect(await db.superuser.rows(codes, [employerId])).toEqual([]);
});

test('the database takes back no login by its own code, nor anybody by one that an ended login gave, though nobody swept the codes', async () => {
  const { firm, employerId, own } = await firmAndStaff(desk, '91350100M000100Y43');
  const staff = { ...all, ownerId: employerId, scope: ['staff-reduction'] };
  const [first, second] = [await given(firm, staff), await given(firm, staff)];
  expect(await accept(firm, first.code)).toMatchObject({ refusal: { code: 'mandate.own' } });
  await withoutRight(desk, firm.id, employerId);
  expect(await accept(firm, first.code)).toMatchObject({ refusal: { code: 'mandate.own' } });
  expect(await accept(await own(), second.code)).toMatchObject(codeWrong);
  expect(await acting(employerId)).toEqual([]);
  // A person's mandate is accepted by no login that gave it either, but outlives the login for anybody else.
  const person = await somebody(desk);
  const [mine, theirs] = [await given(person.caller, all), await given(person.caller, all)];
  await withoutRight(desk, person.login, mine.ownerId);
  expect(await accept(person.caller, mine.code)).toMatchObject({ refusal: { code: 'mandate.own' } });
  expect(await accept(await own(), theirs.code)).toMatchObject({ ok: true });
});

test('somebody whom the window ended comes back by no second mandate whose code they hold, online or on paper', async () => {
  const { firm, employerId, ownLogin, own } = await firmAndStaff(desk, '91440300708461136T');
  const staff = { ...all, ownerId: employerId, scope: ['staff-reduction'] };
  await accept(await own(), (await given(firm, staff)).code);
  const online = await given(firm, staff);
  const paper = await given(clerk, { ...staff, paperReference: '委托书 1' });
  expect(await confirm(officer('reviewer'), paper)).toMatchObject({ ok: true });
  expect(await acting(employerId)).toEqual([firm.id, ownLogin].toSorted());
  const ended = await stop(employerId, ownLogin);
  expect(ended.ok && ended.value.unaccepted.map(({ mandateId }) => mandateId)).toEqual(
    [online.mandateId, paper.mandateId].toSorted(),
  );
  for (const { code } of [online, paper]) expect(await accept(await own(), code)).toMatchObject(codeWrong);
  expect(await acting(employerId)).toEqual([firm.id]);
  // What the employer gives afterwards is its word of then: a second end of the same login leaves it alone.
  const anew = await given(firm, staff);
  expect(await stop(employerId, ownLogin)).toMatchObject({ refusal: { code: 'access.no-login' } });
  const stranger = await somebody(desk);
  expect(await stop(employerId, stranger.login)).toMatchObject({ refusal: { code: 'access.no-login' } });
  expect(await accept(stranger.caller, anew.code)).toMatchObject({ ok: true });
});

test('what a login had let others do goes on, and the clerk is told of each until it is ended', async () => {
  const { firm, employerId, ownLogin, own } = await firmAndStaff(desk, '91310000MA1FL0000A');
  const staff = { ...all, ownerId: employerId, scope: ['staff-reduction'] };
  const { mandateId, code } = await given(firm, staff);
  await accept(await own(), code);
  const stillActing = [{ mandateId, agentName: '李四', loginId: ownLogin, untilOn: null }];
  const told = { ok: true, value: { unaccepted: [], windowCodes: 0, stillActing } };
  expect(await stop(employerId, firm.id)).toEqual(told);
  expect(await acting(employerId)).toEqual([ownLogin]);
  expect(await stop(employerId, firm.id)).toEqual(told);
  expect(await desk.end(clerk, { ownerId: employerId, mandateId })).toMatchObject({ ok: true });
  expect(await acting(employerId)).toEqual([]);
  expect(await stop(employerId, firm.id)).toMatchObject({ refusal: { code: 'access.no-login' } });
});

test('an unused code of the window brings no ended login back; the code of another login stays good', async () => {
  const { firm, employerId } = await firmAndStaff(desk, '91110000MA00000B2C');
  const other = await firmLogin(desk, employerId);
  const wish = { personId: employerId, capacity: 'employer', paperReference: 'A-2' } as const;
  const handed = async (loginId: string | null) => {
    const code = await handOverCode(desk.access, clerk, { ...wish, loginId });
    if (!code.ok) throw new Error(code.refusal.code);
    return code.value.code;
  };
  const unbound = await handed(null);
  await handed(firm.id);
  await handed(other);
  const stranger = await somebody(desk);
  expect(await stop(employerId, stranger.login)).toMatchObject({ refusal: { code: 'access.no-login' } });
  expect(await goodCodesFor(desk, employerId)).toEqual([null, firm.id, other]);
  expect(await stop(employerId, firm.id)).toMatchObject({ value: { windowCodes: 2 } });
  expect(await goodCodesFor(desk, employerId)).toEqual([other]);
  const again = await activateLogin(desk.access, {
    ...{
      by: 'window-code',
      code: unbound,
      loginName: 'firm.again',
      password: '河边的老榕树下有三只白鹭在等雨停呢',
    },
  });
  expect(again).toMatchObject({ refusal: { code: 'access.code-wrong' } });
  expect(await acting(employerId)).toEqual([other]);
});

/** Which logins act for an employer now, each once. */
async function acting(employerId: string): Promise<readonly string[]> {
  const listed = await employerLogins(db.app, { context, caller: clerk, employerId });
  if (!listed.ok) throw new Error(listed.refusal.code);
  return [...new Set(listed.value.map(({ loginId }) => loginId))].toSorted();
}
