/** The words of notices in Chinese, by their English. */
export const noticesInChinese: Readonly<Record<string, string>> = {
  'notices to people, and how they went out': '发给个人的通知及投递情况',
  'notices in a state, without their texts; those given up where it is left out':
    '某种状态的通知，不含内容；不写就列出已放弃的',
  'as `notice list` names it': '通知编号，见 notice list',
  'try a notice that was given up again': '重新投递已放弃的通知',
  'failed, waiting, sent, expired': 'failed（已放弃）、waiting（等待）、sent（已交出）、expired（过期）',
  'whoever is signed in': '登录的本人',
  'note that what is shown was read': '把列出的标为已读',
  'what you were told yourself, the latest first': '本人收到的通知，最近的在前',
  'choose the language in which you are told': '选择通知的语言',
};
