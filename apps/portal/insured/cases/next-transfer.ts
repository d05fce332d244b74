import { eitherWay, type Words } from './next-shared.ts';

/** What comes next for somebody who moves away. */
export const away: Words = {
  ...eitherWay,
  'awaiting-letter': {
    zh: '转入地发来联系函以后，关系和余额才转走；在这以前可以撤销。',
    en: 'Record and balance leave once the other agency’s letter is here. Until then you can cancel it.',
  },
  accepted: {
    zh: '参保关系和记录已经转走，余额结清后划转。',
    en: 'Your cover and record have moved. The balance is settled and remitted next.',
  },
  declined: {
    zh: '这次没有转出；原因和办法在下面。',
    en: 'It was not transferred. The reason, and what you can do, are below.',
  },
  cancelled: {
    zh: '撤销了，关系和余额都没有动；以后可以再申请。',
    en: 'It was cancelled. Record and balance stayed where they were, and you can apply again.',
  },
  'awaiting-account': {
    zh: '转入地告知收款账户以后划款；一直不告知的，这笔钱付给您。',
    en: 'The balance goes once the other agency names an account. If it never does, it is paid to you.',
  },
  remitting: { zh: '余额已结清，等财务交银行划款。', en: 'The balance is settled and about to be remitted.' },
  'with-bank': {
    zh: '银行正在划款，一般一两天到。',
    en: 'The bank is sending it across. It usually arrives within a day or two.',
  },
  'sent-back': {
    zh: '银行退回了划款，钱在本机构；转入地给了新账户再划。',
    en: 'The bank sent it back and the money is with us. It goes again once the other agency names another account.',
  },
  remitted: {
    zh: '钱已经划到转入地，等它入账并确认。',
    en: 'The money has gone over. The other agency credits it and confirms.',
  },
  difference: {
    zh: '转入地入账的金额和划去的不一样，经办人员正在查，不用您做什么。',
    en: 'The other agency credited a different amount from what was sent. An officer is clearing it up; you need not do anything.',
  },
  'awaiting-money-back': {
    zh: '转入地不收，钱正在退回来；退回以后付给您。',
    en: 'The other agency did not take it and is sending it back. It is then paid to you.',
  },
  'not-paid-out': {
    zh: '余额没有转走，还在您的账户里；经办人员正在处理怎么付给您。',
    en: 'The balance did not go and is still in your account. An officer is arranging for it to be paid to you.',
  },
  'refused-balance': {
    zh: '记录已经转走，余额转入地不收，付给您本人。',
    en: 'Your record has moved. The balance was not taken and is paid to you.',
  },
  'no-account': {
    zh: '记录已经转走，转入地没有给收款账户，余额付给您本人。',
    en: 'Your record has moved. No account was named, so the balance is paid to you.',
  },
};

/** Where it is told otherwise to somebody who moves to a city that takes the months and not the balance. */
export const awayWithMonthsOnly: Words = {
  'awaiting-letter': {
    zh: '转入地发来联系函以后，关系和缴费月数才转走；余额那边不收，届时付给您。在这以前可以撤销。',
    en: 'Your cover and the months paid leave once the other agency’s letter is here. It does not take the balance, which is paid to you then. Until then you can cancel it.',
  },
  accepted: {
    zh: '参保关系和缴费月数已经转走；余额转入地不收，留在这里，办好后付给您。',
    en: 'Your cover and the months paid have moved. The other agency does not take the balance; it stays here and is paid to you.',
  },
  'awaiting-account': {
    zh: '参保关系和缴费月数已经转走。余额转入地不收：收到它的书面说明，或者催办后仍没有答复，就付给您，您只要确认收款账户。',
    en: 'Your cover and the months paid have moved. The other agency does not take the balance: with a statement from there, or silence after our reminder, it is paid to you, and you only confirm the account.',
  },
};

/** The same where there is nothing in the account, wherever they move to. */
export const awayWithNothing: Words = {
  'awaiting-letter': {
    zh: '转入地发来联系函以后，关系和缴费月数才转走；在这以前可以撤销。',
    en: 'Your cover and the months paid leave once the other agency’s letter is here. Until then you can cancel it.',
  },
  cancelled: {
    zh: '撤销了，参保关系和记录都没有动；以后可以再申请。',
    en: 'It was cancelled. Your cover and record stayed where they were, and you can apply again.',
  },
};

/** The same for somebody who comes here. */
export const here: Words = {
  ...eitherWay,
  announced: {
    zh: '您确认以后，我们马上发联系函；不确认，什么都不会动。',
    en: 'Once you confirm, our letter goes out at once. Unless you do, nothing moves.',
  },
  'awaiting-sheet': {
    zh: '原参保地发来信息表以后核对；在这以前可以撤销。',
    en: 'We are waiting for your record from the agency you left, and then check it. You can cancel until it is here.',
  },
  'in-check': {
    zh: '信息表来了，正在和您的记录核对。',
    en: 'The record is here and is being compared with ours.',
  },
  'sheet-proposed': {
    zh: '信息表有一处疑问，另一位工作人员复核以后接续。',
    en: 'Something in the record that came is in doubt. A second officer looks at it before the months are added.',
  },
  'awaiting-correction': {
    zh: '信息表有误，已请原参保地更正；不用您做什么。',
    en: 'The record had a mistake, and we asked the other agency to correct it. You need not do anything.',
  },
  'awaiting-balance': {
    zh: '缴费月数接上了，余额划到以后记入您的账户。',
    en: 'The months are on your record. The balance is credited when it arrives.',
  },
  difference: {
    zh: '到的钱和通知的金额不一样，财务正在查，不用您做什么。',
    en: 'A different amount arrived from what was announced. Finance is clearing it up; you need not do anything.',
  },
  'refusal-proposed': {
    zh: '缴费月数接上了；余额收不收，等复核。',
    en: 'The months are on your record. Whether the balance is taken waits for a second officer.',
  },
  declined: {
    zh: '原参保地这次没有转；原因和办法在下面。',
    en: 'The agency you left did not transfer it. The reason, and what you can do, are below.',
  },
  'balance-refused': {
    zh: '缴费月数接上了；余额这里不收，由原参保地付给您本人。',
    en: 'The months are on your record. The balance is not taken here; the agency you left pays it to you.',
  },
  cancelled: {
    zh: '撤销了，什么都没有动；以后可以再申请。',
    en: 'It was cancelled and nothing moved. You can apply again.',
  },
};
