import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { activateLogin, callerOf, handOverCode, openPersonSession } from '#business/access';
import { anyone, type Caller } from '#business/access/public';
import { viewingRecorder } from '#business/access-log';
import { readOwnNumbers } from '#business/registry';
import { verifyDocument } from '#engines/audit';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import { makeSeal } from '#platform/seal';
import { verifierOf } from '#platform/signing';
import { testDatabase, testIds, testOffice, testPerson, testSigningKeys } from '#platform/testing';
import { fortyYears } from './my-data.testing.store.ts';
import { myDataDocument } from './my-data.ts';
import { revealNumbers } from './reveal-numbers.ts';
import { myDataOperations } from './routes.ts';
import { putTogether, takeMyData } from './take-my-data.ts';

const db = await testDatabase();
await testOffice(db);
const random = (count: number) => new Uint8Array(randomBytes(count));
const calendar = workingCalendar(holidays);
const signingKeys = testSigningKeys();
const context = {
  ...{ database: db.app, loginDatabase: db.login, clock: { now: () => new Date() } },
  ...{
    ids: testIds(4),
    random,
    seal: makeSeal({ keys: [random(32)], random }),
    mode: 'development' as const,
  },
  ...{ signingKeys, region: '440300', processes: {} },
  workingDays: { add: calendar.deadline, between: calendar.workingDaysBetween },
};
const password = 'three wet otters sing';

test('everything on record is handed to the person alone, after their password once more, and holds', async () => {
  const owner = 'psn_own';
  await testPerson(db, { owner, balanceFen: 1_234_567n, balanceOn: '2025-12-31' });
  const own = await signedIn(owner, 'own.login');
  const proof = { password };
  const taken = await takeMyData({ context, caller: own, owner, proof });
  if (!taken.ok) throw new Error(taken.refusal.code);
  expect(taken.value.data.parts).toMatchObject({
    person: { name: '张三' },
    account: { balanceFen: '1234567' },
    entries: [{ changeFen: '1234567' }],
    viewings: [],
  });
  const keys = signingKeys.published();
  if (!keys.ok) throw new Error(keys.refusal.code);
  const verifier = verifierOf(keys.value);
  expect(verifyDocument(JSON.stringify(taken.value), { types: [myDataDocument], verifier })).toMatchObject({
    ok: true,
  });
  const wrong = { password: 'not that one at all' };
  expect(await takeMyData({ context, caller: own, owner, proof: wrong })).toMatchObject({
    refusal: { code: 'access.wrong-credentials' },
  });
  await testPerson(db, { owner: 'psn_else', balanceFen: 1n, balanceOn: '2025-12-31' });
  const stranger = await signedIn('psn_else', 'else.login');
  const agent: Caller = { ...stranger, kind: 'agent', personIds: [owner] };
  for (const caller of [stranger, agent, clerk])
    expect(await takeMyData({ context, caller, owner, proof })).toMatchObject({
      refusal: { code: 'my-data.not-yours' },
    });
  const { seal } = context;
  expect(await readOwnNumbers(db.app, { caller: own, owner, seal })).toMatchObject({
    value: { name: '张三' },
  });
  for (const caller of [stranger, agent, clerk])
    expect(await readOwnNumbers(db.app, { caller, owner, seal })).toMatchObject({
      refusal: { code: 'registry.no-such-person' },
    });
});

test('a look that was taken a moment before stands in the file, though it was not written yet', async () => {
  const owner = 'psn_looked';
  await testPerson(db, { owner, balanceFen: 1n, balanceOn: '2025-12-31' });
  const caller = await signedIn(owner, 'looked.login');
  const onFailure = () => undefined;
  const recorder = viewingRecorder({ ...context, database: db.app, onFailure, everyMs: 3_600_000 });
  const [, operation] = myDataOperations;
  if (!operation) throw new Error('no second operation');
  await recorder.note({ caller, operation, purpose: null, persons: [owner] });
  const taken = await putTogether({
    context: { ...context, writeViewings: recorder.flush },
    ...{ caller, owner },
  });
  await recorder.stop();
  if (!taken.ok) throw new Error(taken.refusal.code);
  expect(taken.value.data.parts.viewings).toMatchObject([{ operation: 'revealOwnNumbers' }]);
});

