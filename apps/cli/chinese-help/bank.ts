/** The words of lines of statements and the simulated bank in Chinese, by their English. */
export const bankInChinese: Readonly<Record<string, string>> = {
  'the bank’s statements that were taken in': '已导入的银行对账单',
  'lines of statements that nobody knows yet': '对账单里的待查款项',
  'the bank in the books beside its last statement, and what differs':
    '账上银行存款与最近对账单，以及差在哪里',
  'say what an unknown line is; another finance officer decides':
    '提出一笔待查款项是什么，由另一名财务人员决定',
  'payment, return, booked, fund, or adjustment':
    'payment 付款、return 退回的付款、booked 账上已有、fund 银行手续费或利息、adjustment 更正',
  'which payment it is or which came back, as the bank was told it': '哪一笔付款（端到端标识）',
  'which entry of the books it is': '账上哪一笔分录',
  'how it is known': '依据是什么',
  'agree to what another finance officer said that a line is': '同意另一名财务人员对待查款项的处理意见',
  'reject it instead': '改为否决',
  'a simulated bank: answers payment files, sends back, delays, and writes statements':
    '模拟银行：答复付款文件，退票、延迟，并出具对账单',
  'where the payment files lie': '付款文件所在文件夹',
  'where its answers and statements go, and what it remembers': '回执、对账单和银行状态写到哪个文件夹',
  'prompt, mixed, rejecting, returning, slow, silent, or untidy':
    '行为：prompt 全付、mixed 混合、rejecting 全拒、returning 全退、slow 延迟、silent 只出对账单、untidy 有不明款项',
  'the same seed gives the same answers': '同一种子得到同样的答复',
  'its day; today where it is not given': '银行的日期；不给则为今天',
  'how many days it lives through': '经过几天',
  'what is on the account when it begins': '开始时账户有多少元',
  'whose account it is, before a file says so': '在有付款文件之前是哪个账户',
};
