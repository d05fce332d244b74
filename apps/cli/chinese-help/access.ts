/** The words of access at the window in Chinese, by their English. */
export const accessInChinese: Readonly<Record<string, string>> = {
  'logins of people and employers': '参保人和单位的网上账号',
  'the person’s id, or the employer’s as `employer find` prints it':
    '个人编号，或单位编号（由 employer find 给出）',
  'the paper that was seen, as the files call it': '看过的材料在档案里的编号',
  'insured, successor, agent; insured where left out, and employers are employers':
    '身份：insured（本人）、successor（继承人）、agent（代办人）；不写为本人，单位不写',
  'a successor’s name, as the identity document has it; who is known by it may waive online':
    '继承人证件上的姓名；写了，本人才能在网上放弃自己的一份',
  'of the document that was compared with --name, its number read from standard input; a child’s guardian is known by it: citizen-id, residence-permit, permanent-resident-card, passport':
    '与 --name 一起核对的证件种类，号码从标准输入读取；孩子的监护人凭它认出：citizen-id、residence-permit、permanent-resident-card、passport',
  'the login to recover; without it the code makes one': '要找回的账号；不写则用于开通或增加',
  'hand over a code at the window, with which a login is made, added to or recovered':
    '窗口核对材料后发激活码，用来开通、增加或找回账号',
};
