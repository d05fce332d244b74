import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fen, type Result } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { auditProofs } from '#engines/audit';
import { equationOf, trialBalance } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import { testAttempt, testClock, testDatabase, testIds, testOffice, testPerson } from '#platform/testing';
import { supervisionChains } from './chained.store.ts';
import { decideStep } from './confirm-step.ts';
import type { RecoveryOrigin } from './measure.ts';
import { openMattersOf } from './open-matters.ts';
import { supervisionProofs } from './proofs.ts';
import { proposeLifting, proposeMeasure } from './propose-step.ts';
import { measuresOf } from './read-measures.ts';
import { type MoneyToRecover, recoverMoney, takeInReceipt } from './recover-money.ts';

const db = await testDatabase();
const clock = testClock('2026-06-01T10:00:00+08:00');
const context = { database: db.app, clock, ids: testIds(5) };
const [clerk, reviewer, finance] = [officer('clerk'), officer('reviewer'), officer('finance')];
const finance2 = officer('finance2');
const first = new pg.Client({ connectionString: db.url('app') });
const second = new pg.Client({ connectionString: db.url('app') });
let count = 0;
let personId = '';

beforeAll(async () => {
  await first.connect();
  await second.connect();
  await testOffice(db);
});
beforeEach(async () => {
  count += 1;
  personId = `psn_${count}`;
  await testPerson(db, { owner: personId, balanceFen: 10_000n, balanceOn: '2025-12-31' });
});
afterAll(async () => {
  await first.end();
  await second.end();
});

