import { expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import type { NewDivision } from '#business/succession';
import type { Word } from '#business/succession/public';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { divideAndAgree, thenDivideEqually } from './heir-changes.ts';
import { hearHeir } from './heir-words.ts';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { readHeirs } from './read-heirs.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, reviewer, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(151);
const agency = await sampleAgency({
  ...{ db, random, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(151) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, run } = steps;
const { account, add, divide, hear, papers, view } = heirSteps(agency, steps);

/** A case after a death of these heirs, and the login of the first of them, whom officers know. */
async function estate(...names: readonly [string, ...string[]]) {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const ids: string[] = [];
  for (const name of names) ids.push(await add(number, name, {}));
  const [own = ''] = ids;
  const first = await signedInRelative(db, { owner, random, holderName: names[0] });
  await must(run((tx) => beHeir(tx, { ...by(first, number), successorId: own })));
  return { owner, number, ids, own, first };
}

const agreed = (ids: readonly string[]): NewDivision => ({
  ...{ basis: 'agreement', paperReference: '分家协议', orderId: null },
  shares: ids.map((successorId, place) => ({ successorId, share: place === 0 ? '1/4' : '3/4' })),
});
const settleOn = (caller: Caller, number: string, given: NewDivision) =>
  run((tx) => divideAndAgree(tx, { ...by(caller, number), given }));
const sayAndDivide = (caller: Caller, number: string, successorId: string, word: Word) =>
  run(async (tx) => {
    const said = { successorId, word, disputes: [], paperReference: null };
    return thenDivideEqually(tx, by(caller, number), await hearHeir(tx, { ...by(caller, number), ...said }));
  });
const sharesIn = async (number: string) => (await view(number)).division?.shares.map(({ share }) => share);

it('shares that the heirs settled and the agreement of whoever writes them down are recorded together, or neither is', async () => {
  const { owner, number, ids, first } = await estate('何佳', '何立');
  await must(divide(number));
  await must(settleOn(first, number, agreed(ids)));
  expect((await view(number)).heirs.map(({ word, agreement }) => [word, agreement])).toEqual([
    ['agree', 'counts'],
    [null, 'lacking'],
  ]);
  const stranger = await signedInRelative(db, { owner, random });
  expect(await settleOn(stranger, number, agreed([...ids].reverse()))).toMatchObject({
    refusal: { code: 'succession.not-your-share' },
  });
  expect(await sharesIn(number)).toEqual(['1/4', '3/4']);
  expect((await view(number)).heirs[0]).toMatchObject({ agreement: 'counts' });
});

it('who waives leaves equal shares to the others with the same step, and shares that were settled otherwise stay', async () => {
  const { number, own, first } = await estate('何佳', '何立', '何平');
  await must(divide(number));
  await must(sayAndDivide(first, number, own, 'waive'));
  expect(await sharesIn(number)).toEqual(['1/2', '1/2']);
  const two = await estate('何佳', '何立');
  await must(settleOn(two.first, two.number, agreed(two.ids)));
  await must(sayAndDivide(two.first, two.number, two.own, 'waive'));
  expect(await sharesIn(two.number)).toEqual(['1/4', '3/4']);
});

it('a waiver stands alone where nobody is left to inherit, and while the second officer has the case', async () => {
  const { number, own, first } = await estate('何佳');
  await must(divide(number));
  await must(sayAndDivide(first, number, own, 'waive'));
  expect((await view(number)).heirs).toMatchObject([{ word: 'waive' }]);
  const two = await estate('何佳', '何立');
  await must(divide(two.number));
  await must(account(two.number, two.ids[1] ?? '', '何立'));
  await papers(two.number);
  await must(steps.propose(two.number, 'approve'));
  await must(sayAndDivide(two.first, two.number, two.own, 'waive'));
  expect((await view(two.number)).heirs).toMatchObject([{ word: 'waive' }, { word: null }]);
  expect(await sharesIn(two.number)).toEqual(['1/2', '1/2']);
});

it('one account for two heirs is taken, and shown to the officers as a doubt with what to check, as long as both are to be paid there', async () => {
  const { number, ids, first } = await estate('何佳', '何立', '何平');
  await must(divide(number));
  const [one = '', two = '', three = ''] = ids;
  await must(account(number, one, '何佳', '6222 0210 0101 2345 671'));
  await must(account(number, two, '何立', '6222021001012345671'));
  await must(account(number, three, '何平', '44201000123456789'));
  const doubtsSeenBy = async (caller: Caller) =>
    (await must(readHeirs(db.app, by(caller, number)))).heirs.map(({ account: named }) =>
      named?.doubts.map(({ id }) => id),
    );
  const same = ['same-as-another-heir'];
  for (const officer of [clerk, reviewer]) expect(await doubtsSeenBy(officer)).toEqual([same, same, []]);
  expect((await view(number)).heirs[0]?.account?.doubts[0]?.text.zh).toMatch(/核对监护关系/);
  // What another heir gave is nobody's to know but the officers'.
  expect(await doubtsSeenBy(first)).toEqual([[], [], []]);
  await must(hear(number, two, 'waive'));
  expect(await doubtsSeenBy(clerk)).toEqual([[], [], []]);
});
