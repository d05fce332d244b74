import type { Text } from '#basics';

/** What happens next in a state, or what it means that it is over, as the person whose case it is wants to know it. */
type Words = Readonly<Record<string, Text>>;

const withdrawal: Words = {
  draft: {
    zh: '还没有提交，经办机构看不到；随时可以继续填。',
    en: 'It has not been sent, and the agency does not see it. You can go on whenever you like.',
  },
  'awaiting-confirmation': {
    zh: '不用申请，也不用材料：确认收款账户以后就开始办理。',
    en: 'No application and no papers: once you confirm your account it goes ahead.',
  },
  'draft-ended': {
    zh: '没有提交就结束了，钱没有动；要办可以重新申请。',
    en: 'It ended without being sent, and the money was not touched. You can apply anew.',
  },
  submitted: {
    zh: '窗口按先后审核；缺什么会一次告诉您。',
    en: 'Cases are looked at in order. If anything is missing you are told all of it at once.',
  },
  'in-review': {
    zh: '经办人员正在核对；缺什么会一次告诉您。',
    en: 'An officer is checking it. If anything is missing you are told all of it at once.',
  },
  'awaiting-materials': {
    zh: '材料交齐以后马上接着审核；在等材料的日子不算办理时间。',
    en: 'The check goes on as soon as the papers are there. The days spent waiting for them do not count.',
  },
  proposed: {
    zh: '经办人员提出了意见，另一位工作人员复核以后才算数。',
    en: 'One officer has proposed how to decide; it counts once a second one agrees.',
  },
  approved: {
    zh: '已经同意。接着结清账户、算好利息，交银行付款。',
    en: 'It is approved. The account is settled with its interest next, and then the bank pays.',
  },
  'came-back': {
    zh: '同意以后情况有变，要重新核对；结果会告诉您。',
    en: 'Something changed after the approval, so it is checked again. You are told what comes of it.',
  },
  refused: {
    zh: '没有同意。原因在决定书里；钱还在您的账户里。',
    en: 'It was not approved. The decision says why. The money is still in your account.',
  },
  'not-completed': {
    zh: '材料没有补齐，这一件终止了。钱还在账户里，备齐材料可以重新申请。',
    en: 'The papers did not come, and this case is closed. The money is still in your account: apply again once you have them.',
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
    en: 'Once the heirs agree or bring a court’s paper, what is kept is paid.',
  },
  paying: { zh: '银行正在付款，一般一两天到账。', en: 'The bank is paying, which takes a day or two.' },
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
    en: 'Officers who had no part in the decision look at it again. You are told the outcome in writing.',
  },
  'objection-proposed': {
    zh: '审查意见已经提出，另一位工作人员复核以后告诉您。',
    en: 'The outcome has been proposed. You are told once a second officer agrees.',
  },
  revoked: {
    zh: '付款的决定撤销了，原因在异议审查决定书里。',
    en: 'The decision to pay was revoked; the decision on the objection says why.',
  },
};

const away: Words = {
  draft: { zh: '还没有提交。', en: 'It has not been sent.' },
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
    en: 'It was not transferred. Why, and what to do, stands below.',
  },
  cancelled: {
    zh: '撤销了，关系和余额都没有动；以后可以再申请。',
    en: 'It was cancelled. Record and balance stayed where they were, and you can apply again.',
  },
  'closed-by-death': {
    zh: '因参保人去世终止；余额由继承人申请领取。',
    en: 'It ended with the death of the insured person. The heirs apply for the balance.',
  },
  'awaiting-account': {
    zh: '转入地告知收款账户以后划款；一直不告知的，这笔钱付给您。',
    en: 'The balance goes once the other agency names an account. If it never does, it is paid to you.',
  },
  remitting: { zh: '余额已结清，等财务交银行划款。', en: 'The balance is settled and about to be remitted.' },
  'with-bank': {
    zh: '银行正在划款，一般一两天到。',
    en: 'The bank is carrying it over, which takes a day or two.',
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
    en: 'Another amount was credited than was sent. An officer is clearing it up; you need not do anything.',
  },
  'awaiting-money-back': {
    zh: '转入地不收，钱正在退回来；退回以后付给您。',
    en: 'The other agency did not take it and is sending it back. It is then paid to you.',
  },
  'not-paid-out': {
    zh: '余额没有转走，还在您的账户里；经办人员正在处理怎么付给您。',
    en: 'The balance did not go and is still in your account. An officer is seeing to how it is paid to you.',
  },
  completed: { zh: '都办好了，记录和余额都到了。', en: 'All done: record and balance have arrived.' },
  'refused-balance': {
    zh: '记录已经转走，余额转入地不收，付给您本人。',
    en: 'Your record has moved. The balance was not taken and is paid to you.',
  },
  'no-account': {
    zh: '记录已经转走，转入地没有给收款账户，余额付给您本人。',
    en: 'Your record has moved. No account was named, so the balance is paid to you.',
  },
};

