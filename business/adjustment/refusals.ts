import { defineRefusals } from '#basics';

/** Why the books are not put right as somebody asked, and why an order's money stays where it is. */
export const adjustmentRefusals = defineRefusals({
  'adjustment.wrong': {
    kind: 'bad-input',
    text: { zh: '填写的内容有误，没有登记。', en: 'What was filled in is not right, and was not recorded.' },
    next: { zh: '按列出的问题逐一改正。', en: 'Correct what is listed.' },
  },
  'adjustment.no-account': {
    kind: 'not-found',
    text: { zh: '此人没有个人账户。', en: 'This person has no personal account.' },
    next: { zh: '核对参保人；用证件号码重新查找。', en: 'Check the person; search by the identity number.' },
  },
  'adjustment.none': {
    kind: 'not-found',
    text: { zh: '没有这项账务调整。', en: 'There is no such adjustment.' },
    next: { zh: '从待复核清单里重新打开。', en: 'Open it again from the list of what waits.' },
  },
  'adjustment.decided-already': {
    kind: 'conflict',
    text: { zh: '这项调整已经复核过了。', en: 'This adjustment has been decided already.' },
    next: { zh: '要再调整的，请重新申请。', en: 'To change it, ask for another one.' },
  },
  'adjustment.same-officer': {
    kind: 'forbidden',
    text: {
      zh: '申请人不能复核自己申请的调整。',
      en: 'Whoever asked for an adjustment cannot be the one who decides it.',
    },
    next: { zh: '请另一名复核人员处理。', en: 'Ask another reviewer.' },
  },
  'adjustment.reason-missing': {
    kind: 'bad-input',
    text: { zh: '退回时必须写明原因。', en: 'A rejection needs its reason.' },
    next: { zh: '写明哪里不对、要补什么。', en: 'Say what is wrong and what is needed.' },
  },
  'adjustment.not-reversible': {
    kind: 'unprocessable',
    text: {
      zh: '这一笔不能冲正：能冲正的只有期初余额、划入的缴费和以前的更正。',
      en: 'This entry cannot be reversed: only opening balances, contributions and earlier corrections can.',
    },
    next: {
      zh: '核对账户明细里的那一笔；支取和付款有自己的办法。',
      en: 'Check the entry on the statement; withdrawals and payments have ways of their own.',
    },
  },
  'adjustment.reversed-already': {
    kind: 'conflict',
    text: { zh: '这一笔已经冲正过了。', en: 'This entry has been reversed already.' },
    next: { zh: '打开此人的调整记录看看。', en: 'Open the person’s adjustments.' },
  },
  'adjustment.order-elsewhere': {
    kind: 'conflict',
    text: {
      zh: '这张付款单的钱已经退回账户、转入无人领取，或者又转了回来。',
      en: 'The money of this order has gone back into the account, to the unclaimed, or was claimed again.',
    },
    next: {
      zh: '打开此人的调整记录，看钱现在在哪里。',
      en: 'Open the person’s adjustments to see where it is.',
    },
  },
  'adjustment.order-under-way': {
    kind: 'conflict',
    text: {
      zh: '这张付款单正在付款批次里，或者已经付出。',
      en: 'This order is in a batch of payments, or has been paid.',
    },
    next: {
      zh: '等银行的回执；退回的才能转走。',
      en: 'Wait for the bank’s answer; only what came back can be moved.',
    },
  },
  'adjustment.before-settled': {
    kind: 'bad-input',
    text: {
      zh: '日期早于账户结清的那一天，那以前的利息已经算给了这张付款单。',
      en: 'The day lies before the settlement, up to which the order has its interest already.',
    },
    next: { zh: '写结清那天或以后的日期。', en: 'Give the day of the settlement or a later one.' },
  },
});

export type AdjustmentCode = keyof typeof adjustmentRefusals;
