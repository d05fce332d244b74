/** The words of heirs and their links in Chinese, by their English. */
export const heirsInChinese: Readonly<Record<string, string>> = {
  'after a death: the heirs, their shares and what each says': '参保人去世后：继承人、份额和各自的表示',
  'the heirs, their shares, and where each share is': '继承人、份额和每份款项的去向',
  'record an heir or legatee, as JSON on standard input': '登记一名继承人或受遗赠人，JSON 从标准输入读取',
  'record an heir or legatee, as JSON on standard input: {"name":"Zhang Xiaoming","relation":"child","paperReference":"2026-7"}':
    '登记一名继承人或受遗赠人，JSON 从标准输入读取：{"name":"张小明","relation":"child","paperReference":"2026-7"}',
  'one heir’s account: the account as JSON on standard input: name, bankCode (twelve digits), bankName, accountNumber, as in scenarios/examples/payee.json; abroad bankCode is the BIC, accountNumber the IBAN or number, and "abroad" tells the currency that shall arrive, who bears the charges (SHAR shared, DEBT the agency, CRED the payee) and the payee’s address, as in scenarios/examples/payee-abroad.json':
    '一名继承人的账户：收款账户，JSON 从标准输入读取：name 户名、bankCode 十二位联行号、bankName 银行名称、accountNumber 账号，写法见 scenarios/examples/payee.json；境外账户的 bankCode 写 BIC，accountNumber 写 IBAN 或账号，另在 "abroad" 中写明希望收到的货币、手续费承担方（SHAR 共担、DEBT 付款方、CRED 收款方）和收款人地址，写法见 scenarios/examples/payee-abroad.json',
  'what an heir does by a link, as JSON on standard input: {"secret":"sxh_…"} to see the shares; with "word":"agree", "waive" or "object" to speak; with "payee":{…} to name an account, "contact":{…} a language and an e-mail; with "letters":true to list the letters to them, "letter":NUMBER to print one':
    '继承人凭链接办理，JSON 从标准输入读取：{"secret":"sxh_…"} 查看份额；加上 "word":"agree"（同意）、"waive"（放弃）或 "object"（异议）作出表示；加上 "payee":{…} 填写账户，"contact":{…} 填写语言和电子邮箱；加上 "letters":true 列出写给自己的信函，"letter":编号 打印其中一封',
  'as `case heirs list` names it': '编号，由 case heirs list 列出',
  'the account of one heir, as JSON on standard input': '一名继承人的收款账户，JSON 从标准输入读取',
  'for how many days it is valid': '有效天数',
  'give one heir a link by which they speak without a login': '给一名继承人发链接，不用登录即可表示',
  'an heir’s language and e-mail for letters and notices, as JSON on standard input: {"language":"en","email":"heir@example.org"}':
    '一名继承人收信函和通知用的语言和电子邮箱，JSON 从标准输入读取：{"language":"en","email":"heir@example.org"}',
  'an heir’s language and e-mail for letters and notices, as JSON on standard input':
    '一名继承人收信函和通知用的语言和电子邮箱，JSON 从标准输入读取',
  'what an heir does by a link: see shares and letters, speak, name an account; JSON on standard input':
    '继承人凭链接办理：查看份额和信函、作出表示、填写账户；JSON 从标准输入读取',
  'whose shares an objection disputes; the heir’s own where left out': '异议针对谁的份额；不写即本人的',
  'take in what an heir says in writing': '登记继承人的书面表示',
  'such as suc_…=1/3; the equal shares of the law where left out': '例如 suc_…=1/3；不写即法定均等',
  'after the settlement: the order that is divided anew': '结清以后：要重新分配的那张付款单',
  'record how the account is divided; after the settlement a second officer decides':
    '登记怎样分配；结清以后的由另一人复核',
  'approve a division anew': '同意重新分配',
  'reject a division anew': '退回重新分配',
};