const here: Words = {
  draft: { zh: '还没有提交。', en: 'It has not been sent.' },
  announced: {
    zh: '您确认以后，我们马上发联系函；不确认，什么都不会动。',
    en: 'Once you confirm, our letter goes out at once. Unless you do, nothing moves.',
  },
  'awaiting-sheet': {
    zh: '原参保地发来信息表以后核对；在这以前可以撤销。',
    en: 'The sheet of the agency you left is awaited and then checked. Until it is here you can cancel.',
  },
  'in-check': {
    zh: '信息表来了，正在和您的记录核对。',
    en: 'The sheet is here and is being compared with your record.',
  },
  'sheet-proposed': {
    zh: '信息表有一处疑问，另一位工作人员复核以后接续。',
    en: 'Something in the sheet is in doubt; a second officer looks at it before the months are added.',
  },
  'awaiting-correction': {
    zh: '信息表有误，已请原参保地更正；不用您做什么。',
    en: 'The sheet had a mistake and the other agency was asked to correct it. You need not do anything.',
  },
  'awaiting-balance': {
    zh: '缴费月数接上了，余额划到以后记入您的账户。',
    en: 'The months are on your record. The balance is credited when it arrives.',
  },
  difference: {
    zh: '到的钱和通知的金额不一样，财务正在查，不用您做什么。',
    en: 'Another amount came than was advised. Finance is clearing it up; you need not do anything.',
  },
  'refusal-proposed': {
    zh: '缴费月数接上了；余额收不收，等复核。',
    en: 'The months are on your record. Whether the balance is taken waits for a second officer.',
  },
  completed: { zh: '都办好了，记录和余额都到了。', en: 'All done: record and balance have arrived.' },
  declined: {
    zh: '原参保地这次没有转；原因和办法在下面。',
    en: 'The agency you left did not transfer it. Why, and what to do, stands below.',
  },
  'balance-refused': {
    zh: '缴费月数接上了；余额这里不收，由原参保地付给您本人。',
    en: 'The months are on your record. The balance is not taken here; the agency you left pays it to you.',
  },
  cancelled: {
    zh: '撤销了，什么都没有动；以后可以再申请。',
    en: 'It was cancelled and nothing moved. You can apply again.',
  },
  'closed-by-death': {
    zh: '因参保人去世终止；余额由继承人申请领取。',
    en: 'It ended with the death of the insured person. The heirs apply for the balance.',
  },
};

const lifeEvent: Words = {
  draft: { zh: '还没有提交。', en: 'It has not been sent.' },
  submitted: {
    zh: '窗口按先后审核；缺什么会一次告诉您。',
    en: 'Cases are looked at in order. If anything is missing you are told all of it at once.',
  },
  'in-review': {
    zh: '经办人员正在核对；缺什么会一次告诉您。',
    en: 'An officer is checking it. If anything is missing you are told all of it at once.',
  },
  'awaiting-materials': {
    zh: '材料交齐以后马上接着审核；在等材料的日子不算办理时间。',
    en: 'The check goes on as soon as the papers are there. The days spent waiting for them do not count.',
  },
  proposed: {
    zh: '经办人员提出了意见，另一位工作人员复核以后才算数。',
    en: 'One officer has proposed how to decide; it counts once a second one agrees.',
  },
  approved: { zh: '办好了，已经记在您的记录上。', en: 'Done, and on your record.' },
  refused: {
    zh: '没有同意，您的记录没有变；原因在下面。',
    en: 'It was not approved and your record is as it was. Why stands below.',
  },
  'withdrawn-by-applicant': {
    zh: '您撤回了申请，记录没有变。',
    en: 'You took it back and your record is as it was.',
  },
};

const words: Readonly<Record<string, Words>> = { withdrawal, 'transfer-out': away, 'transfer-in': here };

/** What follows in a state of a procedure; null where the procedure is not known here. */
export function nextWords(process: string, state: string): Text | null {
  return (words[process] ?? lifeEvent)[state] ?? null;
}

/** How the person answers where it is their move: on the page itself, or, for what cannot be done there, at the window. */
export type Answering = 'hand-in' | 'name-payee' | 'correct-payee' | 'papers' | 'confirm' | 'window';

const answering: Readonly<Record<string, Readonly<Record<string, Answering>>>> = {
  withdrawal: {
    draft: 'hand-in',
    'awaiting-confirmation': 'name-payee',
    'awaiting-materials': 'papers',
    returned: 'correct-payee',
  },
  'transfer-in': { draft: 'window', announced: 'confirm' },
  'transfer-out': { draft: 'window' },
};
const answeringLifeEvent: Readonly<Record<string, Answering>> = {
  draft: 'window',
  'awaiting-materials': 'papers',
};

/** Null where it is somebody else's move, or over. */
export function answeringIn(process: string, state: string): Answering | null {
  return (answering[process] ?? answeringLifeEvent)[state] ?? null;
}

/** Whether a case that ends in this state ends with what was asked for, or at least as the person wanted it. */
export function endsWell(state: string): boolean {
  return !endsBadly.has(state);
}

const endsBadly: ReadonlySet<string> = new Set(['refused', 'not-completed', 'revoked', 'declined']);
