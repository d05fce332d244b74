/** The words of other agencies and of messages to and from them in Chinese, by their English. */
export const exchangeInChinese: Readonly<Record<string, string>> = {
  'other agencies: addresses, keys, suspensions': '往来机构：地址、公钥、暂停与恢复',
  'the agencies as they stand today': '今天的机构目录',
  'six digits, as 510100': '六位地区代码，例如 510100',
  'one agency and its keys': '一家机构及其公钥',
  'JSON: effectiveOn, nameZh, nameEn, gateway, acceptsBalances, versions, account':
    'JSON 文件：effectiveOn、nameZh、nameEn、gateway、acceptsBalances、versions、account',
  'why, and by whose order': '依据和原因',
  'ask that an agency be entered, or known otherwise from a day on': '申请登记一家机构，或从某天起变更其概况',
  'the key set that the agency publishes': '对方公布的公钥文件',
  'ask that an agency be believed by these keys': '申请登记一家机构的公钥',
  'as `partners show` names it': '密钥编号，见 partners show',
  'believe nothing more by a key; counts at once': '停用一把公钥；立即生效',
  'suspend exchange with an agency; counts at once': '暂停与一家机构往来；立即生效',
  'ask that exchange with an agency go on': '申请恢复与一家机构往来',
  'only those that wait to be decided': '只列出待定的',
  'changes that were asked for, the latest first': '申请过的变更，最近的在前',
  'as `partners changes` names it': '变更编号，见 partners changes',
  'agree to a change that another administrator asked for, or not': '同意或不同意另一位管理员申请的变更',
  'the gateway’s address': '网关地址',
  'try our own gateway, on data that is thrown away': '测试本系统自己的网关，所用数据随后丢弃',
  'the region of the agency behind the gateway': '网关所属机构的地区代码',
  'what the kit signs with': '测试套件签名用的密钥文件',
  'what it signs with: the kit’s file, or the folder of an agency’s signing keys':
    '签名用的密钥：测试套件的密钥文件，或者某机构的签名密钥文件夹',
  'make the key file where there is none, and print what the target has to enter':
    '没有密钥文件则新建，并打印被测方须登记的机构和公钥',
  'name the checks and run none': '只列出检查项，不运行',
  'run the conformance suite of the exchange against a gateway': '对一个网关运行数据交换的一致性测试',
  'in whose name it speaks': '以哪家机构的名义说话',
  'how long the profile `late` waits': 'late 等待的秒数',
  'JSON: whom its letter is about; the person of the examples where it is left out':
    'JSON 文件：联系函写的人；不给则用样例里的人',
  'be a gateway as well, and answer what comes until it is stopped':
    '同时充当网关，收到报文即按剧本答复，直到停止',
  'play the other agency, well or badly behaved': '扮演对方机构，守规矩或不守规矩',
  'orderly, late, duplicate, reordered, silent, wrong-amount, refuses, contradicts, forged-signature, expired-key, anothers-transfer, garbage':
    'orderly（守规矩）、late（晚到）、duplicate（重复）、reordered（次序颠倒）、silent（不答复）、wrong-amount（金额不符）、refuses（拒绝）、contradicts（前后矛盾）、forged-signature（假签名）、expired-key（过期公钥）、anothers-transfer（插手别家的转移）、garbage（乱码）',
  'messages between agencies that do not go their way by themselves': '需要经办人处理的往来报文',
  'undeliverable, refused-by-partner, set-aside, waits, contradiction':
    'undeliverable（送不到）、refused-by-partner（对方拒收）、set-aside（未能办理）、waits（等待前一份）、contradiction（前后矛盾）',
  'what waits for a clerk, the longest waiting first': '等待经办人处理的报文，等得最久的在前',
  'as `exchange queue` names it': '编号见 exchange queue',
  'one message; what is personal is masked': '一份报文；个人信息已遮盖',
  'send a message again that could not be delivered': '重新发送没有送到的报文',
  'have a message applied again, also without the one before it': '重新办理一份报文，缺少前一份也办理',
  'close a message that needs nothing more': '了结一份不必再处理的报文',
};
