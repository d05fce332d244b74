import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bytesSource } from '#platform/files';
import { findPersonByIdentity } from './find-person.ts';
import { importPeople } from './import-people.ts';
import { personCard } from './person-card.ts';
import { bigintAsText, type Desk, gb18030, header, openDesk, taken } from './registry.testing.ts';
import { situationOf } from './situation-of.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.nextSeries());

describe('Importing people', () => {
  test('a dry run tells what would happen and writes nothing', async () => {
    const report = taken(await desk.people([header, desk.person(1), desk.person(2)], { dryRun: true }));
    expect(report).toMatchObject({
      outcome: 'checked',
      encoding: 'utf-8',
      lineCount: 2,
      newCount: 2,
      openingCount: 2,
      openingTotalFen: 2_000_00n,
      problems: [],
    });
    expect(await desk.ownerOf(1)).toBeNull();
  });

  test('the file once taken in, the same file again changes nothing and says so', async () => {
    expect(taken(await desk.people([header, desk.person(1), desk.person(2)]))).toMatchObject({
      outcome: 'taken-in',
      newCount: 2,
    });
    const before = await desk.everything();
    expect(taken(await desk.people([header, desk.person(1), desk.person(2)]))).toMatchObject({
      outcome: 'already-taken-in',
      newCount: 0,
      onRecordCount: 2,
    });
    expect(await desk.everything()).toEqual(before);
  });

  test('a person who is on record already is left as they are, and the differences are named without values', async () => {
    await desk.people([header, desk.person(1)]);
    const owner = await desk.ownerOf(1);
    const again = `${header},手机`;
    const changed = desk.person(1).replace('张三', '李四').replace('正常参保,是', '停保,否');
    const report = taken(await desk.people([again, `${changed},13800000000`, `${desk.person(2)},`]));
    expect(report).toMatchObject({
      newCount: 1,
      onRecordCount: 1,
      openingCount: 1,
      openingTotalFen: 1_000_00n,
    });
    expect(report.notices).toHaveLength(1);
    expect(report.notices[0]?.detail.zh).toContain('姓名、参保状态、单位在册、手机号码');
    expect(JSON.stringify(report.notices, bigintAsText)).not.toMatch(/李四|13800000000/);
    expect(
      (await personCard(desk.db.app, { owner: owner ?? '', seal: desk.context.seal }))?.phone,
    ).toBeNull();
    expect((await situationOf(desk.db.app, { owner: owner ?? '' }))?.relationship?.status).toBe('active');
  });

  test('everything wrong with every line is told at once, and nothing is written', async () => {
    const broken = [
      header,
      desk.person(1),
      ',2020-02-30,ZZZ,身份证,110105194912310021,参保中,也许,12.345,2099-01-01',
      desk.person(1),
      `${desk.person(3)},多出来`,
      '王五,1990-01-01,CHN,身份证,110105491231002,正常参保,是,,2020-01-01',
    ];
    const refused = await desk.people(broken);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'registry.file-has-problems' } });
    const problems = refused.ok ? [] : (refused.refusal.problems ?? []);
    expect(problems.map(({ path }) => path)).toEqual([
      'line 3.name',
      'line 3.born_on',
      'line 3.nationality',
      'line 3.document_number',
      'line 3.relationship_status',
      'line 3.on_roster',
      'line 3.opening_balance',
      'line 3.balance_on',
      'line 4.document_number',
      'line 5',
      'line 6.document_number',
      'line 6.opening_balance',
    ]);
    for (const { detail } of problems) {
      expect(detail.zh).toMatch(/\p{Script=Han}/u);
      expect(detail.en).toMatch(/^[^\p{Script=Han}]*[a-z]/u);
    }
    expect(await desk.ownerOf(1)).toBeNull();
    expect(JSON.stringify(problems)).not.toContain('110105194912310021');
  });

  test('a header with unknown, doubled and missing columns lists them', async () => {
    const refused = await desk.people(['姓名,姓名,血型,出生日期', '张三,李四,A,1990-01-01']);
    const told = refused.ok ? '' : (refused.refusal.problems ?? []).map(({ detail }) => detail.zh).join('\n');
    expect(told).toMatch(/缺少这些列：国籍、证件类型、证件号码、参保状态、单位在册/);
    expect(told).toMatch(/出现了两次：姓名/);
    expect(told).toMatch(/不认识这些列：血型/);
  });

  test('a file that a Chinese spreadsheet saved (GB 18030, CR LF, quotes) is read as it was meant', async () => {
    const source = bytesSource(
      '人员.csv',
      gb18030(`${header}\r\n${desk.person(1).replace('张三', '"张三"')}`),
    );
    const report = taken(
      await importPeople(desk.context, { caller: desk.caller.clerk, file: source, dryRun: false }),
    );
    expect(report).toMatchObject({ encoding: 'gb18030', newCount: 1, problems: [] });
  });

  test('events, employer and document of each kind come on record as the assessment asks for them', async () => {
    const columns = `${header},证件签发国,停保日期,单位信用代码,单位名称,入职日期,退休日期,离境日期,离境去往,离境目的,email`;
    const owner = `PP${String(desk.series()).padStart(5, '0')}`;
    const line = `Anna Smith,1960/5/1,CAN,护照,${owner},停保,否,"8,312.40",2022-04-30,CAN,2022年4月30日,91350100M000100Y43,测试公司,2010-07-01,2020-05-01,2022-05-01,CAN,回国,anna@example.org`;
    taken(await desk.people([columns, line]));
    const document = { kind: 'passport', issuer: 'CAN', number: owner } as const;
    const found = (await findPersonByIdentity(desk.db.app, { seal: desk.context.seal, document })) ?? '';
    expect(await situationOf(desk.db.app, { owner: found })).toMatchObject({
      person: {
        nationality: 'CAN',
        retiredOn: '2020-05-01',
        leftCountry: { on: '2022-05-01', to: 'CAN', purpose: 'return-home' },
      },
      relationship: { status: 'suspended', onEmployerRoster: false, stoppedOn: '2022-04-30', paidMonths: 0 },
    });
    expect(await personCard(desk.db.app, { owner: found, seal: desk.context.seal })).toMatchObject({
      name: 'A*** S***',
      birthYear: 1960,
      documents: [{ kind: 'passport', issuer: 'CAN', number: `P****${owner.slice(-2)}` }],
      employer: { creditCode: '91350100M000100Y43', name: '测试公司', since: '2010-07-01' },
      email: 'a***@example.org',
    });
  });
});

describe('What must not lie in the open', () => {
  test('no identity number, telephone or e-mail of anybody is found in plain text in any table', async () => {
    const phone = '13912345678';
    const email = 'canary@example.org';
    taken(await desk.people([`${header},手机,邮箱`, `${desk.person(1)},${phone},${email}`]));
    for (const secret of [desk.numberOf(1), phone, email])
      expect(await desk.plainFinds(secret), secret).toEqual([]);
    expect(await desk.plainFinds('张三')).toContain('person.name'); // the search itself can find what lies open
  });
});
