import { defineRefusals } from '#basics';

/** Why the register does not record, confirm, find or take in something. */
export const registryRefusals = defineRefusals({
  'registry.no-such-person': {
    kind: 'not-found',
    text: {
      zh: '没有这个人，或者您无权查看。',
      en: 'There is no such person, or they are not yours to see.',
    },
    next: {
      zh: '用证件号码重新查找；新参保人请先导入。',
      en: 'Search again by the identity number; import new insured people first.',
    },
  },
  'registry.not-known-then': {
    kind: 'unprocessable',
    text: {
      zh: '那个时候登记册里还没有这个人。',
      en: 'At that time the register had no record of this person.',
    },
    next: { zh: '把“当时所知”的时间改晚一些再查。', en: 'Ask again with a later time of knowledge.' },
  },
  'registry.as-of-wrong': {
    kind: 'bad-input',
    text: { zh: '查询的日期或时间写得不对。', en: 'The day or time that was asked about is not right.' },
    next: { zh: '按列出的说明改正后再查。', en: 'Correct what is listed and ask again.' },
  },
  'registry.number-wrong': {
    kind: 'bad-input',
    text: { zh: '证件号码有误。', en: 'The identity number is not right.' },
    next: { zh: '对照证件改正后再查。', en: 'Correct it against the document and search again.' },
  },
  'registry.no-such-fact': {
    kind: 'not-found',
    text: { zh: '没有这条登记事项。', en: 'There is no such record entry.' },
    next: { zh: '从待复核清单里重新打开。', en: 'Open it again from the list of entries that wait.' },
  },
  'registry.fact-wrong': {
    kind: 'bad-input',
    text: { zh: '登记事项有误，没有登记。', en: 'The entry is not right, and was not recorded.' },
    next: { zh: '按列出的问题逐一改正。', en: 'Correct what is listed.' },
  },
  'registry.case-not-approved': {
    kind: 'conflict',
    text: {
      zh: '这件办理没有经过两人同意，不能据此登记。',
      en: 'Two officers have not approved this case, so that nothing is recorded by it.',
    },
    next: { zh: '先由经办提出、复核同意。', en: 'A clerk proposes it and a reviewer approves it first.' },
  },
  'registry.not-as-decided': {
    kind: 'conflict',
    text: {
      zh: '要登记的内容与两人同意的内容不一致。',
      en: 'What is to be recorded is not what the two officers decided.',
    },
    next: { zh: '退回经办，按现在的事实重新提出。', en: 'Return it to the clerk, to be proposed again.' },
  },
  'registry.not-of-this-process': {
    kind: 'conflict',
    text: {
      zh: '这类办理不能登记这类事项。',
      en: 'A case of this kind may not write such an entry.',
    },
    next: { zh: '请走对应的办理程序。', en: 'Use the procedure that this matter has.' },
  },
  'registry.no-death-on-record': {
    kind: 'conflict',
    text: { zh: '没有登记参保人去世。', en: 'No death of this person is on record.' },
    next: { zh: '先办死亡登记。', en: 'Have the death recorded first.' },
  },
  'registry.contradicts-record': {
    kind: 'conflict',
    text: { zh: '这条事项与已登记的情况矛盾。', en: 'This entry contradicts what is on record.' },
    next: {
      zh: '先核对材料；已登记的有误时，先更正那一条并复核。',
      en: 'Compare the papers; if what is on record is wrong, correct and confirm that first.',
    },
  },
  'registry.fact-decided': {
    kind: 'conflict',
    text: { zh: '这条事项已经复核过了。', en: 'This entry has been decided already.' },
    next: { zh: '要更改的，请重新登记一条。', en: 'To change it, record a new entry.' },
  },
  'registry.fact-needs-no-confirmation': {
    kind: 'unprocessable',
    text: {
      zh: '这条事项来自导入或已办结的业务，不需要复核。',
      en: 'This entry came by an import or a settled case and needs no confirmation.',
    },
    next: { zh: '有误的，请凭材料登记一条更正。', en: 'If it is wrong, record a correction with its paper.' },
  },
  'registry.same-officer': {
    kind: 'forbidden',
    text: {
      zh: '登记人不能复核自己登记的事项。',
      en: 'Whoever recorded an entry cannot be the one who confirms it.',
    },
    next: { zh: '请另一名复核人员处理。', en: 'Ask another reviewer.' },
  },
  'registry.reason-missing': {
    kind: 'bad-input',
    text: { zh: '退回时必须写明原因。', en: 'A rejection needs its reason.' },
    next: { zh: '写明哪里不对、要补什么。', en: 'Say what is wrong and what is needed.' },
  },
  'registry.no-such-correction': {
    kind: 'not-found',
    text: { zh: '没有这项更正。', en: 'There is no such correction.' },
    next: { zh: '从待审批的更正清单里重新打开。', en: 'Open it again from the list of open corrections.' },
  },
  'registry.nothing-to-correct': {
    kind: 'not-found',
    text: {
      zh: '登记册里没有这一项，或者它已经更正过了。',
      en: 'There is no such thing on record, or it was corrected already.',
    },
    next: {
      zh: '打开登记档案，用里面的编号再申请。',
      en: 'Open the record and use the id that stands there.',
    },
  },
  'registry.change-wrong': {
    kind: 'bad-input',
    text: { zh: '更正的内容有误，没有提交。', en: 'The correction is not right, and was not requested.' },
    next: { zh: '按列出的问题逐一改正。', en: 'Correct what is listed.' },
  },
  'registry.correction-open': {
    kind: 'conflict',
    text: { zh: '这一项已经有更正在等待审批。', en: 'A correction of this waits for approval already.' },
    next: { zh: '先审批那一项。', en: 'Have that one decided first.' },
  },
  'registry.correction-decided': {
    kind: 'conflict',
    text: { zh: '这项更正已经审批过了。', en: 'This correction has been decided already.' },
    next: {
      zh: '仍有不对的，请重新申请更正。',
      en: 'If something is still wrong, request a new correction.',
    },
  },
  'registry.correction-overtaken': {
    kind: 'conflict',
    text: {
      zh: '申请之后，这一项已经变了，不能再按原申请更正。',
      en: 'Since the request this has changed on record, so it cannot be corrected as requested.',
    },
    next: {
      zh: '退回这项申请，核对现在的登记后重新申请。',
      en: 'Decline the request, compare the record as it is now, and request again.',
    },
  },
  'registry.correction-same-officer': {
    kind: 'forbidden',
    text: { zh: '申请更正的人不能自己审批。', en: 'Whoever requested a correction cannot decide it.' },
    next: { zh: '请另一名复核人员审批。', en: 'Ask another reviewer.' },
  },
  'registry.document-known': {
    kind: 'conflict',
    text: {
      zh: '这个证件号码已经登记在册。',
      en: 'This document is on record already.',
    },
    next: {
      zh: '核对号码；如果登记在另一个人名下而其实是同一个人，请申请合并。',
      en: 'Check the number; if it stands under another record of the same person, request a merge.',
    },
  },
  'registry.no-such-wish': {
    kind: 'not-found',
    text: {
      zh: '没有这条更正意见，或者已经答复过了。',
      en: 'There is no such wish, or it was answered already.',
    },
    next: { zh: '从待答复的清单里重新打开。', en: 'Open it again from the list of unanswered wishes.' },
  },
  'registry.no-such-double': {
    kind: 'not-found',
    text: {
      zh: '没有这一对疑似重复的档案，或者已经判断过了。',
      en: 'There is no such pair of records, or it was judged already.',
    },
    next: { zh: '从疑似重复清单里重新打开。', en: 'Open it again from the list of possible doubles.' },
  },
  'registry.no-such-merge': {
    kind: 'not-found',
    text: { zh: '没有这项合并申请。', en: 'There is no such merge.' },
    next: { zh: '从待审批的合并清单里重新打开。', en: 'Open it again from the list of merges that wait.' },
  },
  'registry.merge-linked': {
    kind: 'conflict',
    text: {
      zh: '两份档案中有一份已经并入别的档案，或者两份是同一份。',
      en: 'One of the two records is merged into another already, or the two are one.',
    },
    next: { zh: '用保留的那份档案申请合并。', en: 'Request the merge with the record that stands for it.' },
  },
  'registry.merge-case-open': {
    kind: 'conflict',
    text: {
      zh: '要并入的档案还有未办结的业务。',
      en: 'The record to be folded in has a case that is not over.',
    },
    next: { zh: '先办结或撤回那项业务。', en: 'Finish that case first, or have it taken back.' },
  },
  'registry.merge-differs': {
    kind: 'conflict',
    text: {
      zh: '这两份档案的姓名、出生日期和性别（或国籍）都不同，很可能是两个人。',
      en: 'The two records differ in name, birth and sex or nationality: they are hardly one person.',
    },
    next: {
      zh: '先核对材料。确认是同一人的，申请人和审批人都要写明已看到这些不同（differencesSeen，命令行 --differences-seen）。',
      en: 'Check the papers first. Where it is one person all the same, whoever asks and whoever approves says to have seen what differs (differencesSeen, on the command line --differences-seen).',
    },
  },
  'registry.merge-measure-stands': {
    kind: 'conflict',
    text: {
      zh: '要并入的档案有正在进行的核查或追回。',
      en: 'An investigation or a recovery stands over the record to be folded in.',
    },
    next: { zh: '先解除，再合并。', en: 'Have it lifted first.' },
  },
  'registry.merge-money-owed': {
    kind: 'conflict',
    text: {
      zh: '要并入的档案账上还有应退回的款项。',
      en: 'By the books something is still owed on the record to be folded in.',
    },
    next: {
      zh: '先作出追回决定并收回，或更正账目，再合并。',
      en: 'Have it recovered by an order, or the books put right, and merge then.',
    },
  },
  'registry.merge-card-bound': {
    kind: 'conflict',
    text: { zh: '要并入的档案还绑着卡。', en: 'A card is still bound to the record to be folded in.' },
    next: {
      zh: '先注销那张卡，合并后再绑到保留的档案。',
      en: 'End that card, and bind it again after the merge.',
    },
  },
  'registry.merge-opening-waits': {
    kind: 'conflict',
    text: {
      zh: '要并入的档案有还没入账的期初余额。',
      en: 'An opening balance of the record to be folded in is not posted yet.',
    },
    next: { zh: '先批准那次导入。', en: 'Have that import approved first.' },
  },
  'registry.merge-waits': {
    kind: 'conflict',
    text: {
      zh: '这份档案已经有合并或撤销合并在等待审批。',
      en: 'A merge of this record, or its undoing, waits for approval already.',
    },
    next: { zh: '先审批那一项。', en: 'Have that one decided first.' },
  },
  'registry.merge-decided': {
    kind: 'conflict',
    text: { zh: '这项合并已经审批过了。', en: 'This merge has been decided already.' },
    next: { zh: '要改变的，请重新申请。', en: 'To change it, request anew.' },
  },
  'registry.merge-same-officer': {
    kind: 'forbidden',
    text: { zh: '申请合并的人不能自己审批。', en: 'Whoever requested a merge cannot decide it.' },
    next: { zh: '请另一名复核人员审批。', en: 'Ask another reviewer.' },
  },
  'registry.not-merged': {
    kind: 'not-found',
    text: { zh: '这份档案没有并入别的档案。', en: 'This record is not merged into another.' },
    next: { zh: '用并入的那份档案的编号申请撤销。', en: 'Use the id of the record that was folded in.' },
  },
  'registry.no-office': {
    kind: 'forbidden',
    text: {
      zh: '您的账号没有所属经办机构，不能导入。',
      en: 'Your login belongs to no office, so it cannot import.',
    },
    next: { zh: '请管理员为您设置经办机构。', en: 'Ask an administrator to assign you to an office.' },
  },
  'registry.file-has-problems': {
    kind: 'bad-input',
    text: {
      zh: '文件里有 {problems} 处问题，什么都没有导入。',
      en: 'The file has {problems} problems; nothing was imported.',
    },
    next: {
      zh: '按列出的行号逐一改正，再导入整个文件。',
      en: 'Correct the lines listed and import the whole file again.',
    },
  },
  'registry.not-utf8': {
    kind: 'bad-input',
    text: { zh: '上传的内容不是 UTF-8 编码的文本。', en: 'What was sent is not text in UTF-8.' },
    next: {
      zh: '在表格软件里“另存为 CSV UTF-8”再上传；命令行导入也接受 GB18030。',
      en: 'Save it as “CSV UTF-8” and send it again; the command line also takes GB 18030.',
    },
  },
  'registry.import-under-way': {
    kind: 'conflict',
    text: {
      zh: '另一个文件“{file}”还没有导入完（{run}）。',
      en: 'Another file, “{file}”, is not taken in completely yet ({run}).',
    },
    next: {
      zh: '等它完成；如果它中断了，把同一个文件再导入一次就会接着做完；文件找不到的，可由两人放弃这次导入。',
      en: 'Wait for it; if it was cut short, import the same file again and it goes on; if the file is lost, two officers may give it up.',
    },
  },
  'registry.no-abandonment': {
    kind: 'conflict',
    text: {
      zh: '没有人申请放弃这次导入，或者已经办理过了。',
      en: 'Nobody has asked that this import be given up, or it was done already.',
    },
    next: { zh: '先由经办人申请放弃。', en: 'A clerk asks for it first.' },
  },
  'registry.abandonment-waits': {
    kind: 'conflict',
    text: { zh: '已经申请放弃这次导入。', en: 'It was asked already that this import be given up.' },
    next: { zh: '请另一名复核人员批准。', en: 'Have another reviewer agree to it.' },
  },
  'registry.import-in-use': {
    kind: 'conflict',
    text: {
      zh: '这次导入带来的人已经有业务、事项、卡或缴费记录，不能放弃。',
      en: 'Somebody whom this import brought has a case, a fact, a card or paid months by now.',
    },
    next: {
      zh: '把缺的人放进新的文件之前，请管理员恢复原文件；登记有误的逐一更正。',
      en: 'Find the file again and finish the import; what is wrong is corrected one by one.',
    },
  },
  'registry.import-not-finished': {
    kind: 'conflict',
    text: { zh: '没有这次导入，或者它还没有完成。', en: 'There is no such import, or it is not finished.' },
    next: {
      zh: '把同一个文件再导入一次，完成后再批准。',
      en: 'Import the same file again to finish it, then approve.',
    },
  },
  'registry.import-closed': {
    kind: 'conflict',
    text: {
      zh: '这次导入已经结束，不能再加内容。',
      en: 'This import is finished; nothing can be added to it.',
    },
    next: { zh: '把要补的人放进新的文件导入。', en: 'Put what is to be added into a new file.' },
  },
  'registry.import-totals-differ': {
    kind: 'conflict',
    text: {
      zh: '已写入的期初余额的人数或合计与文件不符，导入没有完成。',
      en: 'The opening balances written differ in number or sum from the file, so the import was not finished.',
    },
    next: {
      zh: '不要批准；请管理员运行 suixing verify 查明原因。',
      en: 'Do not approve; ask an administrator to run suixing verify and find the cause.',
    },
  },
  'registry.import-not-approved': {
    kind: 'conflict',
    text: { zh: '这次导入还没有经第二人批准。', en: 'No second officer has approved this import.' },
    next: {
      zh: '请另一名复核人员核对合计后批准。',
      en: 'Another reviewer compares the totals and approves.',
    },
  },
  'registry.import-same-officer': {
    kind: 'forbidden',
    text: { zh: '导入人不能批准自己的导入。', en: 'Whoever made an import cannot approve it.' },
    next: { zh: '请另一名复核人员批准。', en: 'Ask another reviewer.' },
  },
  'registry.no-such-import': {
    kind: 'not-found',
    text: { zh: '没有这次导入。', en: 'There is no such import.' },
    next: { zh: '从导入清单里重新打开。', en: 'Open it again from the list of imports.' },
  },
  'registry.totals-not-confirmed': {
    kind: 'conflict',
    text: {
      zh: '您核对的合计与系统中的不同：系统里是 {count} 人、{total} 元。',
      en: 'The totals that you confirmed are not those on record: {count} people, {total} yuan.',
    },
    next: { zh: '重新打开导入，核对后再批准。', en: 'Open the import again, compare, then approve.' },
  },
});

export type RegistryCode = keyof typeof registryRefusals;
