import { describe, expect, it } from 'vitest';
import { adjustmentProofs } from '#business/adjustment';
import { approveBatch, buildBatch, giveUpBatch, ordersDue, paymentsProofs } from '#business/payments';
import { inTransaction } from '#platform/postgres';
import {
  testApprovedCase,
  testCaseFile,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
} from '#platform/testing';
import { today } from './context.ts';
import { objectToDecision } from './object.ts';
import { paymentMoves } from './payment-moves.ts';
import { withdrawalProofs } from './proofs.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { must, sampleSteps } from './steps.testing.ts';
import {
  both,
  citizen,
  clerk2,
  finance,
  finance2,
  orderOf,
  reviewer2,
  sampleAgency,
} from './testing.store.ts';

/** Finance has put an order into a batch that has not left when somebody objects. */
const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(72), random: testRandom(72) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { by, run, approve, settledCase, file } = sampleSteps(agency);
const paying = { ...agency.context, ...paymentMoves(agency.context) };

async function contestedInBatch() {
  const owner = await agency.person('death');
  const { number } = await settledCase(owner, 'death');
  const orderIds = (await orderOf(db, owner)).map(({ id }) => id);
  const wish = { caller: finance, orderIds, executeOn: today(agency.context) };
  const batch = await must(inTransaction(db.app, (tx) => buildBatch(tx, paying, wish)));
  await must(
    run((tx) => objectToDecision(tx, { ...by(citizen('successor', owner), number), reason: '继承人不对' })),
  );
  return { owner, number, orderIds, batch };
}

const sign = (caller: typeof both, { batchId, digest }: { batchId: string; digest: string }) =>
  inTransaction(db.app, (tx) =>
    approveBatch(tx, paying, { caller, batchId, digest: Buffer.from(digest, 'hex') }),
  );
const giveUp = (batchId: string) =>
  must(
    inTransaction(db.app, (tx) =>
      giveUpBatch(tx, paying, { caller: finance2, batchId, reason: '有人提出异议' }),
    ),
  );
const decide = async (number: string, outcome: 'approve' | 'refuse') => {
  await must(run((tx) => proposeWithdrawalDecision(tx, { ...by(clerk2, number), outcome, note: '' })));
  return approve(number, reviewer2);
};

describe('an objection to a payment that lies in a batch', () => {
  it('stops the batch, and the order is not due again once the batch is given up', async () => {
    const { number, orderIds, batch } = await contestedInBatch();
    const refused = { code: 'payments.order-contested', problems: [{ path: 'lines.1' }] };
    expect(await sign(both, batch)).toMatchObject({ refusal: refused });
    // Past the program the database says the same.
    const typed = `SELECT approve_batch('token-both', $1, decode($2, 'hex'), now())`;
    await expect(db.app.rows(typed, [batch.batchId, batch.digest])).rejects.toThrow(
      'payments.order-contested',
    );
    await giveUp(batch.batchId);
    expect(await ordersDue(db.app, { orderIds, after: null, limit: 10 })).toEqual([]);
    expect(await decide(number, 'approve')).toMatchObject({ value: { state: 'settled' } });
    expect(await ordersDue(db.app, { orderIds, after: null, limit: 10 })).toHaveLength(1);
    await proofsHold();
  });

  it('that is right puts the money back, and the batch never leaves', async () => {
    const { owner, number, batch } = await contestedInBatch();
    expect(await decide(number, 'refuse')).toMatchObject({ value: { state: 'revoked' } });
    expect(await db.app.rows('SELECT standing FROM payment_order WHERE owner_id = $1', [owner])).toEqual([
      { standing: 'refunded' },
    ]);
    for (const caller of [both, finance2])
      expect(await sign(caller, batch)).toMatchObject({ refusal: { code: 'payments.order-contested' } });
    await giveUp(batch.batchId);
    await proofsHold();
  });

  it('that is refused lets the batch leave as it was frozen', async () => {
    const { number, batch } = await contestedInBatch();
    await decide(number, 'approve');
    for (const caller of [both, finance2]) await must(sign(caller, batch));
    expect((await file(number)).state).toBe('paying');
    await proofsHold();
  });
});

describe('the database by itself', () => {
  it('puts money back that the bank sent back while the objection ran, and puts it into no batch before', async () => {
    const { owner, number, orderIds, batch } = await contestedInBatch();
    await giveUp(batch.batchId);
    // As it would stand had the bank had it when somebody objected, and sent it back since.
    await db.superuser.rows(`UPDATE payment_order SET standing = 'open' WHERE owner_id = $1`, [owner]);
    await db.superuser.rows('UPDATE case_objection SET order_id = NULL WHERE owner_id = $1', [owner]);
    const wish = { caller: finance, orderIds, executeOn: today(agency.context) };
    expect(await inTransaction(db.app, (tx) => buildBatch(tx, paying, wish))).toMatchObject({
      refusal: { code: 'payments.order-contested' },
    });
    expect(await decide(number, 'refuse')).toMatchObject({ value: { state: 'revoked' } });
    expect(await db.app.rows('SELECT standing FROM payment_order WHERE owner_id = $1', [owner])).toEqual([
      { standing: 'refunded' },
    ]);
    await proofsHold();
  });

  it('approves no withdrawal whose account is not held: no limit would be set against it', async () => {
    await testPerson(db, { owner: 'psn_unheld', balanceFen: 999_999_999n, balanceOn: '2025-12-31' });
    await testCaseFile(db, { owner: 'psn_unheld', caseId: 'cas_unheld' });
    await db.app.rows(
      `SELECT propose_decision('token-clerk', 'psn_unheld', 'dec_unheld', 'cas_unheld', 'approve', 'death', 'shenzhen', '1',
         '2026-06-01', '{}', '{}', sha256('a'), now())`,
    );
    const approving = () =>
      db.app.rows(
        `SELECT approve_decision('token-reviewer', 'psn_unheld', 'dec_unheld', '2026-06-01', '{}', '{}', sha256('a'), now())`,
      );
    await expect(approving()).rejects.toThrow('ledger.not-held');
    await db.app.rows(`SELECT place_hold('psn_unheld', 'cas_unheld', now())`);
    await expect(approving()).rejects.toThrow('decision_within_limit');
  });

  it('sets the limit of today against it, whatever day the decision names', async () => {
    await db.superuser.rows(`INSERT INTO decision_limit (from_on, amount_fen) VALUES ('2026-06-02', 5)`);
    await testPerson(db, { owner: 'psn_lowered', balanceFen: 5_000n, balanceOn: '2025-12-31' });
    const made = testApprovedCase(db, { owner: 'psn_lowered', caseId: 'cas_lowered', on: '2026-06-01' });
    await expect(made).rejects.toThrow('decision_within_limit');
    await db.superuser.rows(`DELETE FROM decision_limit WHERE from_on = '2026-06-02'`);
  });
});

async function proofsHold(): Promise<void> {
  for (const proof of [...withdrawalProofs, ...paymentsProofs, ...adjustmentProofs])
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
}
