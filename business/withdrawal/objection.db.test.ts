import { describe, expect, it } from 'vitest';
import { adjustmentProofs } from '#business/adjustment';
import { printHtml } from '#business/letters';
import { paymentsProofs } from '#business/payments';
import { supervisionProofs } from '#business/supervision';
import { caseworkProofs, objectionsOf } from '#engines/casework';
import { equationOf, ledgerProofs, readAccount, trialBalance } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { explainWithdrawal } from './explain-withdrawal.ts';
import { objectToDecision, withdrawObjection } from './object.ts';
import { withdrawalProofs } from './proofs.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { returnToMaker } from './return-to-maker.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { lettersInDatabase } from './telling/testing.store.ts';
import {
  both,
  citizen,
  clerk,
  clerk2,
  liveHolds,
  orderOf,
  reviewer,
  reviewer2,
  sampleAgency,
} from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(91),
  random: testRandom(91),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { by, run, apply, file, completePapers, propose, approve, settle, settledCase, bank } =
  sampleSteps(agency);

const object = (number: string, owner: string, kind: 'insured' | 'successor' = 'insured') =>
  run((tx) => objectToDecision(tx, { ...by(citizen(kind, owner), number), reason: '材料其实已经交了' }));
const answer = (number: string, outcome: 'approve' | 'refuse', caller = clerk2) =>
  run((tx) => proposeWithdrawalDecision(tx, { ...by(caller, number), outcome, note: '' }));
const standing = async (owner: string) =>
  (
    await db.app.rows<{ standing: string }>('SELECT standing FROM payment_order WHERE owner_id = $1', [owner])
  )[0]?.standing;

/** Refused because the employer had not taken the person off the roster yet. */
async function refused() {
  const owner = await agency.person('settled-abroad-before-retirement');
  await agency.record(owner, 'roster', { onEmployerRoster: true, since: '2026-05-01' });
  const { number } = await apply(owner, 'settled-abroad-before-retirement');
  await completePapers(number);
  await must(propose(number, 'refuse'));
  await must(approve(number));
  return { owner, number };
}

describe('an objection to a refusal', () => {
  it('is told with it, is decided by two others, and turns it into a payment', async () => {
    const { owner, number } = await refused();
    const told = await must(readWithdrawal(db.app, by(citizen('insured', owner), number)));
    expect(told.remedies).toMatchObject({ until: '2026-07-31', used: false });
    expect(told.remedies?.text.zh).toContain('《中华人民共和国社会保险法》第 83 条');
    const objected = await must(object(number, owner));
    // A limit of its own: thirty working days, without the Dragon Boat Festival.
    expect(objected).toMatchObject({ state: 'objection', dueOn: '2026-07-14' });
    await agency.record(owner, 'roster', { onEmployerRoster: false, since: '2026-05-20' });
    const buttons = (await must(readWithdrawal(db.app, by(clerk, number)))).actions;
    expect(buttons.find(({ action }) => action === 'propose-to-change')).toMatchObject({
      ...{ allowed: false, code: 'casework.decided-before' },
      why: { en: expect.stringContaining('cannot decide again') },
    });
    expect(await answer(number, 'approve', clerk)).toMatchObject({
      refusal: { code: 'casework.decided-before' },
    });
    await must(answer(number, 'approve'));
    expect(await approve(number)).toMatchObject({ refusal: { code: 'casework.decided-before' } });
    expect(await approve(number, reviewer2)).toMatchObject({ ok: true, value: { state: 'approved' } });
    const approved = await must(readWithdrawal(db.app, by(citizen('insured', owner), number)));
    expect(approved.remedies).toMatchObject({ until: null, used: false });
    expect(approved.remedies?.text.zh).toMatch(
      /^要向本机构提出异议的，账户结清之日起 60 天内提出，结清以前还不能提.*行政复议.*行政诉讼/,
    );
    expect(await liveHolds(db, owner)).toHaveLength(1);
    await must(settle(number));
    await bank(number, 'paid');
    expect((await file(number)).state).toBe('paid');
    expect(await objectionsOf(db.app, await file(number))).toMatchObject([{ outcome: 'changed' }]);
    const explained = await must(explainWithdrawal(db.app, { ...by(clerk, number), verify: true }));
    expect(explained.verification).toEqual({ same: true, chainWhole: true });
    await allProofsHold();
  });

  it('that is upheld leaves it as it was and is not made a second time', async () => {
    const { owner, number } = await refused();
    await must(object(number, owner));
    expect(await answer(number, 'approve')).toMatchObject({ refusal: { code: 'withdrawal.not-supported' } });
    await must(answer(number, 'refuse'));
    await must(run((tx) => returnToMaker(tx, { ...by(reviewer2, number), reason: '请再看在册记录' })));
    await must(answer(number, 'refuse'));
    expect(await approve(number, reviewer2)).toMatchObject({
      ok: true,
      value: { state: 'refused', dueOn: null },
    });
    expect(await object(number, owner)).toMatchObject({ refusal: { code: 'casework.need-missing' } });
    expect(await liveHolds(db, owner)).toEqual([]);
    await allProofsHold();
  });

  it('goes back to its clerk where the facts changed before the second officer’s word', async () => {
    const { owner, number } = await refused();
    await must(object(number, owner));
    await must(answer(number, 'refuse'));
    await agency.record(owner, 'roster', { onEmployerRoster: false, since: '2026-05-20' });
    expect(await approve(number, reviewer2)).toMatchObject({ refusal: { code: 'withdrawal.facts-changed' } });
    expect((await file(number)).state).toBe('objection');
  });

  it('is taken in time only, with a reason, and can be taken back', async () => {
    const { owner, number } = await refused();
    const empty = { ...by(citizen('insured', owner), number), reason: ' ' };
    expect(await run((tx) => objectToDecision(tx, empty))).toMatchObject({
      refusal: { code: 'withdrawal.bad-input' },
    });
    clock.set('2026-08-01T00:00:00+08:00');
    expect(await object(number, owner)).toMatchObject({ refusal: { code: 'casework.need-missing' } });
    clock.set('2026-07-31T23:00:00+08:00');
    await must(object(number, owner));
    const back = await run((tx) => withdrawObjection(tx, by(citizen('insured', owner), number)));
    expect(back).toMatchObject({ ok: true, value: { state: 'refused' } });
    clock.set('2026-06-01T10:00:00+08:00');
  });
});

