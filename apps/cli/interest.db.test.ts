import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import type { Caller } from '#business/access/public';
import { carryOnRuns, ratesOf } from '#business/interest';
import { syncInterestRates } from '#engines/ledger';
import { interestRule } from '#law';
import { testClock, testDatabase, testIds, testOffice, testPerson } from '#platform/testing';
import { explainInterestOf } from './explain-interest.ts';
import type { Frame } from './frame.ts';
import { approveRun, listYears, previewRun, rejectRun, runNext } from './interest.ts';

const db = await testDatabase();
const agency = {
  region: '440300',
  database: db.app,
  clock: testClock('2026-06-01T10:00:00+08:00'),
  ids: testIds(61),
};
const one = officer('finance');
const two = officer('finance2');
const year = { agency, caller: one, kind: 'credit', year: 2025 } as const;

beforeAll(async () => {
  await testOffice(db);
  await syncInterestRates(db.migrator, ratesOf(interestRule));
  await testPerson(db, { owner: 'psn_a', balanceFen: 1_000_000n, balanceOn: '2024-12-31' });
  await testPerson(db, { owner: 'psn_b', balanceFen: 0n, balanceOn: '2024-12-31' });
});

test('two finance officers take a year from its preview to its end; again shows it and changes nothing', async () => {
  const preview = await json((frame) => previewRun(frame, year));
  expect(preview).toMatchObject({
    exitCode: 0,
    answer: { totals: { accounts: '1', bearing: '1', laggards: '1' } },
  });
  expect(await json((frame) => listYears(frame, year))).toMatchObject({ answer: { items: [] } });
  const proposed = await json((frame) => runNext(frame, year));
  expect(proposed.answer).toMatchObject({
    state: 'proposed',
    totals: preview.answer.totals,
    makerId: 'off_finance',
  });
  const digest = String(proposed.answer.digest);
  const waiting = await words((frame) => runNext(frame, { ...year, caller: two }));
  expect(waiting.out).toContain(`suixing interest run --year 2025 --approve ${digest}`);
  const own = await words((frame) => approveRun(frame, { ...year, digest }));
  expect(own).toMatchObject({ exitCode: 1, out: '' });
  expect(own.err).toContain('interest.same-officer');
  const done = await json((frame) => approveRun(frame, { ...year, caller: two, digest }));
  expect(done).toMatchObject({
    exitCode: 0,
    answer: { state: 'finished', difference: { differenceFen: '0', accounts: 0, explainedFen: '0' } },
  });
  expect(await json((frame) => runNext(frame, year))).toEqual(done);
  expect((await words((frame) => listYears(frame, year))).out).toContain('已完成');
});

test('a year is explained by days, rates and their sources, and adds up to what was posted', async () => {
  const told = await words((frame) =>
    explainInterestOf(frame, { agency, caller: officer('clerk', 'clerk'), owner: 'psn_a', year: 2025 }),
  );
  // 1,000,000 fen and 31 fen of the last day of 2024, 365 days at 1.10 % of a year of 360.
  expect(told.out).toContain('2025-01-01  上年结转  10,000.31');
  expect(told.out).toContain('365 天：年利率 1.10%，一年 360 天，计 111.53123514 元；来源等级 M');
  expect(told.out).toContain('合计 111.53123514 元，四舍五入到分为 111.53 元；已入账 111.53 元');
});

test('rejected with a reason, a run is proposed anew; a reversal goes the same way and is carried out by the worker too', async () => {
  const back = { ...year, kind: 'reversal' } as const;
  await json((frame) => runNext(frame, back));
  const without = await words((frame) => rejectRun(frame, { ...back, caller: two, reason: ' ' }));
  expect(without).toMatchObject({ exitCode: 2 });
  const rejected = await json((frame) => rejectRun(frame, { ...back, caller: two, reason: '利率要再核对' }));
  expect(rejected.answer).toMatchObject({ state: 'rejected', reason: '利率要再核对' });
  const proposed = await json((frame) => runNext(frame, back));
  expect(proposed.answer).toMatchObject({ state: 'proposed' });
  await db.app.rows(
    `SELECT decide_interest_run('token-finance2', $1, (SELECT digest FROM interest_run WHERE id = $1), true, NULL, now())`,
    [proposed.answer.id],
  );
  expect(await carryOnRuns(agency, { slices: 1 })).toEqual([]);
  expect(await carryOnRuns(agency, { slices: 9 })).toMatchObject([{ run: { kind: 'reversal', year: 2025 } }]);
  expect(await json((frame) => runNext(frame, back))).toMatchObject({
    exitCode: 0,
    answer: { state: 'finished' },
  });
});

test('rates of the law that differ for days gone by are put in force by two officers', async () => {
  const asked = { agency, caller: one, kind: 'rates' } as const;
  expect((await words((frame) => previewRun(frame, asked))).err).toContain('interest.rates-same');
  await db.superuser.rows(`UPDATE interest_rate SET rate_ppm = 12000 WHERE rate_ppm = 11000`);
  await db.superuser.rows(`SELECT rebuild_interest_sums(owner_id) FROM personal_account`);
  expect(await syncInterestRates(db.migrator, ratesOf(interestRule))).toMatchObject({
    value: { changed: 0, waiting: 2 },
  });
  const proposed = await json((frame) => runNext(frame, asked));
  expect(proposed.answer).toMatchObject({ kind: 'rates', state: 'proposed', totals: { bearing: '0' } });
  const digest = String(proposed.answer.digest);
  const done = await json((frame) => approveRun(frame, { ...asked, caller: two, digest }));
  expect(done.answer).toMatchObject({ state: 'finished' });
  expect(await syncInterestRates(db.migrator, ratesOf(interestRule))).toMatchObject({
    value: { waiting: 0 },
  });
  const told = await db.app.row<{ fen: bigint }>(`SELECT interest_to_date('psn_a', '2026-01-01') AS fen`);
  expect(told?.fen).toBe(11_184n);
});

function officer(name: string, role: 'finance' | 'clerk' = 'finance'): Caller {
  return {
    ...{
      kind: 'officer',
      id: `off_${name}`,
      roles: [role],
      officeId: 'ofc_test',
      personIds: [],
      token: `token-${name}`,
    },
  } as Caller; // as a live session gives it
}

function frameOf(asJson: boolean) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const frame: Frame = {
    ...{ lang: 'zh', json: asJson, stdin: new PassThrough(), stdout, stderr },
    wording: (code) => catalogue[code],
  };
  return { frame, stdout, stderr };
}

async function words(command: (frame: Frame) => Promise<number>) {
  const { frame, stdout, stderr } = frameOf(false);
  const exitCode = await command(frame);
  stdout.end();
  stderr.end();
  return { exitCode, out: await text(stdout), err: await text(stderr) };
}

async function json(command: (frame: Frame) => Promise<number>) {
  const { frame, stdout } = frameOf(true);
  const exitCode = await command(frame);
  stdout.end();
  return { exitCode, answer: JSON.parse(await text(stdout)) as Record<string, unknown> }; // one JSON object
}
