import { defineRefusals } from '#basics';

/** Why a measure of supervision is not set or lifted, and why one keeps money where it is. */
export const supervisionRefusals = defineRefusals({
  'supervision.no-such-person': {
    kind: 'not-found',
    text: { zh: '没有这个人。', en: 'There is no such person.' },
    next: { zh: '用证件号码重新查找。', en: 'Search again by the identity number.' },
  },
  'supervision.no-such-measure': {
    kind: 'not-found',
    text: { zh: '没有这项核查或追回。', en: 'There is no such investigation or recovery order.' },
    next: { zh: '从此人的清单里重新打开。', en: 'Open it again from the person’s list.' },
  },
  'supervision.no-such-step': {
    kind: 'not-found',
    text: { zh: '没有这项待复核的内容。', en: 'There is nothing of this number to decide.' },
    next: { zh: '从待复核清单里重新打开。', en: 'Open it again from the list of what waits.' },
  },
  'supervision.wrong': {
    kind: 'bad-input',
    text: { zh: '填写的内容有误，没有登记。', en: 'What was filled in is not right, and was not recorded.' },
    next: { zh: '按列出的问题逐一改正。', en: 'Correct what is listed.' },
  },
  'supervision.day-not-come': {
    kind: 'bad-input',
    text: { zh: '生效日期还没有到。', en: 'The day from which it holds has not come.' },
    next: { zh: '写今天或以前的日期。', en: 'Give today or an earlier day.' },
  },
  'supervision.lifted-before-set': {
    kind: 'bad-input',
    text: { zh: '解除日期早于开始日期。', en: 'The day of lifting lies before the day of setting.' },
    next: { zh: '对照文书改正日期。', en: 'Correct the day against the paper.' },
  },
  'supervision.not-standing': {
    kind: 'conflict',
    text: {
      zh: '这项措施还没有经复核生效，不用解除。',
      en: 'This was never confirmed, so there is nothing to lift.',
    },
    next: { zh: '还在待复核的，请复核人员退回。', en: 'If it still waits, a reviewer rejects it.' },
  },
  'supervision.lift-under-way': {
    kind: 'conflict',
    text: {
      zh: '这项措施已经解除，或者解除正在待复核。',
      en: 'It was lifted already, or its lifting waits for the second officer.',
    },
    next: { zh: '打开它的经过看看。', en: 'Open its history.' },
  },
  'supervision.decided': {
    kind: 'conflict',
    text: { zh: '这一项已经复核过了。', en: 'This has been decided already.' },
    next: { zh: '要更改的，请重新提出。', en: 'To change it, propose it anew.' },
  },
  'supervision.same-officer': {
    kind: 'forbidden',
    text: {
      zh: '提出人不能复核自己提出的措施。',
      en: 'Whoever proposed a measure cannot be the one who confirms it.',
    },
    next: { zh: '请另一名复核人员处理。', en: 'Ask another reviewer.' },
  },
  'supervision.reason-missing': {
    kind: 'bad-input',
    text: { zh: '退回时必须写明原因。', en: 'A rejection needs its reason.' },
    next: { zh: '写明哪里不对、要补什么。', en: 'Say what is wrong and what is needed.' },
  },
  'supervision.not-booked': {
    kind: 'conflict',
    text: {
      zh: '账上挂着的应收款没有这么多，或者已经有追回在收。',
      en: 'So much is not booked as receivable, or an order asks for it already.',
    },
    next: {
      zh: '核对应收款；没有入账的，请改为“由统筹基金追回”。',
      en: 'Compare the books; a claim that is not booked yet is the pooled fund’s.',
    },
  },
  'supervision.nothing-owed': {
    kind: 'conflict',
    text: {
      zh: '这项追回没有应退的款项：还没有生效、已经解除或者已经退清。',
      en: 'Nothing is owed on this order: it does not stand yet, was lifted, or is paid.',
    },
    next: {
      zh: '打开它的经过看看；多收的款请退还本人。',
      en: 'Open its history; give back what was received too much.',
    },
  },
  'supervision.more-than-owed': {
    kind: 'conflict',
    text: { zh: '金额超过还应退的款项。', en: 'The amount is more than what is still owed.' },
    next: {
      zh: '按还应退的金额办理，多出的退还本人。',
      en: 'Take what is still owed and give the rest back.',
    },
  },
  'supervision.receipt-known': {
    kind: 'conflict',
    text: { zh: '这笔银行流水已经登记过了。', en: 'This line of the bank’s statement was taken in already.' },
    next: { zh: '核对流水号。', en: 'Compare the reference.' },
  },
  'supervision.receipt-not-told': {
    kind: 'conflict',
    text: {
      zh: '没有人这样登记过这笔退款（金额、流水号、日期都要一致）。',
      en: 'Nobody told of this money with this amount, reference and day.',
    },
    next: { zh: '先由一名财务人员登记。', en: 'A finance officer tells of it first.' },
  },
  'supervision.receipt-same-officer': {
    kind: 'forbidden',
    text: {
      zh: '登记退款的人不能自己确认入账。',
      en: 'Whoever told that the money came in cannot be the one who takes it in.',
    },
    next: {
      zh: '请另一名财务人员核对银行流水后确认。',
      en: 'Ask another finance officer, who looks at the statement.',
    },
  },
  'supervision.no-such-receipt': {
    kind: 'not-found',
    text: { zh: '没有登记过这笔退款。', en: 'Nobody told of such a receipt.' },
    next: { zh: '在此人的追回记录里核对编号。', en: 'Look its id up among the person’s recovery orders.' },
  },
  'supervision.under-investigation': {
    kind: 'conflict',
    text: {
      zh: '此人正在被立案核查，账户里的钱暂时不能转出或支付。',
      en: 'This person is under investigation; for now no money can leave the account.',
    },
    next: {
      zh: '核查结束并经两人解除后再办；对核查有异议的，可以申请行政复议或者提起诉讼。',
      en: 'Go on once two officers have lifted it; whoever disagrees may ask for reconsideration or go to court.',
    },
  },
  'supervision.recovery-open': {
    kind: 'conflict',
    text: {
      zh: '此人还有应退回的款项，账户不能结清。',
      en: 'Something is still owed to the fund, so the account cannot be settled.',
    },
    next: {
      zh: '先退回应退的款项；可以分期退，也可以从账户余额里抵扣。账上已记应收而没有追回决定的，先作出追回决定（来源选“已记账”）。',
      en: 'Pay back what is owed first, in instalments or out of the account’s balance. What is booked and no order asks for needs a recovery order first, on what is booked already.',
    },
  },
});

export type SupervisionCode = keyof typeof supervisionRefusals;
