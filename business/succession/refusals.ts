import { defineRefusals } from '#basics';

/** Why heirs, their shares and their words are not recorded, and why an account is not divided so. */
export const successionRefusals = defineRefusals({
  'succession.held-by-case': {
    kind: 'conflict',
    text: {
      zh: '这个账户被另一件办理占用：{number}。',
      en: 'Another case holds this account: {number}.',
    },
    next: {
      zh: '先办完或者撤回那一件，再来决定。',
      en: 'Let that case be completed or withdrawn first, then decide.',
    },
  },
  'succession.no-estate': {
    kind: 'not-found',
    text: { zh: '这件办理不是参保人去世后的支取。', en: 'This case is not a withdrawal after a death.' },
    next: { zh: '请核对办理编号。', en: 'Check the number of the case.' },
  },
  'succession.no-person': {
    kind: 'not-found',
    text: { zh: '没有这位参保人。', en: 'There is no such insured person.' },
    next: { zh: '用证件号码重新查找。', en: 'Search again by the identity number.' },
  },
  'succession.no-successor': {
    kind: 'not-found',
    text: { zh: '这件办理里没有这位继承人。', en: 'There is no such heir in this case.' },
    next: { zh: '从继承人清单里重新选择。', en: 'Choose again from the list of heirs.' },
  },
  'succession.no-division': {
    kind: 'not-found',
    text: { zh: '没有这个待复核的分配。', en: 'There is no such division to decide.' },
    next: { zh: '从这件办理的继承人清单里重新打开。', en: 'Open it again from the case’s list of heirs.' },
  },
  'succession.wrong': {
    kind: 'bad-input',
    text: { zh: '填写的内容有误，没有登记。', en: 'What was filled in is not right, and was not recorded.' },
    next: { zh: '按列出的问题逐一改正。', en: 'Correct what is listed.' },
  },
  'succession.shares-not-one': {
    kind: 'bad-input',
    text: { zh: '各份额相加不等于一。', en: 'The shares do not sum to one.' },
    next: {
      zh: '请核对每个人的份额，例如 1/3、1/3、1/3。',
      en: 'Check everybody’s share, such as 1/3, 1/3, 1/3.',
    },
  },
  'succession.nobody-inherits': {
    kind: 'unprocessable',
    text: {
      zh: '登记的人里没有法定继承人可以均等分配。',
      en: 'Nobody on record inherits by the legal order.',
    },
    next: {
      zh: '按遗嘱或裁判分配的，请写明份额和依据；确实无人继承的，走无人继承程序。',
      en: 'Give the shares of a will or a court’s word with its paper; where there is no heir at all, follow the procedure for that.',
    },
  },
  'succession.approved': {
    kind: 'conflict',
    text: {
      zh: '这件办理已经批准，不能再改继承人和份额；只能提出异议。',
      en: 'The case is approved: heirs and shares cannot change any more, but an objection can still be made.',
    },
    next: {
      zh: '对分配有异议的，请提出异议；有争议的份额会留存待定。要按裁判或协商结果重新分配留存的份额，请写明它的付款单号（见继承人清单）。',
      en: 'Whoever disagrees objects; a disputed share is kept back. To divide a share that is kept back, as a court or the heirs settled it, name its payment order, which stands in the list of heirs.',
    },
  },
  'succession.not-approved': {
    kind: 'conflict',
    text: { zh: '批准的决定里没有这个分配。', en: 'The approved decision does not name this division.' },
    next: { zh: '请重新打开这件办理核对。', en: 'Open the case again and compare.' },
  },
  'succession.not-divided': {
    kind: 'conflict',
    text: { zh: '这笔款项还没有按继承人分开。', en: 'This order has not been divided among the heirs.' },
    next: { zh: '先完成结清，再组批。', en: 'Complete the settlement first, then build the batch.' },
  },
  'succession.not-to-divide': {
    kind: 'conflict',
    text: {
      zh: '这份款项没有留存待定，也没有被银行退回，不能重新分配。',
      en: 'This order is neither kept back nor sent back by the bank, so it is not divided anew.',
    },
    next: { zh: '打开这件办理，看款项现在在哪里。', en: 'Open the case and see where the money is.' },
  },
  'succession.division-differs': {
    kind: 'conflict',
    text: { zh: '各份金额与份额不符。', en: 'The amounts are not those of the shares.' },
    next: {
      zh: '请重试；仍不行的，联系系统管理员。',
      en: 'Try again; if it stays so, tell the administrator.',
    },
  },
  'succession.decided': {
    kind: 'conflict',
    text: { zh: '这个分配已经复核过了。', en: 'This division has been decided already.' },
    next: { zh: '要更改的，请重新提出。', en: 'To change it, propose it anew.' },
  },
  'succession.same-officer': {
    kind: 'forbidden',
    text: { zh: '提出人不能复核自己提出的分配。', en: 'Whoever proposed a division cannot decide on it.' },
    next: { zh: '请另一名复核人员处理。', en: 'Ask another reviewer.' },
  },
  'succession.reason-missing': {
    kind: 'bad-input',
    text: { zh: '退回时必须写明原因。', en: 'A rejection needs its reason.' },
    next: { zh: '写明哪里不对、要补什么。', en: 'Say what is wrong and what is needed.' },
  },
  'succession.at-once': {
    kind: 'conflict',
    text: {
      zh: '同一时刻有人也在登记，没有办成。',
      en: 'Somebody else recorded at the same moment; nothing was done.',
    },
    next: { zh: '请再试一次。', en: 'Try again.' },
  },
  'succession.paper-missing': {
    kind: 'bad-input',
    text: { zh: '在窗口登记要有书面材料。', en: 'What is recorded at the window needs its paper.' },
    next: { zh: '请写明材料的归档号。', en: 'Give the reference under which the paper is filed.' },
  },
  'succession.minor-cannot-waive': {
    kind: 'unprocessable',
    text: {
      zh: '未成年人不能放弃继承，监护人也不能代为放弃。',
      en: 'A minor cannot waive, and no guardian can do it for them.',
    },
    next: {
      zh: '请保留其份额；监护人可以表示同意或者异议。',
      en: 'Keep their share; the guardian may agree or object.',
    },
  },
  'succession.not-your-share': {
    kind: 'forbidden',
    text: {
      zh: '只能为自己的那一份表示同意或者异议。',
      en: 'You can agree or object for your own share only.',
    },
    next: {
      zh: '其他继承人用各自的链接表示；放弃的，本人用链接或到窗口表示。',
      en: 'The others speak by links of their own. Whoever waives does so by their link, or at the window.',
    },
  },
  'succession.account-of-another': {
    kind: 'forbidden',
    text: {
      zh: '这位继承人的收款账户由其本人填写。',
      en: 'This heir names the account for their share themselves.',
    },
    next: {
      zh: '请本人登录、用自己的链接或到窗口填写、更正。',
      en: 'They do so signed in, by their own link, or at the window.',
    },
  },
  'succession.not-yours-to-strike': {
    kind: 'conflict',
    text: {
      zh: '这位继承人现在不能由您划去。',
      en: 'You cannot strike this heir out now.',
    },
    next: {
      zh: '只有您自己登记、本人还没有表示过、申请还没有提交的才可以；其他的请窗口更正。',
      en: 'You can while the application is not handed in, for whom you recorded yourself and who has not spoken. For others, ask the window to correct it.',
    },
  },
  'succession.share-taken': {
    kind: 'conflict',
    text: {
      zh: '已经有人登录后表示自己就是这位继承人。',
      en: 'Somebody else who signed in has said to be this heir.',
    },
    next: {
      zh: '请选自己；如果有误，请窗口核对。',
      en: 'Choose yourself. Where that is wrong, ask the window to look at it.',
    },
  },
  'succession.spoken-as-another': {
    kind: 'conflict',
    text: {
      zh: '您已经以另一位继承人的身份表示过了，不能再改成别人。',
      en: 'You have already spoken as another heir, and cannot be somebody else now.',
    },
    next: {
      zh: '选错了的，带身份证件到窗口更正。',
      en: 'Where you chose the wrong one, have it corrected at the window, with your identity document.',
    },
  },
  'succession.waive-at-window': {
    kind: 'forbidden',
    text: {
      zh: '这个登录名还没有按这位继承人的身份证件核对过，不能在网上放弃这一份。',
      en: 'Nobody has compared this login with this heir’s identity document, so the share is not waived online.',
    },
    next: {
      zh: '请本人带身份证件到任一窗口，签一份书面声明。',
      en: 'Come to any window with your identity document and sign a statement there.',
    },
  },
  'succession.account-seen': {
    kind: 'conflict',
    text: {
      zh: '这个收款账户是在窗口或者凭本机构的链接登记的，只登录不能更改。',
      en: 'This account was given at the window or by our link, and signing in alone does not change it.',
    },
    next: {
      zh: '要更改的，请本人带身份证件到任一窗口，或者用本机构给的链接。',
      en: 'To change it, come to any window with your identity document, or use the link that we gave you.',
    },
  },
  'succession.given-at-window': {
    kind: 'conflict',
    text: {
      zh: '这一项已经由本人登记过，家人转给您的链接不能更改。',
      en: 'The heir has given this already, and a link that a relative passed on does not change it.',
    },
    next: {
      zh: '要更改的，请本人带身份证件到任一窗口。',
      en: 'To change it, come to any window with your identity document.',
    },
  },
  'succession.link-passed-on': {
    kind: 'conflict',
    text: {
      zh: '批准以后，家人转给您的链接不能再填写收款账户和联系方式：我们不知道是谁打开的。',
      en: 'Once the case is approved, a link that a relative passed on names no account and no address: nobody here knows who opened it.',
    },
    next: {
      zh: '请带身份证件到任一窗口，或者请我们发一个链接；核对过身份的，也可以登录填写。',
      en: 'Come to any window with your identity document, ask us for a link of our own, or sign in, once officers have seen your document.',
    },
  },
  'succession.payee-not-yours': {
    kind: 'unprocessable',
    text: {
      zh: '收款账户必须是您本人的。',
      en: 'The account must be in your own name.',
    },
    next: { zh: '请填写您自己的银行账户。', en: 'Name a bank account of your own.' },
  },
  'succession.payee-not-heir': {
    kind: 'unprocessable',
    text: {
      zh: '收款账户必须是这位继承人本人的；未成年的，可以是其监护人的。',
      en: 'The account must be in this heir’s own name; a minor’s may be in the guardian’s.',
    },
    next: {
      zh: '请填写本人（或监护人）的银行账户。',
      en: 'Name an account of the heir, or of the minor’s guardian.',
    },
  },
  'succession.link-over': {
    kind: 'not-found',
    text: {
      zh: '这个链接不对，或者已经失效。',
      en: 'This link is not right, or is not valid any more.',
    },
    next: {
      zh: '请向经办窗口索取新的链接，或带证件到窗口办理。',
      en: 'Ask the agency for a new link, or come to the window with your identity document.',
    },
  },
  'succession.link-too-long': {
    kind: 'bad-input',
    text: { zh: '链接的有效期是 1 至 90 天。', en: 'A link is valid for 1 to 90 days.' },
    next: { zh: '请写 1 至 90 之间的天数。', en: 'Give a number of days from 1 to 90.' },
  },
  'succession.no-inquiry': {
    kind: 'not-found',
    text: { zh: '没有这个待核对的询问。', en: 'There is no such question to look at.' },
    next: { zh: '从待核对清单里重新打开。', en: 'Open it again from the list of what waits.' },
  },
  'succession.no-question': {
    kind: 'not-found',
    text: {
      zh: '编号或口令不对，或者这件询问已经过了保存期限。',
      en: 'Number or secret is not right, or the question is kept no longer.',
    },
    next: {
      zh: '核对编号和口令；找不到的，请重新询问，或带材料到窗口。',
      en: 'Compare the number and the secret; where they are lost, ask again, or bring the papers to a window.',
    },
  },
  'succession.too-many-files': {
    kind: 'conflict',
    text: { zh: '一件询问最多附 8 个文件。', en: 'A question takes 8 files at most.' },
    next: {
      zh: '先移除不要的；几页可以合成一个 PDF，其余的带到窗口。',
      en: 'Remove what is not needed, put several pages into one PDF, or bring the rest to a window.',
    },
  },
  'succession.inquiry-secret-used': {
    kind: 'conflict',
    text: {
      zh: '这个口令已经用来问过别的内容；那一件照旧，这一件没有收下。',
      en: 'Something else was asked with this secret already. That question stands; this one was not taken in.',
    },
    next: {
      zh: '填的内容改过的，请换一个新口令再问；只是没收到答复的，请原样再发一次。',
      en: 'Where what you give has changed, ask with a new secret; where only the answer was lost, send the same again.',
    },
  },
  'succession.inquiry-reviewed': {
    kind: 'conflict',
    text: { zh: '这个询问已经核对过了。', en: 'This question has been looked at already.' },
    next: { zh: '要更改的，请亲属重新询问。', en: 'To change it, the relative asks again.' },
  },
  'succession.no-escheat': {
    kind: 'not-found',
    text: { zh: '没有这项待复核的无人继承。', en: 'There is no such account without successors to decide.' },
    next: { zh: '从待复核清单里重新打开。', en: 'Open it again from the list of what waits.' },
  },
  'succession.no-rule': {
    kind: 'unprocessable',
    text: {
      zh: '那一天没有把无人继承的余额归入统筹基金的规定。',
      en: 'No figure of that day gives heirless balances to the pooled fund.',
    },
    next: { zh: '请联系系统管理员核对参数。', en: 'Ask the administrator to compare the dated figures.' },
  },
  'succession.notice-runs': {
    kind: 'unprocessable',
    text: { zh: '公告还没有期满。', en: 'The public notice has not run out.' },
    next: {
      zh: '公告期满、确认无人申报之后再复核。',
      en: 'Decide once it has run out and nobody has come forward.',
    },
  },
  'succession.not-dead': {
    kind: 'unprocessable',
    text: { zh: '没有登记参保人去世。', en: 'The insured person’s death is not on record.' },
    next: { zh: '先登记去世并由另一人确认。', en: 'Have the death recorded and confirmed first.' },
  },
  'succession.somebody-succeeds': {
    kind: 'conflict',
    text: {
      zh: '已登记有人继承，不能归入统筹基金。',
      en: 'Somebody succeeds on record, so nothing goes to the pooled fund.',
    },
    next: {
      zh: '请按继承办理；登记有误的，先更正。',
      en: 'Pay the successors; where the record is wrong, correct it first.',
    },
  },
  'succession.heir-on-record': {
    kind: 'conflict',
    text: {
      zh: '办件里登记过继承人，不能归入统筹基金。',
      en: 'A successor is recorded in a case of this person, so nothing goes to the pooled fund.',
    },
    next: {
      zh: '请按继承办理；继承人放弃，或者登记有误的，先在办件里记明。',
      en: 'Pay the successor; where they waive, or were recorded by mistake, have that recorded in a case first.',
    },
  },
  'succession.case-open': {
    kind: 'conflict',
    text: {
      zh: '这个人还有继承支取的办件没有办完。',
      en: 'A case after this person’s death is still open.',
    },
    next: { zh: '请先办完或者撤回那一件。', en: 'Let that case be completed or withdrawn first.' },
  },
  'succession.above-limit': {
    kind: 'forbidden',
    text: {
      zh: '这个账户有 {amount} 元，超过您的审批额度 {limit} 元。',
      en: 'The account holds {amount} yuan, which is above your limit of {limit} yuan.',
    },
    next: { zh: '{whoZh}。', en: '{whoEn}.' },
  },
  'succession.object-as-heir': {
    kind: 'conflict',
    text: {
      zh: '款项已按继承人的份额分开，不能对整笔支付提出异议。',
      en: 'The money is divided among heirs, so nobody objects to the payment as a whole.',
    },
    next: {
      zh: '请由继承人通过链接或到窗口，对有争议的份额提出异议；该份随即留存，等法院裁判或协商结果。',
      en: 'An heir objects to the disputed share by their link or at the window; it is then kept back until a court or the heirs have settled it.',
    },
  },
  'succession.heirs-named': {
    kind: 'conflict',
    text: {
      zh: '这件办理已登记继承人，收款账户要按每位继承人填写。',
      en: 'Heirs are on record in this case, so an account is named for each of them.',
    },
    next: { zh: '在继承人清单里为其填写账户。', en: 'Name the account beside the heir.' },
  },
});

export type SuccessionCode = keyof typeof successionRefusals;
