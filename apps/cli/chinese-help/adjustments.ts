/** The words of adjustments and debts in Chinese, by their English. */
export const adjustmentsInChinese: Readonly<Record<string, string>> = {
  'put the books right by two officers; what people owe': '账务调整，由两人办理；应收回的款项',
  'ask for an adjustment': '申请账务调整',
  'of a correction': '调增或调减的金额（元）',
  'from which day it counts; today where it is not given': '从哪天起算；不写就是今天',
  'the entry to reverse, as the statement names it': '要冲正的账目，编号见账户明细',
  'its line; the first where it is not given': '它的行号；不写就是第一行',
  'the payment order whose money goes another way': '款项另作处理的付款单',
  'approve what another officer asked for': '复核同意他人申请的调整',
  'decline what another officer asked for': '退回他人申请的调整',
  'as `adjustment list` names it': '编号，由 adjustment list 给出',
  'adjustments: of one person all, otherwise those that wait':
    '账务调整：写了人就列出此人的全部，否则列出待复核的',
  'what people owe the fund': '应收回的款项，按人',
};
