import { expect, it } from 'vitest';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { readWithdrawal } from './read-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock: testClock('2026-06-01T10:00:00+08:00'),
  ids: testIds(71),
  random: testRandom(71),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { settle, approvedCase, by } = sampleSteps(agency);

it('a case says where its money is: waiting to be paid, unclaimed, claimed after all', async () => {
  const owner = await agency.person('death');
  const { number } = await approvedCase(owner, 'death');
  const payment = async () => (await must(readWithdrawal(db.app, by(clerk, number)))).payment;
  expect(await payment()).toBeNull();
  await must(settle(number));
  const told = await payment();
  expect(told).toMatchObject({ amountFen: '100464', standing: 'open' });
  expect(told?.where.en).toContain('waits to be paid');
  await moved(owner, 'unclaimed', `${told?.orderId}`);
  expect(await payment()).toMatchObject({ standing: 'unclaimed' });
  expect((await payment())?.where.zh).toContain('无人领取');
  await moved(owner, 'claimed', `${told?.orderId}`);
  expect(await payment()).toEqual(told);
});

async function moved(owner: string, kind: string, order: string): Promise<void> {
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, $3, NULL, NULL, NULL, '2026-06-01', NULL, NULL, $4, '付不出去', '说明 1', now())`,
    [owner, `adj_${kind}`, kind, order],
  );
  await db.app.rows(`SELECT decide_adjustment('token-reviewer', $1, $2, true, NULL, $3, now())`, [
    owner,
    `adj_${kind}`,
    `jnl_${kind}`,
  ]);
}
