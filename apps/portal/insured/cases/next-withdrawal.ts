import { untilDecided, type Words } from './next-shared.ts';

/** What comes next in a payment of the balance. */
export const withdrawal: Words = {
  ...untilDecided,
  draft: {
    zh: '还没有提交，经办机构看不到；随时可以继续填。',
    en: 'It has not been sent, and the agency does not see it. You can go on whenever you like.',
  },
  'awaiting-confirmation': {
    zh: '不用申请，也不用材料：确认收款账户以后就开始办理。',
    en: 'No application and no papers are needed. Once you confirm your account, it goes ahead.',
  },
  'draft-ended': {
    zh: '没有提交就结束了，钱没有动；要办可以重新申请。',
    en: 'It ended without being sent, and the money was not touched. You can apply again.',
  },
  approved: {
    zh: '已经同意。接着结清账户、算好利息，交银行付款。',
    en: 'It is approved. Next the account is settled with its interest, and then the bank pays.',
  },
  'came-back': {
    zh: '同意以后情况有变，要重新核对；结果会告诉您。',
    en: 'Something changed after the approval, so it is being checked again. You will be told the outcome.',
  },
  refused: {
    zh: '没有同意。原因在决定书里；钱还在您的账户里。',
    en: 'It was not approved. The decision says why. The money is still in your account.',
  },
  'not-completed': {
    zh: '材料没有补齐，这一件终止了。钱还在账户里，备齐材料可以重新申请。',
    en: 'The papers did not come, so this case was closed. The money is still in your account. Apply again once you have them.',
  },
  'withdrawn-by-applicant': {
    zh: '您撤回了申请。钱还在账户里，以后可以再申请。',
    en: 'You took the application back. The money is still in your account, and you can apply again.',
  },
  settled: {
    zh: '账户已结清，等财务交银行付款。',
    en: 'The account is settled and finance is about to send the payment.',
  },
  // No state of the procedure: all that is left is kept back because of an objection among the heirs.
  'kept-back': {
    zh: '继承人协商一致，或者交来法院文书，留存的份额就付出去。',
    en: 'Once the heirs agree, or bring a court’s decision, the share that was kept is paid.',
  },
  // Nor are these: what could be paid is, or there was nothing, and an heir has named no account, or nobody claims a share.
  'share-waits': {
    zh: '哪位继承人填好收款账户，哪位的份额就付出去。',
    en: 'Once an heir has named an account, their share is paid there.',
  },
  'share-unclaimed': {
    zh: '款项由经办机构保管；有人来领时，可以恢复支付。',
    en: 'The agency keeps the money. If somebody comes to claim it, it can be paid.',
  },
  paying: {
    zh: '银行正在付款，一般一两天到账。',
    en: 'The bank is making the payment. It usually arrives within a day or two.',
  },
  returned: {
    zh: '钱还在经办机构，没有丢；更正收款账户以后再付一次。',
    en: 'The money is safe with the agency. Once the account is corrected it is paid again.',
  },
  paid: { zh: '钱已经付到收款账户。', en: 'The money has been paid to the account.' },
  refunded: {
    zh: '钱回到您的个人账户里了，没有付出去。',
    en: 'The money went back into your personal account and was not paid out.',
  },
  objection: {
    zh: '由没有办过这一件的工作人员重新审查；结果会书面告诉您。',
    en: 'Officers who had no part in the decision are looking at it again. You will be told the outcome in writing.',
  },
  'objection-proposed': {
    zh: '审查意见已经提出，另一位工作人员复核以后告诉您。',
    en: 'An outcome has been proposed. You will be told once a second officer agrees.',
  },
  revoked: {
    zh: '付款的决定撤销了，原因在异议审查决定书里。',
    en: 'The decision to pay was revoked. The decision on the objection says why.',
  },
};
