import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Agency, openAgency } from '#apps/agency';
import { catalogue } from '#apps/catalogue';
import { type Caller, system } from '#business/access/public';
import { loadConfig } from '#platform/config';
import {
  removeTemporaryFolder,
  temporaryFolder,
  testDatabase,
  testOffice,
  testRecord,
} from '#platform/testing';
import { openCase, showHistory, withdrawCase } from './case.ts';
import { confirmCase } from './case-after.ts';
import type { Frame } from './frame.ts';
import { addHeirOf, listHeirsOf, nameHeirPayeeOf } from './heirs.ts';
import { paperPartner } from './testing.store.ts';
import { openForPaper } from './transfer-papers.ts';
import { confirm, showTransfer, showTransferHistory, stepWithReason } from './transfers.ts';

/** What the command line says to whoever looks in the wrong place, and about what should be looked at twice. */
const db = await testDatabase();
const folder = temporaryFolder();
let agency: Agency;
beforeAll(async () => {
  const config = loadConfig({
    ...{ SUIXING_MODE: 'development', SUIXING_DATA_DIR: folder, SUIXING_REGION: '440300' },
    ...{ SUIXING_DATABASE_URL: db.url('app'), SUIXING_LOGIN_DATABASE_URL: db.url('login') },
    SUIXING_IDENTITY_KEY: '00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210',
    SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'),
  });
  const opened = config.ok ? await openAgency(config.value) : config;
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  agency = opened.value;
  await testOffice(db);
});
afterAll(async () => {
  await agency.stop();
  await removeTemporaryFolder(folder);
});

const clerk: Caller = {
  ...{ ...system, kind: 'officer', id: 'off_clerk', roles: ['clerk'], officeId: 'ofc_test' },
  token: 'token-clerk',
};

/** Runs a command in English and answers what it printed, refusals too. */
async function printed(
  command: (frame: Frame, desk: { readonly agency: Agency; readonly caller: Caller }) => Promise<number>,
  typed = '',
): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(typed);
  const wording = (code: string) => catalogue[code];
  const frame = { lang: 'en', json: false, stdin, stdout, stderr, wording };
  await command(frame as Frame, { agency, caller: clerk });
  stdout.end();
  stderr.end();
  return `${await text(stdout)}${await text(stderr)}`;
}

test('who looks for a withdrawal among the transfers is told where it is shown, and who may not see it learns nothing of it', async () => {
  await testRecord(db, 'psn_heirs');
  const opened = await printed((frame, desk) =>
    openCase(frame, { ...desk, personId: 'psn_heirs', ground: 'death', draft: true, anyway: true }),
  );
  const [number = ''] = opened.split(' ');
  for (const show of [showTransfer, showTransferHistory])
    expect(await printed((frame, desk) => show(frame, { ...desk, number }))).toContain(
      `See \`suixing case show ${number}\``,
    );
  const cancelling = { work: 'cancel', reason: 'no more' } as const;
  for (const said of [
    await printed((frame, desk) => confirm(frame, { ...desk, number })),
    await printed((frame, desk) => stepWithReason(frame, { ...desk, number, ...cancelling })),
  ])
    expect(said).toContain(`See \`suixing case show ${number}\``);
  expect(await printed((frame, desk) => showHistory(frame, { ...desk, number }))).not.toMatch(
    /off_|officer$/,
  );
  const stranger: Caller = { ...system, kind: 'insured', id: 'lgn_other', personIds: ['psn_letter'] };
  expect(
    await printed((frame, { agency: at }) => showTransfer(frame, { agency: at, caller: stranger, number })),
  ).toContain('(casework.no-case)');
});

test('who confirms or takes back a transfer as if it were a withdrawal is told by which command it is shown', async () => {
  await testRecord(db, 'psn_mover');
  await paperPartner(db, '330100');
  const opened = await printed((frame, desk) =>
    openForPaper(frame, { ...desk, personId: 'psn_mover', from: '330100' }),
  );
  const [number = ''] = opened.split(' ');
  for (const command of [confirmCase, withdrawCase])
    expect(await printed((frame, desk) => command(frame, { ...desk, number }))).toContain(
      `See \`suixing transfer show ${number}\``,
    );
});

test('a clerk who takes in an heir’s account reads at once, and in the list, what should be compared in it', async () => {
  await testRecord(db, 'psn_estate');
  const opened = await printed((frame, desk) =>
    openCase(frame, { ...desk, personId: 'psn_estate', ground: 'death', draft: true, anyway: true }),
  );
  const [number = ''] = opened.split(' ');
  const heir = '{"name":"周强","relation":"child","paperReference":"2026-7"}';
  const added = await printed((frame, desk) => addHeirOf(frame, { ...desk, number }), heir);
  const successorId = /suc_\w+/.exec(added)?.[0] ?? added;
  const account = { name: '周强', bankCode: '102584000002', bankName: '工商银行深圳分行' };
  const named = await printed(
    (frame, desk) => nameHeirPayeeOf(frame, { ...desk, number, successorId }),
    JSON.stringify({ ...account, accountNumber: '6222021001012345678' }),
  );
  const doubt = /\n {2}! The number looks like a bank card’s, but its check digit does not fit/;
  expect(named).toMatch(doubt);
  expect(await printed((frame, desk) => listHeirsOf(frame, { ...desk, number }))).toMatch(doubt);
});
