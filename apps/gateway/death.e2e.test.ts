import { beforeAll, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { decideFact, recordFact } from '#business/registry';
import { openLog } from '#platform/log';
import { inTransaction } from '#platform/postgres';
import {
  type Both,
  balanceOf,
  caseOf,
  everythingHolds,
  leaver,
  mover,
  proofsHold,
  rounds,
  seen,
} from './both-agencies.testing.ts';
import {
  insured,
  must,
  officer,
  payAll,
  receive,
  type TestAgency,
  twoAgencies,
} from './two-agencies.testing.ts';

/** Somebody dies while a transfer is under way: what has not moved is for the heirs, and neither agency waits for the other. */
let both: Both;
let shenzhen: TestAgency;
let chengdu: TestAgency;
beforeAll(async () => {
  both = await twoAgencies(openLog({ level: 'info', app: 'test', to: { write: () => undefined } }));
  ({ shenzhen, chengdu } = both);
});

/** A death certificate that one officer records and another confirms. */
async function dies({ agency }: TestAgency, owner: string): Promise<void> {
  const entry = { kind: 'died', on: plainDate('2026-11-01') } as const;
  const fact = { owner, entry, paperReference: '死亡证明' };
  const { factId } = must(
    await inTransaction(agency.database, (tx) =>
      recordFact(tx, { context: agency, caller: officer('clerk'), fact }),
    ),
  );
  const decision = { personId: owner, factId, confirmed: true, reason: null };
  const caller = officer('reviewer', 'reviewer');
  must(await inTransaction(agency.database, (tx) => decideFact(tx, { context: agency, caller, decision })));
}

/** How many notices each agency has written. */
const notices = () =>
  Promise.all(
    [shenzhen, chengdu].map(async ({ db }) => {
      const row = await db.superuser.row<{ n: bigint }>('SELECT count(*) AS n FROM notice_outbox');
      return row?.n ?? 0n;
    }),
  );

const comeTo = (there: string) =>
  chengdu.run<{ number: string }>('openTransferIn', insured(there), {
    body: { personId: there, from: '440300', category: 'employment' },
  });

test('who dies after applying where they leave is no longer announced over there, and the account is free for the heirs', async () => {
  const { here, there } = await mover(both, leaver('冯逝', '440305196803021719'));
  const body = { personId: here, to: '510100' };
  const { number } = must(await shenzhen.run<{ number: string }>('openTransferOut', insured(here), { body }));
  await rounds(both);
  const announced = await caseOf(chengdu, there);
  await dies(shenzhen, here);
  await rounds(both);
  expect(await seen(shenzhen, number)).toMatchObject({ state: 'closed-by-death' });
  expect(await seen(chengdu, announced)).toMatchObject({ state: 'cancelled' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ held: false, closed: false });
  await everythingHolds(both);
});

test('who dies where they were announced and did not confirm is not waited for where they leave', async () => {
  const { here, there } = await mover(both, leaver('蒋亡', '510101197903033035'));
  const body = { personId: here, to: '510100' };
  const { number } = must(await shenzhen.run<{ number: string }>('openTransferOut', insured(here), { body }));
  await rounds(both);
  const announced = await caseOf(chengdu, there);
  await dies(chengdu, there);
  await rounds(both);
  expect(await seen(chengdu, announced)).toMatchObject({ state: 'closed-by-death' });
  expect(await seen(shenzhen, number)).toMatchObject({
    ...{ state: 'cancelled', against: { reasons: [{ text: { en: expect.stringContaining('has died') } }] } },
  });
  await everythingHolds(both);
});

test('of whoever dies when the balance is settled the money follows the record, to be inherited over there', async () => {
  const { here, there } = await mover(both, leaver('陈殁', '44030519690711272X'));
  const { number } = must(await comeTo(there));
  await rounds(both);
  const leaving = await caseOf(shenzhen, here);
  for (const [at, owner] of [
    [shenzhen, here],
    [chengdu, there],
  ] as const)
    await dies(at, owner);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'remitting' });
  expect(await seen(chengdu, number)).toMatchObject({ state: 'awaiting-balance' });
  const told = await notices();
  expect(told[0]).toBeGreaterThan(0n);
  await receive(chengdu, await payAll(shenzhen));
  await rounds(both);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'completed' });
  expect(await seen(chengdu, number)).toMatchObject({ state: 'completed' });
  // Nobody is told by the telephone of the dead.
  expect(await notices()).toEqual(told);
  await everythingHolds(both);
});

test('a letter that is on its way when its person dies is taken back, and nobody waits', async () => {
  const { here, there } = await mover(both, leaver('褚终', '440305197104093734'));
  const { number } = must(await comeTo(there));
  await dies(chengdu, there);
  await rounds(both);
  expect(await seen(chengdu, number)).toMatchObject({ state: 'closed-by-death' });
  expect(await seen(shenzhen, await caseOf(shenzhen, here))).toMatchObject({ state: 'cancelled' });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 1_234_567n, held: false });
  await everythingHolds(both);
});

test('who dies while the other agency owes its account leaves the balance here, and a sheet without one says so there', async () => {
  const { here, there } = await mover(both, leaver('卫故', '440305197205054742'));
  const { desk } = chengdu.agency;
  const names = Object.getOwnPropertyDescriptor(desk, 'namesAccount') ?? {};
  Object.defineProperty(desk, 'namesAccount', { ...names, get: () => false });
  const { number } = must(await comeTo(there));
  Object.defineProperty(desk, 'namesAccount', names);
  await rounds(both);
  const leaving = await caseOf(shenzhen, here);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'awaiting-account' });
  await dies(shenzhen, here);
  await rounds(both);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'closed-by-death' });
  // The sheet does not say why, and nobody is promised a payment.
  expect(await seen(chengdu, number)).toMatchObject({
    ...{ state: 'completed', legs: { balance: { stage: 'nothing-goes' } } },
  });
  expect(await balanceOf(shenzhen, here)).toMatchObject({ fen: 1_234_567n, held: false, closed: false });
  await everythingHolds(both);
});

test('a balance that comes back for good after a death waits for no account and no clerk: it is free for the heirs', async () => {
  const { here, there } = await mover(both, leaver('蒋归', '440305197306065758'));
  must(await comeTo(there));
  await rounds(both);
  const leaving = await caseOf(shenzhen, here);
  await payAll(shenzhen, 'RJCT');
  await dies(shenzhen, here);
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'sent-back' });
  for (const days of [35, 30]) {
    await shenzhen.moveDays(days);
    await rounds(both);
  }
  expect(await seen(shenzhen, leaving)).toMatchObject({ state: 'closed-by-death', followUps: [] });
  expect(await balanceOf(shenzhen, here)).toEqual({ fen: 1_234_567n, held: false, closed: false });
  await proofsHold(both);
});
