/** The words of interest in Chinese, by their English. */
export const interestInChinese: Readonly<Record<string, string>> = {
  'a year’s interest for every account': '全部账户的年度结息',
  'the year whose interest is credited': '结哪一年的利息',
  'control totals of now; nothing is written': '只列出现在的控制合计，不写入',
  'take the year’s interest back instead': '改为冲回这一年的利息',
  'approve the totals that another officer proposed, and carry the run out':
    '批准另一位财务人员提出的合计，并执行',
  'send a proposed run back': '退回已提出的结息',
  'propose the run, approve it, or carry it on; says what comes next': '提出、批准或继续结息；并提示下一步',
  'put the law’s rates in force for days gone by: propose, approve, or carry on':
    '按法规数据改正以往日期的利率：提出、批准或继续',
  'why a year’s interest of an account is what it is': '说明账户一年利息的由来',
  'the year whose interest is explained': '说明哪一年的利息',
  'runs and their reversals, the latest first': '结息和冲回记录，最近的在前',
};
