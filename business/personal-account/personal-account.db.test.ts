import { beforeAll, expect, test } from 'vitest';
import { ok, plainDate } from '#basics';
import { type Caller, system } from '#business/access/public';
import { accountFacts, personalAccountOperations, readPersonalAccount } from '#business/personal-account';
import {
  testApprovedCase,
  testClock,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

const db = await testDatabase();
const on = plainDate('2026-06-30');
const context = { clock: testClock('2026-06-30T12:00:00+08:00') };
const zhang: Caller = { ...system, kind: 'insured', id: 'usr_1', roles: ['insured'], personIds: ['psn_a'] };
const clerk: Caller = { ...system, kind: 'officer', id: 'off_clerk', roles: ['clerk'] };

beforeAll(async () => {
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  for (const name of ['a', 'b'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_b', caseId: 'cas_b', on });
});

async function ask(
  id: string,
  { caller, personId, query = {} }: { caller: Caller; personId: string; query?: object },
) {
  const route = personalAccountOperations.find((operation) => operation.id === id);
  if (route?.kind !== 'read') throw new Error(`no operation ${id}`);
  return route.run(db.app, { context, caller, params: { personId }, query: { ...query }, body: undefined });
}

test('people see their own balance, the interest to today and nobody else’s account', async () => {
  expect(await ask('readPersonalAccount', { caller: zhang, personId: 'psn_a' })).toEqual(
    ok({
      ...{ openedOn: '2025-12-31', closedOn: null, balanceFen: '100000' },
      ...{ interestFen: '553', interestOn: '2026-06-30', interestFrom: '2025-12-31', heldBy: null },
    }),
  );
  const none = { ok: false, refusal: { code: 'personal-account.none' } };
  expect(await ask('readPersonalAccount', { caller: zhang, personId: 'psn_b' })).toEqual(none);
  expect(await ask('readPersonalAccount', { caller: zhang, personId: 'psn_x' })).toEqual(none);
  expect(await ask('readPersonalAccountStatement', { caller: zhang, personId: 'psn_b' })).toEqual(none);
  const finance: Caller = { ...clerk, roles: ['finance'] };
  expect(await readPersonalAccount(db.app, { caller: finance, owner: 'psn_a', on })).toEqual(none);
});

test('a clerk sees which case holds an account', async () => {
  expect(await ask('readPersonalAccount', { caller: clerk, personId: 'psn_b' })).toMatchObject({
    value: { heldBy: 'cas_b' },
  });
});

test('the statement tells what came in and what went out, page by page, and the account is then empty', async () => {
  await testSettle(db, { owner: 'psn_b', caseId: 'cas_b', on });
  const first = await ask('readPersonalAccountStatement', {
    caller: clerk,
    personId: 'psn_b',
    query: { limit: 2 },
  });
  expect(first).toMatchObject({
    value: {
      items: [
        { purpose: 'withdrawal', changeFen: '-100553' },
        { purpose: 'settlement-interest', changeFen: '553' },
      ],
    },
  });
  const { next: cursor } = first.ok ? (first.value as { next: string }) : { next: '' }; // the answer's schema
  const query = { limit: 2, cursor };
  expect(
    await ask('readPersonalAccountStatement', { caller: clerk, personId: 'psn_b', query }),
  ).toMatchObject({
    value: { items: [{ purpose: 'opening', changeFen: '100000', effectiveOn: '2025-12-31' }], next: null },
  });
  expect(await ask('readPersonalAccountStatement', { caller: clerk, personId: 'psn_a', query })).toEqual({
    ok: false,
    refusal: { code: 'http.cursor' },
  });
});

test('an assessment is told the balance, and that a closed or missing account does not exist', async () => {
  expect(await accountFacts(db.app, 'psn_a')).toEqual({ exists: true, balanceFen: '100000' });
  expect(await accountFacts(db.app, 'psn_nobody')).toEqual({ exists: false });
  expect(await accountFacts(db.app, 'psn_b')).toEqual({ exists: true, balanceFen: '0' });
  await db.app.rows(`SELECT close_personal_account('psn_b', 'cas_b', '2026-06-30')`);
  expect(await accountFacts(db.app, 'psn_b')).toEqual({ exists: false });
});
