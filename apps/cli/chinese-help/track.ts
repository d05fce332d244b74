/** The words of tracking in Chinese, by their English. */
export const trackInChinese: Readonly<Record<string, string>> = {
  'the number of the case': '办理编号',
  'the person’s day of birth; the document’s last four characters on standard input':
    '参保人出生日期；证件后四位从标准输入读取',
  'where a case is, without a login; its receipt’s code on standard input':
    '不登录查询办理进度；回执上的查询码从标准输入读取',
  'the code with which a case is asked after without a login': '不登录查询进度用的查询码',
  'where a case is, and whose move it is': '一件办理到了哪一步，在等谁',
  'everything that is or was under way for a person': '某人的全部办理事项',
};
