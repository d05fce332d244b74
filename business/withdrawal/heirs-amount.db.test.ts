import { expect, it } from 'vitest';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { sayByLink } from './heir-links.ts';
import { heirSteps } from './heirs.testing.ts';
import { objectToDecision } from './object.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { readByLink } from './see-by-link.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk2, reviewer2, sampleAgency } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(161), random: testRandom(161) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, run, apply, propose, approve, settle } = steps;
const { add, divide, account, link, papers } = heirSteps(agency, steps);

const noSuccession = (owner: string) =>
  agency.record(owner, 'succession', { established: false, on: '2026-05-20' });
const none = { ownAmount: null, ownShare: [] };

it('an heir reads no amount of a case that was refused, nor while the applicant objects to that, and may agree again meanwhile', async () => {
  const { owner, number, secret, seen } = await twoHeirs();
  expect(await seen()).toMatchObject({ ...none, decided: false, ended: false });
  await noSuccession(owner);
  await must(propose(number, 'refuse'));
  await must(approve(number));
  expect(await seen()).toMatchObject({ ...none, decided: true, ended: true });
  await must(
    run((tx) =>
      objectToDecision(tx, { ...by(citizen('successor', owner), number), reason: '我们都是继承人' }),
    ),
  );
  const open = { ...none, decided: false, decidedAnew: false, ended: false };
  expect(await seen()).toMatchObject(open);
  const agrees = { context: agency.context, secret, word: 'agree', disputes: [] } as const;
  expect(await run((tx) => sayByLink(tx, agrees))).toMatchObject({ ok: true });
  await agency.record(owner, 'succession', { established: true, on: '2026-05-25' });
  await must(
    run((tx) => proposeWithdrawalDecision(tx, { ...by(clerk2, number), outcome: 'approve', note: '' })),
  );
  expect(await seen()).toMatchObject(open);
  await must(approve(number, reviewer2));
  expect(await seen()).toMatchObject({
    ...{ decided: true, ended: false },
    ownAmount: { amountFen: '50232', ofFen: '100464', provisional: true },
  });
});

it('an heir reads no amount any more once facts changed after the approval, and only an objection counts until it is taken up', async () => {
  const { owner, number, secret, seen } = await twoHeirs();
  await must(propose(number, 'approve'));
  await must(approve(number));
  expect((await seen()).ownAmount).toMatchObject({ amountFen: '50232' });
  await noSuccession(owner);
  await must(settle(number));
  expect(await seen()).toMatchObject({ ...none, decided: true, decidedAnew: true, ended: false });
  const agrees = { context: agency.context, secret, word: 'agree', disputes: [] } as const;
  expect(await run((tx) => sayByLink(tx, agrees))).toMatchObject({
    refusal: { code: 'succession.approved' },
  });
});

/** A case of two heirs with accounts, ready to be decided, and what the first sees by the agency's link. */
async function twoHeirs() {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const heirs = [
    ['沈一', await add(number, '沈一', {})],
    ['沈二', await add(number, '沈二', {})],
  ] as const;
  await must(divide(number));
  for (const [name, id] of heirs) await must(account(number, id, name));
  await papers(number);
  const secret = await link(number, heirs[0][1]);
  const seen = () => must(readByLink(db.app, { context: agency.context, secret }));
  return { owner, number, secret, seen };
}
