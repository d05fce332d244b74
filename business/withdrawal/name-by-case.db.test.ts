import { expect, it } from 'vitest';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { nameFitsInCase } from './name-by-case.ts';
import { namePayee } from './name-payee.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk, payee, sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const clock = testClock('2026-06-01T10:00:00+08:00');
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(185), random: testRandom(185) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { run, by, apply, propose, completePapers } = sampleSteps(agency);

it('who acts for somebody reads of an account’s name whether it is that person’s before it is sent, as sending it decides', async () => {
  const owner = await agency.person('nationality-lost');
  await db.superuser.rows(`UPDATE person SET name_latin = 'Zhang San' WHERE owner_id = $1`, [owner]);
  const { number } = await apply(owner, 'nationality-lost');
  for (const kind of ['agent', 'insured'] as const)
    for (const [name, own] of [
      ['王五', false],
      ['zhang-san', true],
      [payee.name, true],
    ] as const) {
      const caller = citizen(kind, owner);
      expect(await must(nameFitsInCase(db.app, { ...by(caller, number), name })), name).toEqual({ own });
      const done = await run((tx) => namePayee(tx, { ...by(caller, number), payee: { ...payee, name } }));
      expect(done.ok, `${kind} ${name}`).toBe(own);
    }
});

it('nobody tries names by a case that is not theirs, in which they name no account, or of somebody who died', async () => {
  const owner = await agency.person('nationality-lost');
  const { number } = await apply(owner, 'nationality-lost');
  const asks = (caller: Parameters<typeof by>[0], of = number) =>
    nameFitsInCase(db.app, { ...by(caller, of), name: payee.name });
  expect(await asks(citizen('agent', 'psn_another'))).toMatchObject({
    refusal: { code: 'casework.no-case' },
  });
  for (const kind of ['successor', 'clerk'] as const) {
    const caller = kind === 'clerk' ? clerk : citizen(kind, owner);
    expect(await asks(caller), kind).toMatchObject({ value: { own: null } });
  }
  await completePapers(number);
  await must(propose(number, 'approve'));
  expect(await must(asks(citizen('agent', owner)))).toEqual({ own: null });
  const dead = await agency.person('death');
  const estate = await apply(dead, 'death');
  expect(await must(asks(citizen('agent', dead), estate.number))).toEqual({ own: null });
});
