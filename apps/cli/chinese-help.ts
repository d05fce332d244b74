import { chineseHelpDesk } from './chinese-help-desk.ts';

/** The help in Chinese, by the English words that stand in the mounts; a test sees that none is missing. */
export const chineseHelp: Readonly<Record<string, string>> = {
  'Suixing: medical-insurance accounts that leave lawfully, once, to the right person':
    '随行：医保个人账户的转出和支取，依法办理，只付一次，付给该领的人',
  'one JSON value on standard output and nothing else': '标准输出只有一个 JSON 值',
  'zh or en': 'zh（中文）或 en（英文）',
  'the version of this program': '本程序的版本',
  'how a command is used': '命令的用法',

  'decide one or many requests by the rules in force; always prints JSON':
    '按现行规则判断一件或多件请求；结果总是 JSON',
  'JSON, or one JSON object a line; - for standard input': 'JSON 文件，或每行一个 JSON 对象；- 表示标准输入',
  'serve the API until told to stop': '提供接口服务，直到要求停止',
  'measure this checkout on this machine': '在本机测量性能',
  'which benchmarks; all where left out': '测量哪几项；不写就全部测量',

  'log in; the password is asked for, or read from standard input':
    '登录；密码在终端里询问，或从标准输入读取',
  'an officer’s login name': '工作人员的登录名',
  'six digits of the second factor': '六位动态验证码',
  'the password comes on standard input (as it does wherever there is no terminal)':
    '密码从标准输入读取（没有终端时总是如此）',
  'end the session': '退出登录',
  'who is logged in': '当前登录的是谁',

  'take in people and their balances, or paid months': '导入参保人和余额，或缴费月数',
  'people, their cover and opening balances': '参保人、参保状态和期初余额',
  'months for which contributions were paid': '已缴费的月份',
  'CSV; docs/import.md names its columns': 'CSV 文件；各列见 docs/import.md',
  'check and report, write nothing': '只检查并报告，不写入',
  'post the opening balances; without figures it shows them': '核准期初余额入账；不给数字时先列出数字',
  'the import, as `import people` named it': '导入批号，由 import people 给出',
  'opening balances, as read': '读到的期初余额笔数',
  'their total in yuan, as read': '读到的期初余额合计（元）',
  'why its file cannot be taken in to the end': '文件为什么不能导入完',
  'ask that an import that was cut short be given up': '申请放弃中断的导入',
  'agree to it: what the import brought is void, and the file may come again':
    '同意放弃：已写入的作废，文件可以重新导入',
  'how far an import has come': '导入进行到哪里',

  'take in files (PDF, JPEG, PNG) that were photographed or scanned':
    '上传拍照或扫描的文件（PDF、JPEG、PNG）',
  'in the order of their pages': '按页序排列',
  'hand them in as the pages of this paper': '作为这份材料的各页提交',
  'the papers of a case: pages, verdicts, and what may be brought instead':
    '一件办理的材料：各页、核对结论和替代材料',
  'write a file of a case; who looked is noted': '下载一个材料文件；查阅会被记录',
  'as `case papers` names it': '由 case papers 给出',
  'where to; nothing is written over': '写到哪里；不会覆盖已有文件',
  'accept a paper, or reject it for a reason': '核对一份材料：采用，或说明原因退回',
  'which paper, as `case papers` names it': '哪份材料，由 case papers 给出',
  'accept or reject': 'accept（采用）或 reject（退回）',
  'the last day printed on it': '材料上的有效期',
  'a commitment in place of a paper: its text, or who signed it': '用承诺书代替材料：显示文本，或登记签署',
  'the alternative that is a commitment': '哪一种承诺书',
  'who signs; the clerk sees them do it': '签署人姓名；经办当面见签',
  'the version of the text that they read': '所读文本的版本',
  'uploaded files that go with it': '一并提交的已上传文件',
  'uploaded papers: what is due, quarantine, left-over files': '上传的材料：到期、隔离和无主文件',
  'files whose time is over, and why some stay': '保存期已满的文件，以及有的为什么保留',
  'erase the content of files whose time is over': '删除保存期已满的文件内容',
  'show the scanner the files that it has not judged yet': '把未判断的文件再交扫描程序',
  'remove files that no record names': '清理没有登记的文件',

  'seal what was recorded since the last seal, and write it to the second place':
    '封存上次封存以来的全部记录，并写入第二存放处',
  'also where today has a seal already': '今天已封存过也再封存一次',
  'prove that a record was sealed, for somebody who checks it offline':
    '出具一条记录已被封存的证明，供他人离线核验',
  'source:id, such as record:psn_…/3 or case:psn_…/cas_…/2':
    '种类:编号，例如 record:psn_…/3 或 case:psn_…/cas_…/2',
  'check a signed document offline': '离线核验签发的文件',
  'a seal, a proof, or another document that an agency signed': '封存、证明或经办机构签发的其他文件',
  'the published keys of the agency that signed; our own where not given':
    '签发机构公布的公钥文件；不给时用本机构的',
  'compare with the seals that the second place holds': '与第二存放处的封存逐条核对',
  'the published keys; our own where not given': '公布的公钥文件；不给时用本机构的',
  'keys: those that sign, and those that encrypt': '密钥：签名用的和加密用的',
  'why you look at a person’s record: a case number or a word of the list':
    '查阅目的：业务办理编号，或规定的词（见 docs/security.md）',
  'every change of a person’s records, and the seal that covers it': '一个人登记的全部变更及所在的封存',
  'who looked at whose record, through what and for what': '谁查阅过谁的记录，通过什么操作，为什么',
  'whose record; anybody’s where left out': '谁的记录；不写时为所有人的',
  'who looked: an officer, a login or a key': '谁查阅的：工作人员、登录账号或接口密钥',
  'make a key; the newest valid one signs': '生成一把密钥；签名用最新的有效密钥',
  'how long it signs; 730 where not given': '可签名的天数；不给时为 730',
  'keys with their validity': '列出密钥及有效期',
  'end a key; what it signed stays good': '停用一把密钥；它签过的仍然有效',
  'its id, as `keys list` prints it': '密钥编号，由 keys list 给出',
  'the public keys, for whoever checks documents': '公钥，供核验文件的人使用',

  'who is on record': '在册的参保人',
  'what is on record of a person, and the account': '某人的登记情况和账户',
  'the id that `person find` prints': '个人编号，由 person find 给出',
  'the record as it stood on a day, as known at a time': '某日的登记情况，按某时所知',
  'as it stood on this day; today where left out': '按这一天的情况；不写就是今天',
  'as the agency knew it at this day or time; now where left out': '按这一天（或时刻）所知；不写就是现在',
  'the first day on which a status holds': '状态从哪一天起',
  'its last day, where it is over': '状态到哪一天止（已经结束的）',
  'a statement of account between two days, fit to be printed': '两个日期之间的对账单，可以打印',
  'by identity number, read from standard input so that it is in no history':
    '按证件号码查找；号码从标准输入读取，不留在命令历史里',
  'of a passport: ISO 3166 alpha-3': '护照签发国（ISO 3166 三位字母代码）',
  'what papers prove: recorded by one officer, confirmed by another': '材料证明的事实：一人登记，另一人确认',
  'write down what a paper proves; it counts once another officer confirms it':
    '登记材料证明的事实；另一人确认后才算数',
  'the kind and its body: {"kind":"died","on":"2026-05-20"}; docs/import.md lists them all':
    '种类和内容，如 {"kind":"died","on":"2026-05-20"}；全部种类见 docs/import.md',
  'what the paper is called in the files': '材料在档案里的编号',
  'confirm what another officer recorded': '确认他人登记的事实',
  'reject what another officer recorded': '驳回他人登记的事实',
  'why it is rejected': '驳回的理由',
  'recorded facts': '已登记的事实',
  'of one person all, otherwise those that wait': '给出个人编号时列出此人的全部事实，否则列出待确认的',

  'social security cards and their electronic credentials': '社保卡和医保电子凭证',
  'a person’s cards, with what happened to them': '某人的卡，连同经过',
  'what was seen at the window': '窗口核验过的凭证',
  'bind a card; its number is read from standard input': '绑定一张卡；卡号从标准输入读取',
  'as `card list` names it': '编号，由 card list 给出',
  'bind a new card for an old one; the new number is read from standard input': '换卡；新卡号从标准输入读取',
  'take a lost card back into use': '解除挂失，恢复使用',
  'lock a card, on a legal basis': '依法锁定一张卡',
  'unlock a card that another officer locked': '解锁他人锁定的卡',
  'end a card at its holder’s request': '应持卡人要求停用一张卡',
  'report a card lost; it pays nothing from then on': '挂失；此后不能支付',

  'investigations that stop money, orders to pay back; set and lifted by two officers':
    '立案核查（停止支付）和追回；由两人办理和解除',
  'propose an investigation or a recovery order': '提出立案核查或追回',
  'what is to be paid back, for a recovery': '追回的金额（元）',
  'it is booked as receivable already': '账上已经挂有这笔应收款',
  'tell of money that came for a recovery order; another officer takes it in':
    '登记收到的退款，由另一人确认入账',
  'take in money that another officer told of': '确认另一人登记的退款入账',
  'as `measure receive` named it': '编号，由 measure receive 给出',
  'take from the account what a recovery order demands': '按追回决定从账户余额抵扣',
  'how much, in yuan': '金额（元）',
  'as the bank’s statement has it': '银行流水号',
  'on which day; today where it is not given': '哪一天；不写就是今天',
  'propose to lift one': '提出解除',
  'as `measure list` names it': '编号，由 measure list 给出',
  'the provision, by its id in docs/law/clauses.md': '法律依据的编号，见 docs/law/clauses.md',
  'from which day it holds; today where it is not given': '从哪天起；不写就是今天',
  why: '理由',
  'confirm what another officer proposed': '复核同意他人提出的措施',
  'reject what another officer proposed': '退回他人提出的措施',
  'measures with their history': '核查和追回，连同经过',
  'those that stand now instead of those that wait': '列出现在有效的，而不是待复核的',

  'what is wrong on record: one officer requests that it be put right, another decides':
    '更正登记有误的事项：一人申请，另一人审批',
  'request a correction; what is wrong and what is right as JSON on standard input: {"subject":"detail","field":"name","value":"Zhang San"} or {"subject":"entry","id":"rec_1","entry":{"kind":"retired","on":"2022-06-30"}}':
    '申请更正；错在哪里、应该是什么，以 JSON 从标准输入读取，如 {"subject":"detail","field":"name","value":"张三"} 或 {"subject":"entry","id":"rec_1","entry":{"kind":"retired","on":"2022-06-30"}}',
  'why it is to be corrected': '为什么要更正',
  'what the person asked for, as `correction wishes` names it':
    '本人提出的更正意见编号，由 correction wishes 给出',
  'answer a person that nothing is to be corrected, and why': '答复本人不予更正及理由',
  'why nothing is to be corrected': '不予更正的理由',
  'put right what another officer requested': '批准他人申请的更正',
  'leave the record as it is, with the reason': '退回更正申请，写明理由',
  'needed where it is declined': '退回时必填',
  'what differs between the two was seen, and it is one person all the same':
    '已看到两份档案的不同，仍认为是同一人',
  'corrections, before and after': '更正记录（更正前、更正后）',
  'what people say is wrong and nobody has answered': '本人提出、还没有答复的更正意见',

  'put the books right by two officers; what people owe': '账务调整，由两人办理；应收回的款项',
  'ask for an adjustment': '申请账务调整',
  'of a correction': '调增或调减的金额（元）',
  'from which day it counts; today where it is not given': '从哪天起算；不写就是今天',
  'the entry to reverse, as the statement names it': '要冲正的账目，编号见账户明细',
  'its line; the first where it is not given': '它的行号；不写就是第一行',
  'the payment order whose money goes another way': '款项另作处理的付款单',
  'approve what another officer asked for': '复核同意他人申请的调整',
  'decline what another officer asked for': '退回他人申请的调整',
  'as `adjustment list` names it': '编号，由 adjustment list 给出',
  'why it is declined': '退回的理由',
  'adjustments: of one person all, otherwise those that wait':
    '账务调整：写了人就列出此人的全部，否则列出待复核的',
  'what people owe the fund': '应收回的款项，按人',

  'cases of every procedure: apply, report, decide, settle': '各类办件：申请、申报、审核、结算',
  'only cases of this procedure': '只列出这一类业务',
  'report what befell somebody: leaving, stopping, treatment elsewhere, retirement, death':
    '申报参保变动：减员、停保、异地就医备案、退休、去世',
  'what is reported, as the API takes it: {"kind":"retirement","retiredOn":"2026-05-20"}':
    '申报的内容，格式与接口相同，如 {"kind":"retirement","retiredOn":"2026-05-20"}',
  'the receipt of a reported matter, to be printed': '申报事项的受理回执，可以打印',

  'records that may be one person': '疑似重复的档案',
  'pairs that wait for a judgement, with what speaks for it': '待判断的疑似重复档案及依据',
  'look for them anew': '重新查找',
  'only among those whom this import brought': '只在这次导入带来的人里查找',
  'note that two records are two persons; they are not listed again': '记为两个人，不再列出',
  'how that was found out': '怎样核实的',
  'fold a record into another of the same person: requested by one officer, decided by another':
    '合并同一人的档案：一人申请，另一人审批',
  'ask that a record be folded into another': '申请把一份档案并入另一份',
  'the one that is folded in': '要并入的档案',
  'the one that stays': '保留的档案',
  'why they are one person': '为什么是同一人',
  'ask that a merge be undone': '申请撤销合并',
  'the one that was folded in': '已并入的档案',
  'why they are two persons': '为什么是两个人',
  'do what another officer requested': '批准他人的申请',
  'leave the records as they are': '退回，档案不变',
  'merges and their undoing': '合并和撤销合并的记录',

  'open cases by deadline, then closed ones': '先按期限列出在办的，再列出办结的',
  'only cases in this state': '只列出这个状态的业务',
  'go on where the last page ended': '从上一页末尾接着列',
  'the case as it stands, what is missing and what may be done': '目前的情况、缺什么、可以做什么',
  'everything that happened in it': '全部经过',
  'apply for somebody; prints the case number': '代人提出申请；给出办理编号',
  'as `assess` names it': '支取情形，写法与 assess 的结果相同',
  'keep a draft; nothing is held, no deadline runs': '只存草稿；不冻结账户，不计期限',
  'a written decision is wanted although something stands against it': '虽有不符合的条件，仍要求书面决定',
  'papers that lie at the window, and what the files call them': '窗口收到的材料及其档案编号',
  'to whom it pays; the account as JSON on standard input: {"name":"Zhang San","bankCode":"102584000002","bankName":"ICBC Shenzhen","accountNumber":"6222020000000000000"}':
    '付给谁；收款账户以 JSON 从标准输入读取，如 {"name":"张三","bankCode":"102584000002","bankName":"工商银行深圳分行","accountNumber":"6222020000000000000"}',
  'hand a draft in; deadlines start to run': '提交草稿；开始计算期限',
  'take a paper in': '收下一份材料',
  'which paper, as `case show` names it': '哪一份材料，名称见 case show',
  'take the application back': '撤回申请',
  'take it up': '开始审核',
  'stop waiting for papers and go on with the review': '不再等材料，继续审核',
  'ask the applicant for the papers that are missing': '请申请人补交材料',
  'papers that do not serve and must come again, each with why': '不合用、须重新提交的材料，各写原因',
  'close a case whose papers did not come': '催告后材料仍未交来，终止办理',
  'why, as the applicant is told': '终止的原因，会告知申请人',
  'object to the decision; officers who had no part in it decide again':
    '对决定提出异议，由没有参与原决定的人员重新审查',
  'why the person does not agree': '不同意的理由',
  'confirm the payee of late money, which makes it an application': '确认后续款项的收款账户，即为申请',
  'take an objection back': '撤回异议',
  'applications that are being written': '正在填写的申请（草稿）',
  'a new draft; what was typed so far as JSON on standard input':
    '开始一份草稿；已填内容以 JSON 从标准输入读取',
  'your own drafts, the latest first': '自己的草稿，最近的在前',
  'what was typed': '查看所填内容',
  'throw a draft away': '删除草稿',
  'save it over the version that you saw; the content on standard input':
    '在看到的版本上保存；内容从标准输入读取',
  'make the application out of a draft': '提交草稿，成为申请',
  'as `draft list` names it': '草稿编号，由 draft list 列出',
  'the version that you saw': '您看到的版本',
  'what the applicant is told besides': '另外要告诉申请人的话',
  'propose a decision to the second officer': '拟定决定，交另一人复核',
  'approve or refuse': 'approve（同意）或 refuse（不同意）',
  'for the second officer': '给复核人的说明',
  'the second officer approves what was proposed': '复核人同意拟定的决定',
  'send a proposal back to the clerk': '把拟定的决定退回经办人',
  'why it goes back to the clerk': '退回的理由',
  'settle an approved case now': '立即结算已同意的业务',
  'why a case came out as it did': '说明决定的依据',
  'decide again from what was stored and compare byte for byte': '用存下的事实重新判断，并逐字节比较',

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

  'orders to be paid, batches, the bank’s files': '待付款项、付款批次和银行文件',
  'what waits to be paid': '等待付款的款项',
  'the latest batches': '最近的批次',
  'freeze everything that is due into a batch': '把全部到期款项组成一个批次',
  'the day of payment; today where it is not given': '付款日期；不写就是今天',
  'approve a batch that another finance officer built; the second approval lets it go':
    '批准另一名财务人员组成的批次；第二次批准即放行',
  'approve it only if it is the batch of this digest': '只在批次摘要与此一致时批准',
  'give up a batch that has not left; its payments are due again': '作废尚未放行的批次，款项重新待付',
  'why the batch is given up': '为什么作废',
  'what the bank sent: its answer (pain.002) or a statement (camt.053)':
    '银行发来的文件：回执（pain.002）或对账单（camt.053）',
  'the bank’s statements that were taken in': '已导入的银行对账单',
  'lines of statements that nobody knows yet': '对账单里的待查款项',
  'the bank in the books beside its last statement, and what differs':
    '账上银行存款与最近对账单，以及差在哪里',
  'say what an unknown line is; another finance officer decides':
    '提出一笔待查款项是什么，由另一名财务人员决定',
  'payment, return, booked, fund, or adjustment':
    'payment 付款、return 退回的付款、booked 账上已有、fund 银行手续费或利息、adjustment 更正',
  'which payment it is or which came back, as the bank was told it': '哪一笔付款（端到端标识）',
  'which entry of the books it is': '账上哪一笔分录',
  'how it is known': '依据是什么',
  'agree to what another finance officer said that a line is': '同意另一名财务人员对待查款项的处理意见',
  'reject it instead': '改为否决',
  'a simulated bank: answers payment files, sends back, delays, and writes statements':
    '模拟银行：答复付款文件，退票、延迟，并出具对账单',
  'where the payment files lie': '付款文件所在文件夹',
  'where its answers and statements go, and what it remembers': '回执、对账单和银行状态写到哪个文件夹',
  'prompt, mixed, rejecting, returning, slow, silent, or untidy':
    '行为：prompt 全付、mixed 混合、rejecting 全拒、returning 全退、slow 延迟、silent 只出对账单、untidy 有不明款项',
  'the same seed gives the same answers': '同一种子得到同样的答复',
  'its day; today where it is not given': '银行的日期；不给则为今天',
  'how many days it lives through': '经过几天',
  'what is on the account when it begins': '开始时账户有多少元',
  'whose account it is, before a file says so': '在有付款文件之前是哪个账户',
  'the bank’s file of a released batch (pain.001.001.12)': '已放行批次的银行文件（pain.001.001.12）',
  'where to write it; standard output where it is not given': '写到哪个文件；不写就输出到标准输出',
  'only who has a new entry since a day, or since the number that the last run printed':
    '只核对某日（或上次给出的编号）以来有新分录的人',
  'begin anew, whatever an interrupted run had proved': '从头开始，不接着上次中断的地方',
  'what the accounts of the fund hold, by day': '基金各账户逐日的余额',
  'debits, credits and balance of every account at the end of a day': '某日日终各账户的借方、贷方和余额',
  'the end of this day; today where left out': '这一天日终；不写就是今天',
  'only what was recorded up to this day; everything where left out':
    '只计到这一天为止已记录的；不写就计入全部',
  'as `funds` names it, such as pool or payable': '账户名称，见 funds 的结果，例如 pool、payable',
  'the days of one account: debits, credits, entries and the balance after each':
    '一个账户逐日的借方、贷方、笔数和余额',
  'the first day; New Year’s Day where left out': '从哪一天起；不写就从当年元旦起',
  'the last day; today where left out': '到哪一天止；不写就是今天',
  'a year’s interest for every account': '全部账户的年度结息',
  'the year whose interest is credited': '结哪一年的利息',
  'control totals of now; nothing is written': '只列出现在的控制合计，不写入',
  'take the year’s interest back instead': '改为冲回这一年的利息',
  'approve the totals that another officer proposed, and carry the run out':
    '批准另一位财务人员提出的合计，并执行',
  'send a proposed run back': '退回已提出的结息',
  'propose the run, approve it, or carry it on; says what comes next': '提出、批准或继续结息；并提示下一步',
  'put the law’s rates in force for days gone by: propose, approve, or carry on':
    '按法规数据改正以往日期的利率：提出、批准或继续',
  'why a year’s interest of an account is what it is': '说明账户一年利息的由来',
  'the year whose interest is explained': '说明哪一年的利息',
  'runs and their reversals, the latest first': '结息和冲回记录，最近的在前',
  'prove from the rows that the books, payments, cases and registers are whole':
    '逐行核对，证明账簿、付款、业务和登记完整无误',

  'the database behind the agency': '机构的数据库',
  'apply the migrations that are missing': '执行尚未执行的迁移',
  'which migrations are applied, which are missing': '哪些迁移已执行，哪些还没有',
  'name what a distributed database would refuse': '指出分布式数据库会拒绝的地方',

  'only in a demo': '只用于演示',
  'the latest messages to people, codes included': '最近发给个人的消息，包括验证码',
  'move the demo’s clock, with its jobs and its simulated bank':
    '把演示的时钟往后拨，定时任务和模拟银行随之运行',
  'write the whole database into one encrypted file, while it is in use':
    '把整个数据库写入一个加密文件；期间照常办公',
  'read a backup that is there, without a database: is it whole and unaltered?':
    '检查已有的备份是否完整、未被改动；不需要数据库',
  'a new file; - for standard output': '新文件；- 表示标准输出',
  'fill an empty database from a backup, then prove it': '把备份恢复到空数据库，再逐项证明',
  'what `backup` wrote': 'backup 写出的文件',
  'write a fresh random key into a file that only you can read': '生成一把随机密钥，写入只有您能读取的文件',
  'a new file': '新文件',
  'seal everything anew with the current identity key, while everybody works':
    '用当前的证件号码密钥重新加密全部内容；期间照常办公',
  'only say whether anything lies under a former key': '只检查是否还有内容用旧密钥加密',

  '10d or 36h': '例如 10d（天）或 36h（小时）',

  ...chineseHelpDesk,
};
