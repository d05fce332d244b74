import { defineRefusals } from '#basics';

/** Why money does not move. The database's guards raise these codes; nothing above them can talk them out of it. */
export const ledgerRefusals = defineRefusals({
  'ledger.account-closed': {
    kind: 'conflict',
    text: { zh: '没有这个账户，或者账户已经注销。', en: 'There is no such account, or it is closed.' },
    next: {
      zh: '核对参保人，查看账户明细。',
      en: 'Check the person and look at the statement of the account.',
    },
  },
  'ledger.already-held': {
    kind: 'conflict',
    text: {
      zh: '账户已被另一件业务冻结，或者这件业务冻结过。',
      en: 'Another case holds this account, or this case has held it before.',
    },
    next: { zh: '先办结占用账户的那件业务。', en: 'Close the case that holds the account first.' },
  },
  'ledger.not-held': {
    kind: 'conflict',
    text: { zh: '这件业务没有冻结账户。', en: 'This case does not hold the account.' },
    next: {
      zh: '查看这件业务的办理记录，看是否已经结清或撤回。',
      en: 'Look at the case: it may be settled or withdrawn.',
    },
  },
  'ledger.approved-stays-held': {
    kind: 'conflict',
    text: {
      zh: '已由两名工作人员同意支付的业务，结清前一直冻结账户。',
      en: 'A case that two officers approved holds the account until it is settled.',
    },
    next: { zh: '办理结清。', en: 'Settle the case.' },
  },
  'ledger.no-case': {
    kind: 'conflict',
    text: {
      zh: '参保人没有这件正在办理的业务，账户不冻结。',
      en: 'The person has no such case under way, so the account is not held.',
    },
    next: { zh: '核对办理编号。', en: 'Check the number of the case.' },
  },
  'ledger.case-not-over': {
    kind: 'conflict',
    text: {
      zh: '这件业务既没有由两名工作人员决定不予办理，也没有结束，账户继续冻结。',
      en: 'Two officers have not refused this case, nor is it over: it goes on holding the account.',
    },
    next: { zh: '先作出决定，或由申请人撤回。', en: 'Decide it first, or have the applicant take it back.' },
  },
  'ledger.relationship-continues': {
    kind: 'conflict',
    text: {
      zh: '这件业务的事由不终止参保关系，账户不注销。',
      en: 'The ground of this case does not end the relationship, so the account is not closed.',
    },
    next: { zh: '查看决定所依据的事由。', en: 'Look at the ground that the decision rests on.' },
  },
  'ledger.not-approved': {
    kind: 'conflict',
    text: {
      zh: '没有由两名工作人员作出的、同意支付的决定。',
      en: 'There is no decision to pay out that two officers have made.',
    },
    next: { zh: '先由经办提出、复核同意。', en: 'A clerk proposes and another officer approves first.' },
  },
  'ledger.interest-differs': {
    kind: 'conflict',
    text: {
      zh: '利息与按规定利率算出的数额不一致。',
      en: 'The interest is not what the dated rates give for that day.',
    },
    next: { zh: '账户刚有变动；请再试一次。', en: 'The account has just changed; try again.' },
  },
  'ledger.day-not-come': {
    kind: 'unprocessable',
    text: { zh: '这一天还没有到。', en: 'That day has not come yet.' },
    next: { zh: '用今天或以前的日期。', en: 'Use today or an earlier day.' },
  },
  'ledger.day-gone-by': {
    kind: 'unprocessable',
    text: {
      zh: '结清日早于决定日或账户最后一笔记账日。',
      en: 'The day lies before the decision or before the last entry of the account.',
    },
    next: { zh: '用今天的日期结清。', en: 'Settle with today’s date.' },
  },
  'ledger.above-approved-limit': {
    kind: 'conflict',
    text: {
      zh: '批准以后又有款项到账，现在要付的超过了批准人的审批额度。',
      en: 'More came into the account after the approval, and what would be paid is above the limit of whoever approved.',
    },
    next: {
      zh: '请额度更高的复核人员重新审批。',
      en: 'An officer with a higher limit must approve it anew.',
    },
  },
  'ledger.nothing-to-settle': {
    kind: 'unprocessable',
    text: { zh: '账户里没有可以支付的钱。', en: 'There is no money in the account to be paid.' },
    next: { zh: '查看账户明细。', en: 'Look at the statement of the account.' },
  },
  'ledger.not-settled': {
    kind: 'conflict',
    text: {
      zh: '账户还没有由这件业务结清，不能注销。',
      en: 'This case has not settled the account, so it cannot be closed.',
    },
    next: { zh: '先结清账户。', en: 'Settle the account first.' },
  },
  'ledger.already-opened': {
    kind: 'conflict',
    text: { zh: '这个人已经有期初余额。', en: 'This person already has an opening balance.' },
    next: {
      zh: '核对两份导入文件，只保留正确的一份。',
      en: 'Compare the two imports and keep the right one.',
    },
  },
  'ledger.opening-differs': {
    kind: 'conflict',
    text: {
      zh: '导入的这一行已经登记了另一个余额或日期。',
      en: 'Another balance or day is already on record for this line of the import.',
    },
    next: {
      zh: '停止导入，由审计核查这一行。',
      en: 'Stop the import and have an auditor look at this line.',
    },
  },
  'ledger.not-enough': {
    kind: 'conflict',
    text: {
      zh: '账户可用余额不够（刷卡预占的金额不能动用）。',
      en: 'The account has not enough to spare; what a card payment holds is not touched.',
    },
    next: { zh: '查看余额和预占金额。', en: 'Look at the balance and at what is held.' },
  },
  'ledger.payment-under-way': {
    kind: 'conflict',
    text: {
      zh: '账户还有一笔刷卡支付没有了结。',
      en: 'A card payment of this account is still under way.',
    },
    next: {
      zh: '等这笔支付确认、撤销或过期后再结清。',
      en: 'Settle once it is confirmed, cancelled or expired.',
    },
  },
  'ledger.year-closed': {
    kind: 'unprocessable',
    text: {
      zh: '这一年已经结息，不能再记这类账。',
      en: 'The interest of that year has been credited; no such entry goes into it any more.',
    },
    next: {
      zh: '用结息之后的日期，或者申请由两名工作人员办理的更正。',
      en: 'Use a day after that year, or ask for a correction, which two officers make.',
    },
  },
});

export type LedgerCode = keyof typeof ledgerRefusals;
