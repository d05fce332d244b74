import { beforeAll, expect, test } from 'vitest';
import { refuse } from '#basics';
import { type Caller, system } from '#business/access/public';
import { booksOperations } from '#business/books';
import { rollUpFundDays } from '#engines/ledger';
import { testClock, testDatabase, testOffice, testPerson } from '#platform/testing';

const db = await testDatabase();
const context = { clock: testClock('2026-06-30T12:00:00+08:00') };
const auditor: Caller = { ...system, kind: 'officer', id: 'off_auditor', roles: ['auditor'] };

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'b', 'c'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testPerson(db, { owner: 'psn_d', balanceFen: 5n, balanceOn: '2026-01-31' });
});

async function ask(id: string, params: Record<string, string>, query: object): Promise<unknown> {
  const route = booksOperations.find((operation) => operation.id === id);
  if (route?.kind !== 'read') throw new Error(`no operation ${id}`);
  const answer = await route.run(db.app, {
    context,
    caller: auditor,
    params,
    query: { ...query },
    body: undefined,
  });
  return answer.ok ? answer.value : answer;
}

test('both sides of the books agree at the end of every day', async () => {
  for (const rolled of [false, true]) {
    if (rolled) await rollUpFundDays(db.app);
    expect(await ask('readFundBalances', {}, { on: '2025-12-31' })).toMatchObject({
      accounts: expect.arrayContaining([expect.objectContaining({ code: 'personal', balanceFen: '300000' })]),
      leftFen: '0',
      rightFen: '0',
    });
    expect(await ask('readFundBalances', {}, {})).toMatchObject({
      on: '2026-06-30',
      accounts: expect.arrayContaining([expect.objectContaining({ code: 'personal', balanceFen: '300005' })]),
    });
  }
});

test('before anything was recorded nothing was known', async () => {
  expect(await ask('readFundBalances', {}, { on: '2026-06-30', known: '2020-01-01' })).toMatchObject({
    accounts: expect.arrayContaining([expect.objectContaining({ code: 'personal', balanceFen: '0' })]),
  });
});

test('the days of an account come page by page, each with its balance', async () => {
  const asked = { from: '2025-01-01', to: '2026-12-31', limit: 1 };
  const first = await ask('readFundDays', { account: 'personal' }, asked);
  expect(first).toMatchObject({
    openingFen: '0',
    items: [{ on: '2025-12-31', creditFen: '300000', lines: 3, balanceFen: '300000' }],
  });
  const { next: cursor } = first as { next: string }; // the answer's schema
  expect(await ask('readFundDays', { account: 'personal' }, { ...asked, cursor })).toMatchObject({
    openingFen: '300000',
    items: [{ on: '2026-01-31', balanceFen: '300005' }],
    next: null,
  });
  expect(await ask('readFundDays', { account: 'nothing' }, asked)).toEqual(
    refuse({ code: 'books.no-account', figures: { account: 'nothing' } }),
  );
});

test('the entries of a day come page by page', async () => {
  const asked = { on: '2025-12-31', limit: 2 };
  const first = await ask('readFundEntries', { account: 'personal' }, asked);
  expect(first).toMatchObject({
    items: [
      { ownerId: 'psn_a', purpose: 'opening' },
      { ownerId: 'psn_b', amountFen: '100000' },
    ],
  });
  const { next: cursor } = first as { next: string }; // the answer's schema
  expect(await ask('readFundEntries', { account: 'personal' }, { ...asked, cursor })).toMatchObject({
    items: [{ ownerId: 'psn_c' }],
    next: null,
  });
  expect(
    await ask('readFundEntries', { account: 'personal' }, { ...asked, on: '2026-01-31', cursor }),
  ).toEqual(refuse({ code: 'http.cursor' }));
});
