import { describe, expect, it } from 'vitest';
import { shanghaiDate } from '#basics';
import { endToEndId, importStatement, ordersOfCase, writeCamt053 } from '#business/payments';
import { actionsOf, caseworkProofs, decisionsOf, openCase } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { explainWithdrawal } from './explain-withdrawal.ts';
import { namePayee } from './name-payee.ts';
import { objectToDecision } from './object.ts';
import { paymentMoves } from './payment-moves.ts';
import { withdrawalProofs } from './proofs.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { requestMaterials } from './request-materials.ts';
import { settleAllApproved } from './settle-withdrawal.ts';
import { debtor, must, sampleSteps } from './steps.testing.ts';
import { submitApplication } from './submit-application.ts';
import { takeUpWithdrawal } from './take-up.ts';
import {
  citizen,
  clerk,
  finance,
  liveHolds,
  orderOf,
  payee,
  sampleAgency,
  sampleRules,
} from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';
import { withdrawalProcess } from './withdrawal.ts';
import { withdrawalProcess1 } from './withdrawal-1.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(61),
  random: testRandom(61),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 80_000n, balanceOn: '2025-12-31' }),
});
const { by, run, file, completePapers, propose, approve, settle, approvedCase, bank } = sampleSteps(agency);

/** Approved, and then the person’s death becomes known. */
async function diedAfterApproval() {
  const owner = await agency.person('nationality-lost');
  const { number } = await approvedCase(owner, 'nationality-lost');
  await agency.record(owner, 'died', { on: '2026-05-30' });
  return { owner, number };
}

describe('a case whose facts changed after its approval', () => {
  it('is not settled but comes back with what changed, and keeps its hold', async () => {
    const { owner, number } = await diedAfterApproval();
    const { settled, cameBack } = await settleAllApproved(agency.context);
    expect([settled.includes(number), cameBack.includes(number)]).toEqual([false, true]);
    expect(await orderOf(db, owner)).toEqual([]);
    expect(await liveHolds(db, owner)).toHaveLength(1);
    const view = await must(readWithdrawal(db.app, by(clerk, number)));
    expect(view.state).toBe('came-back');
    expect(view.cameBack?.map(({ path }) => path)).toContain('status');
    expect(await settle(number)).toMatchObject({ refusal: { code: 'casework.not-now' } });
    await allProofsHold();
  });

  it('is decided anew: the approval counts no more, and the account is free after the refusal', async () => {
    const { owner, number } = await diedAfterApproval();
    await must(settle(number));
    const early = await run((tx) => withdrawApplication(tx, by(citizen('insured', owner), number)));
    expect(early).toMatchObject({ refusal: { code: 'casework.not-now' } });
    await must(run((tx) => takeUpWithdrawal(tx, by(clerk, number))));
    await must(propose(number, 'refuse'));
    expect(await approve(number)).toMatchObject({ ok: true, value: { state: 'refused' } });
    expect(await liveHolds(db, owner)).toEqual([]);
    await allProofsHold();
  });

  it('is paid after all where the change was put right, or taken back by the applicant', async () => {
    const owner = await agency.person('settled-abroad-before-retirement');
    const { number, id } = await approvedCase(owner, 'settled-abroad-before-retirement');
    await agency.record(owner, 'roster', { onEmployerRoster: true, since: '2026-05-31' });
    expect(await settle(number)).toMatchObject({ ok: true, value: { state: 'came-back' } });
    await agency.record(owner, 'roster', { onEmployerRoster: false, since: '2026-06-01' });
    await must(propose(number, 'approve'));
    const [first] = await decisionsOf(db.app, { ownerId: owner, id });
    // The first approval cannot be used behind the program’s back any more.
    const direct = db.app.rows(
      `SELECT settle_withdrawal($1, $2, $3, interest_to_date($1, '2026-06-01'), 'j1', 'j2', 'a', 'o', '2026-06-01', now())`,
      [owner, id, first?.id],
    );
    await expect(direct).rejects.toThrow('ledger.not-approved');
    await must(approve(number));
    await must(settle(number));
    expect(await orderOf(db, owner)).toHaveLength(1);
    const other = await diedAfterApproval();
    await must(settle(other.number));
    await must(run((tx) => takeUpWithdrawal(tx, by(clerk, other.number))));
    await must(run((tx) => withdrawApplication(tx, by(citizen('insured', other.owner), other.number))));
    expect(await liveHolds(db, other.owner)).toEqual([]);
    await allProofsHold();
  });

  it('cannot be set aside by hand while it is approved, nor by who is no clerk, nor once it was settled', async () => {
    const owner = await agency.person('nationality-lost');
    const { number, id } = await approvedCase(owner, 'nationality-lost');
    const decision = (await decisionsOf(db.app, { ownerId: owner, id })).at(-1)?.id;
    const aside = (token: string) =>
      db.app.rows('SELECT set_aside_approval($1, $2, $3, now())', [token, owner, decision]);
    await expect(aside('token-clerk')).rejects.toThrow('casework.no-decision');
    await expect(db.app.rows(`SELECT release_hold($1, $2, 'refusal', now())`, [owner, id])).rejects.toThrow(
      'ledger.approved-stays-held',
    );
    await must(settle(number));
    await expect(aside('token-clerk')).rejects.toThrow('casework.changed-meanwhile');
    await expect(aside('token-finance')).rejects.toThrow('access.role-missing');
  });
});

