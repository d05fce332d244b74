import { z } from 'zod';
import { day, field } from './fields.ts';
import { defineMessage } from './message-kind.ts';
import { exampleAccount, receivingAccount } from './receiving-account.ts';

const body = z.strictObject({
  receivingAccount: field(receivingAccount, {
    zh: '接收余额的账户',
    en: 'Where the balance shall go',
    source: '联系函',
  }),
  validFrom: field(day, { zh: '启用日期', en: 'First day on which the account takes money' }),
});

export const accountDetails = defineMessage({
  type: 'account-details',
  name: { zh: '接收账户告知', en: 'Account details' },
  sender: 'receiving',
  says: {
    zh: '转入地补告或者更正接收余额的账户。',
    en: 'The receiving agency names the account that its letter lacked, or another one after a payment came back.',
  },
  body,
  example: { receivingAccount: exampleAccount, validFrom: '2026-11-20' } as z.output<typeof body>, // the day is a literal
});
export type AccountDetails = z.output<typeof body>;
