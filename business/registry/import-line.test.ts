import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { checkCharacter } from './check-character.ts';
import { type Cells, isSameName } from './import-cells.ts';
import { monthsColumns, type PeopleKey, peopleColumns, readHeader } from './import-columns.ts';
import { readPersonLine } from './import-people-line.ts';

const today = plainDate('2022-07-01');
const citizen = numbered('440300', '1990-01-01');
const employed = { employer_name: '示例', employed_from: '2020-01-01' } as const;

describe('A line of a file of people', () => {
  test('a plain line is read without a problem', () => {
    const { value, told } = read({});
    expect(told).toEqual([]);
    expect(value).toMatchObject({ name: '张三', bornOn: '1990-01-01', opening: null, language: null });
  });

  test('an employer’s name is kept as it was written, and what no page may show in its narrow form', () => {
    const named = (employer_name: string) =>
      read({ ...employed, employer_name, employer_code: '91350100M000100Y43' }).value?.employer?.name;
    expect(named('深圳示例公司（演示）')).toBe('深圳示例公司（演示）');
    expect(named('示例 公司＆分号')).toBe('示例 公司&分号');
    expect(isSameName('示例（演示）', '示例(演示)')).toBe(true);
    expect(isSameName('示例（演示）', '示例（展示）')).toBe(false);
  });

  test.each([
    '2022-04-05',
    '2022/4/5',
    '2022.04.05',
    '20220405',
    '2022年4月5日',
    '２０２２－０４－０５',
    '2022/4/5 0:00',
  ])('a day may be written %s', (day) => {
    expect(read({ relationship_status: '停保', stopped_on: day }).value?.entries).toContainEqual(
      expect.objectContaining({ kind: 'relationship', stoppedOn: '2022-04-05' }),
    );
  });

  test.each([
    ['a birthday other than the citizen ID’s', { born_on: '1990-01-02' }, ['document_number']],
    ['a foreigner with a citizen ID', { nationality: 'CAN' }, ['document_number']],
    ['a resident of Macao with a permit of Hong Kong', permit('MAC'), ['document_number']],
    ['a Chinese with a foreigner’s card', card('CHN', 'CAN310078012345'), ['document_number']],
    ['a German with a Canadian’s card', card('DEU', 'CAN310078012345'), ['document_number']],
    ['leaving without a purpose', { left_on: '2022-01-01', left_to: 'CAN' }, ['left_purpose']],
    ['death before retirement', { retired_on: '2021-01-01', died_on: '2020-12-31' }, ['died_on']],
    ['death before leaving', { ...left('2021-01-01'), died_on: '2020-12-31' }, ['died_on']],
    ['retirement before birth', { retired_on: '1989-12-31' }, ['retired_on']],
    ['a death to come', { died_on: '2022-07-02' }, ['died_on']],
    ['active insurance that stopped', { stopped_on: '2022-01-01' }, ['stopped_on']],
    ['a balance without its day', { opening_balance: '1' }, ['balance_on']],
    ['a day without its balance', { balance_on: '2022-01-01' }, ['opening_balance']],
    ['a balance of tomorrow', { opening_balance: '1', balance_on: '2022-07-02' }, ['balance_on']],
    ['a negative balance', { opening_balance: '-1', balance_on: '2022-01-01' }, ['opening_balance']],
    ['an employer without a code', { employer_name: '示例', employed_from: '2020-01-01' }, ['employer_code']],
    [
      'an employer without a day',
      { employer_name: '示例', employer_code: '91350100M000100Y43' },
      ['employed_from'],
    ],
    ['a mistyped credit code', { ...employed, employer_code: '91350100M000100Y44' }, ['employer_code']],
    ['a name that turns the text around', { name: '张三\u202e' }, ['name']],
    ['a name with a character of no width', { name_latin: 'Li\u200b Si' }, ['name_latin']],
    [
      'a name that spans lines',
      { employer_name: '示例\n公司', employed_from: '2020-01-01', employer_code: '91350100M000100Y43' },
      ['employer_name'],
    ],
    ['a name with markup in it', { name: '张三<b>' }, ['name']],
    ['a name that a spreadsheet would compute', { name_latin: '=1+1' }, ['name_latin']],
    [
      'an employer that a page would take for a command',
      {
        employer_name: '示例<script>',
        employed_from: '2020-01-01',
        employer_code: '91350100M000100Y43',
      },
      ['employer_name'],
    ],
    ['an e-mail address with markup in it', { email: '<b>@example.org' }, ['email']],
    ['no e-mail address', { email: 'zhang' }, ['email']],
    ['a telephone of letters', { phone: 'abc' }, ['phone']],
    ['a tier that does not exist', { tier: '三档' }, ['tier']],
  ])('%s is refused at its column', (_what, cells, columns) => {
    expect(read(cells).told).toEqual(columns);
  });

  test('the day itself is not to come', () => {
    expect(read({ died_on: '2022-07-01' }).told).toEqual([]);
    expect(read({ retired_on: '2021-01-01', died_on: '2021-01-01' }).told).toEqual([]);
  });

  test('whoever has lost Chinese nationality may still be known by a citizen ID', () => {
    expect(read({ nationality: 'CAN', nationality_lost_on: '2022-01-01' }).told).toEqual([]);
  });

  test('a balance may be grouped by thousands, and nothing else may stand between its digits', () => {
    const opening = (amount: string) =>
      read({ opening_balance: amount, balance_on: '2022-01-01' }).value?.opening;
    expect(opening('8,312.40')).toEqual({ amountFen: 831_240n, balanceOn: '2022-01-01' });
    expect(opening('0')).toEqual({ amountFen: 0n, balanceOn: '2022-01-01' });
    for (const wrong of ['83,12.40', '8 312.40', '8312.401', '1e3', '¥8'])
      expect(opening(wrong), wrong).toBeUndefined();
  });
});

