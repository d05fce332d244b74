import { z } from 'zod';
import { adds, amount, day, field, line, paymentReference, someAmount, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';
import { bankCode } from './receiving-account.ts';

const tail = field(z.string().regex(/^\d{4}$/), {
  zh: '账号末四位',
  en: 'The last four digits of the account; the whole number stays between the banks',
  source: '基金划转通知',
});
const holder = field(line(70), { zh: '户名', en: 'Account holder', source: '基金划转通知' });
const bankName = field(line(140), { zh: '开户银行全称', en: 'Name of the bank', source: '基金划转通知' });

const body = z
  .strictObject({
    personName: field(line(70), { zh: '参保人员姓名', en: 'Whose balance it is', source: '基金划转通知' }),
    amountFen: field(someAmount, {
      zh: '基金转移总额（分）',
      en: 'What was sent, in fen',
      source: '基金划转通知',
    }),
    principalFen: field(amount, { zh: '其中本金（分）', en: 'Principal in it' }),
    interestFen: field(amount, { zh: '其中利息（分）', en: 'Interest in it, to the day of settlement' }),
    reference: field(paymentReference, {
      zh: '付款编号',
      en: 'End-to-end identification of the bank payment: the receiving agency finds the money by it',
    }),
    remittedOn: field(day, { zh: '划转日期', en: 'Day on which the bank paid', source: '基金划转通知' }),
    payer: field(z.strictObject({ holder, bankName, accountTail: tail }), {
      zh: '付款方',
      en: 'Where it came from',
      source: '基金划转通知',
    }),
    payee: field(
      z.strictObject({
        holder,
        bankName,
        bankCode: field(bankCode, { zh: '联行号', en: 'Clearing code', source: '基金划转通知' }),
        accountTail: tail,
      }),
      { zh: '收款方', en: 'Where it went', source: '基金划转通知' },
    ),
  })
  .refine(({ amountFen, principalFen, interestFen }) => adds([principalFen, interestFen], amountFen), {
    ...wrong({ zh: '本金加利息不等于总额。', en: 'Principal and interest are not the amount.' }),
    path: ['amountFen'],
  });

export const remittanceAdvice = defineMessage({
  type: 'remittance-advice',
  name: { zh: '基金划转通知', en: 'Remittance advice' },
  sender: 'sending',
  says: {
    zh: '转出地告诉转入地：银行已付出多少、凭什么编号核对。',
    en: 'The sending agency says how much its bank paid and by which reference it is found.',
  },
  body,
  example: {
    ...{ personName: '示例甲', amountFen: '831350', principalFen: '830000', interestFen: '1350' },
    ...{ reference: 'ord-01k8exampleexampleexample-1', remittedOn: '2026-11-24' },
    payer: { holder: '示例经办中心', bankName: '示例银行深圳分行', accountTail: '0001' },
    payee: {
      ...{ holder: '示例市医疗保障事务中心', bankName: '中国建设银行成都示例支行' },
      ...{ bankCode: '105651000001', accountTail: '0001' },
    },
  } as z.output<typeof body>, // the days are literals
});
export type RemittanceAdvice = z.output<typeof body>;
