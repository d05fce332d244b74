import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, type RefusalList } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { type RegistryContext, registryRefusals } from '#business/registry';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testRandom } from '#platform/testing';
import type { Frame } from './frame.ts';
import { approveImportRun, importFile } from './import.ts';
import { cliRefusals } from './refusals.ts';
import { decideFactOf, findPerson, listFacts, recordFactOf } from './registry.ts';

let agency: RegistryContext;
let clerk: Caller;
let reviewer: Caller;

beforeAll(async () => {
  const db = await testDatabase();
  const office = await testOffice(db);
  const seal = makeSeal({ keys: [testRandom(1)(32)], random: testRandom(2) });
  const clock = testClock('2022-07-01T10:00:00+08:00');
  agency = { database: db.app, clock, ids: testIds(3), seal, onDeath: async () => ok(null) };
  const officer = { ...anyone, kind: 'officer', officeId: 'ofc_test' } as const;
  clerk = { ...officer, id: 'off_clerk', token: office.clerk };
  reviewer = { ...officer, id: 'off_reviewer', token: office.reviewer };
});

describe('The example files of docs/import', () => {
  test('are checked, taken in, approved with their totals, and the second time change nothing', async () => {
    const people = {
      agency,
      caller: clerk,
      kind: 'people',
      file: 'docs/import/people.csv',
      dryRun: false,
    } as const;
    const dry = await run((frame) => importFile(frame, { ...people, dryRun: true }));
    expect(dry).toMatchObject({
      code: 0,
      out: expect.stringContaining('新增 5，已在册 0；期初余额 5 人，合计 45,948.86 元'),
    });
    const taken = await run((frame) => importFile(frame, people));
    expect(taken.out).toMatch(/^已导入。/);
    const runId = /imp_\w+/.exec(taken.out)?.[0] ?? '';
    const unseen = await run((frame) =>
      approveImportRun(frame, { agency, caller: reviewer, runId, totals: null }),
    );
    expect(unseen.out).toContain('控制合计：5 人，45,948.86 元');
    const totals = { openingCount: 5, openingTotalFen: 4_594_886n };
    const approved = await run((frame) =>
      approveImportRun(frame, { agency, caller: reviewer, runId, totals }),
    );
    expect(approved).toMatchObject({ code: 0, out: expect.stringContaining('已记账 5 人，45,948.86 元') });
    expect((await run((frame) => importFile(frame, people))).out).toContain('没有任何变化');
    const months = { ...people, kind: 'months', file: 'docs/import/months.csv' } as const;
    const told = await run((frame) => importFile(frame, months), { lang: 'en' });
    expect(told.out).toContain('6 lines: 6 new');
    expect(told.out).toContain('line 6, from_month: 2003-10 – 2003-12 is listed by line 5 too');
  });
});

describe('Importing on the command line', () => {
  test('a file with problems ends with 2, dry run or not, and lists every line', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'suixing-cli-')), 'bad.csv');
    writeFileSync(
      file,
      '姓名,出生日期,国籍,证件类型,证件号码,参保状态,单位在册\n张三,1990-02-30,CHN,护照,E12345678,停保,否\n',
    );
    for (const dryRun of [true, false]) {
      const told = await run((frame) =>
        importFile(frame, { agency, caller: clerk, kind: 'people', file, dryRun }),
      );
      expect(told.code).toBe(2);
      expect(told.out + told.err).toMatch(/2 ?行“出生日期”：|line 2\.born_on: /);
    }
  });

  test('with --json there is one JSON value on standard output and nothing else', async () => {
    const asked = {
      agency,
      caller: clerk,
      kind: 'people',
      file: 'docs/import/people.csv',
      dryRun: true,
    } as const;
    const told = await run((frame) => importFile(frame, asked), { json: true });
    expect(JSON.parse(told.out)).toMatchObject({
      outcome: 'already-taken-in',
      openingTotalFen: '4594886',
    });
    expect(told.err).toBe('');
    for (const file of ['no-such.csv', 'docs']) {
      const missing = await run((frame) => importFile(frame, { ...asked, file }), { json: true });
      expect(JSON.parse(missing.out)).toMatchObject({
        ...{ code: 'cli.unreadable-file', figures: { file } },
        detail: { zh: expect.stringContaining(file), en: expect.stringContaining(file) },
        next: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
      });
    }
  });
});

describe('People and facts on the command line', () => {
  test('a person is found by the number on standard input, a fact is recorded, listed and confirmed', async () => {
    const number = '440300198503120018'; // the first person of docs/import/people.csv
    const kind = { agency, caller: clerk, kind: 'citizen-id' } as const;
    const found = await run((frame) => findPerson(frame, kind), { stdin: `${number}\n` });
    expect(found.out).toMatch(/^psn_\w+ {2}示\*\* {2}1985 {2}CHN {2}440\*{11}\w{4}\n$/);
    expect((await run((frame) => findPerson(frame, kind), { stdin: number.slice(0, 15) })).code).toBe(2);
    const owner = found.out.split(' ')[0] ?? '';
    const entry = '{"kind":"roster","onEmployerRoster":false,"since":"2022-06-30"}';
    const given = { agency, caller: clerk, owner, entry, paperReference: '减员表 6' };
    const recorded = await run((frame) => recordFactOf(frame, given));
    const factId = /rec_\w+/.exec(recorded.out)?.[0] ?? '';
    expect((await run((frame) => listFacts(frame, { agency, owner: null }))).out).toContain(
      `${factId}  roster`,
    );
    const decision = { personId: owner, factId, confirmed: true, reason: null };
    const decided = await run((frame) => decideFactOf(frame, { agency, caller: reviewer, decision }));
    expect(decided).toMatchObject({ code: 0, out: '已确认。\n' });
    const bad = await run((frame) =>
      recordFactOf(frame, { ...given, entry: '{"kind":"died","on":"2022-02-30"}' }),
    );
    expect(bad).toMatchObject({ code: 2, err: expect.stringContaining('registry.fact-wrong') });
  });
});

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const wordings: RefusalList = { ...registryRefusals, ...cliRefusals };

async function run(
  command: (frame: Frame) => Promise<number>,
  { lang = 'zh', json = false, stdin = '' }: { lang?: 'zh' | 'en'; json?: boolean; stdin?: string } = {},
): Promise<Told> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const frame: Frame = {
    lang,
    json,
    stdin: Readable.from([stdin]),
    stdout: out,
    stderr: err,
    wording: (code) => wordings[code],
  };
  const code = await command(frame);
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') };
}
