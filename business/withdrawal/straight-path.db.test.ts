import { describe, expect, it } from 'vitest';
import { situationOf } from '#business/registry';
import { actionsOf, caseworkProofs, decisionsOf } from '#engines/casework';
import { equationOf, readAccount, trialBalance } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { approveOrSendBack } from './approve-decision.ts';
import { withdrawalProofs } from './proofs.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { returnToMaker } from './return-to-maker.ts';
import { settleAllApproved, settleApproved } from './settle-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { submitApplication } from './submit-application.ts';
import {
  both,
  citizen,
  clerk,
  liveHolds,
  orderOf,
  reviewer,
  type SampleGround,
  sampleAgency,
  sampleGrounds,
  system,
} from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(11),
  random: testRandom(11),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 831_240n, balanceOn: '2025-12-31' }),
});
const { by, run, application, apply, file, completePapers, propose, approve, settle, approvedCase, bank } =
  sampleSteps(agency);

describe('the straight path', () => {
  it.each([
    ['ends with', 'death', 'ended'],
    ['outlasts a settlement that leaves', 'retired-treated-elsewhere', 'active'],
  ] as const)('a card %s the relationship (%s)', async (_, ground, state) => {
    const owner = await agency.person(ground);
    await db.app.rows(
      `SELECT bind_card('token-clerk', $1, $2, 'social-security-card', sha256(convert_to($1, 'UTF8')), '\\x01', '78', '看过卡', $3, $3)`,
      [owner, `crd_${ground}`, clock.now()],
    );
    await must(settle((await approvedCase(owner, ground)).number));
    expect(await db.app.rows('SELECT state FROM card WHERE owner_id = $1', [owner])).toEqual([{ state }]);
  });

  it('stops at the settlement where an investigation was opened after the approval, and goes on when it is lifted', async () => {
    const owner = await agency.person('death');
    const { number } = await approvedCase(owner, 'death');
    const why = [clock.now().toISOString().slice(0, 10), clock.now()];
    await db.app.rows(
      `SELECT set_measure('token-clerk', $1, 'msr_late', 'investigation', NULL, 'FUND-30', '核实', '立案 1', $2, $3)`,
      [owner, ...why],
    );
    await db.app.rows(`SELECT decide_measure('token-reviewer', $1, 'msr_late', true, NULL, $2)`, [
      owner,
      clock.now(),
    ]);
    expect(await settle(number)).toMatchObject({ refusal: { code: 'supervision.under-investigation' } });
    const { refused } = await settleAllApproved(agency.context);
    expect(refused).toMatchObject([{ number, refusal: { code: 'supervision.under-investigation' } }]);
    expect((await file(number)).state).toBe('approved');
    await db.app.rows(
      `SELECT lift_measure('token-clerk', $1, 'msr_lift', 'msr_late', 'FUND-30', '结案', '结案 1', $2, $3)`,
      [owner, ...why],
    );
    await db.app.rows(`SELECT decide_measure('token-reviewer', $1, 'msr_lift', true, NULL, $2)`, [
      owner,
      clock.now(),
    ]);
    expect(await settle(number)).toMatchObject({ ok: true, value: { state: 'settled' } });
  });

  it.each(sampleGrounds)(
    'leads from an application on the ground %s to exactly one payment',
    async (ground) => {
      const owner = await agency.person(ground);
      const { number } = await apply(owner, ground);
      expect(await liveHolds(agency.db, owner)).toHaveLength(1);
      await completePapers(number);
      expect(await propose(number, 'approve')).toMatchObject({ ok: true, value: { state: 'proposed' } });
      expect(await approve(number)).toMatchObject({ ok: true, value: { state: 'approved' } });
      expect(await settle(number)).toMatchObject({ ok: true, value: { state: 'settled' } });
      const orders = await orderOf(agency.db, owner);
      // 831,240 fen × 1.1 % × 1 day ÷ 360 carried forward at the year’s end, then 151 days to 1 June = 3,860.65 fen
      expect(orders).toMatchObject([{ amount_fen: 831_240n + 3_860n }]);
      await bank(number, 'paid');
      expect((await file(number)).state).toBe('paid');
      expect(await liveHolds(agency.db, owner)).toEqual([]);
      await relationshipIsAs(ground, owner);
      await allProofsHold();
    },
  );

  it('gives ten working days, over the holidays that the notices name', async () => {
    const owner = await agency.person('death');
    const { dueOn, dueProvisional } = await apply(owner, 'death');
    // Monday 1 June; 19 June 2026 is the Dragon Boat Festival and not reached.
    expect([dueOn, dueProvisional]).toEqual(['2026-06-15', false]);
  });

  it('keeps a draft without holding the account, and assesses it when it is submitted', async () => {
    const owner = await agency.person('nationality-lost');
    const { number } = await must(
      run((tx) => applyForWithdrawal(tx, { ...application(owner, 'nationality-lost'), submit: false })),
    );
    expect((await file(number)).state).toBe('draft');
    expect(await liveHolds(agency.db, owner)).toEqual([]);
    await must(
      run((tx) => submitApplication(tx, { ...by(citizen('insured', owner), number), applyAnyway: false })),
    );
    expect(await liveHolds(agency.db, owner)).toHaveLength(1);
    const submitted = (await actionsOf(agency.db.app, await file(number))).at(-1);
    expect(submitted).toMatchObject({
      action: 'submit',
      data: { workingDays: 10, findings: { status: 'open' } },
    });
  });
});

