/** The words of records that may be one person in Chinese, by their English. */
export const doublesInChinese: Readonly<Record<string, string>> = {
  'what differs between the two was seen, and it is one person all the same':
    '已看到两份档案的不同，仍认为是同一人',
  'records that may be one person': '疑似重复的档案',
  'pairs that wait for a judgement, with what speaks for it': '待判断的疑似重复档案及依据',
  'look for them anew': '重新查找',
  'only among those whom this import brought': '只在这次导入带来的人里查找',
  'note that two records are two persons; they are not listed again': '记为两个人，不再列出',
  'how that was found out': '怎样核实的',
  'fold a record into another of the same person: requested by one officer, decided by another':
    '合并同一人的档案：一人申请，另一人审批',
  'ask that a record be folded into another': '申请把一份档案并入另一份',
  'the one that is folded in': '要并入的档案',
  'the one that stays': '保留的档案',
  'why they are one person': '为什么是同一人',
  'ask that a merge be undone': '申请撤销合并',
  'the one that was folded in': '已并入的档案',
  'why they are two persons': '为什么是两个人',
  'do what another officer requested': '批准他人的申请',
  'leave the records as they are': '退回，档案不变',
  'merges and their undoing': '合并和撤销合并的记录',
};
