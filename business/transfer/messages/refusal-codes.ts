import type { Text } from '#basics';

/** Why an agency may refuse a balance, in the words that a person is told. */
export const balanceRefusalCodes = {
  'scheme-has-no-account': {
    zh: '此人在转入地参加的险种没有个人账户',
    en: 'The person’s scheme at the receiving agency has no personal account',
  },
  'accounts-not-taken': {
    zh: '转入地不接收外地的个人账户余额',
    en: 'The receiving agency takes no balances from elsewhere',
  },
  'person-not-enrolled': {
    zh: '此人在转入地没有参保',
    en: 'The person is not insured at the receiving agency',
  },
  'person-retired': { zh: '此人已经退休，不在转移范围', en: 'The person is retired and not transferred' },
  'amount-differs': {
    zh: '到账金额与通知的不符',
    en: 'Another sum came than was announced',
  },
  other: { zh: '其他原因', en: 'Another reason, given in words' },
} as const satisfies Readonly<Record<string, Text>>;
export type BalanceRefusalCode = keyof typeof balanceRefusalCodes;
