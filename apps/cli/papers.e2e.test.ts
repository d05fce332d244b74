import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  removeTemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  testDatabase,
  testJpeg,
  testOffice,
  testPdf,
  testPerson,
  testPng,
} from '#platform/testing';
import { runProgram } from './program.ts';
import { makeAdministrator } from './testing.store.ts';

let db: TestDatabase;
let number: string;
const folder = temporaryFolder();
const pathOf = (name: string) => join(folder, name);

beforeAll(async () => {
  db = await testDatabase();
  await suixing(['verify']); // the first command brings the dated rates
  await testOffice(db);
  await testPerson(db, { owner: 'psn_papers', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  writeFileSync(pathOf('front.jpg'), testJpeg());
  writeFileSync(pathOf('back.png'), testPng());
  writeFileSync(pathOf('launch.pdf'), testPdf({ root: '/A << /S /Launch >>' }));
  writeFileSync(pathOf('huge.pdf'), Buffer.alloc(21 * 1024 * 1024));
  number = String((await json(['case', 'open', 'psn_papers', 'death', '--anyway'])).number);
});
afterAll(() => removeTemporaryFolder(folder));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function suixing(args: readonly string[], login = 'token-clerk', typed = ''): Promise<Said> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(typed);
  const env = {
    SUIXING_MODE: 'development',
    SUIXING_DATA_DIR: folder,
    SUIXING_LANG: 'en',
    SUIXING_SESSION: login,
    SUIXING_DATABASE_URL: db.url('app'),
    SUIXING_LOGIN_DATABASE_URL: db.url('login'),
    SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'),
  };
  const code = await runProgram({ args, env, stdin, stdout, stderr });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

async function json(args: readonly string[]): Promise<Record<string, unknown>> {
  const said = await suixing([...args, '--json']);
  return JSON.parse(said.out) as Record<string, unknown>; // what --json promises
}

test('a clerk takes photographs in as a paper, looks at them, and sends the paper back with a reason', async () => {
  const files = [pathOf('front.jpg'), pathOf('back.png')];
  expect((await suixing(['case', 'upload', number, ...files, '--as', 'identity-document'])).code).toBe(0);
  const listed = await suixing(['case', 'papers', number]);
  expect(listed.out).toMatch(/^\? identity-document/m);
  const page = /fil_[0-9a-z]{26} {2}jpeg {2}not scanned {2}front\.jpg/.exec(listed.out)?.[0] ?? '';
  const out = pathOf('seen.jpg');
  const seen = ['case', 'download', number, page.split(' ')[0] ?? '', '--out', out];
  expect((await suixing(seen)).code).toBe(0);
  expect(readFileSync(out).equals(testJpeg())).toBe(true);
  const verdict = ['case', 'judge', number, 'identity-document', 'reject', '--reason', 'missing-page'];
  expect(await suixing([...verdict, '--note', 'the back, please'])).toMatchObject({ code: 0 });
  const after = await suixing(['case', 'papers', number]);
  expect(after.out).toMatch(/^✗ identity-document .*a page is missing$/m);
  expect(after.out).toContain('the back, please');
  expect(
    (await suixing(['case', 'judge', number, 'identity-document', 'accept', '--until', 'soon'])).code,
  ).toBe(2);
  expect(
    (await suixing(['case', 'judge', number, 'identity-document', 'accept', '--until', '2099-01-01'])).code,
  ).toBe(0);
});

test('what is hostile, too large or not there is refused, and nothing of it stays', async () => {
  const before = readdirSync(pathOf('files'), { recursive: true }).length;
  expect((await suixing(['case', 'upload', number, pathOf('launch.pdf')])).err).toContain('programs');
  expect((await suixing(['case', 'upload', number, pathOf('huge.pdf')])).code).not.toBe(0);
  expect((await suixing(['case', 'upload', number, pathOf('nothing.pdf')])).code).not.toBe(0);
  expect(readdirSync(pathOf('files'), { recursive: true }).length).toBe(before);
});

test('a commitment is shown with its version and signed by it', async () => {
  const shown = await suixing(['case', 'declare', number, 'death-commitment']);
  const [version = ''] = shown.out.split('\n');
  expect(shown.out).toContain('if it is untrue');
  const signed = ['case', 'declare', number, 'death-commitment', '--signer', '张小明', '--text'];
  expect((await suixing([...signed, '2000-01'])).code).not.toBe(0);
  expect((await suixing([...signed, version])).code).toBe(0);
  expect((await suixing(['case', 'papers', number])).out).toContain('张小明');
  expect((await suixing(['case', 'declare', number, 'identity-document'])).code).not.toBe(0);
});

test('upkeep is the administrator’s, and verify proves the files', async () => {
  for (const job of ['due', 'erase', 'scan', 'sweep']) {
    expect((await suixing(['papers', job])).code, job).not.toBe(0);
  }
  await makeAdministrator(db, 'off_both');
  for (const job of ['due', 'erase', 'scan', 'sweep']) {
    expect((await suixing(['papers', job], 'token-both')).code, job).toBe(0);
  }
  const proved = await suixing(['verify', '--fresh']);
  expect(proved.out).toMatch(/^ok .*rows=2 files=2 .*\(materials\.files-whole\)$/m);
  expect(proved.out).not.toMatch(/BROKEN .*materials\./);
  expect(proved.code).toBe(0);
});

test('papers of a relative’s question are sent by its secret, and looked at and fetched by an officer', async () => {
  const identity = { kind: 'citizen-id', number: '440304195801250162' };
  const asking = {
    ...{ deceased: { name: '郑永康', identity }, asker: { name: '何丽娟', identity }, relation: 'spouse' },
  };
  const asked = await suixing(['account-inquiry', 'ask', '--json'], '', JSON.stringify(asking));
  const { inquiryId, secret } = JSON.parse(asked.out) as Readonly<Record<string, string>>; // what --json promises
  if (!inquiryId || !secret) throw new Error(asked.out);
  const send = (as: string, typed: string) =>
    suixing(['account-inquiry', 'send', inquiryId, pathOf('front.jpg'), '--as', as], '', typed);
  expect((await send('death', 'sxq_not_that_one')).code).not.toBe(0);
  expect((await send('wedding', secret)).code).toBe(2);
  expect((await send('death', secret)).out).toMatch(/^fil_\w{26} {2}proof of the death {2}jpeg/);
  const list = await suixing(['account-inquiry', 'list']);
  expect(list.out).toMatch(new RegExp(`^${inquiryId} .* {2}1 paper$`, 'm'));
  expect(list.out).not.toContain('--cursor');
  const papers = await suixing(['account-inquiry', 'papers', inquiryId], 'token-reviewer');
  const fileId = papers.out.split(' ')[0] ?? '';
  const out = pathOf('proof.jpg');
  const fetch = ['account-inquiry', 'download', inquiryId, fileId, '--out', out];
  expect((await suixing(fetch)).out).toMatch(/image\/jpeg/);
  expect(readFileSync(out).equals(testJpeg())).toBe(true);
  expect((await suixing(fetch)).code).not.toBe(0); // nothing is written over
  expect((await suixing(fetch, '')).code).not.toBe(0);
  expect((await suixing(['account-inquiry', 'papers', 'inq_none'])).code).not.toBe(0);
});
