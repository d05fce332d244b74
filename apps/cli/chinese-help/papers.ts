/** The words of papers in Chinese, by their English. */
export const papersInChinese: Readonly<Record<string, string>> = {
  'take in files (PDF, JPEG, PNG) that were photographed or scanned':
    '上传拍照或扫描的文件（PDF、JPEG、PNG）',
  'in the order of their pages': '按页序排列',
  'hand them in as the pages of this paper': '作为这份材料的各页提交',
  'the papers of a case: pages, verdicts, and what may be brought instead':
    '一件办理的材料：各页、核对结论和替代材料',
  'write a file of a case; who looked is noted': '下载一个材料文件；查阅会被记录',
  'as `case papers` names it': '由 case papers 给出',
  'where to; nothing is written over': '写到哪里；不会覆盖已有文件',
  'accept a paper, or reject it for a reason': '核对一份材料：采用，或说明原因退回',
  'which paper, as `case papers` names it': '哪份材料，由 case papers 给出',
  'accept or reject': 'accept（采用）或 reject（退回）',
  'the last day printed on it': '材料上的有效期',
  'a commitment in place of a paper: its text, or who signed it': '用承诺书代替材料：显示文本，或登记签署',
  'the alternative that is a commitment': '哪一种承诺书',
  'who signs; the clerk sees them do it': '签署人姓名；经办当面见签',
  'the version of the text that they read': '所读文本的版本',
  'uploaded files that go with it': '一并提交的已上传文件',
  'uploaded papers: what is due, quarantine, left-over files': '上传的材料：到期、隔离和无主文件',
  'files whose time is over, and why some stay': '保存期已满的文件，以及有的为什么保留',
  'erase the content of files whose time is over': '删除保存期已满的文件内容',
  'show the scanner the files that it has not judged yet': '把未判断的文件再交扫描程序',
  'remove files that no record names': '清理没有登记的文件',
};
