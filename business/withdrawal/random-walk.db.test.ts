import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjustmentProofs } from '#business/adjustment';
import { paymentsProofs } from '#business/payments';
import { caseworkProofs, findCase } from '#engines/casework';
import { equationOf, readAccount, trialBalance } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { namePayee } from './name-payee.ts';
import { objectToDecision, withdrawObjection } from './object.ts';
import { openFollowUps } from './open-follow-ups.ts';
import { withdrawalProofs } from './proofs.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { providePaper } from './provide-material.ts';
import { remindApplicants } from './remind-applicants.ts';
import { requestMaterials } from './request-materials.ts';
import { returnToMaker } from './return-to-maker.ts';
import { sampleSteps } from './steps.testing.ts';
import { closeNotCompleted, stopWaiting } from './stop-waiting.ts';
import { takeUpWithdrawal } from './take-up.ts';
import {
  both,
  citizen,
  clerk,
  clerk2,
  liveHolds,
  orderOf,
  payee,
  reviewer,
  reviewer2,
  sampleAgency,
} from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const ids = testIds(31);
const agency = await sampleAgency({
  db,
  clock,
  ids,
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
        again: [{ materialId: 'application-form', reason: 'missing-page' }],
        note: '',
      }),
    ),
  later: () => Promise.resolve(clock.advance({ days: 20 })),
  remind: () => remindApplicants(agency.context),
  close: (number) => run((tx) => closeNotCompleted(tx, { ...by(clerk, number), reason: '未补正' })),
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
  object: (number, owner) =>
    run((tx) => objectToDecision(tx, { ...by(citizen('successor', owner), number), reason: '不同意' })),
  dropObjection: (number, owner) =>
    run((tx) => withdrawObjection(tx, by(citizen('successor', owner), number))),
  uphold: (number) => onObjection(number, 'approve'),
  overturn: (number) => onObjection(number, 'refuse'),
  approveObjection: (number) => approve(number, reviewer2),
  unproven: (_, owner) => agency.record(owner, 'succession', { established: false, on: '2026-05-20' }),
  proven: (_, owner) => agency.record(owner, 'succession', { established: true, on: '2026-05-20' }),
  reviewAgain: (number) => run((tx) => takeUpWithdrawal(tx, by(clerk, number))),
  lateMoney: (_, owner) => lateMoney(owner),
  followUp: () => openFollowUps(agency.context),
  clear: (_, owner) => agency.record(owner, 'investigation', { open: false, legalBasis: null }),
  again: (_, owner) => run((tx) => applyForWithdrawal(tx, application(owner, 'death'))),
};

/** How walks begin and end: most of them well, so that enough of them come to money and to objections. */
const money = ['approve', 'settle', 'paid'];
const courses = [
  [[], []],
  [['complete', 'approval', 'approve'], money],
  [
    ['complete', 'approval', 'approve', 'unproven', 'settle'],
    ['reviewAgain', 'proven', 'approval', ...money],
  ],
  [['complete', 'approval', ...money, 'lateMoney', 'followUp'], []],
  [['complete', 'approval', ...money, 'object', 'overturn'], ['approveObjection']],
  [
    ['complete', 'approval', 'approve', 'settle', 'object', 'uphold'],
    ['approveObjection', 'paid'],
  ],
] as const;

const onObjection = (number: string, outcome: 'approve' | 'refuse') =>
  run((tx) => proposeWithdrawalDecision(tx, { ...by(clerk2, number), outcome, note: '' }));

/** Two officers put seven yuan into the account. */
async function lateMoney(owner: string): Promise<void> {
  const id = ids.next('adj');
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, 'credit', 700, 'suspense', 'inflow', '2026-06-01', NULL, NULL, NULL, '补收', '单 1', now())`,
    [owner, id],
  );
  await db.app.rows(`SELECT decide_adjustment('token-reviewer', $1, $2, true, NULL, $3, now())`, [
    owner,
    id,
    ids.next('jnl'),
  ]);
  await openFollowUps(agency.context); // as the worker does
}

const holding = ['submitted', 'in-review', 'awaiting-materials', 'proposed', 'approved', 'came-back'];

it('whatever people try in whatever order, nobody is paid twice and no account stays held without an open case', async () => {
  const walks = fc.array(fc.constantFrom(...Object.keys(tries)), { minLength: 8, maxLength: 24 });
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(walks, fc.constantFrom(...courses), async (names, [before, after]) => {
      const owner = await agency.person('death');
      const { number } = await apply(owner, 'death');
      const walk = [...before, ...names, ...after];
      clock.set('2026-06-01T10:00:00+08:00');
      for (const name of walk) {
        await tries[name]?.(number, owner);
        outcomes.add((await findCase(db.app, number))?.state ?? '');
      }
      await moneyAndHoldsAgree(owner);
    }),
    { numRuns: Number(process.env.SOAK_WALKS ?? 20), seed: Number(process.env.SOAK_SEED ?? 20260601) },
  );
  const reached = ['paid', 'withdrawn-by-applicant', 'in-review', 'revoked', 'came-back'];
  expect([...outcomes]).toEqual(expect.arrayContaining(reached));
  for (const proof of [
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...[...withdrawalProofs, ...paymentsProofs, ...adjustmentProofs],
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
  // A case is paid once at most, whatever became of objections to it; every order is some case’s.
  expect(new Set(orders.map(({ case_id }) => case_id)).size).toBe(orders.length);
  const paid = await db.app.rows<{ case_id: string; amount_fen: bigint }>(
    `SELECT case_id, amount_fen FROM posting WHERE owner_id = $1 AND purpose = 'payment'`,
    [owner],
  );
  expect(new Set(paid.map(({ case_id }) => case_id)).size).toBe(paid.length);
  for (const { id } of cases.filter(({ state }) => state === 'paid'))
    expect(paid.map(({ case_id }) => case_id)).toContain(id);
  // What came in, with its interest, is what is there and what left: nothing is lost and nothing made twice.
  const [sums] = await db.app.rows<{ came: bigint; left: bigint }>(
    `SELECT coalesce(sum(amount_fen) FILTER (WHERE credit = 'personal'), 0)::bigint AS came,
            coalesce(sum(amount_fen) FILTER (WHERE debit = 'personal'), 0)::bigint AS left
       FROM posting WHERE owner_id = $1`,
    [owner],
  );
  expect(account?.balanceFen).toBe((sums?.came ?? 0n) - (sums?.left ?? 0n));
}
