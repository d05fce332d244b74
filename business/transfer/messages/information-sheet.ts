import { z } from 'zod';
import { adds, amount, day, field, line, messageId, month, region, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';
import { period } from './period.ts';
import { examplePerson, person } from './person.ts';
import { scheme } from './scheme.ts';
import { sheetProblems } from './sheet-problems.ts';

const agencyPlace = (zh: string, en: string) =>
  field(
    z.strictObject({
      region: field(region, { zh: '统筹区代码', en: 'Region, six digits', source: '信息表' }),
      agency: field(line(100), { zh: '经办机构', en: 'Name of the agency', source: '信息表' }),
    }),
    { zh, en, source: '信息表' },
  );

const months = z.int().min(0).max(1200);

const account = z
  .strictObject({
    principalFen: field(amount, { zh: '本金（分）', en: 'Principal in fen', source: '信息表' }),
    interestFen: field(amount, { zh: '利息（分）', en: 'Interest in fen', source: '信息表' }),
    balanceFen: field(amount, { zh: '余额（分）', en: 'Principal and interest', source: '信息表' }),
    computedOn: field(day, {
      zh: '计算日期',
      en: 'Day to which interest was computed; the remittance computes it again to its own day',
      source: '信息表',
    }),
  })
  .refine(({ principalFen, interestFen, balanceFen }) => adds([principalFen, interestFen], balanceFen), {
    ...wrong({ zh: '本金加利息不等于余额。', en: 'Principal and interest are not the balance.' }),
    path: ['balanceFen'],
  });

const body = z
  .strictObject({
    person: field(person, { zh: '参保人', en: 'Whom it is about', source: '信息表' }),
    sex: field(z.enum(['male', 'female', 'unknown']), { zh: '性别', en: 'Sex', source: '信息表' }),
    sending: agencyPlace('转出地', 'The agency that the person leaves'),
    receiving: agencyPlace('转入地', 'The agency that the person comes to'),
    scheme: field(scheme, { zh: '险种', en: 'Scheme at the sending agency', source: '信息表' }),
    firstInsuredMonth: field(month, {
      zh: '首次参保年月',
      en: 'Month of the first insurance there',
      source: '信息表',
    }),
    stoppedOn: field(day, { zh: '停保日期', en: 'Day on which contributions stopped', source: '信息表' }),
    endedOn: field(day, {
      zh: '关系终止日期',
      en: 'Day on which the relationship there ended, by this transfer',
      source: '信息表',
    }),
    periods: field(z.array(period).max(400), {
      zh: '缴费时段（按起始年月排列，互不重叠）',
      en: 'Paid months in stretches, the earliest first; no month is in two of them',
      source: '信息表',
    }),
    paidMonths: field(months, { zh: '实际缴费月数', en: 'Sum of the actual months', source: '信息表' }),
    deemedMonths: field(months, { zh: '视同缴费月数', en: 'Sum of the deemed months', source: '信息表' }),
    interruptedMonths: field(months, {
      zh: '中断月数',
      en: 'Months without contribution between the first and the last period',
      source: '信息表',
    }),
    lastBenefitMonth: field(month.nullable(), {
      zh: '最近待遇享受截止年月',
      en: 'Last month with benefits there; null where there were none',
      source: '信息表',
    }),
    account: field(account.nullable(), {
      zh: '个人账户',
      en: 'The account; null where there is none, and in a correction also where its balance does not go. What is remitted stands in `remittance-advice`',
      source: '信息表',
    }),
    revision: field(z.int().min(1).max(999), {
      zh: '版次',
      en: '1 for the first sheet of a transfer, one more for each correction',
    }),
    replaces: field(messageId.nullable(), {
      zh: '所替代的信息表',
      en: 'Message id of the sheet that this one replaces; null for the first',
    }),
    preparedOn: field(day, { zh: '制表日期', en: 'Day of preparation', source: '信息表' }),
    preparedBy: field(line(100), { zh: '制表单位', en: 'Unit that prepared it', source: '信息表' }),
  })
  .superRefine((sheet, context) => {
    for (const { path, says } of sheetProblems(sheet))
      context.addIssue({ code: 'custom', path: [...path], ...wrong(says) });
  });

export const informationSheet = defineMessage({
  type: 'information-sheet',
  name: { zh: '参保人员基本医疗保险信息表', en: 'Information sheet' },
  sender: 'sending',
  says: {
    zh: '转出地告诉转入地：关系已终止，缴费时段、月数和个人账户如下。',
    en: 'The sending agency says that the relationship ended, and tells the paid months by period and the account.',
  },
  body,
  example: {
    ...{ person: examplePerson, sex: 'female' },
    sending: { region: '440300', agency: '示例经办中心' },
    receiving: { region: '510100', agency: '示例市医疗保障事务中心' },
    ...{ scheme: 'employee', firstInsuredMonth: '2018-03', stoppedOn: '2026-09-30', endedOn: '2026-11-20' },
    periods: [
      { from: '2018-03', to: '2021-06', months: 40, basis: 'actual', averageBaseFen: '912000' },
      { from: '2021-09', to: '2026-09', months: 61, basis: 'actual', averageBaseFen: null },
    ],
    ...{ paidMonths: 101, deemedMonths: 0, interruptedMonths: 2, lastBenefitMonth: '2026-09' },
    account: {
      ...{ principalFen: '830000', interestFen: '1240', balanceFen: '831240', computedOn: '2026-11-20' },
    },
    ...{ revision: 1, replaces: null, preparedOn: '2026-11-20', preparedBy: '示例经办中心' },
  } as z.output<typeof body>, // the days are literals
});
export type InformationSheet = z.output<typeof body>;
