import { expect, it } from 'vitest';
import { endToEndId, exportBatch, importStatement, paymentsProofs, writeCamt053 } from '#business/payments';
import { successionProofs } from '#business/succession';
import { caseworkProofs } from '#engines/casework';
import { ledgerProofs } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { today } from './context.ts';
import { nameHeirPayee } from './heir-accounts.ts';
import { heirSteps } from './heirs.testing.ts';
import { objectToDecision } from './object.ts';
import { paymentMoves } from './payment-moves.ts';
import { withdrawalProofs } from './proofs.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { debtor, must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk, finance, sampleAgency } from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(72),
  random: testRandom(72),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, run, apply, file, propose, approve, settle } = steps;
const { add, divide, account, papers, view, bank } = heirSteps(agency, steps);

it('a share that comes back days after all were paid opens the case again for that heir alone, who is paid abroad', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const son = await add(number, '周强', {});
  const daughter = await add(number, '周梅', { nameLatin: 'Zhou Mei' });
  await must(divide(number));
  await must(account(number, son, '周强'));
  await must(account(number, daughter, '周梅'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  expect(await bank()).toBe(2);
  expect(await file(number)).toMatchObject({ state: 'paid', dueOn: null });

  clock.set('2026-06-04T10:00:00+08:00');
  expect(await sentBack(number, 1)).toEqual(['booked', 'returned']);
  expect((await file(number)).state).toBe('returned');
  expect((await view(number)).heirs.map(({ name, nameLatin }) => [name, nameLatin])).toEqual([
    ['周强', null],
    ['周梅', 'Zhou Mei'],
  ]);
  expect((await view(number)).shares.map(({ payment }) => payment?.result)).toEqual(['paid', 'returned']);
  await proofsHold();
  expect(await account(number, son, '周强')).toMatchObject({ refusal: { code: 'payments.not-returned' } });

  const abroad = {
    ...{ currency: 'USD', charges: 'SHAR' as const },
    address: { street: 'Main Street', building: '1', postcode: '10001', town: 'New York', country: 'US' },
  };
  const there = { bankCode: 'CHASUS33', bankName: 'JPMorgan Chase', accountNumber: '000123456789', abroad };
  const named = (name: string) =>
    run((tx) =>
      nameHeirPayee(tx, { ...by(clerk, number), successorId: daughter, payee: { ...there, name } }),
    );
  expect(await named('Li Mei')).toMatchObject({ refusal: { code: 'succession.payee-not-heir' } });
  await must(named('ZHOU MEI'));
  expect(await file(number)).toMatchObject({ state: 'settled', dueOn: '2026-06-18' });
  expect(await bank()).toBe(1);
  const lines = await db.app.rows<{ batch: string }>(
    `SELECT batch_id AS batch FROM payment_attempt WHERE owner_id = $1 AND attempt = 2`,
    [owner],
  );
  const { xml } = await must(exportBatch(db.app, paying(), lines[0]?.batch ?? ''));
  expect(xml).toContain('CHASUS33');
  expect((await file(number)).state).toBe('paid');
  expect((await view(number)).shares.map(({ payment }) => payment?.result)).toEqual(['paid', 'paid']);
  await proofsHold();
});

it('to a payment that is divided among heirs nobody objects as a whole, and the button says how else', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const heir = await add(number, '吴强', {});
  await must(divide(number));
  await must(account(number, heir, '吴强'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  const successor = by(citizen('successor', owner), number);
  const shown = await must(readWithdrawal(db.app, successor));
  const button = shown.actions.find(({ action }) => action === 'object');
  expect(JSON.stringify(button)).toContain('an heir objects to the share that is disputed');
  const objected = await run((tx) => objectToDecision(tx, { ...successor, reason: '金额不对' }));
  expect(objected).toMatchObject({ ok: false });
  expect((await file(number)).state).toBe('settled');
  // Nor is the account of the whole corrected once a share came back.
  expect(await bank(['吴强'])).toBe(1);
  await expect(typedCorrection(owner)).rejects.toThrow('payments.not-returned');
});

function paying() {
  const { context } = agency;
  return { ...context, ...paymentMoves(context), debtor };
}

/** The bank's statement, on which one share left and came back. */
async function sentBack(number: string, place: number): Promise<readonly string[]> {
  const payment = (await view(number)).shares[place]?.payment;
  const on = today(agency.context);
  const moved = {
    ...{ endToEndId: endToEndId({ orderId: payment?.orderId ?? '', attempt: 1 }), bookedOn: on },
    amountFen: BigInt(payment?.amountFen ?? '0'),
  };
  const xml = writeCamt053({
    ...{ messageId: 'S-1', at: clock.now(), accountNumber: debtor.accountNumber, sequence: 1 },
    ...{ on, openingFen: 0n },
    entries: [
      { ...moved, reference: 'D-1', direction: 'out' },
      { ...moved, reference: 'R-1', direction: 'in', returned: 'AC04' },
    ],
  });
  const report = await must(importStatement(paying(), { caller: finance, xml }));
  return report.statements[0]?.lines.map(({ outcome }) => outcome) ?? [];
}

/** A clerk corrects the account of the whole by SQL. */
function typedCorrection(owner: string): Promise<unknown> {
  return db.app.rows(
    `SELECT correct_payee('token-clerk', $1, (SELECT case_id FROM payment_order WHERE owner_id = $1 LIMIT 1), '周强', '1', '银行',
       '\\x01', '1', now())`,
    [owner],
  );
}

async function proofsHold(): Promise<void> {
  for (const proof of [
    ...ledgerProofs,
    ...paymentsProofs,
    ...successionProofs,
    ...withdrawalProofs,
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
  ])
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
}
