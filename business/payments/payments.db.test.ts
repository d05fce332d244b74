import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ok, plainDate, type Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import {
  approveBatch,
  buildBatch,
  correctPayee,
  exportBatch,
  findBatch,
  giveUpBatch,
  importAnswer,
  listBatches,
  ordersDue,
  type SimulatedDecision,
  simulateBank,
} from '#business/payments';
import { inTransaction, type Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  testApprovedCase,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSettle,
} from '#platform/testing';

const db = await testDatabase();
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: testRandom(3) });
const moves: string[] = [];
const note = async (move: string): Promise<Result<void>> => {
  moves.push(move);
  return ok(undefined);
};
const context = {
  ...{ database: db.app, clock: testClock('2026-06-30T10:00:00+08:00'), ids: testIds(5), seal },
  debtor: { name: '测试市医疗保险基金', accountNumber: '44050100000000000001', bankCode: '105584000005' },
  onReleased: (_: Tx, { caseId }: { caseId: string }) => note(`${caseId} paying`),
  onAnswered: (_: Tx, { caseId, result }: { caseId: string; result: string }) => note(`${caseId} ${result}`),
  onPayeeCorrected: (_: Tx, { caseId, revision }: { caseId: string; revision: number }) =>
    note(`${caseId} corrected ${revision}`),
};
const officer = (name: string): Caller => ({
  ...system,
  kind: 'officer',
  id: `off_${name}`,
  token: `token-${name}`,
});
const [clerk, finance, finance2, both] = ['clerk', 'finance', 'finance2', 'both'].map(officer) as [
  Caller,
  Caller,
  Caller,
  Caller,
]; // four names
const executeOn = plainDate('2026-07-01');
const people = ['a', 'b', 'c', 'd', 'e'];

beforeAll(async () => {
  await testOffice(db);
  for (const name of people) await settledPerson(name);
});

