import { describe, expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import { adjustmentProofs } from '#business/adjustment';
import { paymentsProofs } from '#business/payments';
import { caseworkProofs, spokenIn } from '#engines/casework';
import { equationOf, readAccount, trialBalance } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { openFollowUps } from './open-follow-ups.ts';
import { withdrawalProofs } from './proofs.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { confirmPayee, submitApplication } from './submit-application.ts';
import { citizen, clerk, liveHolds, orderOf, type SampleGround, sampleAgency } from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const ids = testIds(62);
const agency = await sampleAgency({
  ...{ db, clock, ids, random: testRandom(62) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 60_000n, balanceOn: '2025-12-31' }),
});
const { by, run, file, apply, application, propose, approve, settle, settledCase, bank } =
  sampleSteps(agency);

/** Two officers put an amount into the account, or an order’s money back. */
async function adjusted(owner: string, kind: 'credit' | 'refund', target: string | null): Promise<void> {
  const id = ids.next('adj');
  const credit = kind === 'credit';
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, $3, $4, $5, $6, '2026-06-01', NULL, NULL, $7, '补收', '说明 1', now())`,
    [owner, id, kind, credit ? 7_000n : null, credit ? 'suspense' : null, credit ? 'inflow' : null, target],
  );
  await db.app.rows(`SELECT decide_adjustment('token-reviewer', $1, $2, true, NULL, $3, now())`, [
    owner,
    id,
    ids.next('jnl'),
  ]);
}

async function paidCase(ground: SampleGround) {
  const owner = await agency.person(ground);
  const { number, id } = await settledCase(owner, ground);
  await bank(number, 'paid');
  return { owner, number, id };
}

describe('money that comes after the account was paid out and closed', () => {
  it('opens one case on the earlier ground with its papers and payee; confirmed and decided, it is paid once', async () => {
    const { owner, number } = await paidCase('death');
    expect((await readAccount(db.app, owner))?.closedOn).toBe('2026-06-01');
    expect(await openFollowUps(agency.context)).toEqual([]);
    await adjusted(owner, 'credit', null);
    const twice = await Promise.all([openFollowUps(agency.context), openFollowUps(agency.context)]);
    const [late = ''] = twice.flat();
    expect(twice.flat()).toHaveLength(1);
    const heir = citizen('successor', owner);
    const view = await must(readWithdrawal(db.app, by(heir, late)));
    expect(view).toMatchObject({ state: 'awaiting-confirmation', ground: 'death', follows: number });
    expect(view.payee?.accountTail).toBe('5678');
    expect(view.papers.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(await liveHolds(db, owner)).toEqual([]);
    expect(await must(run((tx) => confirmPayee(tx, by(heir, late))))).toMatchObject({
      state: 'submitted',
      dueOn: '2026-06-15',
    });
    await must(propose(late, 'approve'));
    await must(approve(late));
    await must(settle(late));
    const orders = (await orderOf(db, owner)).map(({ amount_fen }) => amount_fen).sort();
    // 60,000 fen bear 2 fen on 31 December, and that 277 fen in the 151 days after it.
    expect(orders).toEqual([60_279n, 7_000n].sort());
    expect((await readAccount(db.app, owner))?.closedOn).toBe('2026-06-01');
    expect(await run((tx) => confirmPayee(tx, by(heir, late)))).toMatchObject({
      refusal: { code: 'casework.not-now', figures: { actionZh: '确认收款账户' } },
    });
    expect((await must(readWithdrawal(db.app, by(clerk, number)))).followedBy).toEqual([late]);
    expect(await openFollowUps(agency.context)).toEqual([]);
    await allProofsHold();
  });

  it('comes without what was said of a paper that does not apply: that is said, and looked at, for each case anew', async () => {
    const { owner, id } = await paidCase('settled-abroad-before-retirement');
    const [one] = await db.superuser.rows<{ materialId: string }>(
      `UPDATE case_material SET paper_reference = 'N-1' WHERE owner_id = $1 AND case_id = $2
          AND material_id = 'household-cancellation'
        RETURNING material_id AS "materialId"`,
      [owner, id],
    );
    await adjusted(owner, 'credit', null);
    const [late = ''] = await openFollowUps(agency.context);
    const { papers } = await must(readWithdrawal(db.app, by(clerk, late)));
    expect(papers.filter(({ state }) => state === 'missing').map(({ materialId }) => materialId)).toEqual([
      one?.materialId,
    ]);
    // As it was, for the proofs of the tests below.
    await db.superuser.rows(
      `UPDATE case_material SET paper_reference = $3 WHERE owner_id = $1 AND case_id = $2 AND paper_reference = 'N-1'`,
      [owner, id, `档-${one?.materialId}`],
    );
  });

  it('is told of in the language in which somebody did the case before', async () => {
    const owner = await agency.person('nationality-lost');
    const english = { ...citizen('insured', owner), language: 'en' as const };
    const asked = application(owner, 'nationality-lost');
    const before = await must(run((tx) => applyForWithdrawal(tx, { ...asked, caller: english })));
    const after = await must(run((tx) => applyForWithdrawal(tx, { ...asked, submit: false })));
    const spoken = () => spokenIn(db.app, { ownerId: owner, caseId: after.id });
    expect(await spoken()).toBeNull();
    await db.app.rows(
      'INSERT INTO case_parent (owner_id, case_id, parent_id, linked_at) VALUES ($1, $2, $3, now())',
      [owner, after.id, before.id],
    );
    expect(await spoken()).toBe('en');
  });

  it('that is an order gone back ends the earlier case and opens the one that pays it', async () => {
    const owner = await agency.person('nationality-lost');
    const { number } = await settledCase(owner, 'nationality-lost');
    await bank(number, 'returned');
    const [order] = await orderOf(db, owner);
    await adjusted(owner, 'refund', order?.id ?? '');
    const [late = ''] = await openFollowUps(agency.context);
    expect((await file(number)).state).toBe('refunded');
    expect(await must(readWithdrawal(db.app, by(clerk, late)))).toMatchObject({
      ...{ follows: number, ground: 'nationality-lost' },
      money: { totalFen: `${order?.amount_fen}` },
    });
    await allProofsHold();
  });

  it('belongs to the successors where the person has died since, and is not opened again once it was taken back', async () => {
    const { owner } = await paidCase('nationality-lost');
    await agency.record(owner, 'died', { on: '2026-05-31' });
    await adjusted(owner, 'credit', null);
    const [late = ''] = await openFollowUps(agency.context);
    const view = await must(readWithdrawal(db.app, by(clerk, late)));
    expect(view).toMatchObject({ ground: 'death', payee: null, state: 'awaiting-confirmation' });
    expect(await run((tx) => confirmPayee(tx, by(clerk, late)))).toMatchObject({
      refusal: {
        code: 'withdrawal.not-open',
        problems: [{ path: 'conditions.successor-established' }, { path: 'payee' }],
      },
    });
    const anyway = { ...by(clerk, late), applyAnyway: true };
    expect(await run((tx) => submitApplication(tx, anyway))).toMatchObject({
      refusal: { code: 'casework.need-missing' },
    });
    await must(run((tx) => withdrawApplication(tx, by(clerk, late))));
    expect(await openFollowUps(agency.context)).toEqual([]);
  });

  it('is not late where the account goes on: a retired person treated elsewhere applies a second time', async () => {
    const { owner, number } = await paidCase('retired-treated-elsewhere');
    await adjusted(owner, 'credit', null);
    expect(await openFollowUps(agency.context)).toEqual([]);
    const second = await apply(owner, 'retired-treated-elsewhere');
    expect(second.state).toBe('submitted');
    expect(second.number).not.toBe(number);
  });
});

describe('two cases on one account', () => {
  it('one goes on; the other says which stands in the way, by number only to whoever may know it', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    const one = citizen('successor', owner);
    const other = { ...one, id: 'usr_other_heir' };
    const draft = { ...application(owner, 'death'), caller: other, submit: false };
    const waiting = await must(run((tx) => applyForWithdrawal(tx, draft)));
    const seen = async (caller: typeof one) =>
      (await must(readWithdrawal(db.app, by(caller, waiting.number)))).standsInTheWay;
    expect(await seen(other)).toEqual({ number: null });
    expect(await seen(clerk)).toEqual({ number });
    const hand = () =>
      run((tx) => submitApplication(tx, { ...by(other, waiting.number), applyAnyway: true }));
    const told = await hand();
    expect(told).toMatchObject({ refusal: { code: 'withdrawal.competing-case-of-another' } });
    expect(JSON.stringify(told)).not.toContain(number);
    await must(run((tx) => withdrawApplication(tx, by(clerk, number))));
    expect(await hand()).toMatchObject({ ok: true, value: { state: 'submitted' } });
  });

  it('of several at the same moment one goes on, and every other is told which it is, if they may know', async () => {
    const race = async (ground: SampleGround, callerOf: (owner: string, place: number) => Caller) => {
      const owner = await agency.person(ground);
      const submissions = [...Array(6).keys()].map(async (place) => {
        const caller = callerOf(owner, place);
        const draft = { ...application(owner, ground), caller, submit: false };
        return by(caller, (await must(run((tx) => applyForWithdrawal(tx, draft)))).number);
      });
      const told = await Promise.all(
        (await Promise.all(submissions)).map((one) =>
          run((tx) => submitApplication(tx, { ...one, applyAnyway: true })),
        ),
      );
      const won = told.flatMap((each) => (each.ok ? [each.value.number] : []));
      return { won, lost: told.flatMap((each) => (each.ok ? [] : [each.refusal])) };
    };
    const officers = await race('nationality-lost', () => clerk);
    const named = { code: 'withdrawal.competing-case', figures: { number: officers.won[0] } };
    expect([officers.won.length, officers.lost]).toEqual([1, Array(5).fill(named)]);
    const heirs = await race('death', (owner, place) => ({
      ...citizen('successor', owner),
      id: `usr_heir_${place}`,
    }));
    const unnamed = { code: 'withdrawal.competing-case-of-another' };
    expect([heirs.won.length, heirs.lost]).toEqual([1, Array(5).fill(unnamed)]);
  });

  it('a case’s own parent is none, and its hold passes on to it', async () => {
    const owner = await agency.person('nationality-lost');
    const parent = await apply(owner, 'nationality-lost');
    const child = await must(
      run((tx) => applyForWithdrawal(tx, { ...application(owner, 'nationality-lost'), submit: false })),
    );
    const hand = () => run((tx) => submitApplication(tx, { ...by(clerk, child.number), applyAnyway: false }));
    expect(await hand()).toMatchObject({ refusal: { code: 'withdrawal.competing-case' } });
    await expect(db.app.rows('SELECT pass_hold($1, $2, now())', [owner, child.id])).rejects.toThrow(
      'ledger.already-held',
    );
    await db.app.rows(
      'INSERT INTO case_parent (owner_id, case_id, parent_id, linked_at) VALUES ($1, $2, $3, now())',
      [owner, child.id, parent.id],
    );
    await must(hand());
    expect(await liveHolds(db, owner)).toEqual([child.id]);
  });
});

async function allProofsHold(): Promise<void> {
  for (const proof of [
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...[...withdrawalProofs, ...paymentsProofs, ...adjustmentProofs],
  ]) {
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
  }
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
}
