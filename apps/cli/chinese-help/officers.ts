/** The words of officers and their limits in Chinese, by their English. */
export const officersInChinese: Readonly<Record<string, string>> = {
  'staff: the first administrator, further officers': '工作人员：第一位管理员和其他人员',
  'the first office and administrator of a new agency; prints a temporary password':
    '新机构的第一个部门和管理员；给出临时密码',
  'an id for the first office, such as ofc_main': '第一个部门的编号，例如 ofc_main',
  'the officer’s name in Chinese': '工作人员的中文姓名',
  'the officer’s name in English': '工作人员的英文姓名',
  'the office’s name in Chinese': '部门的中文名称',
  'the office’s name in English': '部门的英文名称',
  'the office that the officer belongs to': '工作人员所属部门的编号',
  'add an officer, as an administrator; prints a temporary password': '由管理员添加工作人员；给出临时密码',
  'clerk, reviewer, finance, auditor, administrator; with commas':
    'clerk（经办）、reviewer（复核）、finance（财务）、auditor（审计）、administrator（管理员）；用半角逗号分隔',
  'exchange a temporary password, on standard input, for one of your own':
    '用临时密码（从标准输入读取）换成自己的密码',
  'a reviewer': '复核人员（登录名）',
  'up to which amount': '最多审批多少元',
  'why, and on which order': '依据和原因',
  'ask that a reviewer may approve up to another amount': '申请调整复核人员的审批额度',
  'as `officer limits` prints it': '额度编号，由 officer limits 列出',
  'agree or refuse': '同意（agree）或不同意（refuse）',
  'agree to a limit that another administrator asked for, or not': '同意或不同意另一位管理员申请的额度',
  'limits that were asked for, and what became of them': '额度的申请和结果',
};