test('somebody’s own numbers are shown in full once their password was given minutes ago, and asked for otherwise', async () => {
  const owner = 'psn_numbers';
  await testPerson(db, { owner, balanceFen: 1n, balanceOn: '2025-12-31' });
  const own = await signedIn(owner, 'numbers.login');
  const look = (caller: Caller, proof: { password?: string } = {}) =>
    revealNumbers({ context, caller, owner, proof });
  expect(await look(own)).toMatchObject({ value: { name: '张三' } });
  const later = () =>
    db.superuser.rows(
      `UPDATE person_session SET opened_at = opened_at - interval '6 minutes', proven_at = proven_at - interval '6 minutes'`,
    );
  await later();
  expect(await look(own)).toMatchObject({ refusal: { code: 'access.prove-again' } });
  expect(await look(own, { password: 'not that one at all' })).toMatchObject({
    refusal: { code: 'access.wrong-credentials' },
  });
  expect(await look(own)).toMatchObject({ refusal: { code: 'access.prove-again' } });
  expect(await look(own, { password })).toMatchObject({ value: { name: '张三' } });
  expect(await look(own)).toMatchObject({ value: { name: '张三' } });
  await later();
  expect(await look(own)).toMatchObject({ refusal: { code: 'access.prove-again' } });
  const agent: Caller = { ...own, kind: 'agent' };
  for (const caller of [agent, clerk])
    expect(await look(caller, { password })).toMatchObject({ refusal: { code: 'registry.no-such-person' } });
});

test('of ten files of forty years of months that are asked for at once two are put together at a time', async () => {
  const owner = 'psn_long';
  await testPerson(db, { owner, balanceFen: 1n, balanceOn: '2025-12-31' });
  await fortyYears(db, owner);
  const caller: Caller = { ...anyone, kind: 'insured', id: 'usr_long', personIds: [owner] };
  // Each looks at the clock as it begins, and for a key of the agency as it ends.
  const [begun, most] = [new Set<number>(), [0]];
  const counting = (at: number) => ({
    ...context,
    clock: {
      now() {
        begun.add(at);
        most.push(begun.size);
        return context.clock.now();
      },
    },
    signingKeys: {
      ...signingKeys,
      signer() {
        begun.delete(at);
        return signingKeys.signer();
      },
    },
  });
  const taken = await Promise.all(
    Array.from({ length: 10 }, (_, at) => putTogether({ context: counting(at), caller, owner })),
  );
  expect(Math.max(...most)).toBe(2);
  for (const each of taken) {
    if (!each.ok) throw new Error(each.refusal.code);
    expect(each.value.data.parts.entries).toHaveLength(481);
    expect(JSON.stringify(each.value).length).toBeLessThan(700_000);
  }
});

const clerk: Caller = { ...anyone, kind: 'officer', id: 'off_clerk', roles: ['clerk'], token: 'token-clerk' };

async function signedIn(personId: string, loginName: string): Promise<Caller> {
  const wish = {
    personId,
    capacity: 'insured',
    paperReference: 'identity card seen',
    loginId: null,
  } as const;
  const handed = await handOverCode(context, clerk, wish);
  if (!handed.ok) throw new Error(handed.refusal.code);
  const made = await activateLogin(context, {
    by: 'window-code',
    code: handed.value.code,
    loginName,
    password,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const session = await openPersonSession(context, { loginName, password });
  if (!session.ok) throw new Error(session.refusal.code);
  const caller = await callerOf(context, { bearer: session.value.token });
  if (!caller.ok) throw new Error(caller.refusal.code);
  return caller.value;
}