describe('The columns of imports', () => {
  test('every column is explained in docs/import.md under both of its names', () => {
    const guide = readFileSync('docs/import.md', 'utf8');
    for (const { chinese, key } of [...peopleColumns, ...monthsColumns]) {
      expect(guide).toContain(`| ${chinese} | \`${key}\` |`);
    }
  });

  test('a header is read in Chinese, in English, with marks and in any order', () => {
    const { places, wrong } = readHeader(monthsColumns, [
      '*Base',
      '起始年月',
      'to month',
      '证件类型*',
      '身份证号',
      'ORIGIN_REGION',
    ]);
    expect(wrong).toEqual([]);
    expect(Object.fromEntries(places)).toEqual({
      base: 0,
      from_month: 1,
      to_month: 2,
      document_kind: 3,
      document_number: 4,
      origin_region: 5,
    });
  });
});

const plain: Partial<Record<PeopleKey, string>> = {
  name: '张三',
  born_on: '1990-01-01',
  nationality: 'CHN',
  document_kind: '居民身份证',
  document_number: citizen,
  relationship_status: '正常参保',
  on_roster: '是',
};

function read(changed: Partial<Record<PeopleKey, string>>) {
  const line = { ...plain, ...changed };
  const keys = peopleColumns.map(({ key }) => key);
  const cells: Cells<PeopleKey> = {
    fields: keys.map((key) => line[key] ?? ''),
    places: new Map(keys.map((key, place) => [key, place])),
    problems: [],
    notices: [],
  };
  const value = readPersonLine(cells, today);
  return { value, told: cells.problems.map(({ column }) => column) };
}

function left(on: string) {
  return { left_on: on, left_to: 'CAN', left_purpose: '定居' };
}

function permit(nationality: string) {
  return {
    nationality,
    document_kind: '港澳台居民居住证',
    document_number: numbered('810000', '1990-01-01'),
  };
}

function card(nationality: string, number: string) {
  return { nationality, document_kind: '外国人永久居留身份证', document_number: number };
}

function numbered(area: string, bornOn: string): string {
  const first17 = `${area}${bornOn.replaceAll('-', '')}001`;
  return first17 + checkCharacter(first17);
}
