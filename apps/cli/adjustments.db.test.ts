import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import { fen, plainDate } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import type { AdjustmentWish } from '#business/adjustment';
import { testClock, testDatabase, testIds, testOffice, testPerson } from '#platform/testing';
import { decideAdjustmentOf, listAdjustments, listOwedOf, requestAdjustmentOf } from './adjustments.ts';
import type { ExitCode, Frame } from './frame.ts';

const db = await testDatabase();
await testOffice(db);
const agency = { database: db.app, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(64) };
const personId = 'psn_cli';
await testPerson(db, { owner: personId, balanceFen: 100_000n, balanceOn: '2025-12-31' });
const wish: AdjustmentWish = {
  ...{ kind: 'debit', amountFen: fen(120_000n), counter: 'pool', effectiveOn: plainDate('2026-05-01') },
  ...{ bucket: null, journalId: null, lineNo: null, orderId: null },
  ...{ reason: '重复划入', paperReference: '更正 7' },
};

test('a clerk asks, a reviewer approves, and everybody sees what it did and what is owed since', async () => {
  const asked = await told((frame) =>
    requestAdjustmentOf(frame, { agency, caller: officer('clerk'), personId, wish }),
  );
  const { adjustmentId } = JSON.parse(asked.out) as { adjustmentId: string };
  const waiting = await told((frame) => listAdjustments(frame, { agency, personId: null }), false);
  expect(waiting.out).toMatch(
    /^psn_cli {2}adj_\w+ {2}correction out of the account {2}1,?200\.00 {2}2026-05-01 {2}waiting/,
  );
  const decision = { personId, adjustmentId, approved: true, reason: null };
  const by = (name: string) =>
    told((frame) => decideAdjustmentOf(frame, { agency, caller: officer(name), decision }));
  expect([(await by('clerk')).code, (await by('reviewer')).code, (await by('both')).code]).toEqual([1, 0, 1]);
  const listed = await told((frame) => listAdjustments(frame, { agency, personId }), false);
  expect(listed.out).toMatch(/balance 1,?000\.00 → 0\.00, owed since 200\.00/);
  const owed = await told((frame) => listOwedOf(frame, { agency, personId: null }), false);
  expect(owed.out).toBe('psn_cli  200.00\n');
});

test('what is typed wrong ends with exit code 2 and says everything that is wrong', async () => {
  const wrong = { ...wish, counter: null, reason: '' };
  const done = await told((frame) =>
    requestAdjustmentOf(frame, { agency, caller: officer('clerk'), personId, wish: wrong }),
  );
  expect([done.code, JSON.parse(done.out).problems.length]).toEqual([2, 2]);
});

function officer(name: string): Caller {
  return { ...anyone, kind: 'officer', id: `off_${name}`, officeId: 'ofc_test', token: `token-${name}` };
}

async function told(work: (frame: Frame) => Promise<ExitCode>, json = true) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const wording = (code: string) => catalogue[code];
  const code = await work({ lang: 'en', json, stdin: Readable.from([]), stdout, stderr, wording });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout) };
}
