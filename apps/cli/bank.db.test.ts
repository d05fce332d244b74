import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import { ok, plainDate } from '#basics';
import { type Caller, system } from '#business/access/public';
import type { PaymentsContext } from '#business/payments';
import { makeSeal } from '#platform/seal';
import {
  removeTemporaryFolder,
  temporaryFolder,
  testApprovedCase,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSettle,
} from '#platform/testing';
import { type BankAsked, bankCommand } from './bank.ts';
import {
  paymentsAgree,
  paymentsReconcile,
  paymentsResolve,
  paymentsStatements,
  paymentsSuspense,
} from './bank-lines.ts';
import type { Frame } from './frame.ts';
import {
  paymentsApprove,
  paymentsBatches,
  paymentsBuild,
  paymentsExport,
  paymentsGiveUp,
  paymentsImport,
} from './payments.ts';
import { cliRefusals } from './refusals.ts';

const db = await testDatabase();
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: testRandom(3) });
const done = async () => ok(undefined);
const context: PaymentsContext = {
  ...{ database: db.app, clock: testClock('2026-07-03T10:00:00+08:00'), ids: testIds(71), seal },
  debtor: { name: '测试市医疗保险基金', accountNumber: '4405', bankCode: '105584000005' },
  ...{ onReleased: done, onAnswered: done, onPayeeCorrected: done },
};
let folder = '';

beforeAll(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'out'));
  await testOffice(db);
  for (const name of ['a', 'b']) {
    const made = { owner: `psn_${name}`, caseId: `cas_${name}`, on: '2026-06-30' };
    await testPerson(db, { owner: made.owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
    await testApprovedCase(db, { ...made, accountSealed: seal.seal('6222000000000000') });
    await testSettle(db, made);
  }
});

afterAll(() => removeTemporaryFolder(folder));

const asked: BankAsked = {
  ...{ folder: '', out: '', profile: 'untidy', seed: '5', on: '2026-07-01', days: '2' },
  ...{ opening: '5000.00', account: null },
};
const desk = (frame: Frame, name: string) => ({ frame, context, caller: officer(name) });

test('finance takes a batch to the bank and its answers back, and finds out what nobody knew', async () => {
  const build = () =>
    json((frame) => paymentsBuild(desk(frame, 'finance'), { executeOn: plainDate('2026-07-01') }));
  const first = String((await build()).batchId);
  await json((frame) => paymentsGiveUp(desk(frame, 'finance2'), { batchId: first, reason: '日期有误' }));
  const { batchId, digest } = (await build()) as { batchId: string; digest: string };
  const approve = (name: string, seen: string | null) => (frame: Frame) =>
    paymentsApprove(desk(frame, name), { batchId, digest: seen });
  expect((await words(approve('finance2', null))).out).toContain(digest);
  expect((await words(approve('finance2', digest))).err).toContain('payments.approved-already');
  expect((await words(approve('both', 'ab'.repeat(32)))).err).toContain('payments.another-digest');
  expect(await json(approve('both', digest))).toMatchObject({
    approvals: 2,
    released: true,
    totalFen: '200000',
  });
  const listed = await words((frame) => paymentsBatches(desk(frame, 'finance')));
  expect(listed.out).toContain('已作废');
  expect(listed.out).toContain('已付 0，退回 0');

  const file = join(folder, 'batch.xml');
  await json((frame) => paymentsExport(desk(frame, 'finance'), { batchId, out: file }));
  expect(readFileSync(file, 'utf8')).toContain(digest);
  const out = join(folder, 'out');
  const written = await json(async (frame) => bankCommand(frame, { ...asked, folder, out }));
  const again = join(folder, 'again');
  await json(async (frame) => bankCommand(frame, { ...asked, folder, out: again }));
  const files = written.files as readonly string[];
  expect(readdirSync(out).sort()).toEqual([...files, 'bank.json'].sort());
  for (const name of files) {
    expect(readFileSync(join(out, name))).toEqual(readFileSync(join(again, name)));
    const given = await words((frame) => paymentsImport(desk(frame, 'finance'), { input: join(out, name) }));
    expect(given.exitCode, given.err).toBe(0);
  }
  const [last = ''] = files.slice(-1);
  const twice = await words((frame) => paymentsImport(desk(frame, 'finance'), { input: join(out, last) }));
  expect(twice.out).toContain('以前导入过');
  expect((await words((frame) => paymentsStatements(desk(frame, 'finance')))).out).toMatch(/^2026-07-02 {2}/);
});