describe('an objection to a payment', () => {
  it('stops an order that was not paid, and lets it go again where the decision is upheld', async () => {
    const owner = await agency.person('death');
    const { number } = await settledCase(owner, 'death');
    await must(object(number, owner, 'successor'));
    expect(await standing(owner)).toBe('contested');
    await expect(bank(number, 'paid')).rejects.toThrow('payments.not-due');
    await allProofsHold();
    await must(answer(number, 'approve'));
    expect(await approve(number, reviewer2)).toMatchObject({ ok: true, value: { state: 'settled' } });
    expect(await lastLetter(owner)).toBe('objection-decision');
    // The account is empty by now: the reasons are those on which it was paid, each of them met.
    const letter = await pageOfLastLetter(owner, number);
    expect(letter).toContain('材料其实已经交了');
    expect(letter).toContain('：符合');
    expect(letter).not.toContain('：不符合');
    await bank(number, 'paid');
    expect((await file(number)).state).toBe('paid');
    await allProofsHold();
  });

  it('that is right puts an order that was not paid back into the account', async () => {
    const owner = await agency.person('death');
    const { number } = await settledCase(owner, 'death');
    const [order] = await orderOf(db, owner);
    await must(object(number, owner, 'successor'));
    await must(answer(number, 'refuse'));
    expect(await approve(number, reviewer2)).toMatchObject({ ok: true, value: { state: 'revoked' } });
    expect(await lastLetter(owner)).toBe('objection-decision');
    expect(await standing(owner)).toBe('refunded');
    expect(await readAccount(db.app, owner)).toMatchObject({ balanceFen: order?.amount_fen, closedOn: null });
    await allProofsHold();
  });

  it('that is right makes what was paid recoverable, by the two who decided it', async () => {
    const owner = await agency.person('death');
    const { number } = await settledCase(owner, 'death');
    await bank(number, 'paid');
    await must(object(number, owner, 'successor'));
    await must(answer(number, 'refuse', both));
    expect(await approve(number, both)).toMatchObject({ refusal: { code: 'casework.maker-is-checker' } });
    expect(await approve(number, reviewer)).toMatchObject({ refusal: { code: 'casework.decided-before' } });
    await must(approve(number, reviewer2));
    const measures = await db.app.rows(
      `SELECT s.kind, s.amount_fen, s.maker_id, d.checker_id FROM supervision_step s
         JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id WHERE s.owner_id = $1`,
      [owner],
    );
    const [order] = await orderOf(db, owner);
    expect(measures).toEqual([
      { kind: 'recovery', amount_fen: order?.amount_fen, maker_id: 'off_both', checker_id: 'off_reviewer2' },
    ]);
    await allProofsHold();
  });
});

