/** The words of employers in Chinese, by their English. */
export const employersInChinese: Readonly<Record<string, string>> = {
  'employers on record': '在册的用人单位',
  'find an employer and its id': '查找单位及其编号',
  'list the staff of an employer': '列出单位的职工',
  'an employer’s id, emp_…': '单位编号，emp_…',
  'a part of the name': '姓名的一部分',
  'list what an employer reported of its staff': '列出单位申报过的减员',
  'show one report, person by person': '逐人查看一次申报',
  'a report’s id, srp_…': '申报编号，srp_…',
  'list the logins that act for an employer now': '列出现在能为单位办事的账号',
  'as `employer logins` prints it, usr_…': '账号编号，由 employer logins 列出，usr_…',
  'end a login’s right to act for an employer at once, with its mandates and every unused code':
    '立即终止某账号为单位办事的资格，它所凭的委托和未用的码一并作废',
  'the unified social credit code, or a part of the name': '统一社会信用代码，或名称的一部分',
};
