/** 中国工商银行 •••• 7719; the dots and the digits stay on one line. */
export function accountInShort({
  bankName,
  accountTail,
}: {
  readonly bankName: string;
  readonly accountTail: string;
}): string {
  return `${bankName} ••••\u00a0${accountTail}`;
}