describe('a case that was opened under the first version of the procedure', () => {
  async function openedBefore() {
    const owner = await agency.person('settled-abroad-before-retirement');
    const { ids, random } = agency.context;
    const opened = await inTransaction(db.app, async (tx) => ({
      ok: true,
      value: await openCase(tx, {
        ...{
          process: withdrawalProcess1,
          ownerId: owner,
          subject: 'settled-abroad-before-retirement',
          clock,
          ids,
          random,
        },
        ...{
          ruleSet: sampleRules.id,
          ruleVersion: sampleRules.version,
          officeId: 'ofc_test',
          channel: 'window',
        },
        numberPrefix: 'SZ',
      }),
    }));
    const { number } = await must(opened);
    await must(run((tx) => submitApplication(tx, { ...by(clerk, number), applyAnyway: false })));
    return { owner, number };
  }
  const ask = (number: string) =>
    run((tx) =>
      requestMaterials(tx, {
        ...by(clerk, number),
        again: [{ materialId: 'identity-document', reason: 'expired' }],
        note: '',
      }),
    );

  it('runs to its end by that version: papers are asked for once, and its refusal is the end', async () => {
    const { owner, number } = await openedBefore();
    await must(run((tx) => requestMaterials(tx, { ...by(clerk, number), again: [], note: '' })));
    await completePapers(number);
    expect(await ask(number)).toMatchObject({ refusal: { code: 'casework.already-done' } });
    await agency.record(owner, 'roster', { onEmployerRoster: true, since: '2026-05-31' });
    await must(propose(number, 'refuse'));
    await must(approve(number));
    const objecting = { ...by(citizen('insured', owner), number), reason: '不同意' };
    expect(await run((tx) => objectToDecision(tx, objecting))).toMatchObject({
      refusal: { code: 'casework.unknown-action' },
    });
    const view = await must(readWithdrawal(db.app, by(clerk, number)));
    expect(view.actions.map(({ action }) => action)).not.toContain('object');
    const told = await must(explainWithdrawal(db.app, { ...by(clerk, number), verify: true }));
    expect(told.verification).toEqual({ same: true, chainWhole: true });
    await allProofsHold();
  });

  it('is settled as before, and refused where its facts changed', async () => {
    const { owner, number } = await openedBefore();
    await completePapers(number);
    await must(propose(number, 'approve'));
    await must(approve(number));
    await agency.record(owner, 'roster', { onEmployerRoster: true, since: '2026-05-31' });
    expect(await settle(number)).toMatchObject({
      refusal: { code: 'withdrawal.changed-since-approval', problems: [{ path: 'status' }, {}] },
    });
    await agency.record(owner, 'roster', { onEmployerRoster: false, since: '2026-06-01' });
    expect(await settle(number)).toMatchObject({
      ok: true,
      value: { state: 'settled', processVersion: '1' },
    });
    expect((await actionsOf(db.app, await file(number))).map(({ action }) => action)).not.toContain(
      'come-back',
    );
    await allProofsHold();
  });

  it('opens again when the bank sends its money back days after it was paid, is corrected and paid', async () => {
    const { owner, number } = await openedBefore();
    await completePapers(number);
    await must(propose(number, 'approve'));
    await must(approve(number));
    await must(settle(number));
    await bank(number, 'paid');
    clock.advance({ days: 3 });
    const { id: caseId } = await file(number);
    const [order] = await ordersOfCase(db.app, { owner, caseId });
    const moved = {
      endToEndId: endToEndId({ orderId: order?.orderId ?? '', attempt: 1 }),
      ...{ amountFen: order?.amountFen ?? 0n, bookedOn: shanghaiDate(clock.now()) },
    };
    const xml = writeCamt053({
      ...{ messageId: 'S-1', at: clock.now(), accountNumber: debtor.accountNumber, sequence: 1 },
      ...{ on: shanghaiDate(clock.now()), openingFen: 0n },
      entries: [
        { ...moved, reference: 'D-1', direction: 'out' },
        { ...moved, reference: 'R-1', direction: 'in', returned: 'AC04' },
      ],
    });
    const paying = { ...agency.context, ...paymentMoves(agency.context), debtor };
    await must(importStatement(paying, { caller: finance, xml }));
    expect(await file(number)).toMatchObject({ state: 'returned', processVersion: '1' });
    await must(run((tx) => namePayee(tx, { ...by(clerk, number), payee })));
    expect(await file(number)).toMatchObject({ state: 'settled', dueOn: expect.any(String) });
    await bank(number, 'paid');
    expect(await file(number)).toMatchObject({ state: 'paid' });
    await allProofsHold();
  });
});

async function allProofsHold(): Promise<void> {
  for (const proof of [
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...withdrawalProofs,
  ]) {
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
  }
}
