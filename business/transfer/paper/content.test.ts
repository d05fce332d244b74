import { describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import type { Json } from '#engines/casework';
import { transferMessages, transferMessageTypes } from '../messages/catalogue.ts';
import { type PaperContent, readContent, typesFor } from './content.ts';
import { blankOf, toldFields } from './told-fields.ts';

const weighed = { direction: 'in', today: plainDate('2026-11-29'), scans: new Set(['fil_1']) } as const;
const advice: PaperContent = {
  ...{ type: 'remittance-advice', paperReference: '成医保函 1', datedOn: '2026-11-29', fileId: 'fil_1' },
  body: { ...transferMessages['remittance-advice'].example, amountFen: '8,313.50', interestFen: '13.50' },
};

function problems(change: Partial<PaperContent>): readonly string[] {
  const read = readContent({ ...advice, ...change }, weighed);
  return 'problems' in read ? read.problems.map(({ path, detail }) => `${path}: ${detail.zh}`) : [];
}

describe('what a clerk keys in from a letter', () => {
  test('may write amounts as the paper prints them', () => {
    const read = readContent(advice, weighed);
    expect('whole' in read && read.whole.said.body).toMatchObject({
      ...{ amountFen: '831350', principalFen: '830000', interestFen: '1350' },
    });
  });

  test('is told everything that is missing or wrong, by the names that the form has', () => {
    const body: Json = {
      ...transferMessages['remittance-advice'].example,
      ...{ remittedOn: '2026-02-30', reference: '' },
    };
    expect(problems({ paperReference: null, datedOn: '2026-11-30', fileId: 'fil_2', body })).toEqual([
      expect.stringMatching(/^paperReference: 填写来函的文号/),
      expect.stringMatching(/^datedOn: .*不能晚于今天/),
      expect.stringMatching(/^fileId: 附上来函的扫描件/),
      'body.reference: 没有填写：付款编号。',
      'body.remittedOn: 划转日期：日历上没有这一天。',
    ]);
  });

  test('that is not filled in at all is told each field once, yes and no among them', () => {
    const read = readContent(
      { ...advice, type: 'contact-letter', body: blankOf('contact-letter') },
      { ...weighed, direction: 'out' },
    );
    const told = 'problems' in read ? read.problems.map(({ detail }) => detail.zh) : [];
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain('没有填写：是否接收个人账户余额。');
    expect(told.filter((each) => !each.startsWith('没有填写：'))).toEqual([]);
  });

  test('is of a kind that the other side writes', () => {
    expect(problems({ type: 'contact-letter' })).toEqual([expect.stringMatching(/^type: 选择来函种类/)]);
    expect([...typesFor('out'), ...typesFor('in')].sort()).toEqual(
      [...transferMessageTypes, 'invalidate', 'reminder', 'transfer-declined'].sort(),
    );
  });
});

test.each(transferMessageTypes)(
  'every field of a %s has a name in both languages, to be compared one by one',
  (type) => {
    const fields = toldFields(type, JSON.parse(JSON.stringify(transferMessages[type].example)));
    expect(fields.length).toBeGreaterThan(1);
    for (const { name, path } of fields)
      expect([/\p{Script=Han}/u.test(name.zh), name.en !== ''], path).toEqual([true, true]);
    expect(Object.keys(blankOf(type) as object)).toEqual(Object.keys(transferMessages[type].example));
  },
);
