import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseworkProofs, findCase } from '#engines/casework';
import { equationOf, readAccount, trialBalance } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { namePayee } from './name-payee.ts';
import { withdrawalProofs } from './proofs.ts';
import { providePaper } from './provide-material.ts';
import { requestMaterials } from './request-materials.ts';
import { returnToMaker } from './return-to-maker.ts';
import { sampleSteps } from './steps.testing.ts';
import { stopWaiting } from './stop-waiting.ts';
import { both, citizen, clerk, liveHolds, orderOf, payee, reviewer, sampleAgency } from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(31),
  random: testRandom(31),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});
const { apply, completePapers, propose, approve, settle, bank, run, by, application } = sampleSteps(agency);

/** What people may try, in any order; who may not is refused, and that is part of it. */
const tries: Readonly<Record<string, (number: string, owner: string) => Promise<unknown>>> = {
  complete: (number) => completePapers(number).catch(() => undefined), // refused once the case is decided
  paper: (number) =>
    run((tx) =>
      providePaper(tx, {
        ...by(clerk, number),
        paper: { materialId: 'application-form', paperReference: 'B-1' },
      }),
    ),
  payee: (number) =>
    run((tx) => namePayee(tx, { ...by(clerk, number), payee: { ...payee, name: '张小明' } })),
  ask: (number) =>
    run((tx) =>
      requestMaterials(tx, {
        ...by(clerk, number),
        again: [{ materialId: 'application-form', reason: 'incomplete' }],
        note: '',
      }),
    ),
  goOn: (number) => run((tx) => stopWaiting(tx, by(clerk, number))),
  approval: (number) => propose(number, 'approve'),
  refusal: (number) => propose(number, 'refuse'),
  approve: (number) => approve(number),
  approveTwice: (number) => Promise.all([approve(number), approve(number, both)]),
  giveBack: (number) => run((tx) => returnToMaker(tx, { ...by(reviewer, number), reason: '再看' })),
  takeBack: (number, owner) => run((tx) => withdrawApplication(tx, by(citizen('successor', owner), number))),
  settle: (number) => settle(number),
  settleTwice: (number) => Promise.all([settle(number), settle(number)]),
  paid: (number) => bank(number, 'paid').catch(() => undefined), // there may be nothing to pay
  returned: (number) => bank(number, 'returned').catch(() => undefined),
  investigate: (_, owner) => agency.record(owner, 'investigation', { open: true, legalBasis: '核查' }),
  clear: (_, owner) => agency.record(owner, 'investigation', { open: false, legalBasis: null }),
  again: (_, owner) => run((tx) => applyForWithdrawal(tx, application(owner, 'death'))),
};

const holding = ['submitted', 'in-review', 'awaiting-materials', 'proposed', 'approved'];

it('whatever people try in whatever order, nobody is paid twice and no account stays held without an open case', async () => {
  const walks = fc.array(fc.constantFrom(...Object.keys(tries)), { minLength: 8, maxLength: 24 });
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(walks, fc.boolean(), async (names, straight) => {
      const owner = await agency.person('death');
      const { number } = await apply(owner, 'death');
      // Half of the walks begin well, so that enough of them come to money.
      const walk = straight ? ['complete', 'approval', ...names, 'approve', 'settle', 'paid'] : names;
      for (const name of walk) await tries[name]?.(number, owner);
      outcomes.add((await findCase(db.app, number))?.state ?? '');
      await moneyAndHoldsAgree(owner);
    }),
    { numRuns: Number(process.env.SOAK_WALKS ?? 40), seed: Number(process.env.SOAK_SEED ?? 20260601) },
  );
  expect([...outcomes]).toEqual(expect.arrayContaining(['paid', 'withdrawn-by-applicant', 'in-review']));
  for (const proof of [
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...withdrawalProofs,
  ]) {
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
  }
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
}, 120_000);

async function moneyAndHoldsAgree(owner: string): Promise<void> {
  const cases = await db.app.rows<{ id: string; state: string }>(
    'SELECT id, state FROM case_file WHERE owner_id = $1',
    [owner],
  );
  const open = cases.filter(({ state }) => holding.includes(state)).map(({ id }) => id);
  expect(open.length).toBeLessThanOrEqual(1);
  const account = await readAccount(db.app, owner);
  expect(await liveHolds(db, owner)).toEqual(account?.closedOn === null ? open : []);
  const orders = await orderOf(db, owner);
  expect(orders.length).toBeLessThanOrEqual(1);
  const paid = await db.app.rows<{ amount_fen: bigint }>(
    `SELECT amount_fen FROM posting WHERE owner_id = $1 AND purpose = 'payment'`,
    [owner],
  );
  const settledCases = cases.filter(({ state }) => state === 'paid');
  expect(paid.map(({ amount_fen }) => amount_fen)).toEqual(
    settledCases.length === 0 ? [] : [orders[0]?.amount_fen],
  );
  expect((account?.balanceFen ?? 0n) + (orders[0]?.amount_fen ?? 0n)).toBe(
    orders.length === 0 ? 50_000n : 50_233n,
  );
}
