import { defineRefusals } from '#basics';

/** Why a payment does not go out, or a bank's answer is not taken. */
export const paymentsRefusals = defineRefusals({
  'payments.nothing-due': {
    kind: 'conflict',
    text: { zh: '没有待付的款项。', en: 'No payment is due.' },
    next: { zh: '等待新的业务结清。', en: 'Wait until a case is settled.' },
  },
  'payments.not-due': {
    kind: 'conflict',
    text: {
      zh: '付款单 {orderId} 不在待付之列：已在批次中、已付，或退回后收款账户尚未更正。',
      en: 'Order {orderId} is not due: it is in a batch, paid, or came back and its payee was not corrected yet.',
    },
    next: { zh: '刷新待付清单，重新选择。', en: 'Load the list of what is due again and choose anew.' },
  },
  'payments.order-taken': {
    kind: 'conflict',
    text: { zh: '另一批次刚刚收走了其中的付款单。', en: 'Another batch has just taken one of these orders.' },
    next: { zh: '刷新待付清单，重新组批。', en: 'Load the list of what is due again and build anew.' },
  },
  'payments.no-batch': {
    kind: 'not-found',
    text: { zh: '没有这个付款批次。', en: 'There is no such batch.' },
    next: { zh: '核对批次号。', en: 'Check the batch’s id.' },
  },
  'payments.no-order': {
    kind: 'not-found',
    text: { zh: '没有这张付款单。', en: 'There is no such payment order.' },
    next: { zh: '核对付款单号。', en: 'Check the order’s id.' },
  },
  'payments.no-payee': {
    kind: 'unprocessable',
    text: { zh: '这件业务还没有收款账户。', en: 'This case has no payee yet.' },
    next: { zh: '先登记收款人和银行账户。', en: 'Record the payee and the bank account first.' },
  },
  'payments.payee-approved': {
    kind: 'conflict',
    text: {
      zh: '业务已经审批，收款账户不能再改。',
      en: 'The case has been decided, so its payee can no longer be changed.',
    },
    next: {
      zh: '银行退回以后才能更正：带证件到窗口；按证件核对过身份的本人也可以登录更正。',
      en: 'It can be corrected once the bank has sent the payment back: at a window with the identity document, or online by whoever it is paid to, once officers have compared theirs.',
    },
  },
  'payments.payee-changed': {
    kind: 'conflict',
    text: { zh: '收款账户刚刚更正过。', en: 'The payee has just been corrected.' },
    next: { zh: '刷新待付清单，重新组批。', en: 'Load the list of what is due again and build anew.' },
  },
  'payments.not-returned': {
    kind: 'conflict',
    text: {
      zh: '款项没有被银行退回，收款账户不能更正。',
      en: 'The bank has not sent the payment back, so its payee is not corrected.',
    },
    next: { zh: '等待银行的回执。', en: 'Wait for the bank’s answer.' },
  },
  'payments.account-sent-back': {
    kind: 'unprocessable',
    text: {
      zh: '银行刚从这个账户退回了款项，再付还会退回。',
      en: 'The bank has sent the payment back from this very account, and would send it back again.',
    },
    next: {
      zh: '请换一个账户；银行说的是开户行代码、户名或地址不对的，改正那一项就可以。账户确实能收款的，带证件到窗口办。',
      en: 'Name another account; where the bank said that its code, the name or the address was wrong, correct that. If the account can take the payment after all, come to a window with your identity document.',
    },
  },
  'payments.maker-is-checker': {
    kind: 'forbidden',
    text: { zh: '组批的人不能批准自己的批次。', en: 'Whoever built a batch cannot approve it.' },
    next: { zh: '请另外两名财务人员批准。', en: 'Ask two other finance officers to approve it.' },
  },
  'payments.approved-already': {
    kind: 'forbidden',
    text: {
      zh: '您已经批准过这个批次；两次批准须由两人作出。',
      en: 'You have approved this batch; its two approvals come from two people.',
    },
    next: { zh: '请另一名财务人员批准。', en: 'Ask another finance officer to approve it.' },
  },
  'payments.another-digest': {
    kind: 'conflict',
    text: {
      zh: '您所批准的摘要不是这个批次的。',
      en: 'The digest that you approve is not this batch’s.',
    },
    next: {
      zh: '重新查看批次的笔数、总额和摘要。',
      en: 'Look at the batch’s count, total and digest again.',
    },
  },
  'payments.order-contested': {
    kind: 'conflict',
    text: {
      zh: '批次里有付款不能付出：被提出异议，份额有争议，或者款项已经退回账户。',
      en: 'A payment of the batch cannot be made: somebody objects to it, disputes a share of it, or the money is back in the account.',
    },
    next: {
      zh: '作废这个批次，重新组批：没有异议的付款会立即列入待付，有异议的等审查结果或法院裁判，已退回的不再付出。',
      en: 'Give the batch up and build another: what nobody objects to is due again at once, what is contested waits for the outcome, and what is back is not paid.',
    },
  },
  'payments.batch-given-up': {
    kind: 'conflict',
    text: { zh: '批次已经作废。', en: 'The batch was given up.' },
    next: { zh: '重新组批。', en: 'Build a new one.' },
  },
  'payments.batch-released': {
    kind: 'conflict',
    text: {
      zh: '批次已经批准，不能再改动。',
      en: 'The batch has been approved and does not change any more.',
    },
    next: { zh: '导出文件送银行，等待回执。', en: 'Export its file for the bank and wait for the answer.' },
  },
  'payments.batch-differs': {
    kind: 'conflict',
    text: {
      zh: '批次的明细与组批时不一致，不能批准。',
      en: 'The lines of the batch are not those with which it was built; it is not approved.',
    },
    next: { zh: '报告审计，核查批次明细。', en: 'Tell the auditor to look at the batch’s lines.' },
  },
  'payments.not-released': {
    kind: 'conflict',
    text: { zh: '批次还没有得到两人批准。', en: 'The batch has not been approved by two.' },
    next: {
      zh: '请组批人以外的两名财务人员批准。',
      en: 'Two finance officers who did not build it approve it first.',
    },
  },
  'payments.not-an-answer': {
    kind: 'bad-input',
    text: {
      zh: '这不是完整的银行回执（pain.002）或对账单（camt.053）：{why}',
      en: 'This is not a whole answer (pain.002) or statement (camt.053) of a bank: {why}',
    },
    next: {
      zh: '向银行重新取得文件，原样提交。',
      en: 'Get the file from the bank again and hand it in as it is.',
    },
  },
  'payments.no-file': {
    kind: 'conflict',
    text: { zh: '回执文件没有登记。', en: 'The bank’s file was not taken in.' },
    next: { zh: '通过导入回执提交文件。', en: 'Hand the file in by importing it.' },
  },
  'payments.unknown-batch': {
    kind: 'unprocessable',
    text: {
      zh: '回执所答复的文件 {messageId} 不是我们发出的。',
      en: 'The answer is about a file {messageId} that we did not send.',
    },
    next: {
      zh: '核对是否拿错了文件，或询问银行。',
      en: 'Check whether it is the wrong file, or ask the bank.',
    },
  },
  'payments.totals-differ': {
    kind: 'unprocessable',
    text: {
      zh: '回执所述的笔数或总额与批次不一致。',
      en: 'The number or the sum that the answer states is not the batch’s.',
    },
    next: { zh: '询问银行；什么都没有登记。', en: 'Ask the bank; nothing was recorded.' },
  },
  'payments.no-line': {
    kind: 'unprocessable',
    text: { zh: '没有这笔付款：{endToEndId}。', en: 'There is no such payment: {endToEndId}.' },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
  },
  'payments.other-batch': {
    kind: 'unprocessable',
    text: { zh: '这笔付款不在所答复的批次里。', en: 'This payment is not in the batch that is answered.' },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
  },
  'payments.wrong-amount': {
    kind: 'unprocessable',
    text: {
      zh: '金额不符：付出 {ours} 元，回执为 {amount}。',
      en: 'The amount differs: we sent {ours} yuan, the answer says {amount}.',
    },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
  },
  'payments.unknown-status': {
    kind: 'unprocessable',
    text: { zh: '不认识的状态：{status}。', en: 'The status {status} is not known.' },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
  },
  'payments.other-account': {
    kind: 'unprocessable',
    text: {
      zh: '对账单不是本机构人民币账户的（{accountTail}）。',
      en: 'The statement is not of our account in yuan ({accountTail}).',
    },
    next: { zh: '核对是否拿错了文件。', en: 'Check whether it is the wrong file.' },
  },
  'payments.statement-does-not-add-up': {
    kind: 'unprocessable',
    text: {
      zh: '{on} 的对账单期初加明细为 {comesTo} 元，期末却写 {closing} 元。',
      en: 'The statement of {on} comes to {comesTo} yuan and says {closing} yuan.',
    },
    next: {
      zh: '文件不完整或被改动；向银行重新取得，什么都没有登记。',
      en: 'It is not whole, or was changed: get it from the bank again; nothing was recorded.',
    },
  },
  'payments.statement-gap': {
    kind: 'conflict',
    text: {
      zh: '{on} 的对账单期初 {opening} 元，上一份（{before}）期末 {ended} 元，中间缺了一份。',
      en: 'The statement of {on} begins with {opening} yuan and the one before it, of {before}, ended with {ended}: one is missing.',
    },
    next: {
      zh: '先导入 {before} 之后的那一份，再导入这一份。',
      en: 'Take in the statement that follows {before} first, then this one.',
    },
  },
  'payments.statement-leads-elsewhere': {
    kind: 'conflict',
    text: {
      zh: '{on} 的对账单期末 {closing} 元，已登记的下一份（{after}）期初 {begins} 元，中间缺了一份。',
      en: 'The statement of {on} ends with {closing} yuan and the one after it, of {after}, begins with {begins}: one is missing.',
    },
    next: {
      zh: '先导入 {after} 的前一份，再导入这一份；没有缺的，询问银行。',
      en: 'Take in the one that leads up to {after} first, then this one; where none is missing, ask the bank.',
    },
  },
  'payments.statement-known': {
    kind: 'conflict',
    text: {
      zh: '{on} 的对账单已经登记，内容与这一份不同。',
      en: 'A statement of {on} is on record, and this one differs from it.',
    },
    next: { zh: '询问银行哪一份是对的。', en: 'Ask the bank which of the two is right.' },
  },
  'payments.statement-overlaps': {
    kind: 'conflict',
    text: {
      zh: '{on} 的对账单与已登记的 {beside} 的对账单含有同一天的明细。',
      en: 'The statement of {on} has days in common with that of {beside} on record.',
    },
    next: {
      zh: '核对日期；已登记的明细不必再导入，请银行只出具其余各天的对账单。',
      en: 'Compare the days: lines that are on record need not be taken in again. Ask the bank for a statement of the other days only.',
    },
  },
  'payments.statement-unfinished': {
    kind: 'conflict',
    text: {
      zh: '{unfinished} 的对账单还没有导入完，{on} 的要等它。',
      en: 'The statement of {unfinished} is not wholly taken in, and that of {on} waits for it.',
    },
    next: {
      zh: '把那一份文件再导入一次，接着办完。',
      en: 'Take that file in again; it goes on where it stopped.',
    },
  },
  'payments.no-statement': {
    kind: 'conflict',
    text: { zh: '对账单没有登记。', en: 'The statement was not taken in.' },
    next: { zh: '通过导入银行文件提交。', en: 'Hand it in by importing the bank’s file.' },
  },
  'payments.line-differs': {
    kind: 'conflict',
    text: {
      zh: '这一笔与先前登记的不同；先前的仍然有效。',
      en: 'This line differs from the one on record, which stands.',
    },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
  },
  'payments.line-not-in-statement': {
    kind: 'conflict',
    text: {
      zh: '这一笔不在已登记的这一天的对账单里。',
      en: 'This line is not in the statement of that day as it is on record.',
    },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
  },
  'payments.entry-matched': {
    kind: 'conflict',
    text: {
      zh: '账上的这笔分录已与另一笔对账单明细相符。',
      en: 'That entry of the books is another line of a statement already.',
    },
    next: { zh: '重新核对是哪一笔。', en: 'Compare again which it is.' },
  },
  'payments.not-in-suspense': {
    kind: 'not-found',
    text: { zh: '没有这样一笔待查款项。', en: 'There is no such unknown line.' },
    next: { zh: '刷新待查清单。', en: 'Load the list of unknown lines again.' },
  },
  'payments.resolved-already': {
    kind: 'conflict',
    text: { zh: '这笔待查款项已经处理。', en: 'This unknown line has been decided already.' },
    next: { zh: '刷新待查清单。', en: 'Load the list of unknown lines again.' },
  },
  'payments.target-missing': {
    kind: 'bad-input',
    text: {
      zh: '没有写明是哪一笔付款或哪一笔分录。',
      en: 'It was not said which payment, or which entry of the books, it is.',
    },
    next: {
      zh: '付款或退款写端到端标识；已入账或更正写人员和分录号。',
      en: 'Name the payment by its end-to-end id, an entry by its person and journal.',
    },
  },
  'payments.no-request': {
    kind: 'not-found',
    text: { zh: '没有这样的处理意见。', en: 'There is no such request.' },
    next: { zh: '刷新待查清单。', en: 'Load the list of unknown lines again.' },
  },
  'payments.resolver-is-checker': {
    kind: 'forbidden',
    text: {
      zh: '提出处理意见的人不能自己同意。',
      en: 'Whoever said what the line is cannot agree to it.',
    },
    next: { zh: '请另一名财务人员决定。', en: 'Ask another finance officer to decide.' },
  },
  'payments.resolution-unfit': {
    kind: 'conflict',
    text: {
      zh: '金额、方向或现状不符，这笔待查款项不会是所说的那一笔。',
      en: 'Amount, direction or standing do not fit: the line cannot be what was said.',
    },
    next: { zh: '否决它，重新提出。', en: 'Reject it and say anew what the line is.' },
  },
  'payments.contradiction': {
    kind: 'conflict',
    text: {
      zh: '回执与先前的回执相反；先前的仍然有效。',
      en: 'This answer contradicts an earlier one, which stands.',
    },
    next: {
      zh: '向银行查明这一笔究竟付出还是退回。',
      en: 'Find out from the bank whether this payment went out or came back.',
    },
  },
});

export type PaymentsCode = keyof typeof paymentsRefusals;
