import { describe, expect, it } from 'vitest';
import { adjustmentProofs } from '#business/adjustment';
import { lettersProofs, listLetters, printHtml } from '#business/letters';
import {
  correctPayee,
  endToEndId,
  importStatement,
  ordersOfCase,
  paymentsProofs,
  writeCamt053,
} from '#business/payments';
import { successionProofs } from '#business/succession';
import { measuresOf, supervisionProofs } from '#business/supervision';
import { caseworkProofs } from '#engines/casework';
import { equationOf, ledgerProofs, readAccount, trialBalance } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { today } from './context.ts';
import { heirSteps } from './heirs.testing.ts';
import { namePayee } from './name-payee.ts';
import { objectToDecision, withdrawObjection } from './object.ts';
import { openFollowUps } from './open-follow-ups.ts';
import { paymentMoves } from './payment-moves.ts';
import { withdrawalProofs } from './proofs.ts';
import { proposeWithdrawalDecision } from './propose-decision.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { debtor, must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk, clerk2, finance, payee, reviewer2, sampleAgency } from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const ids = testIds(84);
const agency = await sampleAgency({
  ...{ db, clock, ids, random: testRandom(84) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, run, apply, file, propose, approve, settle, settledCase, bank } = steps;
const heirs = heirSteps(agency, steps);

describe('money that the bank sends back although somebody objects to the payment', () => {
  it('waits for the outcome; the decision upheld, the account is corrected and it is paid again', async () => {
    const { owner, number } = await objectedAfterPayment();
    expect(await sentBack(owner)).toEqual(['booked', 'returned']);
    expect((await file(number)).state).toBe('objection');
    expect(await standings(owner)).toEqual(['contested']);
    await proofsHold();
    const view = await must(readWithdrawal(db.app, by(clerk2, number)));
    expect(view.payment?.where.en).toContain('waits for the outcome');
    expect(await lastLetter(number)).toContain('结果出来以前不付给任何人');
    await expect(bank(number, 'paid')).rejects.toThrow('payments.not-due');
    await expect(correctionOf(owner)).resolves.toMatchObject({ refusal: { code: 'payments.not-returned' } });
    await must(answer(number, 'approve'));
    expect(await must(approve(number, reviewer2))).toMatchObject({ state: 'returned' });
    const corrected = { ...payee, name: '张小明', accountNumber: '6222024000000000102' };
    await must(run((tx) => namePayee(tx, { ...by(clerk, number), payee: corrected })));
    await bank(number, 'paid');
    expect((await file(number)).state).toBe('paid');
    await proofsHold();
  });

  it('goes into the account where the decision is revoked, and nothing is to be recovered', async () => {
    const { owner, number, amountFen } = await objectedAfterPayment();
    await must(answer(number, 'refuse'));
    expect(await sentBack(owner)).toEqual(['booked', 'returned']);
    expect((await file(number)).state).toBe('objection-proposed');
    expect(await must(approve(number, reviewer2))).toMatchObject({ state: 'revoked' });
    expect(await standings(owner)).toEqual(['refunded']);
    expect(await balance(owner)).toBe(amountFen);
    expect((await recovery(owner)).items).toEqual([]);
    await proofsHold();
  });

  it('waits for a correction as soon as whoever objected takes it back', async () => {
    const { owner, number } = await objectedAfterPayment();
    await sentBack(owner);
    const back = await run((tx) => withdrawObjection(tx, by(citizen('successor', owner), number)));
    expect(back).toMatchObject({ ok: true, value: { state: 'returned' } });
    await proofsHold();
  });
});

describe('money that the bank sends back after the payment was revoked', () => {
  it.each([0n, 1n, 40_000n])(
    'settles what is still owed of the recovery order, %s fen having come in before, and is in the account in full',
    async (receivedFen) => {
      const { owner, number, amountFen } = await objectedAfterPayment();
      await must(answer(number, 'refuse'));
      await must(approve(number, reviewer2));
      const measureId = (await recovery(owner)).items[0]?.measureId ?? '';
      if (receivedFen > 0n) await received(owner, { measureId, amountFen: receivedFen });
      expect(await sentBack(owner)).toEqual(['booked', 'returned']);
      expect((await recovery(owner)).items).toMatchObject([
        {
          ...{ measureId, state: 'paid', owedFen: 0n },
          receipts: [
            ...(receivedFen > 0n ? [{ way: 'instalment', amountFen: receivedFen }] : []),
            { way: 'sent-back', amountFen: amountFen - receivedFen },
          ],
        },
      ]);
      expect(await file(number)).toMatchObject({ state: 'revoked', dueOn: null });
      expect(await lastLetter(number)).toContain('这笔款项已全部记入个人账户');
      expect(await standings(owner)).toEqual(['refunded']);
      expect(await balance(owner)).toBe(amountFen);
      await expect(bank(number, 'paid')).rejects.toThrow('payments.not-due');
      // The ground was revoked with the decision: nothing opens a case on it by itself.
      expect(await openFollowUps(agency.context)).toEqual([]);
      await proofsHold();
    },
  );
});

describe('of several heirs', () => {
  it('one is refunded after the other was paid: the case ends paid, and a payment that comes back opens it again', async () => {
    const { owner, number } = await divided(['周强', '周梅']);
    await heirs.bank(['周梅']);
    expect((await file(number)).state).toBe('returned');
    await refunded(owner, '周梅');
    await openFollowUps(agency.context);
    expect((await file(number)).state).toBe('paid');
    expect((await standings(owner)).sort()).toEqual(['divided', 'open', 'refunded']);
    const advice = await lastLetter(number, 'payment-advice');
    // The half that went back, and the half that was paid; not the whole of 1,004.83.
    expect(advice.match(/502\.\d\d|1,004/g)).toEqual(['502.41', '502.42']);
    expect(advice).toContain('伍佰零贰元肆角贰分');
    await proofsHold();
    expect(await sentBack(owner)).toEqual(['booked', 'returned']);
    expect((await file(number)).state).toBe('returned');
    await refunded(owner, '周强');
    await openFollowUps(agency.context);
    expect((await file(number)).state).toBe('refunded');
    await proofsHold();
  });

  it('the last is paid after another’s share went back into the account: the bank’s word is taken all the same', async () => {
    const { owner, number } = await divided(['吴强', '吴梅']);
    await heirs.bank(['吴强', '吴梅']);
    await refunded(owner, '吴强');
    await must(heirs.account(number, await heirOf(owner, '吴梅'), '吴梅'));
    await heirs.bank();
    expect((await file(number)).state).toBe('paid');
    await proofsHold();
  });

  it('the rest is paid within the days that were left once a returned share went into the account', async () => {
    const { owner, number } = await divided(['孙强', '孙梅'], ['孙强']);
    const due = (await file(number)).dueOn;
    clock.advance({ days: 1 });
    await heirs.bank(['孙强']);
    expect(await file(number)).toMatchObject({ state: 'returned', dueOn: null });
    await refunded(owner, '孙强');
    await openFollowUps(agency.context);
    expect(await file(number)).toMatchObject({ state: 'settled', dueOn: due });
    await proofsHold();
  });

  it('the rest has the days of a withdrawal anew where the case had been over', async () => {
    const { owner, number } = await divided(['钱强', '钱梅']);
    const due = (await file(number)).dueOn ?? '';
    await heirs.bank();
    expect(await file(number)).toMatchObject({ state: 'paid', dueOn: null });
    for (const place of [0, 1]) expect(await sentBack(owner, place)).toEqual(['booked', 'returned']);
    await must(heirs.account(number, await heirOf(owner, '钱梅'), '钱梅'));
    expect((await file(number)).state).toBe('returned');
    await refunded(owner, '钱强');
    await openFollowUps(agency.context);
    const anew = await file(number);
    expect(anew.state).toBe('settled');
    expect((anew.dueOn ?? '') > due).toBe(true);
    await proofsHold();
  });

  it('a share that was disputed after it was paid is kept back when the bank sends it back', async () => {
    const { owner, number, heirIds } = await divided(['郑强', '郑梅']);
    const [son = '', daughter = ''] = heirIds;
    await heirs.bank();
    expect((await file(number)).state).toBe('paid');
    // The word is heard while the case is under way again, because of the other share.
    await sentBack(owner, 0);
    await must(heirs.hear(number, son, 'object', [daughter]));
    expect(await sentBack(owner, 1)).toEqual(['booked', 'returned']);
    expect((await heirs.view(number)).shares.map(({ payment }) => payment?.standing)).toEqual([
      'open',
      'held',
    ]);
    expect((await file(number)).state).toBe('returned');
    expect(await heirs.account(number, daughter, '郑梅')).toMatchObject({
      refusal: { code: 'payments.not-returned' },
    });
    // A correction of the one share leaves nothing to correct; the other waits for the court.
    await must(heirs.account(number, son, '郑强'));
    expect((await file(number)).state).toBe('settled');
    expect(await heirs.bank()).toBe(1);
    await openFollowUps(agency.context);
    expect((await file(number)).state).toBe('paying');
    await proofsHold();
  });

  it('a share that was paid when an heir objected to it, and later to another one too, is kept back when the bank sends it back', async () => {
    const { owner, number, heirIds } = await divided(['卫强', '卫梅', '卫兰']);
    const [son = '', daughter = '', sister = ''] = heirIds;
    await heirs.bank();
    await sentBack(owner, 0);
    for (const disputed of [daughter, sister]) await must(heirs.hear(number, son, 'object', [disputed]));
    expect(await sentBack(owner, 1)).toEqual(['booked', 'returned']);
    const standings = (await heirs.view(number)).shares.map(({ payment }) => payment?.standing);
    expect(standings).toEqual(['open', 'held', 'open']);
    await proofsHold();
  });

  it('a share that is disputed while it waits for a correction leaves the case waiting for nobody’s account', async () => {
    const { number, heirIds } = await divided(['冯强', '冯梅']);
    const [son = '', daughter = ''] = heirIds;
    await heirs.bank(['冯梅']);
    await must(heirs.hear(number, son, 'object', [daughter]));
    await openFollowUps(agency.context);
    expect((await file(number)).state).toBe('settled');
    await proofsHold();
  });
});

async function objectedAfterPayment() {
  const owner = await agency.person('death');
  const { number, id } = await settledCase(owner, 'death');
  await bank(number, 'paid');
  const objecting = { ...by(citizen('successor', owner), number), reason: '收款人不是继承人' };
  await must(run((tx) => objectToDecision(tx, objecting)));
  const [order] = await ordersOfCase(db.app, { owner, caseId: id });
  return { owner, number, amountFen: order?.amountFen ?? 0n };
}

function answer(number: string, outcome: 'approve' | 'refuse') {
  return run((tx) => proposeWithdrawalDecision(tx, { ...by(clerk2, number), outcome, note: '' }));
}

async function divided(names: readonly string[], withAccount = names) {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const heirIds: string[] = [];
  for (const name of names) heirIds.push(await heirs.add(number, name, {}));
  await must(heirs.divide(number));
  for (const [place, name] of names.entries())
    if (withAccount.includes(name)) await must(heirs.account(number, heirIds[place] ?? '', name));
  await heirs.papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  return { owner, number, heirIds };
}

/** What was last written to the person, in Chinese. */
async function lastLetter(number: string, kind = 'money-back'): Promise<string> {
  const last = (await must(listLetters(db.app, { caller: clerk, number }))).at(-1);
  const asked = { number, seq: last?.seq ?? 0, language: 'zh', seal: agency.context.seal } as const;
  expect(last?.kind).toBe(kind);
  return must(printHtml(db.app, { ...asked, caller: clerk }));
}

let statements = 0;

/** The bank's statement of a new day, on which a payment of the person's left and came back. */
async function sentBack(owner: string, place = 0): Promise<readonly string[]> {
  const paid = await db.app.rows<{ orderId: string; attempt: number; amountFen: bigint }>(
    `SELECT a.order_id AS "orderId", a.attempt, a.amount_fen AS "amountFen" FROM payment_attempt a
       JOIN payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
      WHERE a.owner_id = $1 AND a.result IN ('paid', 'sent-back') ORDER BY o.from_fen, a.attempt`,
    [owner],
  );
  const one = paid[place];
  if (!one) throw new Error(`${owner} was paid nothing`);
  statements += 1;
  clock.set(new Date(Date.parse('2026-06-01T02:00:00Z') + statements * 86_400_000).toISOString());
  const on = today(agency.context);
  const moved = { endToEndId: endToEndId(one), amountFen: one.amountFen, bookedOn: on };
  const xml = writeCamt053({
    ...{ messageId: `S-${statements}`, at: clock.now(), accountNumber: debtor.accountNumber },
    ...{ sequence: statements, on, openingFen: 0n },
    entries: [
      { ...moved, reference: `D-${statements}`, direction: 'out' },
      { ...moved, reference: `R-${statements}`, direction: 'in', returned: 'AC04' },
    ],
  });
  const { context } = agency;
  const paying = { ...context, ...paymentMoves(context), debtor };
  const report = await must(importStatement(paying, { caller: finance, xml }));
  return report.statements[0]?.lines.map(({ outcome }) => outcome) ?? [];
}

async function standings(owner: string): Promise<string[]> {
  const rows = await db.app.rows<{ standing: string }>(
    'SELECT standing FROM payment_order WHERE owner_id = $1 ORDER BY from_fen, id',
    [owner],
  );
  return rows.map(({ standing }) => standing);
}

async function balance(owner: string): Promise<bigint | undefined> {
  return (await readAccount(db.app, owner))?.balanceFen;
}

function recovery(owner: string) {
  return measuresOf(db.app, { personId: owner, before: null, limit: 10 });
}

/** One finance officer tells what came in, another takes it in. */
async function received(
  owner: string,
  { measureId, amountFen }: { readonly measureId: string; readonly amountFen: bigint },
): Promise<void> {
  const given = [
    owner,
    measureId,
    `rcp_${owner}`,
    amountFen,
    `B-${owner}`,
    today(agency.context),
    clock.now(),
  ];
  await db.app.rows(`SELECT tell_receipt('token-finance', $1, $2, $3, $4, $5, $6, $7)`, given);
  await db.app.rows(`SELECT recover('token-finance2', $1, $2, $3, 'instalment', $4, $5, $6, $7)`, given);
}

async function heirOf(owner: string, name: string): Promise<string> {
  const row = await db.app.row<{ id: string }>('SELECT id FROM successor WHERE owner_id = $1 AND name = $2', [
    owner,
    name,
  ]);
  return row?.id ?? '';
}

/** Two officers put a share back into the account. */
async function refunded(owner: string, name: string): Promise<void> {
  const row = await db.app.row<{ id: string }>(
    'SELECT id FROM payment_order WHERE owner_id = $1 AND party_id = $2',
    [owner, await heirOf(owner, name)],
  );
  const id = ids.next('adj');
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, 'refund', NULL, NULL, NULL, $4, NULL, NULL, $3, '退回账户', '说明 1', now())`,
    [owner, id, row?.id, today(agency.context)],
  );
  await db.app.rows(`SELECT decide_adjustment('token-reviewer', $1, $2, true, NULL, $3, now())`, [
    owner,
    id,
    ids.next('jnl'),
  ]);
}

/** A clerk types a correction while the objection is open, past the case. */
async function correctionOf(owner: string) {
  const row = await db.app.row<{ caseId: string }>(
    'SELECT case_id AS "caseId" FROM payment_order WHERE owner_id = $1',
    [owner],
  );
  const { context } = agency;
  const asked = { caller: clerk, owner, caseId: row?.caseId ?? '', ...payee };
  return run((tx) => correctPayee(tx, { ...context, ...paymentMoves(context) }, asked));
}

async function proofsHold(): Promise<void> {
  for (const proof of [
    ...[...ledgerProofs, ...paymentsProofs, ...adjustmentProofs, ...supervisionProofs, ...successionProofs],
    ...[
      ...lettersProofs,
      ...withdrawalProofs,
      ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ],
  ])
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
}
