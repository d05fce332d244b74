import { expect, it } from 'vitest';
import { paymentsProofs } from '#business/payments';
import { successionProofs } from '#business/succession';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { heirSteps } from './heirs.testing.ts';
import { withdrawalProofs } from './proofs.ts';
import { readByLink } from './see-by-link.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(156), random: testRandom(156) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { apply, propose, approve, settle, file } = steps;
const { add, divide, decide, hear, account, link, view, papers, bank } = heirSteps(agency, steps);

it('who objects to one share and later to another disputes both, and both are kept back; agreeing in between takes the first back', async () => {
  const both = await three();
  await must(hear(both.number, both.objector, 'object', [both.first]));
  await must(hear(both.number, both.objector, 'object', [both.second]));
  await decided(both.number);
  expect(await states(both.number)).toEqual(['held', 'held', 'payable']);
  await must(settle(both.number));
  expect(await states(both.number)).toEqual(['held', 'held', 'open']);
  const secret = await link(both.number, both.objector);
  const outcomes = async () =>
    (await must(readByLink(db.app, { context: agency.context, secret }))).objection?.outcomes;
  expect(await outcomes()).toMatchObject([{ successorId: null, outcome: 'kept-back' }]);
  await proofsHold();
  expect(await bank()).toBe(1);
  // Agreeing in between took the first objection back.
  const again = await three();
  await must(hear(again.number, again.objector, 'object', [again.first]));
  await must(hear(again.number, again.objector, 'agree'));
  await must(hear(again.number, again.objector, 'object', [again.second]));
  await decided(again.number);
  await must(settle(again.number));
  expect(await states(again.number)).toEqual(['open', 'held', 'open']);
  expect(await bank(['沈一'])).toBe(2);
  expect(await states(again.number)).toEqual(['open', 'held', 'open']);
  // To a share that is paid by now it comes too late, and of each they read what is so.
  await must(hear(again.number, again.objector, 'object', [again.objector]));
  const seen = await must(
    readByLink(db.app, { context: agency.context, secret: await link(again.number, again.objector) }),
  );
  expect(seen.objection?.outcomes).toMatchObject([
    { successorId: again.second, outcome: 'kept-back' },
    { successorId: again.objector, outcome: 'paid-on' },
  ]);
  await proofsHold();
});

it('a share that a court divided and the bank sends back waits for another account, and whoever objects to it again has it held', async () => {
  const { number, first, second, objector } = await three();
  await must(hear(number, objector, 'object', [first]));
  await decided(number);
  await must(settle(number));
  clock.advance({ days: 1 });
  const anew = async () => {
    const held = (await view(number)).shares.find(({ state }) => state === 'held')?.payment?.orderId ?? '';
    const court = { basis: 'court', paperReference: '民事判决书 2026-88', orderId: held } as const;
    const shares = [{ successorId: first, share: '1/1' }];
    await must(decide(number, await must(divide(number, { ...court, shares }))));
  };
  await anew();
  expect(await bank(['沈一'])).toBe(3);
  expect((await file(number)).state).toBe('returned');
  expect((await view(number)).shares.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  await must(account(number, first, '沈一', '6222020000000000018'));
  expect((await file(number)).state).toBe('settled');
  // Somebody objects while the bank has it, and it comes back once more.
  clock.advance({ days: 1 });
  expect(
    await bank(['沈一'], async () => {
      await must(hear(number, second, 'object', [first]));
    }),
  ).toBe(1);
  const states = (await view(number)).shares.map(({ state }) => state);
  expect(states).toEqual(['open', 'open', 'held']);
  await proofsHold();
});

/** A case of three heirs with accounts, ready to be decided; the third is the one who objects. */
async function three() {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [first, second, objector] = [
    await add(number, '沈一', {}),
    await add(number, '沈二', {}),
    await add(number, '沈三', {}),
  ];
  await must(divide(number));
  for (const [id, name] of [
    [first, '沈一'],
    [second, '沈二'],
    [objector, '沈三'],
  ] as const)
    await must(account(number, id, name));
  await papers(number);
  return { number, first, second, objector };
}

async function decided(number: string): Promise<void> {
  await must(propose(number, 'approve'));
  await must(approve(number));
}

async function states(number: string): Promise<readonly string[]> {
  return (await view(number)).shares.map(({ state }) => state);
}

async function proofsHold(): Promise<void> {
  for (const proof of [...paymentsProofs, ...successionProofs, ...withdrawalProofs])
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
}