describe('the proofs', () => {
  it.each([
    [
      'a hold set free by hand',
      `UPDATE account_hold SET released_at = now(), released_by = 'refusal' WHERE case_id = $1`,
    ],
    ['a payment order made away with', 'DELETE FROM payment_order WHERE case_id = $2'],
    [
      'a payment stopped without an objection',
      `UPDATE payment_order SET standing = 'contested' WHERE case_id = $2`,
    ],
  ])('find %s', async (_, tamper) => {
    const open = await apply(await agency.person('death'), 'death');
    const settled = await approvedCase(await agency.person('death'), 'death');
    await must(settle(settled.number));
    await inTransaction(db.superuser, async (tx) => {
      await tx.rows(tamper.replace('$2', '$1'), [tamper.includes('$2') ? settled.id : open.id]);
      const broken: unknown[] = [];
      for (const proof of withdrawalProofs) broken.push(...(await proof.run(tx, () => {})).broken);
      expect(broken).toHaveLength(1);
      return { ok: false, refusal: { code: 'test.roll-back' } };
    });
  });
});

describe('twice is once', () => {
  it('when a step is sent twice, the second is refused and nothing more happens', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    await must(propose(number, 'approve'));
    expect(await propose(number, 'approve')).toMatchObject({ refusal: { code: 'casework.not-now' } });
    const both = await Promise.all([approve(number), approve(number)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await decisionsOf(agency.db.app, await file(number))).toHaveLength(1);
  });

  it('when two settle at once, one payment order is made', async () => {
    const owner = await agency.person('death');
    const { number } = await approvedCase(owner, 'death');
    const three = await Promise.all([settle(number), settle(number), settle(number)]);
    expect(three.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await orderOf(agency.db, owner)).toHaveLength(1);
    expect(await settle(number)).toMatchObject({ refusal: { code: 'casework.not-now' } });
    await allProofsHold();
  });

  it('when the program dies between approval and settlement, the next run settles it', async () => {
    const owner = await agency.person('nationality-lost');
    const { number } = await approvedCase(owner, 'nationality-lost');
    const died = inTransaction(agency.db.app, async (tx) => {
      await must(settleApproved(tx, by(system, number)));
      throw new Error('the power fails');
    });
    await expect(died).rejects.toThrow('the power fails');
    expect(await orderOf(agency.db, owner)).toEqual([]);
    expect((await settleAllApproved(agency.context)).settled).toContain(number);
    expect((await settleAllApproved(agency.context)).settled).not.toContain(number);
    expect(await orderOf(agency.db, owner)).toHaveLength(1);
    expect(await readAccount(agency.db.app, owner)).toMatchObject({ balanceFen: 0n, closedOn: '2026-06-01' });
  });
});

