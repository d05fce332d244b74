/** The words of what comes after a decision in Chinese, by their English. */
export const afterInChinese: Readonly<Record<string, string>> = {
  'close a case whose papers did not come': '催告后材料仍未交来，终止办理',
  'why, as the applicant is told': '终止的原因，会告知申请人',
  'object to the decision; officers who had no part in it decide again':
    '对决定提出异议，由没有参与原决定的人员重新审查',
  'why the person does not agree': '不同意的理由',
  'confirm the payee of a case that opened by itself, which makes it an application':
    '确认自动开办的办件的收款账户，即为申请',
  'take an objection back': '撤回异议',
};
