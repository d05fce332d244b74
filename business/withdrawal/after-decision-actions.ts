import { type Actions, applicants, objecting, paidOut } from './withdrawal-actions.ts';

/** What becomes of the money once it is decided on, and who does it. */
export const paymentActions: Actions = {
  settle: {
    name: { zh: '结清账户', en: 'Settle the account' },
    from: ['approved'],
    to: 'settled',
    who: ['system', 'finance', 'clerk'],
  },
  'come-back': {
    name: { zh: '批准后情况有变，不予结清', en: 'Not settled: the facts changed after the approval' },
    from: ['approved'],
    to: 'came-back',
    who: ['system'],
    automatic: true,
  },
  'send-to-bank': {
    name: { zh: '交银行付款', en: 'Send to the bank' },
    from: ['settled'],
    to: 'paying',
    who: ['system', 'finance'],
    automatic: true,
  },
  'confirm-paid': {
    name: { zh: '银行付款成功', en: 'The bank has paid' },
    // Of several heirs the last may be paid while another’s share, corrected or gone back since, has the case elsewhere; and
    // nothing is left to be paid once the rest went back into the account.
    from: paidOut,
    to: 'paid',
    who: ['bank', 'system', 'finance'],
    automatic: true,
  },
  'return-payment': {
    name: { zh: '银行退回付款', en: 'The bank sends the payment back' },
    // Also days after it was paid, by the bank's statement; and of several heirs one may wait while another is with the bank.
    from: ['settled', 'paying', 'paid', 'refunded'],
    to: 'returned',
    who: ['bank', 'system', 'finance'],
    automatic: true,
    reopens: true,
  },
  'return-meanwhile': {
    name: {
      zh: '异议审查期间或撤销之后，银行退回付款',
      en: 'The bank sends the payment back during an objection, or after it was revoked',
    },
    // The outcome of the objection says where the money goes; after a revocation it is in the account with this step.
    from: [...objecting, 'revoked'],
    to: 'same',
    who: ['bank', 'system', 'finance'],
    automatic: true,
    reopens: true,
  },
  'share-held': {
    name: { zh: '退回的份额有争议，留存待定', en: 'A disputed share came back and is kept back' },
    from: ['paid', 'refunded'],
    to: 'settled',
    who: ['bank', 'system', 'finance'],
    automatic: true,
    reopens: true,
  },
  'share-moved': {
    name: { zh: '一名继承人的款项有变动', en: 'One heir’s share moved' },
    from: paidOut,
    to: 'same',
    who: ['bank', 'system', 'finance', 'clerk', 'reviewer'],
    automatic: true,
  },
  'name-own-account': {
    // Once the bank sent their share back, or where they had named none; heirs have a page of their own for it. For a minor the guardian.
    name: {
      zh: '继承人（或未成年继承人的监护人）填写收款账户',
      en: 'An heir, or the guardian of a minor one, names the account for the share',
    },
    from: paidOut,
    to: 'same',
    who: ['successor'],
    automatic: true,
  },
  'correct-payee': {
    name: { zh: '更正收款账户', en: 'Correct the payee’s account' },
    from: ['returned'],
    to: 'settled',
    // Whoever acts for somebody, and heirs for the whole, come to the window with it.
    who: ['insured', 'clerk', 'system'],
  },
  'refund-order': {
    name: { zh: '付款单退回个人账户', en: 'The order’s money went back into the account' },
    from: ['settled', 'returned'],
    to: 'refunded',
    who: ['system'],
    automatic: true,
  },
};

/** What an applicant may do against a decision, and what two officers make of it. */
export const objectionActions: Actions = {
  object: {
    name: { zh: '提出异议', en: 'Object to the decision' },
    from: ['refused', 'settled', 'returned', 'paid'],
    to: 'objection',
    who: applicants,
    needs: ['not-divided', 'objection-in-time'],
    reopens: true,
    // Whoever had it decided what is objected to.
    assignment: 'free',
  },
  'withdraw-objection': {
    name: { zh: '撤回异议', en: 'Withdraw the objection' },
    from: ['objection'],
    to: { backFrom: 'object' },
    who: applicants,
  },
  'propose-to-uphold': {
    name: { zh: '拟维持原决定，交复核', en: 'Propose to uphold the decision' },
    from: ['objection'],
    to: 'objection-proposed',
    who: ['clerk'],
    decides: 'proposal',
    assignment: 'work',
    needs: ['uphold-supported'],
  },
  'propose-to-change': {
    name: { zh: '拟改变原决定，交复核', en: 'Propose to change the decision' },
    from: ['objection'],
    to: 'objection-proposed',
    who: ['clerk'],
    decides: 'proposal',
    assignment: 'work',
    needs: ['change-supported'],
  },
  'return-objection': {
    name: { zh: '异议退回经办', en: 'Return the objection to the clerk' },
    from: ['objection-proposed'],
    to: 'objection',
    who: ['reviewer'],
  },
  uphold: {
    name: { zh: '维持原决定', en: 'Uphold the decision' },
    from: ['objection-proposed'],
    to: { backFrom: 'object' },
    who: ['reviewer'],
    decides: 'approval',
    needs: ['upholding-proposed'],
  },
  'overturn-refusal': {
    name: { zh: '撤销不予支取，改为同意', en: 'Overturn the refusal: approve' },
    from: ['objection-proposed'],
    to: 'approved',
    who: ['reviewer'],
    decides: 'approval',
    needs: ['change-proposed', 'refusal-contested'],
  },
  'overturn-payment': {
    name: { zh: '撤销支付决定', en: 'Revoke the decision to pay' },
    from: ['objection-proposed'],
    to: 'revoked',
    who: ['reviewer'],
    decides: 'approval',
    needs: ['change-proposed', 'payment-contested'],
  },
};
