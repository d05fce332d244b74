import type { Text } from '#basics';

/** How the history tells the steps of a review that are called by what somebody is to do: as what was done. */
export const reviewDone = {
  submit: { zh: '提交了申请', en: 'Application submitted' },
  'provide-material': { zh: '提交了材料', en: 'Paper handed in' },
  'withdraw-application': { zh: '撤回了申请', en: 'Application taken back' },
  'take-up': { zh: '开始审核', en: 'Review begun' },
  'judge-paper': { zh: '核对了材料', en: 'Paper checked' },
  'request-materials': { zh: '一次告知了要补的材料', en: 'Missing papers asked for, all at once' },
  'stop-waiting': { zh: '不再等材料，继续审核', en: 'Review gone on with, without waiting for papers' },
  'propose-approval': { zh: '拟同意，交复核', en: 'Approval proposed to a second officer' },
  'propose-refusal': { zh: '拟不同意，交复核', en: 'Refusal proposed to a second officer' },
  'return-to-maker': { zh: '复核退回，重新审核', en: 'Returned by the second officer for another review' },
  approve: { zh: '复核同意', en: 'Approved' },
  refuse: { zh: '复核不同意', en: 'Refused' },
  'take-over': { zh: '换人接手', en: 'Taken over' },
  'hand-over': { zh: '转交同事办理', en: 'Handed over to a colleague' },
  release: { zh: '放回了待办', en: 'Left to any officer' },
} as const satisfies Readonly<Record<string, Text>>;
