/** The words of transfers between agencies in Chinese, by their English. */
export const transfersInChinese: Readonly<Record<string, string>> = {
  'transfers between agencies': '医保关系和个人账户的转移接续',
  'out or in': '转出写 out，转入写 in',
  'the other region, six digits': '对方地区的六位代码',
  'everything that stands in the way of a transfer, and what to do about it':
    '能不能转移：一次列出全部原因和办法',
  'apply for a transfer to another region': '申请转往其他地区',
  'what moved': '转移类别',
  'the insurance certificate that the person brought': '本人带来的参保凭证编号',
  'apply for a transfer from another region: the contact letter goes out': '申请从其他地区转入，并发出联系函',
  'confirm a transfer that the other agency announced': '确认转出地告知的转入',
  'where the record is, where the money is, and what is waited for': '关系和余额各走到哪一步，在等什么',
  'what happened in a transfer': '办理经过',
  'only those that leave or come': '只看转出或者转入的',
  'only in these states, separated by commas': '只看这些状态的，用逗号分隔',
  'only those that are not over': '只看没有办结的',
  'transfers, those due first at the top': '转移办件，先到期的在前',
  'tell the other agency where to remit: the account that is configured here':
    '告知转出地接收余额的账户（以本机构配置的为准）',
  'take a transfer back before it is accepted': '在同意转出以前撤销申请',
  'send a corrected information sheet in place of the last one': '更正后重发信息表',
  'ask the other agency for a corrected information sheet': '请对方机构更正信息表',
  'look at a sheet again as things are on record now, where no corrected one came':
    '更正件没有来的，按现在的登记重新核对信息表',
  'the difference in what was credited is cleared up': '入账差额已查清',
  'how many a page has': '每页件数',
  'how many steps you saw, as `transfer show` prints it: refused if more happened':
    '您看到时已有几步，见 transfer show；之后又有变化的不办',
  'the message of the sheet that you read, as `transfer show` prints it':
    '您核对的那张信息表的报文编号，见 transfer show',
  'the first month, written 2026-01; eleven before the last where left out':
    '第一个月，写成 2026-01；不写就是截止月之前的第十一个月',
  'the last month; this one where left out': '最后一个月；不写就是本月',
  'only with the agency of this region': '只看与这个统筹区的转移',
  'how long transfers take, by agency, leg and whose days they were; without a login':
    '转移要多久：按对方机构、环节和耽搁在谁手里统计；不用登录',
  'money that came in and is nobody’s yet, with the transfers that it may belong to':
    '到账而没有归属的款项，以及可能属于哪件转移',
  'what a finance officer said that money is, to be decided by another': '等另一名财务人员决定的来款认定',
  'the line in suspense, as `transfer money` prints it': '待查款项的编号，见 transfer money',
  'say that money in suspense is a transfer’s; another finance officer decides':
    '认定一笔来款属于这件转移，另一名财务人员决定',
  'agree to what another finance officer said that money is: what came is credited':
    '同意来款认定：按实际到账入账',
  'decline what another finance officer said that money is': '不同意来款认定',
  'why not': '为什么不同意',
  'record the months of a sheet that was filled in wrongly': '写明理由，按填写有误的信息表接续年限',
  'propose to record a sheet whose name is in doubt; a reviewer decides':
    '姓名有疑问的信息表，提出接续，交复核',
  'give a sheet back to the clerk who proposed it': '把信息表退回经办再核',
  'let a doubtful sheet pass as a clerk proposed: its months are recorded': '同意按有疑问的信息表接续年限',
  'what the other agency reminded us of is dealt with': '对方催办的事项已办',
  'open the withdrawal of a balance that did not go, where it did not open by itself':
    '没有转走的余额没有自动开办支取的，开办支取',
  'leave a balance that did not go in the account: it is held no more': '没有转走的余额留在账户，解除冻结',
  'under which the proof of payment is filed': '付款证明的归档号',
  'close a transfer on proof of payment, which the other agency never said that it credited':
    '转入地始终没有确认入账的，凭付款证明办结',
  'ask the other agency again, which was reminded in vain, having spoken to it':
    '多次催办没有答复的，与对方联系后再次催办',
  'as `transfer list` shows it': '办理编号，见 transfer list',
  'as `transfer show` names it': '报文编号，见 transfer show',
  'zh or en; Chinese where left out': 'zh（中文）或 en（英文）；不写就用中文',
  'write it as PDF; without it, told in words': '存成 PDF；不写就用文字显示',
  'the receipt of an application, with the code by which it is asked after':
    '受理回执，含不登录查进度的查询码',
  'print a copy of what the other agency said, marked as one': '打印对方机构来文的副本',
  'the coded reason': '原因代码',
  'the provision on which it rests': '依据',
  'why, in Chinese, as the person will read it': '写给当事人的原因（中文）',
  'the same in English': '同上（英文）',
  'where the money had come: under which reference it left again': '钱到过又退回的：对账单上的退款编号',
  'propose not to take a balance; a reviewer decides': '提出不接收余额，交复核',
  'refuse a balance as a clerk proposed: the signed refusal goes to the other agency':
    '同意不接收余额：签名的通知发给对方机构',
  'give a proposal to refuse a balance back to its clerk': '退回不接收余额的意见',
};
