import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  testPng,
  testRecord,
} from '#platform/testing';
import type { Frame } from './frame.ts';
import { showCase } from './show-case.ts';
import { paperPartner } from './testing.store.ts';
import {
  confirmPaper,
  keyIn,
  listOfTransfer,
  listWaiting,
  openForPaper,
  showBlank,
  showPaper,
  turnDownPaper,
} from './transfer-papers.ts';
import { printReceivedOf } from './transfer-received.ts';
import { onSeen } from './transfer-seen.ts';
import { showTransfer, stepWithReason } from './transfers.ts';

/** Letters on paper at the command line, as a clerk and a reviewer type them. */
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
  await paperPartner(db, '330100');
  await testRecord(db, 'psn_letter');
  await testRecord(db, 'psn_seen');
});
afterAll(async () => {
  await agency.stop();
  await removeTemporaryFolder(folder);
});

const officer = (name: string): Caller => ({
  ...{ ...system, kind: 'officer', id: `off_${name}`, roles: ['clerk', 'reviewer'], officeId: 'ofc_test' },
  token: `token-${name}`,
});

/** Runs a command in English and answers what it printed, refusals too. */
async function printed(
  by: string,
  command: (frame: Frame, desk: { readonly agency: Agency; readonly caller: Caller }) => Promise<number>,
  typed = '',
): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(typed);
  const frame = {
    lang: 'en',
    json: false,
    stdin,
    stdout,
    stderr,
    wording: (code: string) => catalogue[code],
  };
  await command(frame as Frame, { agency, caller: officer(by) });
  stdout.end();
  stderr.end();
  return `${await text(stdout)}${await text(stderr)}`;
}

test('a clerk keys a letter in from its scan, and another officer reads it field by field and confirms it', async () => {
  const opened = await printed('clerk', (frame, desk) =>
    openForPaper(frame, { ...desk, personId: 'psn_letter', from: '330100' }),
  );
  const [number = ''] = opened.split(' ');
  expect(opened).toMatch(/^SZ-\S+ {2}Draft\n$/);
  // Who looks for a transfer among the other cases is told where it is shown.
  expect(await printed('clerk', (frame, desk) => showCase(frame, { ...desk, number }))).toContain(
    `suixing transfer show ${number}`,
  );
  const scan = join(folder, 'scan.png');
  writeFileSync(scan, testPng({}));
  const begun = await printed(
    'clerk',
    (frame, desk) => keyIn(frame, { ...desk, number, given: { type: 'reminder', reference: '杭 1', scan } }),
    '{"count": "two"}',
  );
  const [paperId = ''] = begun.split(' ');
  expect(begun).toMatch(
    /not whole yet, kept {2}--seen 1\n {2}datedOn: .*\n {2}body\.missing: Not filled in: /,
  );
  expect(
    await printed('clerk', (frame, desk) =>
      listWaiting(frame, { ...desk, state: 'being-keyed-in', cursor: null }),
    ),
  ).toContain(paperId);

  expect(await printed('clerk', (frame) => showBlank(frame, 'reminder'))).toContain('"answerBy": ""');
  const whole = {
    ...{ missing: ['remittance'], refersTo: null, answerBy: '2026-12-31', count: 2, certificate: null },
  };
  const goOn = (seen: string) =>
    printed(
      'clerk',
      (frame, desk) =>
        keyIn(frame, { ...desk, number, given: { paper: paperId, seen, dated: '2026-01-05' } }),
      JSON.stringify(whole),
    );
  expect(await goOn('x')).toContain('(cli.bad-value)');
  expect(await goOn('7')).toContain('(transfer.paper-newer)');
  expect(await goOn('1')).toBe(`${paperId}  waits for a reviewer\n`);

  const out = join(folder, 'shown.png');
  const shown = await printed('reviewer', (frame, desk) =>
    showPaper(frame, { ...desk, number, paperId, scan: out }),
  );
  expect(shown).toMatch(
    /Reminder {2}杭 1 {2}2026-01-05[\s\S]*How often it has been asked for by now, the first request included: 2\n/,
  );
  const again = await printed('reviewer', (frame, desk) =>
    showPaper(frame, { ...desk, number, paperId, scan: out }),
  );
  expect(again).toContain('(cli.file-there)');
  const nowhere = await printed('reviewer', (frame, desk) =>
    showPaper(frame, { ...desk, number, paperId, scan: join(out, 'x.png') }),
  );
  expect(nowhere).toContain('(cli.unwritable-file)');
  const digest = /--digest ([0-9a-f]{64})/.exec(shown)?.[1] ?? '';
  const decide = (by: string) =>
    printed(by, (frame, desk) => confirmPaper(frame, { ...desk, number, paperId, digest }));
  expect(await decide('clerk')).toContain('(access.role-missing)');
  expect(await decide('reviewer')).toBe(`${number}  Draft\n`);
  const down = await printed('reviewer', (frame, desk) =>
    turnDownPaper(frame, { ...desk, number, paperId, reason: '抄错' }),
  );
  expect(down).toContain('(transfer.paper-decided)');
  expect(await printed('clerk', (frame, desk) => listOfTransfer(frame, { ...desk, number }))).toMatch(
    /confirmed\n$/,
  );
  // What two officers took in is printed as a copy, by whoever may read the case.
  const copy = join(folder, 'copy.pdf');
  const asked = { number, messageId: paperId, language: 'en', html: false } as const;
  expect(
    await printed('clerk', (frame, desk) => printReceivedOf(frame, { ...desk, ...asked, out: copy })),
  ).toBe(`Written to ${copy}\n`);
  expect(readFileSync(copy).subarray(0, 5).toString()).toBe('%PDF-');
  const page = await printed('clerk', (frame, desk) =>
    printReceivedOf(frame, { ...desk, ...asked, html: true, out: null }),
  );
  expect(page).toContain('Copy of what was received');
  expect(page).toContain(digest);
});

test('a step of a transfer is taken on the steps that were shown, and on no others', async () => {
  const opened = await printed('clerk', (frame, desk) =>
    openForPaper(frame, { ...desk, personId: 'psn_seen', from: '330100' }),
  );
  const [number = ''] = opened.split(' ');
  const shown = await printed('clerk', (frame, desk) => showTransfer(frame, { ...desk, number }));
  const seen =
    new RegExp(`→ suixing transfer cancel ${number} --reason TEXT --seen (\\d+) `).exec(shown)?.[1] ?? '';
  const cancel = (told: string) =>
    printed('clerk', (frame, desk) =>
      onSeen(frame, { seen: told }, (count) =>
        stepWithReason(frame, { ...desk, number, work: 'cancel', reason: '不办了', seen: count }),
      ),
    );
  expect(await cancel('x')).toContain('(cli.bad-value)');
  expect(await cancel(`${Number(seen) + 1}`)).toContain('(casework.changed-meanwhile)');
  expect(await cancel(seen)).toBe(`${number}  Cancelled\n`);
});
