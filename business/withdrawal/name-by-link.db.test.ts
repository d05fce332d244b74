import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { nameAccountByLink, sayByLink } from './heir-links.ts';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { nameFitsByLink } from './name-by-link.ts';
import { giveLinkToHeir } from './reach-heir.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { payee, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const random = testRandom(151);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(151), random },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { run, by } = steps;
const { account, add, divide, link } = heirSteps(agency, steps);

const fits = (secret: string, name: string) => nameFitsByLink(db.app, { context, secret, name });
const refusal = (code: string) => ({ refusal: { code } });

it('an heir’s link says before anything is saved whether a name is theirs, as saving decides it, of a child the guardian’s too, and of nobody else', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const adult = await add(number, '何立', { nameLatin: 'He Li' });
  const identity = { kind: 'citizen-id', number: '440304195801250162' } as const;
  const guardian = { name: '何佳', identity, paperReference: '户口簿 5' };
  const child = await add(number, '何安', { bornOn: plainDate('2020-02-02'), guardian });
  await divide(number);
  const [own, theirs] = [await link(number, adult), await link(number, child)];
  const told = async (secret: string, name: string) => (await must(fits(secret, name))).own;
  const names = ['何立', 'HE LI', '何佳', '何安', '张三丰'];
  const [asked, saved] = [new Map<string, (boolean | null)[]>(), new Map<string, (boolean | null)[]>()];
  for (const secret of [own, theirs])
    for (const name of names) {
      asked.set(name, [...(asked.get(name) ?? []), await told(secret, name)]);
      const done = await run((tx) => nameAccountByLink(tx, { context, secret, payee: { ...payee, name } }));
      saved.set(name, [...(saved.get(name) ?? []), done.ok]);
    }
  expect([...asked.values()]).toEqual([
    ...[
      [true, false],
      [true, false],
    ],
    ...[
      [false, true],
      [false, true],
      [false, false],
    ],
  ]);
  expect(asked).toEqual(saved);
  expect(await fits('sxh_nothing', '何立')).toMatchObject(refusal('succession.link-over'));
  // Whose link takes no account any more has no names to try by it either.
  await must(run((tx) => sayByLink(tx, { context, secret: own, word: 'waive', disputes: [] })));
  expect(await must(fits(own, '何立'))).toEqual({ own: null });
});

it('whoever holds a link that a relative passed on tries no names once it may name no account', async () => {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const ids = [await add(number, '何佳', {}), await add(number, '何立', {})] as const;
  await divide(number);
  const daughter = await signedInRelative(db, { owner, random, holderName: '何佳' });
  await must(run((tx) => beHeir(tx, { ...by(daughter, number), successorId: ids[0] })));
  const passed = await must(
    run((tx) => giveLinkToHeir(tx, { ...by(daughter, number), successorId: ids[1], days: 30 })),
  );
  expect(await must(fits(passed.secret, '何立'))).toEqual({ own: true });
  await must(account(number, ids[1], '何立'));
  expect(await fits(passed.secret, '何立')).toMatchObject(refusal('succession.given-at-window'));
});
