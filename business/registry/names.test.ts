import { describe, expect, test } from 'vitest';
import { emailWrong, organisationNameWrong, personNameWrong } from './names.ts';

/** What letters, lists, payment files or pages would take for something else than a name. */
const hostile = [
  '<script>alert(1)</script>',
  '张三<img src=x>',
  '=HYPERLINK("http://x")',
  '+86',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '张三\u0007',
  '张三\u202e',
  'Li\u200bSi',
  '张三\u2028',
  '张三\ud83d',
  '张\ue000',
  '张三|cmd',
  '{{7*7}}',
  '#import "x"',
  '$x$',
  '',
  ' ',
  '张三110101199003070070',
];

describe('A name on record', () => {
  test.each([
    '张三',
    '欧阳娜娜',
    '阿卜杜热西提·买买提明',
    '王〇',
    '𠮷田 太郎',
    'María-José O’Brien, Jr.',
    "Jean d'Arc",
    'Siti a/p Raju',
    'Ali bin Abu @ Ahmad',
    'Nguyễn Thị Hương',
    'John Smith III',
    '(Kim) 金',
  ])('of a person may be %s, unless it begins with a mark', (name) => {
    expect(personNameWrong(name) === null).toBe(!name.startsWith('('));
  });

  test.each([
    '深圳市示例科技有限公司',
    '（香港）示例有限公司',
    '3M 中国有限公司',
    'AT&T (Shenzhen) Co., Ltd.',
    '“小蓝”餐饮店',
    '1+1 教育咨询部',
  ])('of an employer may be %s', (name) => {
    expect(organisationNameWrong(name)).toBeNull();
  });

  test.each(hostile)('is never %j', (name) => {
    expect([personNameWrong(name), organisationNameWrong(name)]).toEqual([
      expect.objectContaining({ zh: expect.any(String), en: expect.any(String) }),
      expect.objectContaining({ zh: expect.any(String), en: expect.any(String) }),
    ]);
  });

  test('is no longer than a hundred characters, an employer’s two hundred', () => {
    expect([personNameWrong('张'.repeat(100)), organisationNameWrong('司'.repeat(200))]).toEqual([
      null,
      null,
    ]);
    expect(personNameWrong('张'.repeat(101))?.en).toBe('At most 100 characters.');
    expect(organisationNameWrong('司'.repeat(201))?.en).toBe('At most 200 characters.');
  });
});

test.each(['zhang@example.org', 'zhang.san+med@mail.example.com', "o'brien@example.ie", '张三@例子.公司'])(
  '%s is an e-mail address',
  (email) => {
    expect(emailWrong(email)).toBeNull();
  },
);

test.each([
  'zhang',
  '=cmd@example.org',
  '<b>@example.org',
  'a@b.c"><script>',
  'a@example.org, b@example.org',
  'a\u202e@example.org',
  'a@-.org',
  `${'a'.repeat(65)}@example.org`,
])('%j is no e-mail address', (email) => {
  expect(emailWrong(email)).not.toBeNull();
});
