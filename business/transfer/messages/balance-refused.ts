import { z } from 'zod';
import type { Text } from '#basics';
import { bothLanguages, day, field, line, paymentReference, someAmount, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';
import { type BalanceRefusalCode, balanceRefusalCodes } from './refusal-codes.ts';

const codes = Object.keys(balanceRefusalCodes) as [BalanceRefusalCode, ...BalanceRefusalCode[]]; // its own keys

const body = z
  .strictObject({
    code: field(z.enum(codes), { zh: '原因代码', en: 'Coded reason' }),
    text: field(bothLanguages(), { zh: '原因', en: 'The reason in words, as the person may read it' }),
    legalBasis: field(line(300), { zh: '依据', en: 'The provision on which the refusal rests' }),
    refusedOn: field(day, { zh: '决定日期', en: 'Day of the refusal' }),
    money: field(z.enum(['not-received', 'sent-back']), {
      zh: '款项（未收到、已退回）',
      en: 'Whether no money came, or it came and was sent back; an agency that keeps it refuses nothing',
    }),
    sentBackReference: field(paymentReference.nullable(), {
      zh: '退款编号',
      en: 'Reference of the payment that sent it back',
    }),
    amountFen: field(someAmount.nullable(), { zh: '退回金额（分）', en: 'What was sent back, in fen' }),
  })
  .superRefine(({ money, sentBackReference, amountFen }, context) => {
    const back = money === 'sent-back';
    for (const [path, held] of Object.entries({ sentBackReference, amountFen }))
      if ((held !== null) !== back) context.addIssue({ code: 'custom', path: [path], ...wrong(notBack) });
  });

const notBack: Text = {
  zh: '退款编号和金额在款项已退回时写，未收到款项时不写。',
  en: 'Reference and amount are named where the money was sent back, and only there.',
};

export const balanceRefused = defineMessage({
  type: 'balance-refused',
  name: { zh: '不接收余额通知', en: 'Balance refused' },
  sender: 'receiving',
  says: {
    zh: '转入地明确不接收个人账户余额。转出地据此由本人选择收款账户一次性支取。',
    en: 'The receiving agency explicitly refuses the balance; the sending agency then pays it out to the person.',
  },
  body,
  example: {
    code: 'scheme-has-no-account',
    text: {
      zh: '参保人在本市参加城乡居民基本医疗保险，没有个人账户，余额不能记入。',
      en: 'The person is in the residents’ scheme here, which has no personal account, so the balance cannot be credited.',
    },
    legalBasis: '《基本医疗保险关系转移接续暂行办法》（医保办发〔2021〕43号）第二条',
    ...{ refusedOn: '2026-11-18', money: 'not-received', sentBackReference: null, amountFen: null },
  } as z.output<typeof body>, // the days are literals
});
export type BalanceRefused = z.output<typeof body>;