async function settledPerson(name: string): Promise<void> {
  const made = { owner: `psn_${name}`, caseId: `cas_${name}`, on: '2026-06-30' };
  await testPerson(db, { owner: made.owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { ...made, accountSealed: seal.seal(`622200000000000${name.codePointAt(0)}`) });
  await testSettle(db, made);
}

function build(orderIds: readonly string[] | null = null, caller = finance) {
  return inTransaction(db.app, (tx) => buildBatch(tx, context, { caller, orderIds, executeOn }));
}

async function approve(batchId: string, caller = finance2) {
  const digest = (await findBatch(db.app, batchId))?.digest ?? new Uint8Array();
  return inTransaction(db.app, (tx) => approveBatch(tx, context, { caller, batchId, digest }));
}

async function released(
  orderIds: readonly string[] | null = null,
): Promise<{ batchId: string; xml: string }> {
  const built = await build(orderIds);
  if (!built.ok) throw new Error(built.refusal.code);
  const { batchId } = built.value;
  for (const caller of [both, finance2]) expect(await approve(batchId, caller)).toMatchObject({ ok: true });
  const file = await exportBatch(db.app, context, batchId);
  if (!file.ok) throw new Error(file.refusal.code);
  return { batchId, xml: file.value.xml };
}

function answer(xml: string, decide: (id: string) => SimulatedDecision, messageId = 'BANK-1'): string {
  const written = simulateBank(xml, {
    messageId,
    at: context.clock.now(),
    decide: (to) => decide(to.endToEndId),
  });
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value;
}

async function take(xml: string, caller = finance) {
  const report = await importAnswer(context, { caller, xml });
  return report.ok
    ? report.value.lines.map((line) => line.refusal?.code ?? line.outcome)
    : report.refusal.code;
}

async function paymentJournals(): Promise<bigint> {
  const row = await db.app.row<{ n: bigint }>(`SELECT count(*) AS n FROM posting WHERE purpose = 'payment'`);
  return row?.n ?? 0n;
}

test('every settled order is due once, and a batch freezes what it takes', async () => {
  const due = await ordersDue(db.app, { orderIds: null, after: null, limit: 10 });
  expect(due.map((order) => order.orderId)).toEqual(people.map((name) => `ord_cas_${name}`));
  expect(await build(['ord_unknown'])).toMatchObject({ refusal: { code: 'payments.not-due' } });
  const { batchId, xml } = await released(['ord_cas_a']);
  expect(xml).toContain('<CtrlSum>1000.00</CtrlSum>');
  expect(await build(['ord_cas_a'])).toMatchObject({ refusal: { code: 'payments.not-due' } });
  expect(await listBatches(db.app, { before: null, limit: 9 })).toMatchObject([
    {
      id: batchId,
      lineCount: 1,
      totalFen: 100_000n,
      makerId: 'off_finance',
      approvedBy: ['off_both', 'off_finance2'],
    },
  ]);
  expect(moves).toEqual(['cas_a paying']);
});

test('whoever built a batch cannot approve it, nobody approves it twice, and its file waits for the second approval', async () => {
  const built = await build(['ord_cas_b']);
  if (!built.ok) throw new Error(built.refusal.code);
  const { batchId } = built.value;
  expect(await exportBatch(db.app, context, batchId)).toMatchObject({
    refusal: { code: 'payments.not-released' },
  });
  const refused = (code: string) => ({ ok: false, refusal: { code } });
  expect(await approve(batchId, finance)).toEqual(refused('payments.maker-is-checker'));
  expect(await approve(batchId, clerk)).toEqual(refused('access.role-missing'));
  const another = { caller: finance2, batchId, digest: new Uint8Array(32) };
  expect(await inTransaction(db.app, (tx) => approveBatch(tx, context, another))).toEqual(
    refused('payments.another-digest'),
  );
  expect(await approve(batchId)).toEqual(ok({ approvals: 1, released: false, lineCount: 1 }));
  expect(await approve(batchId)).toEqual(refused('payments.approved-already'));
  expect(await exportBatch(db.app, context, batchId)).toMatchObject(refused('payments.not-released'));
  expect(await approve(batchId, both)).toEqual(ok({ approvals: 2, released: true, lineCount: 1 }));
  expect(await approve(batchId)).toEqual(refused('payments.batch-released'));
  const [first, second] = [
    await exportBatch(db.app, context, batchId),
    await exportBatch(db.app, context, batchId),
  ];
  expect(first).toEqual(second);
  const xml = first.ok ? first.value.xml : '';
  expect(await take(answer(xml, () => ({ status: 'ACSP' })))).toEqual(['pending']);
  expect(await take(answer(xml, () => ({ status: 'ACSC' })))).toEqual(['paid']);
});

test('an answer is taken once: the same file again, renamed or cut off changes nothing, and the opposite is refused', async () => {
  const { xml } = await released(['ord_cas_c']);
  const paid = answer(xml, () => ({ status: 'ACSC' }));
  const before = await paymentJournals();
  expect(await take(paid.slice(0, paid.length - 40))).toBe('payments.not-an-answer');
  expect(await take(paid, clerk)).toBe('access.role-missing');
  expect(await paymentJournals()).toBe(before);
  expect(await take(paid)).toEqual(['paid']);
  expect(await take(paid)).toEqual(['unchanged']);
  expect(await take(answer(xml, () => ({ status: 'ACCC' }), 'BANK-2'))).toEqual(['unchanged']);
  expect(await take(answer(xml, () => ({ status: 'RJCT', reason: 'AC01' }), 'BANK-3'))).toEqual([
    'payments.contradiction',
  ]);
  expect(await paymentJournals()).toBe(before + 1n);
  expect(moves.filter((move) => move === 'cas_c paid')).toHaveLength(1);
});

test('what came back waits for a corrected payee and then goes out again in a new attempt', async () => {
  const { xml } = await released(['ord_cas_d']);
  const correction = {
    ...{ owner: 'psn_d', caseId: 'cas_d', caller: clerk, name: '张三', bankCode: '102584000002' },
    ...{ bankName: '工商银行深圳分行', accountNumber: '6222000000009999' },
  };
  const correct = (caller = clerk) =>
    inTransaction(db.app, (tx) => correctPayee(tx, context, { ...correction, caller }));
  expect(await correct()).toEqual({ ok: false, refusal: { code: 'payments.not-returned' } });
  expect(await take(answer(xml, () => ({ status: 'RJCT', reason: 'AC01' })))).toEqual(['returned']);
  expect(await build(['ord_cas_d'])).toMatchObject({ refusal: { code: 'payments.not-due' } });
  expect(await correct(finance)).toEqual({ ok: false, refusal: { code: 'access.role-missing' } });
  expect(await correct()).toEqual(ok({ revision: 2 }));
  const again = await released(['ord_cas_d']);
  expect(again.xml).toContain('<EndToEndId>ord-cas-d-2</EndToEndId>');
  expect(again.xml).toContain('6222000000009999');
  expect(await take(answer(again.xml, () => ({ status: 'ACSC' })))).toEqual(['paid']);
  expect(moves.filter((move) => move.startsWith('cas_d'))).toEqual([
    'cas_d paying',
    'cas_d returned',
    'cas_d corrected 2',
    'cas_d paying',
    'cas_d paid',
  ]);
});

test('an answer about another file, another sum or another line is refused, line by line where it can be', async () => {
  const { xml } = await released(['ord_cas_e']);
  const paid = answer(xml, () => ({ status: 'ACSC' }));
  const before = await paymentJournals();
  expect(await take(paid.replace(/<OrgnlMsgId>.*</, '<OrgnlMsgId>bat-unknown<'))).toBe(
    'payments.unknown-batch',
  );
  expect(await take(paid.replace('<OrgnlCtrlSum>1000.00', '<OrgnlCtrlSum>999.00'))).toBe(
    'payments.totals-differ',
  );
  expect(await take(paid.replace('>1000.00</InstdAmt', '>999.00</InstdAmt'))).toEqual([
    'payments.wrong-amount',
  ]);
  expect(await take(paid.replace('ord-cas-e-1', 'ord-cas-e-9'))).toEqual(['payments.no-line']);
  expect(await take(paid.replace(/<OrgnlPmtInfId>.*</, '<OrgnlPmtInfId>bat-other<'))).toEqual([
    'payments.other-batch',
  ]);
  expect(await paymentJournals()).toBe(before);
  expect(await take(paid)).toEqual(['paid']);
});

test('a batch that did not leave is given up, and its orders are due again as they were', async () => {
  await settledPerson('g');
  const built = await build(['ord_cas_g']);
  if (!built.ok) throw new Error(built.refusal.code);
  const { batchId } = built.value;
  expect(await approve(batchId)).toMatchObject({ ok: true });
  const giveUp = (caller: Caller) =>
    inTransaction(db.app, (tx) => giveUpBatch(tx, context, { caller, batchId, reason: '日期有误' }));
  expect(await giveUp(clerk)).toMatchObject({ refusal: { code: 'access.role-missing' } });
  expect(await giveUp(finance)).toEqual(ok({ dueAgain: 1 }));
  expect(await giveUp(finance)).toMatchObject({ refusal: { code: 'payments.batch-given-up' } });
  expect(await approve(batchId, both)).toMatchObject({ refusal: { code: 'payments.batch-given-up' } });
  const again = await released(['ord_cas_g']);
  expect(again.xml).toContain('<EndToEndId>ord-cas-g-2</EndToEndId>');
  expect(again.xml).toContain(
    Buffer.from((await findBatch(db.app, again.batchId))?.digest ?? []).toString('hex'),
  );
  const late = inTransaction(db.app, (tx) =>
    giveUpBatch(tx, context, { caller: finance, batchId: again.batchId, reason: '太晚' }),
  );
  expect(await late).toMatchObject({ refusal: { code: 'payments.batch-released' } });
  expect(moves.filter((move) => move.startsWith('cas_g'))).toEqual(['cas_g paying']);
});

test('a batch whose lines are not those that were frozen is not approved', async () => {
  await settledPerson('f');
  const built = await build(null);
  if (!built.ok) throw new Error(built.refusal.code);
  await db.superuser.rows(`UPDATE payment_attempt SET payee_revision = 9 WHERE batch_id = $1`, [
    built.value.batchId,
  ]);
  expect(await approve(built.value.batchId)).toEqual({
    ok: false,
    refusal: { code: 'payments.batch-differs' },
  });
});

test('the digest that the program takes of a batch is the one that the database takes', async () => {
  const row = await db.app.row<{ same: boolean }>(
    `SELECT bool_and(digest = batch_digest(id)) AS same FROM payment_batch b
      WHERE EXISTS (SELECT FROM payment_release r WHERE r.batch_id = b.id)`,
  );
  expect(row?.same).toBe(true);
  expect(createHash('sha256').update('').digest()).toHaveLength(32);
});
