/** The words of several groups in Chinese, by their English. */
export const sharedInChinese: Readonly<Record<string, string>> = {
  'the id that `person find` prints': '个人编号，由 person find 给出',
  'of a passport: ISO 3166 alpha-3': '护照签发国（ISO 3166 三位字母代码）',
  'what the paper is called in the files': '材料在档案里的编号',
  'why it is rejected': '驳回的理由',
  'of one person all, otherwise those that wait': '给出个人编号时列出此人的全部事实，否则列出待确认的',
  'the provision, by its id in docs/law/clauses.md': '法律依据的编号，见 docs/law/clauses.md',
  why: '理由',
  'needed where it is declined': '退回时必填',
  'why it is declined': '退回的理由',
  'go on where the last page ended': '从上一页末尾接着列',
  'a written decision is wanted although something stands against it': '虽有不符合的条件，仍要求书面决定',
  'papers that lie at the window, and what the files call them': '窗口收到的材料及其档案编号',
  'what the applicant is told besides': '另外要告诉申请人的话',
  'where to write it; standard output where it is not given': '写到哪个文件；不写就输出到标准输出',
  'the first day; New Year’s Day where left out': '从哪一天起；不写就从当年元旦起',
  'the last day; today where left out': '到哪一天止；不写就是今天',
};
