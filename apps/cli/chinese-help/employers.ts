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
  'the unified social credit code, or a part of the name': '统一社会信用代码，或名称的一部分',
};
