/** The help of the work list and of who has a case in hand, in Chinese. */
export const chineseHelpDesk: Readonly<Record<string, string>> = {
  'the work list: what is due, whose it is, whom it waits for': '待办清单：到期的、谁在办、在等谁',
  'open cases of every procedure, those due first at the top': '全部业务的在办件，先到期的在前',
  'how many cases each view holds': '各类各有多少件',
  'cases by number, identity document or employer, over or not':
    '按办理编号、证件号码或用人单位查找，含已办结的',
  'a case number; the person’s other cases are found too': '办理编号；同一人的其他办件一并列出',
  'an identity document, its number on standard input': '证件种类；号码从标准输入读取',
  'the unified social credit code of where people work or worked': '用人单位的统一社会信用代码（现职或曾任）',
  'which view': '看哪一类',
  'only these procedures, with commas': '只看这些事项，用逗号分隔',
  'only withdrawals on this ground': '只看这一支取情形',
  'only these states, with commas; closed cases too': '只看这些状态，用逗号分隔；含已办结的',
  'only this office’s cases': '只看这个经办机构的',
  'only what this clerk has in hand': '只看这位经办人在办的',
  'due on this day or later': '到期日不早于',
  'due on this day or before': '到期日不晚于',
  'by which way it came in': '从哪个渠道来的',
  'which come first': '哪些在前',
  'the number of the case': '办理编号',
  'the person’s day of birth; the document’s last four characters on standard input':
    '参保人出生日期；证件后四位从标准输入读取',
  'where a case is, without a login; its receipt’s code on standard input':
    '不登录查询办理进度；回执上的查询码从标准输入读取',
  'the code with which a case is asked after without a login': '不登录查询进度用的查询码',
  'take a case over, also from a colleague': '接手一件办理，也可以从同事手里接手',
  'hand a case to a clerk who is named': '把一件办理交给指定的经办人员',
  'the clerk who gets it': '交给哪位经办人员（登录名）',
  'put a case back for any clerk to take': '放回待办，谁都可以接',
  'what whoever has it next should know': '给接手人的说明',
};