describe('a recovery order', () => {
  test('is booked as receivable once another officer has confirmed it, and never before', async () => {
    const measureId = await proposed(30_000n);
    expect(await receivable()).toBe(0n);
    await decided(measureId);
    expect(await receivable()).toBe(30_000n);
    await allHolds();
  });

  test('is paid by instalments and by an offset against the account, and then stands no more', async () => {
    const measureId = await order(30_000n);
    expect(done(await pay(measureId, { amountFen: fen(12_000n) })).owedFen).toBe(18_000n);
    expect(done(await pay(measureId, { way: 'offset', amountFen: fen(8_000n) })).owedFen).toBe(10_000n);
    expect(await balance()).toBe(2_000n);
    expect((await openMattersOf(db.app, { personId })).recoveries).toBe(true);
    expect(done(await pay(measureId, { amountFen: fen(10_000n) })).owedFen).toBe(0n);
    expect((await openMattersOf(db.app, { personId })).recoveries).toBe(false);
    expect(await measures()).toMatchObject([
      {
        state: 'paid',
        owedFen: 0n,
        receipts: [{ way: 'instalment' }, { way: 'offset' }, { way: 'instalment' }],
      },
    ]);
    expect(await receivable()).toBe(0n);
    await allHolds();
  });

  test('takes in money that came only when another officer has looked at the statement too', async () => {
    const measureId = await order(5_000n);
    const { receiptId, owedFen } = done(await tell(measureId, { amountFen: fen(5_000n) }));
    expect([owedFen, await receivable()]).toEqual([5_000n, 5_000n]);
    expect(await measures()).toMatchObject([{ state: 'standing', receipts: [], told: [{ receiptId }] }]);
    expect(await takeIn(receiptId, finance)).toMatchObject(refusal('supervision.receipt-same-officer'));
    expect(await takeIn('rcp_none', finance2)).toMatchObject(refusal('supervision.no-such-receipt'));
    expect((await openMattersOf(db.app, { personId })).recoveries).toBe(true);
    done(await takeIn(receiptId, finance2));
    expect(await takeIn(receiptId, finance2)).toMatchObject(refusal('supervision.receipt-known'));
    expect(await measures()).toMatchObject([{ state: 'paid', receipts: [{ receiptId }], told: [] }]);
    await allHolds();
  });

  test('never takes more than is owed, nor more than the account holds', async () => {
    const measureId = await order(12_000n);
    expect(await pay(measureId, { amountFen: fen(12_001n) })).toMatchObject(
      refusal('supervision.more-than-owed'),
    );
    expect(await pay(measureId, { way: 'offset', amountFen: fen(10_001n) })).toMatchObject(
      refusal('ledger.not-enough'),
    );
    done(await pay(measureId, { way: 'offset', amountFen: fen(10_000n) }));
    expect(await pay(measureId, { amountFen: fen(2_001n) })).toMatchObject(
      refusal('supervision.more-than-owed'),
    );
    done(await pay(measureId, { amountFen: fen(2_000n) }));
    expect(await pay(measureId, { amountFen: fen(1n) })).toMatchObject(refusal('supervision.nothing-owed'));
    expect([await balance(), await receivable()]).toEqual([0n, 0n]);
  });

  test('takes a line of the bank’s statement in once, whosever order it is named for', async () => {
    const measureId = await order(5_000n);
    const other = await order(5_000n);
    done(await pay(measureId, { amountFen: fen(100n), bankReference: 'B-1' }));
    expect(await pay(other, { amountFen: fen(100n), bankReference: ' B-1 ' })).toMatchObject(
      refusal('supervision.receipt-known'),
    );
    expect(await receivable()).toBe(9_900n);
  });

  test('that nobody confirmed, or that was lifted, takes nothing', async () => {
    const measureId = await proposed(5_000n);
    expect(await pay(measureId, { amountFen: fen(1n) })).toMatchObject(refusal('supervision.nothing-owed'));
    await decided(measureId);
    done(await pay(measureId, { amountFen: fen(1_000n) }));
    await decided(done(await lift(measureId)).stepId);
    expect(await pay(measureId, { amountFen: fen(1n) })).toMatchObject(refusal('supervision.nothing-owed'));
    expect(await measures()).toMatchObject([{ state: 'lifted', owedFen: 0n }]);
    expect(await receivable()).toBe(0n);
    await allHolds();
  });

  test('may rest on what is booked already, as far as that goes and once', async () => {
    expect(await decide(await proposed(1n, 'booked'))).toMatchObject(refusal('supervision.not-booked'));
    await db.superuser.rows(
      `SELECT post_fund($1, 'jnl_booked', 1::smallint, 'recovery-order', 'recoverable', 'pool', 700, '2026-05-01', NULL, $2)`,
      [personId, clock.now()],
    );
    const measureId = await order(700n, 'booked');
    expect(await receivable()).toBe(700n);
    expect(await decide(await proposed(1n, 'booked'))).toMatchObject(refusal('supervision.not-booked'));
    done(await pay(measureId, { way: 'offset', amountFen: fen(700n) }));
    expect([await receivable(), await balance()]).toEqual([0n, 9_300n]);
    await allHolds();
  });

  test('is told everything that is wrong with what came in for it', async () => {
    const measureId = await order(5_000n);
    expect(await pay(measureId, { amountFen: fen(0n), bankReference: ' ' })).toMatchObject({
      refusal: { problems: [{ path: 'amountFen' }, { path: 'bankReference' }] },
    });
    expect(await pay(measureId, { way: 'offset', bankReference: 'B' })).toMatchObject({
      refusal: { problems: [{ path: 'bankReference' }] },
    });
  });

  test('is still owed on a day before its last instalment, as known on that day', async () => {
    const measureId = await order(100n);
    const before = clock.now();
    clock.advance({ days: 3 });
    done(await pay(measureId, { amountFen: fen(100n) }));
    expect((await openMattersOf(db.app, { personId, knownAt: before })).recoveries).toBe(true);
    expect((await openMattersOf(db.app, { personId })).recoveries).toBe(false);
  });
});

