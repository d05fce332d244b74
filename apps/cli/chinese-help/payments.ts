/** The words of payments and proofs in Chinese, by their English. */
export const paymentsInChinese: Readonly<Record<string, string>> = {
  'compare with the seals that the second place holds': '与第二存放处的封存逐条核对',
  'the published keys; our own where not given': '公布的公钥文件；不给时用本机构的',
  'orders to be paid, batches, the bank’s files': '待付款项、付款批次和银行文件',
  'what waits to be paid': '等待付款的款项',
  'the latest batches': '最近的批次',
  'freeze everything that is due into a batch': '把全部到期款项组成一个批次',
  'the day of payment; today where it is not given': '付款日期；不写就是今天',
  'approve a batch that another finance officer built; the second approval lets it go':
    '批准另一名财务人员组成的批次；第二次批准即放行',
  'approve it only if it is the batch of this digest': '只在批次摘要与此一致时批准',
  'give up a batch that has not left; its payments are due again': '作废尚未放行的批次，款项重新待付',
  'why the batch is given up': '为什么作废',
  'what the bank sent: its answer (pain.002) or a statement (camt.053)':
    '银行发来的文件：回执（pain.002）或对账单（camt.053）',
  'the bank’s file of a released batch (pain.001.001.12)': '已放行批次的银行文件（pain.001.001.12）',
  'only who has a new entry since a day, or since the number that the last run printed':
    '只核对某日（或上次给出的编号）以来有新分录的人',
  'begin anew, whatever an interrupted run had proved': '从头开始，不接着上次中断的地方',
  'prove from the rows that the books, payments, cases and registers are whole':
    '逐行核对，证明账簿、付款、业务和登记完整无误',
};
