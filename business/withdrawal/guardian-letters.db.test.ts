import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import type { Caller } from '#business/access/public';
import { listLetters, printHtml } from '#business/letters';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { readHeirs } from './read-heirs.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(159);
const agency = await sampleAgency({
  ...{ db, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(159), random },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { by, run } = steps;
const heirs = heirSteps(agency, steps);
const number = '440304195801250162';
const document = ['citizen-id', '0162'] as const;
const guardian = {
  name: '钱芳',
  identity: { kind: 'citizen-id' as const, number },
  paperReference: '监护证明 1',
};

/** The mother and a child of age inherit with a minor, whose guardian the mother is; `say` comes before the decision, after which letters are there. */
async function decided(
  given: {
    readonly mother?: { readonly name?: string; readonly identity?: typeof guardian.identity };
    readonly bornOn?: string;
  } = {},
  say: (place: { readonly owner: string; readonly case: string; readonly mother: string }) => Promise<void>,
) {
  const owner = await agency.person('death');
  const { number: written } = await steps.apply(owner, 'death');
  const mother = await heirs.add(written, '钱芳', { relation: 'spouse', ...given.mother });
  const bornOn = plainDate(given.bornOn ?? '2015-03-04');
  const child = await heirs.add(written, '何小宝', { bornOn, guardian });
  const brother = await heirs.add(written, '何强', {});
  await must(heirs.divide(written));
  await must(heirs.account(written, mother, given.mother?.name ?? '钱芳'));
  await must(heirs.account(written, child, '何小宝', '6222021001012345222'));
  await must(heirs.account(written, brother, '何强', '6222021001012345333'));
  await say({ owner, case: written, mother });
  await heirs.papers(written);
  await must(steps.propose(written, 'approve'));
  await must(steps.approve(written));
  return { owner, number: written };
}

/** Whom officers identified, signed in. */
const signedIn = (owner: string, holderName: string, holderPaper?: readonly [string, string]) =>
  signedInRelative(db, { owner, random, holderName, ...(holderPaper ? { holderPaper } : {}) });
const says = (caller: Caller, place: { readonly case: string; readonly mother: string }) =>
  must(run((tx) => beHeir(tx, { ...by(caller, place.case), successorId: place.mother })));

/** To whom the letters are that they read, by the list and by opening each. */
async function reads(caller: Caller, of: string) {
  const listed = (await must(listLetters(db.app, { caller, number: of }))).flatMap(({ heir }) => heir ?? []);
  const opened: number[] = [];
  for (const { heir, seq } of await must(listLetters(db.app, { caller: clerk, number: of }))) {
    if (heir === null) continue;
    const asked = { caller, number: of, seq, heir, language: 'zh', seal: context.seal } as const;
    const page = await printHtml(db.app, asked);
    if (page.ok) opened.push(heir);
    else expect(page).toMatchObject({ refusal: { code: 'letters.no-letter' } });
  }
  return { listed, opened: opened.sort((a, b) => a - b) };
}

it('a mother who applies reads the letters to herself and to the child whose guardian she is, and not those to another heir', async () => {
  let her: Caller | undefined;
  const { number: of } = await decided({}, async (place) => {
    her = await signedIn(place.owner, '钱芳', document);
    await says(her, place);
  });
  const caller = her ?? clerk;
  expect(await reads(caller, of)).toEqual({ listed: [1, 2], opened: [1, 2] });
  const seen = await must(readHeirs(db.app, by(caller, of)));
  expect(seen.heirs.map(({ yourWard }) => yourWard)).toEqual([false, true, false]);
});

it('a guardian who does not inherit reads the child’s letters alone, and no heir reads the child’s who is not its guardian', async () => {
  let brother: Caller | undefined;
  const known = { name: '何芳', identity: { kind: 'citizen-id', number: '11010519491231002X' } as const };
  const { owner, number: of } = await decided({ mother: known }, async (place) => {
    brother = await signedIn(place.owner, '何强');
  });
  expect(await reads(await signedIn(owner, '钱芳', document), of)).toEqual({ listed: [2], opened: [2] });
  // Nor by the name without the document, by another document, or by another name with it.
  const others = [
    ...[brother ?? clerk, await signedIn(owner, '钱芳'), await signedIn(owner, '何小宝的姨', document)],
    ...[await signedIn(owner, '钱芳', ['citizen-id', '002X'])],
  ];
  for (const caller of others) expect(await reads(caller, of)).toEqual({ listed: [], opened: [] });
});

it('of a child who has come of age nobody else reads the letters', async () => {
  const { owner, number: of } = await decided(
    { bornOn: '2008-05-01', mother: { name: '何芳' } },
    async () => {},
  );
  expect(await reads(await signedIn(owner, '钱芳', document), of)).toEqual({ listed: [], opened: [] });
});

it('whoever has the name of an heir and of a guardian is both only where they say to be that heir, who has no other document', async () => {
  const aunt = { identity: { kind: 'citizen-id', number: '11010519491231002X' } } as const;
  let guards: Caller | undefined;
  const other = await decided({ mother: aunt }, async (place) => {
    guards = await signedIn(place.owner, '钱芳', document);
    await says(guards, place);
  });
  expect((await reads(guards ?? clerk, other.number)).listed).not.toContain(2);
  const unsaid = await decided({}, async (place) => {
    // The heir of that name is somebody else's login.
    await says(await signedIn(place.owner, '钱芳'), place);
  });
  const late = await signedIn(unsaid.owner, '钱芳', document);
  expect(await reads(late, unsaid.number)).toEqual({ listed: [], opened: [] });
});
