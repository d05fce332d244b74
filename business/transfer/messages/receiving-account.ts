import { z } from 'zod';
import { isBankNumber, namesAnotherBank } from '#business/payments/public';
import { field, line, wrong } from './fields.ts';

export const bankCode = z
  .string()
  .regex(/^\d{12}$/)
  .refine(
    isBankNumber,
    wrong({
      zh: '没有这样的联行号，请核对。',
      en: 'There is no such clearing code; compare it with the bank’s.',
    }),
  );

/** Where the receiving agency takes balances: a fund account in this country, never a card. */
export const receivingAccount = z
  .strictObject({
    holder: field(line(70), { zh: '户名', en: 'Account holder: the receiving agency', source: '联系函' }),
    bankName: field(line(140), { zh: '开户银行全称', en: 'Full name of the bank', source: '联系函' }),
    bankCode: field(bankCode, {
      zh: '联行号',
      en: 'Twelve digits, the bank’s number in the national clearing system (CNAPS)',
      source: '联系函',
    }),
    accountNumber: field(z.string().regex(/^\d{8,32}$/), {
      zh: '银行账号',
      en: 'Account number, 8 to 32 digits',
      source: '联系函',
    }),
  })
  .refine(({ bankCode: code, bankName }) => !namesAnotherBank(code, bankName), {
    ...wrong({
      zh: '联行号不是所写银行的。',
      en: 'The clearing code is not that of the bank that is named.',
    }),
    path: ['bankCode'],
  });
export type ReceivingAccount = z.output<typeof receivingAccount>;

export const exampleAccount: ReceivingAccount = {
  holder: '示例市医疗保障事务中心',
  bankName: '中国建设银行成都示例支行',
  bankCode: '105651000001',
  accountNumber: '51001234567890000001',
};
