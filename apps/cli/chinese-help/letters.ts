/** The words of letters in Chinese, by their English. */
export const lettersInChinese: Readonly<Record<string, string>> = {
  'letters of a case: receipts, requests, decisions, advices':
    '办件的信函：受理回执、补正告知、决定书、支付通知',
  'the letters of a case, the oldest first': '一件业务的信函，先出具的在前',
  'as `case list` shows it': '办理编号，见 case list',
  'as `letter list` names it': '信函编号，见 letter list',
  'as a page for a browser; PDF where left out': '输出网页；不写就输出 PDF',
  'zh or en; its own where left out': 'zh（中文）或 en（英文）；不写就用出具时的语言',
  'print a letter; the same letter comes out byte for byte': '打印信函；同一封信每次打印逐字节相同',
};