describe('typed by hand, nothing is recovered or given up', () => {
  const recover = (measureId: string, amount: string, token = 'token-finance', way = 'offset') =>
    `SELECT recover('${token}', '${personId}', '${measureId}', 'rcp_x', '${way}', ${amount}, NULL, business_today(), now())`;

  test.each(['recovery_receipt', 'recovery_locator'])('%s cannot be written', async (table) => {
    const denied = `permission denied for table ${table}`;
    expect(await attempt(`INSERT INTO ${table} DEFAULT VALUES`)).toBe(denied);
    expect(await attempt(`DELETE FROM ${table}`)).toBe(denied);
    expect(await attempt(`UPDATE ${table} SET owner_id = owner_id`)).toBe(denied);
  });

  test('without a finance officer’s session, for nothing, for less than nothing, or without the bank’s reference', async () => {
    const measureId = await order(5_000n);
    expect(await attempt(recover(measureId, '5', 'x'))).toBe('access.no-session');
    expect(await attempt(recover(measureId, '5', 'token-clerk'))).toBe('access.role-missing');
    expect(await attempt(recover(measureId, '0'))).toMatch(/violates check constraint/);
    expect(await attempt(recover(measureId, '-5'))).toMatch(/violates check constraint/);
    expect(await attempt(recover(measureId, 'NULL'))).toMatch(/violates not-null constraint/);
    expect(await attempt(recover(measureId, '5', 'token-finance', 'instalment'))).toBe(
      'supervision.receipt-not-told',
    );
    expect(await attempt(recover('msr_none', '5'))).toBe('supervision.no-such-measure');
  });

  test('by one officer alone, or otherwise than another one told', async () => {
    const measureId = await order(5_000n);
    const receipt = (call: string, token: string, amount: number, way = '') =>
      `SELECT ${call}('${token}', '${personId}', '${measureId}', 'rcp_t', ${way} ${amount}, 'B-T', business_today(), now())`;
    const take = (token: string, amount: number) => receipt('recover', token, amount, `'instalment',`);
    expect(await attempt(receipt('tell_receipt', 'x', 50))).toBe('access.no-session');
    expect(await attempt(receipt('tell_receipt', 'token-clerk', 50))).toBe('access.role-missing');
    await db.app.rows(receipt('tell_receipt', 'token-finance', 50));
    expect(await attempt(take('token-finance', 50))).toBe('supervision.receipt-same-officer');
    expect(await attempt(take('token-finance2', 5_000))).toBe('supervision.receipt-not-told');
    expect(await attempt('INSERT INTO recovery_told DEFAULT VALUES')).toMatch(/permission denied/);
    await db.app.rows(take('token-finance2', 50));
  });

  test('of two offsets at once that together are more than is owed, one is refused', async () => {
    const measureId = await order(5_000n);
    await first.query('BEGIN');
    await first.query(recover(measureId, '3000'));
    const other = second.query(recover(measureId, '3000').replace('rcp_x', 'rcp_y')).then(
      () => 'it went through',
      (error: Error) => error.message,
    );
    await Promise.race([other, untilSomebodyWaits()]);
    await first.query('COMMIT');
    expect(await other).toBe('supervision.more-than-owed');
    expect(await balance()).toBe(7_000n);
  });
});

describe('what verify proves of recovered money', () => {
  test.each([
    [
      'a receipt of which the books know nothing',
      `DELETE FROM posting WHERE journal_id = $1`,
      'supervision.recovered-once',
    ],
    [
      'an amount that was changed',
      `UPDATE recovery_receipt SET amount_fen = 99 WHERE id = $1`,
      'supervision.recovered-once',
    ],
    [
      'a bank reference that leads nowhere',
      `DELETE FROM recovery_locator WHERE receipt_id = $1`,
      'supervision.recovered-once',
    ],
    [
      'a day that was changed',
      `UPDATE recovery_receipt SET effective_on = '2020-01-01' WHERE id = $1`,
      'audit.records-chained',
    ],
  ])('%s is found', async (_, sql, proof) => {
    const { receiptId } = done(await pay(await order(500n), { amountFen: fen(100n) }));
    await db.superuser.rows(sql, [receiptId]);
    const told = await broken();
    expect(told.some((row) => row.startsWith(proof) && row.endsWith(`/${receiptId}`))).toBe(true);
  });
});