describe('the database holds an objection to its rules', () => {
  it('and an account that was held anew is not let go on the refusal that was overturned', async () => {
    const { owner, number } = await refused();
    await agency.record(owner, 'roster', { onEmployerRoster: false, since: '2026-05-31' });
    await must(object(number, owner));
    await must(answer(number, 'approve'));
    await must(approve(number, reviewer2));
    expect(await lastLetter(owner)).toBe('decision');
    await db.superuser.rows(
      `INSERT INTO approval_set_aside (owner_id, decision_id, officer_id, set_aside_at)
       SELECT owner_id, decision_id, 'off_clerk', now() FROM decision_approval WHERE owner_id = $1 AND outcome = 'approve'`,
      [owner],
    );
    const { id } = await file(number);
    await expect(db.app.rows(`SELECT release_hold($1, $2, 'refusal', now())`, [owner, id])).rejects.toThrow(
      'ledger.case-not-over',
    );
    await db.superuser.rows('DELETE FROM approval_set_aside WHERE owner_id = $1', [owner]);
  });

  it('even where the program would let the same officers decide', async () => {
    const { owner, number } = await refused();
    const { id, actionCount } = await must(object(number, owner));
    const forged = (decision: string, token: string) =>
      db.app.rows(
        `SELECT propose_decision($1, $2, $3, $4, 'approve', 'death', 'shenzhen', '1', '2026-06-01', '{}', '{}', sha256('a'), now())`,
        [token, owner, decision, id],
      );
    await expect(forged('dec_f1', 'token-clerk')).rejects.toThrow('casework.decided-before');
    await forged('dec_f2', 'token-clerk2');
    const sign = (token: string) =>
      db.app.rows(`SELECT approve_decision($1, $2, 'dec_f2', '2026-06-01', '{}', '{}', sha256('a'), now())`, [
        token,
        owner,
      ]);
    await expect(sign('token-reviewer')).rejects.toThrow('casework.decided-before');
    await expect(
      db.app.rows(`SELECT record_objection($1, 'obj_twice', $2, 'dec_f2', 'usr_1', now())`, [owner, id]),
    ).rejects.toThrow('casework.no-decision');
    const [open] = await objectionsOf(db.app, { ownerId: owner, id });
    const end = (outcome: string, token: string | null) =>
      db.app.rows(`SELECT end_objection($1, $2, $3, $4, 'j', 'm', 'r', 'p', '2026-06-01', now())`, [
        token,
        owner,
        open?.id,
        outcome,
      ]);
    await expect(end('changed', 'token-reviewer2')).rejects.toThrow('casework.no-decision');
    await expect(end('upheld', null)).rejects.toThrow('access.no-session');
    expect(actionCount).toBeGreaterThan(3);
  });

  it('and an objection that was put among the actions alone keeps everybody from deciding', async () => {
    const { owner, number } = await refused();
    const { id, actionCount } = await file(number);
    await db.superuser.rows(
      `INSERT INTO case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
       SELECT owner_id, case_id, $3 + 1, 'object', 'refused', 'objection', actor_kind, actor_id, at, data, hash, hash
         FROM case_action WHERE owner_id = $1 AND case_id = $2 AND seq = $3`,
      [owner, id, actionCount],
    );
    await expect(
      db.app.rows(
        `SELECT propose_decision('token-clerk', $1, 'dec_q', $2, 'approve', 'x', 'x', '1', '2026-06-01', '{}', '{}', sha256('a'), now())`,
        [owner, id],
      ),
    ).rejects.toThrow('casework.changed-meanwhile');
    await db.superuser.rows('DELETE FROM case_action WHERE owner_id = $1 AND case_id = $2 AND seq = $3', [
      owner,
      id,
      actionCount + 1,
    ]);
  });
});

async function allProofsHold(): Promise<void> {
  for (const proof of [
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...[...withdrawalProofs, ...paymentsProofs, ...adjustmentProofs, ...supervisionProofs],
  ]) {
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
  }
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
  expect(ledgerProofs.length).toBeGreaterThan(0);
}

async function lastLetter(owner: string): Promise<string | undefined> {
  return (await lettersInDatabase(db, owner)).at(-1)?.kind;
}

async function pageOfLastLetter(owner: string, number: string): Promise<string> {
  const seq = (await lettersInDatabase(db, owner)).at(-1)?.seq ?? 0;
  const { seal } = agency.context;
  return must(printHtml(db.app, { caller: clerk, number, seq, language: 'zh', seal }));
}
