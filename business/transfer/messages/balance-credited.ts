import { z } from 'zod';
import { amount, day, field, paymentReference, someAmount, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';

const body = z
  .strictObject({
    amountFen: field(someAmount, {
      zh: '记入个人账户的金额（分）',
      en: 'What was credited to the person’s account, in fen',
    }),
    reference: field(paymentReference, {
      zh: '付款编号',
      en: 'The reference under which the money came, as in the remittance advice',
    }),
    receivedOn: field(day, { zh: '到账日期', en: 'Day on which the bank booked it' }),
    creditedOn: field(day, { zh: '记账日期', en: 'Day on which it was credited to the person' }),
    expectedFen: field(amount.nullable(), {
      zh: '应到金额（分，一致的不写）',
      en: 'What the advice had announced, where another sum came; null where the two are equal',
    }),
  })
  .refine(({ receivedOn, creditedOn }) => receivedOn <= creditedOn, {
    ...wrong({ zh: '记账日期在到账日期之前。', en: 'It was credited before it came.' }),
    path: ['creditedOn'],
  })
  .refine(({ amountFen, expectedFen }) => amountFen !== expectedFen, {
    ...wrong({ zh: '金额一致的，应到金额不写。', en: 'Where the sums are equal, no other is named.' }),
    path: ['expectedFen'],
  });

export const balanceCredited = defineMessage({
  type: 'balance-credited',
  name: { zh: '余额到账确认', en: 'Balance credited' },
  sender: 'receiving',
  says: {
    zh: '转入地告诉转出地：余额已核对并记入个人账户。',
    en: 'The receiving agency says that the money came and was credited to the person.',
  },
  body,
  example: {
    ...{ amountFen: '831350', reference: 'ord-01k8exampleexampleexample-1' },
    ...{ receivedOn: '2026-11-25', creditedOn: '2026-11-26', expectedFen: null },
  } as z.output<typeof body>, // the days are literals
});
export type BalanceCredited = z.output<typeof body>;
