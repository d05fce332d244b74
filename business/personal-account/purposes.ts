import type { Text } from '#basics';

/** What an entry of a personal account was for, in words for its holder. */
export const purposeTexts: Readonly<Record<string, Text>> = {
  opening: { zh: '期初余额', en: 'opening balance' },
  contribution: { zh: '缴费划入', en: 'contribution' },
  'settlement-interest': { zh: '结清利息', en: 'interest at settlement' },
  'yearly-interest': { zh: '年度利息', en: 'yearly interest' },
  'interest-difference': { zh: '利息补差', en: 'difference of interest' },
  withdrawal: { zh: '支取', en: 'withdrawal' },
  'card-payment': { zh: '刷卡支付', en: 'card payment' },
  'claim-share': { zh: '医疗费个人账户支付', en: 'share of a medical bill' },
  'transfer-out': { zh: '转移转出', en: 'transferred to another agency' },
  'transfer-in': { zh: '转移转入', en: 'transferred from another agency' },
  refund: { zh: '付款退回', en: 'returned payment' },
  'contribution-refund': { zh: '退还缴费', en: 'contribution paid back' },
  'recovery-offset': { zh: '抵扣应追回款', en: 'set against what is owed' },
  'between-persons': { zh: '与他人账户之间划转', en: 'moved between two people’s accounts' },
  shortage: { zh: '不足部分转为应追回', en: 'shortage, to be paid back' },
  correction: { zh: '更正', en: 'correction' },
  reversal: { zh: '冲正', en: 'reversal' },
};

const other: Text = { zh: '其他', en: 'other' };

export function purposeText(purpose: string): Text {
  return purposeTexts[purpose] ?? other;
}
