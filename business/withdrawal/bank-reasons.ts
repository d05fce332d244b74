import type { Text } from '#basics';

/** Why a bank sends money back, in the words of who has to do something about it; by the codes of ISO 20022. */
const words: Readonly<Record<string, Text>> = {
  AC01: { zh: '账号不对', en: 'the account number is wrong' },
  AC03: { zh: '账号不对', en: 'the account number is wrong' },
  AC04: { zh: '账户已经销户', en: 'the account is closed' },
  AC06: { zh: '账户被冻结或者止付', en: 'the account is blocked' },
  AG01: { zh: '这类账户不能收这种款', en: 'the account cannot take such a payment' },
  BE01: { zh: '户名和账户不一致', en: 'the name does not match the account' },
  BE04: { zh: '收款人地址不全', en: 'the payee’s address is incomplete' },
  MS03: { zh: '银行没有说明原因', en: 'the bank gave no reason' },
  RC01: { zh: '开户行代码不对', en: 'the code of the bank is wrong' },
};

/** With the bank's own code, by which it can be asked; a code that is not known here stands alone. */
export function bankReason(code: string | null): Text {
  if (code === null) return { zh: '没有说明原因', en: 'no reason given' };
  const said = words[code];
  return said ? { zh: `${said.zh}，代码 ${code}`, en: `${said.en}, ${code}` } : { zh: code, en: code };
}