function officer(name: string): Caller {
  return { ...anyone, kind: 'officer', id: `off_${name}`, officeId: 'ofc_test', token: `token-${name}` };
}

const grounds = { legalBasis: 'SIH-46', reason: '多报销', paperReference: '退回通知 1', effectiveOn: null };

async function proposed(amount: bigint, origin: RecoveryOrigin = 'pool'): Promise<string> {
  const demand = { amountFen: fen(amount), origin };
  const asked = { context, caller: clerk, personId, grounds, kind: 'recovery', demand } as const;
  return done(await inTransaction(db.app, (tx) => proposeMeasure(tx, asked))).stepId;
}

function decide(stepId: string) {
  const decision = { personId, stepId, confirmed: true, reason: null };
  return inTransaction(db.app, (tx) => decideStep(tx, { context, caller: reviewer, decision }));
}

async function decided(stepId: string): Promise<void> {
  done(await decide(stepId));
}

async function order(amount: bigint, origin: RecoveryOrigin = 'pool'): Promise<string> {
  const measureId = await proposed(amount, origin);
  await decided(measureId);
  return measureId;
}

function lift(measureId: string) {
  return inTransaction(db.app, (tx) =>
    proposeLifting(tx, { context, caller: clerk, personId, grounds, measureId }),
  );
}

/** Told by one finance officer and taken in by another; an offset by one. */
async function pay(measureId: string, given: Partial<MoneyToRecover>) {
  const told = await tell(measureId, given);
  if (!told.ok || !told.value.waiting) return told;
  return takeIn(told.value.receiptId, finance2);
}

function takeIn(receiptId: string, caller: Caller) {
  return inTransaction(db.app, (tx) => takeInReceipt(tx, { context, caller, personId, receiptId }));
}

function tell(measureId: string, given: Partial<MoneyToRecover>) {
  const way = given.way ?? 'instalment';
  const bankReference = way === 'offset' ? null : context.ids.next('bnk');
  const money = { way, amountFen: fen(1n), bankReference, effectiveOn: null, ...given };
  return inTransaction(db.app, (tx) =>
    recoverMoney(tx, { context, caller: finance, personId, measureId, money }),
  );
}

async function measures() {
  return (await measuresOf(db.app, { personId, before: null, limit: 10 })).items;
}

async function receivable(): Promise<bigint | undefined> {
  const row = await db.app.row<{ fen: bigint }>(
    `SELECT coalesce(sum(CASE WHEN debit = 'recoverable' THEN amount_fen ELSE -amount_fen END), 0)::bigint AS fen
       FROM posting WHERE owner_id = $1 AND 'recoverable' IN (debit, credit)`,
    [personId],
  );
  return row?.fen;
}

async function balance(): Promise<bigint | undefined> {
  const row = await db.app.row<{ fen: bigint }>(
    'SELECT balance_fen AS fen FROM personal_account WHERE owner_id = $1',
    [personId],
  );
  return row?.fen;
}

async function allHolds(): Promise<void> {
  expect(await broken()).toEqual([]);
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
}

async function broken(): Promise<readonly string[]> {
  const told: string[] = [];
  for (const proof of [...supervisionProofs, ...auditProofs(supervisionChains)]) {
    const found = await proof.run(db.app, () => undefined);
    told.push(...found.broken.map(({ row }) => `${proof.name} ${row}`));
  }
  return told;
}

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

/** Until a statement stands in another's way. */
async function untilSomebodyWaits(): Promise<void> {
  while ((await db.superuser.rows('SELECT 1 FROM pg_locks WHERE NOT granted')).length === 0)
    await Promise.resolve();
}

function refusal(code: string) {
  return { refusal: { code } };
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
