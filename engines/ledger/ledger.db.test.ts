import { beforeAll, expect, test } from 'vitest';
import { fen, ok, plainDate } from '#basics';
import {
  closeAccount,
  equationOf,
  journalsOf,
  placeHold,
  readAccount,
  releaseHold,
  settleWithdrawal,
  syncInterestRates,
  trialBalance,
} from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import {
  testApprovedCase,
  testCaseFile,
  testCaseOver,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
} from '#platform/testing';

const db = await testDatabase();
const ids = testIds(1);
const at = new Date('2026-06-30T02:00:00Z');
const on = plainDate('2026-06-30');
const rates = [
  { bucket: 'carried-over', fromOn: plainDate('2015-10-24'), ratePpm: 11_000n, dayCount: 360 },
  { bucket: 'inflow', fromOn: plainDate('2012-07-06'), ratePpm: 3_500n, dayCount: 360 },
] as const;

beforeAll(async () => {
  await testOffice(db);
  await syncInterestRates(db.migrator, rates);
});

test('an opening balance of an approved import stands in the account, and both sides of the books agree', async () => {
  await testPerson(db, { owner: 'psn_a', balanceFen: 831_240n, balanceOn: '2025-12-31' });
  expect(await readAccount(db.app, 'psn_a')).toMatchObject({ balanceFen: 831_240n, version: 1n, hold: null });
  expect(await readAccount(db.app, 'psn_nobody')).toBeUndefined();
  const { leftFen, rightFen } = equationOf(await trialBalance(db.app));
  expect(leftFen).toBe(rightFen);
});

test('an approved case takes the balance and the interest to the day, once, and its account can then be closed', async () => {
  await testPerson(db, { owner: 'psn_b', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_b', caseId: 'cas_b', on: '2026-06-30' });
  const asked = { owner: 'psn_b', caseId: 'cas_b', decisionId: 'dec_cas_b', on, at, ids };
  const early = await inTransaction(db.app, (tx) => closeAccount(tx, asked));
  expect(early).toEqual({ ok: false, refusal: { code: 'ledger.not-settled' } });
  const settled = await inTransaction(db.app, (tx) => settleWithdrawal(tx, asked));
  // 100,000 fen × 1.1 % × 181 days ÷ 360 = 553.06 fen
  expect(settled).toMatchObject({ ok: true, value: { amountFen: 100_553n, interestFen: 553n } });
  const again = await inTransaction(db.app, (tx) => settleWithdrawal(tx, asked));
  expect(again).toEqual({ ok: false, refusal: { code: 'ledger.not-held' } });
  const closed = await inTransaction(db.app, (tx) => closeAccount(tx, asked));
  expect(closed).toEqual(ok(true));
  expect(await readAccount(db.app, 'psn_b')).toMatchObject({ balanceFen: 0n, closedOn: on, hold: null });
});

test('journals are told newest first, page by page, and only those of the person', async () => {
  const first = await journalsOf(db.app, { owner: 'psn_b', before: null, limit: 2 });
  expect(first.map((journal) => journal.purpose)).toEqual(['withdrawal', 'settlement-interest']);
  const last = first[1];
  const next = await journalsOf(db.app, { owner: 'psn_b', before: last ?? null, limit: 2 });
  expect(next.map((journal) => journal.postings)).toEqual([
    [{ debit: 'opening', credit: 'personal', amountFen: fen(100_000) }],
  ]);
  expect(await journalsOf(db.app, { owner: 'psn_b', before: null, limit: 9, account: 'bank' })).toEqual([]);
});

test('a second case cannot hold an account that is held, and can once the first has let go', async () => {
  for (const caseId of ['cas_1', 'cas_2']) await testCaseFile(db, { owner: 'psn_a', caseId });
  const hold = (caseId: string) =>
    inTransaction(db.app, (tx) => placeHold(tx, { owner: 'psn_a', caseId, at }));
  expect(await hold('cas_1')).toMatchObject({ ok: true });
  expect(await hold('cas_2')).toEqual({
    ok: false,
    refusal: { code: 'ledger.already-held', heldBy: 'W-cas_1' },
  });
  expect(await readAccount(db.app, 'psn_a')).toMatchObject({ hold: { caseId: 'cas_1' } });
  const release = (caseId: string) =>
    inTransaction(db.app, (tx) =>
      releaseHold(tx, { owner: 'psn_a', caseId, by: 'withdrawal-of-application', at }),
    );
  expect(await release('cas_1')).toEqual({ ok: false, refusal: { code: 'ledger.case-not-over' } });
  await testCaseOver(db, { owner: 'psn_a', caseId: 'cas_1' });
  expect(await release('cas_1')).toEqual(ok(true));
  expect(await release('cas_1')).toEqual(ok(false));
  expect(await hold('cas_2')).toMatchObject({ ok: true });
});

test('rates are taken over at the start, and a rate on which entries rest waits for two officers', async () => {
  expect(await syncInterestRates(db.migrator, rates)).toEqual(ok({ changed: 0, waiting: 0 }));
  const later = {
    bucket: 'carried-over',
    fromOn: plainDate('2027-01-01'),
    ratePpm: 9_000n,
    dayCount: 360,
  } as const;
  expect(await syncInterestRates(db.migrator, [...rates, later])).toEqual(ok({ changed: 1, waiting: 0 }));
  expect(await syncInterestRates(db.migrator, rates)).toEqual(ok({ changed: 1, waiting: 0 }));
  const past = { ...later, fromOn: plainDate('2020-01-01') };
  expect(await syncInterestRates(db.migrator, [...rates, past])).toEqual(ok({ changed: 0, waiting: 1 }));
});
