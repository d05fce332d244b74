import type { Text } from '#basics';

/**
 * What an entry of the books is for, in words that a person reads on a statement. The database holds the same list
 * (`moves_accounts`), with the accounts that each purpose may move; a test compares the two.
 */
export const purposeNames = {
  opening: { zh: '从原系统接转的余额', en: 'taken over from the previous system' },
  declaration: { zh: '缴费申报', en: 'contribution declared' },
  contribution: { zh: '缴费划入', en: 'contribution' },
  receipt: { zh: '收到款项', en: 'money received' },
  subsidy: { zh: '财政补助', en: 'subsidy' },
  'settlement-interest': { zh: '结清利息', en: 'interest at settlement' },
  'yearly-interest': { zh: '年度结息', en: 'interest of the year' },
  'interest-difference': { zh: '利息补差', en: 'difference of interest' },
  withdrawal: { zh: '一次性支取', en: 'withdrawal' },
  'card-payment': { zh: '刷卡支付', en: 'card payment' },
  'claim-share': { zh: '报销个人账户支付', en: 'the account’s share of a claim' },
  reimbursement: { zh: '统筹报销', en: 'reimbursement' },
  'transfer-out': { zh: '转移转出', en: 'transfer out' },
  'transfer-in': { zh: '转移转入', en: 'transfer in' },
  'transfer-payment': { zh: '转移付款', en: 'transfer paid' },
  'transfer-receipt': { zh: '转移收款', en: 'transfer received' },
  'transfer-return': { zh: '转移退回', en: 'transfer come back' },
  payment: { zh: '银行付款', en: 'payment by the bank' },
  'payment-return': { zh: '银行退票', en: 'payment returned' },
  refund: { zh: '付款单退回账户', en: 'order back into the account' },
  unclaimed: { zh: '转无人领取', en: 'unclaimed' },
  claimed: { zh: '恢复支付', en: 'claimed after all' },
  escheat: { zh: '无人继承、无人领取的款项归入统筹基金', en: 'heirless or unclaimed money to the pool' },
  'contribution-refund': { zh: '退还缴费', en: 'contribution refunded' },
  shortage: { zh: '余额不足、转应收回', en: 'shortage, owed to the fund' },
  'recovery-order': { zh: '追回', en: 'recovery order' },
  'recovery-offset': { zh: '从账户抵扣应收回', en: 'owed money taken from the account' },
  'recovery-receipt': { zh: '收回应收款', en: 'owed money paid back' },
  'between-persons': { zh: '账户合并划转', en: 'between two persons’ accounts' },
  correction: { zh: '更正', en: 'correction' },
  reversal: { zh: '冲正', en: 'reversal' },
  'bank-opening': { zh: '银行账户期初余额', en: 'balance with which the bank account began' },
  'bank-line': { zh: '银行对账单待查款项', en: 'line of the bank’s statement' },
} as const satisfies Readonly<Record<string, Text>>;

export type Purpose = keyof typeof purposeNames;

export const purposes = Object.keys(purposeNames) as readonly Purpose[] as readonly [Purpose, ...Purpose[]]; // the names above
