/** The words of imports and records in Chinese, by their English. */
export const recordsInChinese: Readonly<Record<string, string>> = {
  'take in people and their balances, or paid months': '导入参保人和余额，或缴费月数',
  'people, their cover and opening balances': '参保人、参保状态和期初余额',
  'months for which contributions were paid': '已缴费的月份',
  'CSV; docs/import.md names its columns': 'CSV 文件；各列见 docs/import.md',
  'check and report, write nothing': '只检查并报告，不写入',
  'post the opening balances; without figures it shows them': '核准期初余额入账；不给数字时先列出数字',
  'the import, as `import people` named it': '导入批号，由 import people 给出',
  'opening balances, as read': '读到的期初余额笔数',
  'their total in yuan, as read': '读到的期初余额合计（元）',
  'why its file cannot be taken in to the end': '文件为什么不能导入完',
  'ask that an import that was cut short be given up': '申请放弃中断的导入',
  'agree to it: what the import brought is void, and the file may come again':
    '同意放弃：已写入的作废，文件可以重新导入',
  'how far an import has come': '导入进行到哪里',
  'who is on record': '在册的参保人',
  'what is on record of a person, and the account': '某人的登记情况和账户',
  'the record as it stood on a day, as known at a time': '某日的登记情况，按某时所知',
  'as it stood on this day; today where left out': '按这一天的情况；不写就是今天',
  'as the agency knew it at this day or time; now where left out': '按这一天（或时刻）所知；不写就是现在',
  'the first day on which a status holds': '状态从哪一天起',
  'its last day, where it is over': '状态到哪一天止（已经结束的）',
  'where the file goes': '文件写到哪里',
  'the one-time code, where a second factor is set up': '设了动态验证码的，填动态验证码',
  'everything on record of you as a signed file; the password is read from standard input':
    '本人的全部记录（带签名的文件）；密码从标准输入读取',
  'four digits': '四位数字',
  'where the PDF goes': 'PDF 写到哪里',
  'in English rather than in Chinese': '用英文，不用中文',
  'the statement of one year as PDF, with a code that proves it': '某一年的对账单（PDF，带核验码）',
  'a statement of account between two days, fit to be printed': '两个日期之间的对账单，可以打印',
  'what moved the account year by year, and what of its balance is interest':
    '账户逐年的收支，余额中有多少利息',
  'by identity number, read from standard input so that it is in no history':
    '按证件号码查找；号码从标准输入读取，不留在命令历史里',
  'what papers prove: recorded by one officer, confirmed by another': '材料证明的事实：一人登记，另一人确认',
  'write down what a paper proves; it counts once another officer confirms it':
    '登记材料证明的事实；另一人确认后才算数',
  'the kind and its body: {"kind":"died","on":"2026-05-20"}; docs/import.md lists them all':
    '种类和内容，如 {"kind":"died","on":"2026-05-20"}；全部种类见 docs/import.md',
  'confirm what another officer recorded': '确认他人登记的事实',
  'reject what another officer recorded': '驳回他人登记的事实',
  'recorded facts': '已登记的事实',
};
