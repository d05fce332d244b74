/** The words of drafts in Chinese, by their English. */
export const draftsInChinese: Readonly<Record<string, string>> = {
  'applications that are being written': '正在填写的申请（草稿）',
  'a new draft; what was typed so far as JSON on standard input':
    '开始一份草稿；已填内容以 JSON 从标准输入读取',
  'your own drafts, the latest first': '自己的草稿，最近的在前',
  'what was typed': '查看所填内容',
  'the case that its files are uploaded to': '草稿的办理编号，文件上传到这里',
  'throw a draft away': '删除草稿',
  'save it over the version that you saw; the content on standard input':
    '在看到的版本上保存；内容从标准输入读取',
  'make the application out of a draft': '提交草稿，成为申请',
  'as `draft list` names it': '草稿编号，由 draft list 列出',
  'the version that you saw': '您看到的版本',
};
