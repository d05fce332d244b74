/** The words of measures in Chinese, by their English. */
export const measuresInChinese: Readonly<Record<string, string>> = {
  'investigations that stop money, orders to pay back; set and lifted by two officers':
    '立案核查（停止支付）和追回；由两人办理和解除',
  'propose an investigation or a recovery order': '提出立案核查或追回',
  'what is to be paid back, for a recovery': '追回的金额（元）',
  'it is booked as receivable already': '账上已经挂有这笔应收款',
  'tell of money that came for a recovery order; another officer takes it in':
    '登记收到的退款，由另一人确认入账',
  'take in money that another officer told of': '确认另一人登记的退款入账',
  'as `measure receive` named it': '编号，由 measure receive 给出',
  'take from the account what a recovery order demands': '按追回决定从账户余额抵扣',
  'how much, in yuan': '金额（元）',
  'as the bank’s statement has it': '银行流水号',
  'on which day; today where it is not given': '哪一天；不写就是今天',
  'propose to lift one': '提出解除',
  'as `measure list` names it': '编号，由 measure list 给出',
  'from which day it holds; today where it is not given': '从哪天起；不写就是今天',
  'confirm what another officer proposed': '复核同意他人提出的措施',
  'reject what another officer proposed': '退回他人提出的措施',
  'measures with their history': '核查和追回，连同经过',
  'those that stand now instead of those that wait': '列出现在有效的，而不是待复核的',
};
