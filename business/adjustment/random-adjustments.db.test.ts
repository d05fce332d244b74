import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, fromDayNumber, plainDate } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { paymentsProofs } from '#business/payments';
import { equationOf, ledgerProofs, trialBalance } from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import {
  testApprovedCase,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';
import { counters, creditBuckets } from './adjustment.ts';
import { decideAdjustment } from './confirm-adjustment.ts';
import { adjustmentProofs } from './proofs.ts';
import { adjustmentsOfPerson } from './read-adjustments.ts';
import { type AdjustmentWish, requestAdjustment } from './request-adjustment.ts';

const db = await testDatabase();
const context = { database: db.app, clock: testClock('2026-06-30T10:00:00+08:00'), ids: testIds(81) };
const on = plainDate('2026-06-30');
await testOffice(db);
await db.migrator.rows(
  `INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360), ('inflow', '2012-07-06', 3500, 360)`,
);

const nothing = { amountFen: null, counter: null, bucket: null, effectiveOn: null };
const blank = { ...nothing, journalId: null, lineNo: null, orderId: null };
const words = { reason: '更正', paperReference: '更正 1' };

/** An adjustment of any kind; entries and orders are named by their place among those that are there. */
const amount = fc.bigInt({ min: 1n, max: 150_000n }).map(fen);
const counter = fc.constantFrom(...counters);
const day = fc.integer({ min: 20_300, max: 20_630 }).map(fromDayNumber); // summer 2025 to June 2026
const step = fc.oneof(
  fc.record({
    kind: fc.constant('credit' as const),
    ...{ amountFen: amount, counter, effectiveOn: day, bucket: fc.constantFrom(...creditBuckets) },
  }),
  fc.record({ kind: fc.constant('debit' as const), amountFen: amount, counter, effectiveOn: day }),
  fc.record({ kind: fc.constant('reversal' as const), place: fc.nat(6) }),
  fc.record({ kind: fc.constantFrom('refund' as const, 'unclaimed' as const, 'claimed' as const) }),
  fc.record({ kind: fc.constant('settle' as const) }),
);

test('whatever is adjusted in whatever order, balances and sums are their replay and the books balance', async () => {
  let walks = 0;
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      walks += 1;
      const personId = `psn_w${walks}`;
      await testPerson(db, { owner: personId, balanceFen: 80_000n, balanceOn: '2025-12-31' });
      for (const one of steps) if (await taken(personId, one)) done.add(one.kind);
      const { items } = await adjustmentsOfPerson(db.app, { personId, before: null, limit: 50 });
      for (const { afterFen } of items) expect(afterFen ?? 0n).toBeGreaterThanOrEqual(0n);
    }),
    { numRuns: Number(process.env.SOAK_WALKS ?? 20), seed: Number(process.env.SOAK_SEED ?? 20260630) },
  );
  expect([...done].sort()).toEqual([
    'claimed',
    'credit',
    'debit',
    'refund',
    'reversal',
    'settle',
    'unclaimed',
  ]);
  for (const proof of [...ledgerProofs, ...paymentsProofs, ...adjustmentProofs])
    expect((await proof.run(db.app, () => undefined)).broken, proof.name).toEqual([]);
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
  expect(await replayed()).toEqual([]);
}, 120_000);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Tries one step; whether it went through. */
async function taken(personId: string, one: Step): Promise<boolean> {
  if (one.kind === 'settle') return settled(personId);
  const wish: AdjustmentWish = { ...blank, ...words, ...(await named(personId, one)) };
  const asked = await inTransaction(db.app, (tx) =>
    requestAdjustment(tx, { context, caller: officer('clerk'), personId, wish }),
  );
  if (!asked.ok) return false;
  const decision = { ...asked.value, approved: true, reason: null };
  const caller = officer('reviewer');
  return (await inTransaction(db.app, (tx) => decideAdjustment(tx, { context, caller, decision }))).ok;
}

async function named(personId: string, one: Exclude<Step, { kind: 'settle' }>) {
  if (one.kind === 'credit' || one.kind === 'debit') return one;
  if (one.kind !== 'reversal') return { kind: one.kind, orderId: `ord_cas_${personId}` };
  const entries = await db.app.rows<{ id: string }>(
    `SELECT journal_id AS id FROM posting WHERE owner_id = $1 AND 'personal' IN (debit, credit) ORDER BY entry_no`,
    [personId],
  );
  const journalId = entries[one.place % Math.max(entries.length, 1)]?.id ?? 'jnl_none';
  return { kind: one.kind, journalId, lineNo: 1 };
}

/** Settles the whole account once; money that is owed or already settled stays where it is. */
async function settled(personId: string): Promise<boolean> {
  const caseId = `cas_${personId}`;
  try {
    await testApprovedCase(db, { owner: personId, caseId, on });
    await testSettle(db, { owner: personId, caseId, on });
    return true;
  } catch {
    return false; // a second case, an empty account, a shortage lent on a later day
  }
}

/** Accounts whose sums differ from what a replay of their postings says. */
function replayed(): Promise<readonly unknown[]> {
  return db.superuser.rows(
    `SELECT a.owner_id FROM personal_account a
       CROSS JOIN LATERAL replay_interest(a.owner_id, make_date(a.open_year, 12, 31)) r
      WHERE r.year = a.open_year AND NOT a.sums_by_replay
        AND (a.carried_fen, a.carried_weight, a.inflow_fen, a.inflow_weight, a.debit_fen, a.debit_inflow_weight, a.debit_carried_weight)
         <> (r.carried_fen, r.carried_weight, r.inflow_fen, r.inflow_weight, r.debit_fen, r.debit_inflow_weight, r.debit_carried_weight)`,
  );
}

function officer(name: string): Caller {
  return { ...anyone, kind: 'officer', id: `off_${name}`, officeId: 'ofc_test', token: `token-${name}` };
}
