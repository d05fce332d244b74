/** The words of employers in Chinese, by their English. */
export const employersInChinese: Readonly<Record<string, string>> = {
  'employers on record': '在册的用人单位',
  'find an employer and its id': '查找单位及其编号',
  'the unified social credit code, or a part of the name': '统一社会信用代码，或名称的一部分',
};
