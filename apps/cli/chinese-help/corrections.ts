/** The words of corrections in Chinese, by their English. */
export const correctionsInChinese: Readonly<Record<string, string>> = {
  'what is wrong on record: one officer requests that it be put right, another decides':
    '更正登记有误的事项：一人申请，另一人审批',
  'request a correction; what is wrong and what is right as JSON on standard input: {"subject":"detail","field":"name","value":"Zhang San"} or {"subject":"entry","id":"rec_1","entry":{"kind":"retired","on":"2022-06-30"}}':
    '申请更正；错在哪里、应该是什么，以 JSON 从标准输入读取，如 {"subject":"detail","field":"name","value":"张三"} 或 {"subject":"entry","id":"rec_1","entry":{"kind":"retired","on":"2022-06-30"}}',
  'why it is to be corrected': '为什么要更正',
  'what the person asked for, as `correction wishes` names it':
    '本人提出的更正意见编号，由 correction wishes 给出',
  'answer a person that nothing is to be corrected, and why': '答复本人不予更正及理由',
  'why nothing is to be corrected': '不予更正的理由',
  'put right what another officer requested': '批准他人申请的更正',
  'leave the record as it is, with the reason': '退回更正申请，写明理由',
  'corrections, before and after': '更正记录（更正前、更正后）',
  'what people say is wrong and nobody has answered': '本人提出、还没有答复的更正意见',
};