describe('a decision', () => {
  it('to approve is not proposed while papers or the payee are missing', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    const told = await propose(number, 'approve');
    expect(told).toMatchObject({ refusal: { code: 'withdrawal.not-supported' } });
    expect(told.ok ? [] : told.refusal.problems?.map(({ path }) => path)).toContain('payee');
    expect((await file(number)).state).toBe('submitted');
  });

  it('to refuse is not proposed where nothing stands against the application', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    expect(await propose(number, 'refuse')).toMatchObject({ refusal: { code: 'withdrawal.not-supported' } });
  });

  it('to refuse frees the account and leaves the money where it is', async () => {
    const owner = await agency.person('settled-abroad-before-retirement');
    await agency.record(owner, 'roster', { onEmployerRoster: true, since: '2026-05-01' });
    const { number } = await apply(owner, 'settled-abroad-before-retirement');
    await must(propose(number, 'refuse'));
    expect(await approve(number)).toMatchObject({ ok: true, value: { state: 'refused' } });
    expect(await liveHolds(agency.db, owner)).toEqual([]);
    expect(await readAccount(agency.db.app, owner)).toMatchObject({ balanceFen: 831_240n });
    expect(await settle(number)).toMatchObject({ refusal: { code: 'casework.closed' } });
  });

  it('needs a second officer: the maker cannot approve, nor can a clerk', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    await must(
      run((tx) => proposeWithdrawalDecision(tx, { ...by(both, number), outcome: 'approve', note: '' })),
    );
    expect(await approve(number, both)).toMatchObject({ refusal: { code: 'casework.maker-is-checker' } });
    expect(await approve(number, clerk)).toMatchObject({ refusal: { code: 'casework.not-yours' } });
    expect((await file(number)).state).toBe('proposed');
    expect(await approve(number)).toMatchObject({ ok: true });
  });

  it('goes back to review when the facts changed between proposal and approval, and names what changed', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    await must(propose(number, 'approve'));
    await agency.record(owner, 'investigation', { open: true, legalBasis: '社会保险法 第八十八条' });
    expect(await approve(number)).toMatchObject({
      refusal: {
        code: 'withdrawal.facts-changed',
        problems: [{ path: 'status' }, { path: 'conditions.no-open-investigation' }],
      },
    });
    expect((await file(number)).state).toBe('in-review');
    expect((await decisionsOf(agency.db.app, await file(number)))[0]?.approval).toBeNull();
    expect(await liveHolds(agency.db, owner)).toHaveLength(1);
    await agency.record(owner, 'investigation', { open: false, legalBasis: null });
    await must(propose(number, 'approve'));
    expect(await approve(number)).toMatchObject({ ok: true });
  });

  it('goes back to review where another payee was slipped in after the proposal', async () => {
    const owner = await agency.person('death');
    const { number, id } = await apply(owner, 'death');
    await completePapers(number);
    await must(propose(number, 'approve'));
    await agency.db.app.rows(
      `SELECT record_payee($1, $2, 'successor', '别人', '102584000002', '银行', '\\x01', '9999', now())`,
      [owner, id],
    );
    expect(await approve(number)).toMatchObject({ refusal: { code: 'withdrawal.facts-changed' } });
    expect((await file(number)).state).toBe('in-review');
    expect((await decisionsOf(agency.db.app, await file(number)))[0]?.approval).toBeNull();
  });

  it('that was returned to the maker cannot be approved any more; a new one can', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    await must(propose(number, 'approve'));
    expect(await run((tx) => returnToMaker(tx, { ...by(reviewer, number), reason: ' ' }))).toMatchObject({
      refusal: { code: 'withdrawal.bad-input' },
    });
    await must(run((tx) => returnToMaker(tx, { ...by(reviewer, number), reason: '户名看不清' })));
    expect(await approve(number)).toMatchObject({ refusal: { code: 'casework.not-now' } });
    await must(propose(number, 'approve'));
    expect(await approve(number)).toMatchObject({ ok: true });
    expect(
      (await decisionsOf(agency.db.app, await file(number))).map(({ approval }) => approval !== null),
    ).toEqual([false, true]);
  });

  it('is not approved in place of the one that the reviewer read', async () => {
    const owner = await agency.person('death');
    const { number } = await apply(owner, 'death');
    await completePapers(number);
    await must(propose(number, 'approve'));
    const approving = { ...by(reviewer, number), decisionId: 'dec_other' };
    expect(await approveOrSendBack(approving)).toMatchObject({
      refusal: { code: 'casework.changed-meanwhile' },
    });
  });
});

async function relationshipIsAs(ground: SampleGround, owner: string): Promise<void> {
  const account = await readAccount(agency.db.app, owner);
  const situation = await situationOf(agency.db.app, { owner });
  const continues = ground === 'retired-treated-elsewhere';
  const moved = ground === 'balance-refused' || ground === 'no-receiving-account';
  expect(account).toMatchObject({ balanceFen: 0n, closedOn: continues || moved ? null : '2026-06-01' });
  const status = continues ? undefined : moved ? 'transferred' : 'terminated';
  expect(situation?.relationship?.status).toBe(status);
}

async function allProofsHold(): Promise<void> {
  for (const proof of [
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...withdrawalProofs,
  ]) {
    expect((await proof.run(agency.db.app, () => {})).broken, proof.name).toEqual([]);
  }
  const { leftFen, rightFen } = equationOf(await trialBalance(agency.db.app));
  expect(leftFen).toBe(rightFen);
}
