/** The words of questions after a death and estates without heirs in Chinese, by their English. */
export const estatesInChinese: Readonly<Record<string, string>> = {
  'whether somebody who died had an account, for who is entitled to know':
    '去世的人有没有个人账户，只答复有权知道的人',
  'ask; who died and who asks as JSON on standard input': '询问；去世的人和询问人，JSON 从标准输入读取',
  'read the answer; the secret on standard input': '看答复；口令从标准输入读取',
  'questions that wait for an officer': '待核对的询问',
  'the papers that came with a question': '列出随询问附来的材料',
  'as `account-inquiry papers` names it': '由 account-inquiry papers 给出',
  'write a paper of a question; who looked is noted': '下载一份询问材料；查阅会被记录',
  'PDF, JPEG or PNG': 'PDF、JPEG 或 PNG',
  'what they prove: the death, or the relation': '证明什么：death（死亡）或 relation（亲属关系）',
  'send papers with a question, until an officer has looked; the secret on standard input':
    '给询问附上材料，工作人员核对以前都可以；口令从标准输入读取',
  'yes or no': 'yes（是）或 no（否）',
  'the proof of death in the files': '死亡证明的归档号',
  'the proof of the relation in the files': '亲属关系证明的归档号',
  'the asker’s identity document that was compared; it opens a login':
    '所核对的询问人证件；写明后可凭答复开通登录名',
  'the day of the death, as its proof says; needed where no death is on record yet':
    '死亡证明上的日期；档案里还没有死亡登记时必填',
  'say whether an asker’s papers prove the death and the relation': '核对询问人的材料是否证明死亡和亲属关系',
  'confirm what another officer found': '确认另一名人员的核对',
  'reject what another officer found': '退回另一名人员的核对',
  'accounts that nobody succeeds to, by two officers': '无人继承的账户，两人办理',
  'the day of the public notice': '公告日期',
  'the notice in the files': '公告的归档号',
  'why nobody succeeds': '为什么认定无人继承',
  'propose that the balance goes to the pooled fund': '提出余额归入统筹基金',
  'as `escheat list` names it': '编号，由 escheat list 列出',
  'the paper that nobody came forward, or why it is declined': '期满无人申报的依据，或退回原因',
  'approve it once the notice has run': '公告期满后同意',
  'decline it': '退回',
  'those that wait for a second officer, or all of one person': '待复核的，或一个人的全部',
};
