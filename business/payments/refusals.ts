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
      zh: '银行退回后，由经办人员更正。',
      en: 'A clerk corrects it once the bank has sent the payment back.',
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
  'payments.maker-is-checker': {
    kind: 'forbidden',
    text: { zh: '组批的人不能放行自己的批次。', en: 'Whoever built a batch cannot release it.' },
    next: { zh: '请另一名财务人员放行。', en: 'Ask another finance officer to release it.' },
  },
  'payments.batch-released': {
    kind: 'conflict',
    text: { zh: '批次已经放行。', en: 'The batch has been released already.' },
    next: { zh: '导出文件送银行，等待回执。', en: 'Export its file for the bank and wait for the answer.' },
  },
  'payments.batch-differs': {
    kind: 'conflict',
    text: {
      zh: '批次的明细与组批时不一致，不能放行。',
      en: 'The lines of the batch are not those with which it was built; it is not released.',
    },
    next: { zh: '报告审计，核查批次明细。', en: 'Tell the auditor to look at the batch’s lines.' },
  },
  'payments.not-released': {
    kind: 'conflict',
    text: { zh: '批次还没有放行。', en: 'The batch has not been released.' },
    next: { zh: '请另一名财务人员放行。', en: 'Another finance officer releases it first.' },
  },
  'payments.not-an-answer': {
    kind: 'bad-input',
    text: {
      zh: '这不是完整的银行回执（pain.002.001.14）：{why}',
      en: 'This is not a whole answer of a bank (pain.002.001.14): {why}',
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
      zh: '金额不符：付出 {ourFen} 分，回执为 {amount}。',
      en: 'The amount differs: we sent {ourFen} fen, the answer says {amount}.',
    },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
  },
  'payments.unknown-status': {
    kind: 'unprocessable',
    text: { zh: '不认识的状态：{status}。', en: 'The status {status} is not known.' },
    next: { zh: '询问银行这一笔。', en: 'Ask the bank about this line.' },
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
