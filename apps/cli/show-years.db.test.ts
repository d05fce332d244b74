import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import { ok, plainDate } from '#basics';
import { type Caller, system } from '#business/access/public';
import { withdrawalProcess } from '#business/withdrawal/public';
import { openCase } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import type { ExitCode, Frame } from './frame.ts';
import { showYears } from './show-years.ts';
import { showCasesOfPerson, showPlaceOfCase } from './track.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(62);
const agency = {
  ...{ database: db.app, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(62) },
  onDeath: async () => ok(null),
  ...{ seal: makeSeal({ keys: [random(32)], random }), processes: { withdrawal: withdrawalProcess } },
  workingDays: { add: () => ({ on: plainDate('2026-06-15'), provisional: false }), between: () => 0 },
};
const caller: Caller = {
  ...system,
  kind: 'officer',
  id: 'off_clerk',
  roles: ['clerk'],
  officeId: 'ofc_test',
};
const owner = 'psn_years';
await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
const opened = await inTransaction(db.app, async (tx) =>
  ok(
    await openCase(tx, {
      ...{ process: withdrawalProcess, ownerId: owner, subject: 'death', ruleSet: 's', ruleVersion: '1' },
      ...{
        officeId: 'ofc_test',
        channel: 'window',
        numberPrefix: 'SZ',
        clock: agency.clock,
        ids: agency.ids,
        random,
      },
    }),
  ),
);
const number = opened.ok ? opened.value.number : '';

test('a clerk reads year by year what moved an account, and what of its balance is interest', async () => {
  const { code, out, shown } = await told((frame) => showYears(frame, { agency, caller, owner }));
  expect([code, shown]).toEqual([0, [owner]]);
  expect(out.split('\n').map((line) => line.trim())).toEqual([
    'year  opening  in  out  interest  closing',
    '2026  1,000.00  0.00  0.00  0.00  1,000.00',
    '2025  0.00  1,000.00  0.00  0.00  1,000.00',
    'balance 1,000.00 yuan: principal 1,000.00, interest 0.00',
  ]);
});

test('a clerk is told every case of a person, and where one of them is', async () => {
  const asked = { agency, caller };
  const all = await told((frame) => showCasesOfPerson(frame, { ...asked, personId: owner }));
  expect([all.code, all.out, all.shown.includes(number)]).toEqual([0, expect.stringContaining(number), true]);
  const one = await told((frame) => showPlaceOfCase(frame, { ...asked, number }));
  expect([one.code, one.out]).toEqual([0, all.out]);
  const none = await told((frame) => showCasesOfPerson(frame, { ...asked, personId: 'psn_nobody' }));
  expect(none.code).toBe(1);
});

async function told(
  command: (frame: Frame) => Promise<ExitCode>,
): Promise<{ readonly code: ExitCode; readonly out: string; readonly shown: readonly string[] }> {
  const stdout = new PassThrough();
  const shown = new Set<string>();
  const frame: Frame = {
    ...{ lang: 'en', json: false, stdin: Readable.from([]), stdout, stderr: new PassThrough(), shown },
    wording: (code) => catalogue[code],
  };
  const code = await command(frame);
  stdout.end();
  return { code, out: (await text(stdout)).trim(), shown: [...shown] };
}
