import { beforeAll, expect, test } from 'vitest';
import { testDatabase, testOffice, testPerson, testRecord } from '#platform/testing';
import {
  countedPeriods,
  type Leg,
  outcomeOf,
  partner,
  stand,
  testAccepted,
  testTransfer,
  testWord,
} from './legs.testing.store.ts';

/** What a transfer puts on record of the person rests on the other agency's word, whoever asks for it. */
const db = await testDatabase();
const leaving: Leg = { owner: 'psn_out', caseId: 'cas_out', transferId: '440300-record_out' };
const coming: Leg = { owner: 'psn_in', caseId: 'cas_in', transferId: '440300-record_in' };

beforeAll(async () => {
  await testOffice(db);
  await testPerson(db, { owner: leaving.owner, balanceFen: 500n, balanceOn: '2026-01-01' });
  await testRecord(db, coming.owner);
  await testTransfer(db, leaving);
  await testTransfer(db, coming, { direction: 'in' });
  await testAccepted(db, leaving);
  for (const [id, paidMonths] of [
    ['sheet_1', 12],
    ['sheet_2', 11],
  ] as const)
    await testWord(db, coming, { id, type: 'information-sheet', figures: { paidMonths, deemedMonths: 0 } });
});

const balance = (id: string, told: string, message: string | null) =>
  `SELECT record_transfer_balance('${leaving.owner}', '${id}', '${leaving.caseId}', ${message === null ? 'NULL' : `'${message}'`},
     '${told}', '2026-06-01', '2026-06-02', now())`;

const months = (id: string, message: string, to: string) =>
  `SELECT record_arrived_months('${coming.owner}', '${coming.caseId}', '${message}', ARRAY['${id}'], ARRAY['2025-01'], ARRAY['${to}'],
     ARRAY[672700]::bigint[], ARRAY[false], now())`;

test.each([
  ['refused without a refusal', 'refused', 'cas_out-letter'],
  ['refused without any message', 'refused', null],
  ['credited without the other agency’s word', 'accepted', 'cas_out-letter'],
  ['without an account while the case still waits for one', 'no-account-information', null],
])('a balance is not put on record as %s', async (_, told, message) => {
  expect(await outcomeOf(db.app.rows(balance('rec_x', told, message)))).toBe('transfer.no-word');
});

test('a balance is on record as refused on the other agency’s refusal, and as without an account once the case is over so', async () => {
  await testWord(db, leaving, { id: 'no_1', type: 'balance-refused', figures: { code: 'other' } });
  expect(await outcomeOf(db.app.rows(balance('rec_1', 'refused', 'no_1')))).toBe('done');
  await stand(db, leaving, 'no-account');
  expect(await outcomeOf(db.app.rows(balance('rec_2', 'no-account-information', null)))).toBe('done');
});

/** A step of the case that says which sheet is looked at. */
async function sheetComes(message: string, { after, from }: { after: number; from: string }): Promise<void> {
  await db.app.rows(
    `SELECT append_action(NULL, '${coming.owner}', '${coming.caseId}', ${after}, 'receive-sheet', '${from}', 'in-check', 'partner-agency',
       '${partner}', now(), '{"messageId": "${message}"}', sha256('${after}'), sha256('${after + 1}'), NULL, false)`,
  );
}

test('months are recorded while a sheet is checked, as many as the sheet counts; a later sheet takes the place of the one before', async () => {
  expect(await outcomeOf(db.app.rows(months('per_1', 'sheet_1', '2025-12')))).toBe('transfer.no-transfer');
  await stand(db, coming, 'awaiting-sheet');
  await sheetComes('sheet_1', { after: 0, from: 'awaiting-sheet' });
  expect(await outcomeOf(db.app.rows(months('per_1', 'sheet_1', '2025-11')))).toBe('transfer.word-differs');
  expect(await outcomeOf(db.app.rows(months('per_1', 'none', '2025-12')))).toBe('transfer.another-sheet');
  expect(await outcomeOf(db.app.rows(months('per_1', 'sheet_1', '2025-12')))).toBe('done');
  await sheetComes('sheet_2', { after: 1, from: 'in-check' });
  expect(await outcomeOf(db.app.rows(months('per_1', 'sheet_1', '2025-12')))).toBe('transfer.another-sheet');
  expect(await outcomeOf(db.app.rows(months('per_2', 'sheet_2', '2025-11')))).toBe('done');
  expect(await countedPeriods(db, coming.owner)).toEqual(['per_2']);
});