test('what stands in suspense is resolved by two, and the books agree with the bank', async () => {
  const { items } = (await json((frame) => paymentsSuspense(desk(frame, 'finance')))) as {
    items: readonly { lineId: string; direction: string; remark: string; counterpartName: string }[];
  };
  expect(items.map(({ direction }) => direction)).toEqual(['out', 'in', 'out', 'in']);
  expect(items[1]).toMatchObject({ counterpartName: '来***', remark: '往来款' });
  for (const { lineId } of items) {
    const wish = { lineId, kind: 'fund', payment: null, entry: null, reason: '手续费或利息' };
    const { requestId } = await json((frame) => paymentsResolve(desk(frame, 'finance'), wish));
    const word = { lineId, requestId: String(requestId), approved: true };
    expect((await words((frame) => paymentsAgree(desk(frame, 'finance'), word))).err).toContain(
      'payments.resolver-is-checker',
    );
    expect(await json((frame) => paymentsAgree(desk(frame, 'finance2'), word))).toEqual({ approved: true });
  }
  expect((await words((frame) => paymentsSuspense(desk(frame, 'finance')))).out).toBe('待查 0 笔\n');
  const told = await json((frame) => paymentsReconcile(desk(frame, 'finance')));
  expect(told).toMatchObject({
    statementOn: '2026-07-02',
    suspenseFen: '0',
    openLinesFen: '0',
    unstatedFen: '0',
  });
  expect(told.bookedFen).toBe(told.statementFen);
});

test('what is asked of the bank wrongly is told by its name, and nothing is written', async () => {
  for (const wrong of [
    { profile: 'kind' },
    { on: 'today' },
    { days: '0' },
    { seed: '-1' },
    { opening: 'much' },
  ]) {
    const told = await words(async (frame) =>
      bankCommand(frame, { ...asked, folder, out: folder, ...wrong }),
    );
    expect(told).toMatchObject({ exitCode: 2, out: '' });
    expect(told.err).toContain(`--${Object.keys(wrong)[0]}`);
  }
  const nowhere = { ...asked, folder: join(folder, 'nowhere'), out: join(folder, 'new') };
  expect((await words(async (frame) => bankCommand(frame, nowhere))).err).toContain('cli.unreadable-file');
  const kind = { lineId: 'bnk_00000000_20260701-1', kind: 'magic', payment: null, entry: null, reason: 'x' };
  expect((await words((frame) => paymentsResolve(desk(frame, 'finance'), kind))).err).toContain(
    'cli.bad-value',
  );
  const rubbish = join(folder, 'rubbish.xml');
  writeFileSync(rubbish, '<!DOCTYPE a><a/>');
  const refused = await words((frame) => paymentsImport(desk(frame, 'finance'), { input: rubbish }));
  expect(refused).toMatchObject({ exitCode: 2 });
});

function officer(name: string): Caller {
  return { ...system, kind: 'officer', id: `off_${name}`, token: `token-${name}` };
}

async function json(work: (frame: Frame) => Promise<number>): Promise<Record<string, unknown>> {
  const told = await run(work, true);
  expect(told.exitCode, told.out).toBe(0);
  return JSON.parse(told.out);
}

function words(work: (frame: Frame) => Promise<number>) {
  return run(work, false);
}

async function run(work: (frame: Frame) => Promise<number>, asJson: boolean) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const wording = (code: string) =>
    ({ ...catalogue, ...cliRefusals })[code as keyof typeof catalogue & keyof typeof cliRefusals]; // any code
  const exitCode = await work({ lang: 'zh', json: asJson, stdin, stdout, stderr, wording });
  stdout.end();
  stderr.end();
  return { exitCode, out: await text(stdout), err: await text(stderr) };
}
