import { expect, it } from 'vitest';
import { endToEndId, importStatement, ordersOfCase, writeCamt053 } from '#business/payments';
import { caseworkProofs } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { today } from './context.ts';
import { namePayee } from './name-payee.ts';
import { paymentMoves } from './payment-moves.ts';
import { withdrawalProofs } from './proofs.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { debtor, must, sampleSteps } from './steps.testing.ts';
import { clerk, finance, type payee, sampleAgency } from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(12),
  random: testRandom(12),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 831_240n, balanceOn: '2025-12-31' }),
});
const { by, run, settledCase, file, bank } = sampleSteps(agency);

it('money that comes back days after it was paid opens the case again, which is corrected, has its days anew, and is paid', async () => {
  const { context } = agency;
  const owner = await agency.person('foreigner-returning-home');
  const { number, id: caseId } = await settledCase(owner, 'foreigner-returning-home');
  await bank(number, 'paid');
  expect(await file(number)).toMatchObject({ state: 'paid', dueOn: null });
  clock.set('2026-06-04T10:00:00+08:00');
  const [order] = await ordersOfCase(db.app, { owner, caseId });
  const named = { endToEndId: endToEndId({ orderId: order?.orderId ?? '', attempt: 1 }) };
  const moved = { ...named, amountFen: order?.amountFen ?? 0n, bookedOn: today(context) };
  const xml = writeCamt053({
    ...{ messageId: 'S-1', at: clock.now(), accountNumber: debtor.accountNumber, sequence: 1 },
    ...{ on: today(context), openingFen: 0n },
    entries: [
      { ...moved, reference: 'D-1', direction: 'out' },
      { ...moved, reference: 'R-1', direction: 'in', returned: 'AC04' },
    ],
  });
  const paying = { ...context, ...paymentMoves(context), debtor };
  const report = await must(importStatement(paying, { caller: finance, xml }));
  expect(report.statements[0]?.lines.map(({ outcome }) => outcome)).toEqual(['booked', 'returned']);
  const view = await must(readWithdrawal(db.app, by(clerk, number)));
  expect(view).toMatchObject({ state: 'returned', heldBy: 'applicant', payment: { result: 'returned' } });
  expect(view.payment?.where.en).toContain('AC04');

  const abroad = {
    ...{ currency: 'USD', charges: 'SHAR' as const },
    address: { street: 'Main Street', building: '1', postcode: '10001', town: 'New York', country: 'US' },
  };
  const account = {
    ...{
      name: 'John Smith',
      bankCode: 'CHASUS33',
      bankName: 'JPMorgan Chase',
      accountNumber: '000123456789',
      abroad,
    },
  };
  const correct = (made: typeof account | typeof payee) =>
    run((tx) => namePayee(tx, { ...by(clerk, number), payee: made }));
  expect(await correct({ ...account, name: 'Jane Smith' })).toMatchObject({
    refusal: { code: 'withdrawal.payee-name-changed' },
  });
  expect(await correct({ ...account, bankCode: 'CHASZZ33' })).toMatchObject({
    refusal: { problems: [{ path: 'payee.bankCode' }] },
  });
  const corrected = await correct(account);
  expect(corrected).toMatchObject({ ok: true, value: { state: 'settled', dueOn: '2026-06-18' } });
  await bank(number, 'paid');
  expect((await file(number)).state).toBe('paid');
  const proofs = [...withdrawalProofs, ...caseworkProofs({ withdrawal: withdrawalProcess })];
  for (const proof of proofs)
    expect((await proof.run(db.app, () => undefined)).broken, proof.name).toEqual([]);
});
