/** The words of logging in in Chinese, by their English. */
export const loginInChinese: Readonly<Record<string, string>> = {
  'log in; the password is asked for, or read from standard input':
    '登录；密码在终端里询问，或从标准输入读取',
  'an officer’s login name': '工作人员的登录名',
  'six digits of the second factor': '六位动态验证码',
  'the password comes on standard input (as it does wherever there is no terminal)':
    '密码从标准输入读取（没有终端时总是如此）',
  'end the session': '退出登录',
  'who is logged in': '当前登录的是谁',
};
