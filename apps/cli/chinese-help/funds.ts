/** The words of the accounts of the fund in Chinese, by their English. */
export const fundsInChinese: Readonly<Record<string, string>> = {
  'what the accounts of the fund hold, by day': '基金各账户逐日的余额',
  'debits, credits and balance of every account at the end of a day': '某日日终各账户的借方、贷方和余额',
  'the end of this day; today where left out': '这一天日终；不写就是今天',
  'only what was recorded up to this day; everything where left out':
    '只计到这一天为止已记录的；不写就计入全部',
  'as `funds` names it, such as pool or payable': '账户名称，见 funds 的结果，例如 pool、payable',
  'the days of one account: debits, credits, entries and the balance after each':
    '一个账户逐日的借方、贷方、笔数和余额',
};
