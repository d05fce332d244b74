import { defineRefusals } from '#basics';

/** Why nothing is done with a card, and why a card pays nothing. */
export const cardRefusals = defineRefusals({
  'card.no-such-person': {
    kind: 'not-found',
    text: {
      zh: '没有这个人，或者您无权查看。',
      en: 'There is no such person, or they are not yours to see.',
    },
    next: { zh: '用证件号码重新查找。', en: 'Search again by the identity number.' },
  },
  'card.no-such-card': {
    kind: 'not-found',
    text: { zh: '没有这张卡，或者您无权查看。', en: 'There is no such card, or it is not yours to see.' },
    next: { zh: '从此人的卡片清单里重新打开。', en: 'Open it again from the person’s list of cards.' },
  },
  'card.no-account': {
    kind: 'conflict',
    text: { zh: '此人没有可用的个人账户。', en: 'This person has no open personal account.' },
    next: {
      zh: '先核对参保登记；账户已注销的，卡不能再用。',
      en: 'Check the register first; once the account is closed, no card works.',
    },
  },
  'card.number-wrong': {
    kind: 'bad-input',
    text: { zh: '卡号有误。', en: 'This is no card number.' },
    next: {
      zh: '照卡面输入 6 到 40 位字母和数字。',
      en: 'Enter the 6 to 40 letters and digits that are on the card.',
    },
  },
  'card.number-taken': {
    kind: 'conflict',
    text: { zh: '这个卡号已经登记在另一个人名下。', en: 'This number is on record as another person’s.' },
    next: {
      zh: '核对卡面和证件；确属本人的，先查清重复登记。',
      en: 'Compare the card with the identity document; if it is theirs, look for a double record first.',
    },
  },
  'card.kind-bound': {
    kind: 'conflict',
    text: { zh: '此人已经绑定了一张同类的卡。', en: 'This person has a card of this kind already.' },
    next: {
      zh: '要换卡的，请用“换卡”；不再用的，先注销旧卡。',
      en: 'Replace the old card, or end it first.',
    },
  },
  'card.wrong': {
    kind: 'bad-input',
    text: { zh: '填写的内容有误，没有办理。', en: 'What was filled in is not right; nothing was done.' },
    next: { zh: '按列出的问题逐一改正。', en: 'Correct what is listed.' },
  },
  'card.moment-not-come': {
    kind: 'bad-input',
    text: { zh: '生效时间还没有到。', en: 'The moment from which it holds has not come.' },
    next: { zh: '写现在或以前的时间。', en: 'Give now or an earlier moment.' },
  },
  'card.step-not-open': {
    kind: 'conflict',
    text: {
      zh: '这张卡现在的状态不能这样办理。',
      en: 'In its present state this cannot be done with the card.',
    },
    next: {
      zh: '打开这张卡看看现在的状态；锁定的卡要先解锁才能更换。',
      en: 'Look at the card’s present state; a locked card is unlocked before it is replaced.',
    },
  },
  'card.same-officer': {
    kind: 'forbidden',
    text: {
      zh: '锁定这张卡的人不能自己解锁。',
      en: 'Whoever locked a card cannot be the one who unlocks it.',
    },
    next: { zh: '请另一名复核人员处理。', en: 'Ask another reviewer.' },
  },
  'card.no-such-payment': {
    kind: 'not-found',
    text: { zh: '没有这笔刷卡付款，或者不是您发起的。', en: 'There is no such payment, or it is not yours.' },
    next: {
      zh: '核对流水号；没有发起过的，请先预授权。',
      en: 'Check the reference; what was never authorised is authorised first.',
    },
  },
  'card.reference-taken': {
    kind: 'conflict',
    text: { zh: '这个流水号已经用于另一笔付款。', en: 'This reference names another payment already.' },
    next: {
      zh: '换一个流水号；要重发同一笔的，内容必须完全一样。',
      en: 'Use another reference; to send the same payment again, send exactly the same.',
    },
  },
  'card.payment-confirmed': {
    kind: 'conflict',
    text: { zh: '这笔付款已经确认扣款。', en: 'This payment was confirmed and the money taken.' },
    next: { zh: '要退款的，请向经办机构申请更正。', en: 'To give it back, ask the agency for a correction.' },
  },
  'card.payment-cancelled': {
    kind: 'conflict',
    text: { zh: '这笔付款已经取消，不能再确认。', en: 'This payment was cancelled and cannot be confirmed.' },
    next: {
      zh: '仍要付款的，请用新的流水号重新预授权。',
      en: 'To be paid after all, authorise anew under another reference.',
    },
  },
  'card.payment-expired': {
    kind: 'conflict',
    text: { zh: '这笔预授权已经过期，没有扣款。', en: 'This authorisation has expired; no money was taken.' },
    next: { zh: '请用新的流水号重新预授权。', en: 'Authorise anew under another reference.' },
  },
  'card.more-than-authorised': {
    kind: 'conflict',
    text: { zh: '确认的金额超过预授权的金额。', en: 'More is confirmed than was authorised.' },
    next: {
      zh: '按预授权以内的金额确认；超出的另行预授权。',
      en: 'Confirm what was authorised at most; authorise the rest separately.',
    },
  },
  'card.lost': {
    kind: 'conflict',
    text: { zh: '这张卡已经挂失，不能支付。', en: 'This card was reported lost and cannot pay.' },
    next: {
      zh: '找到了的，请带本人证件到窗口解除挂失；没找到的，请换卡。',
      en: 'If it was found, come to the window with your identity document; otherwise have it replaced.',
    },
  },
  'card.locked': {
    kind: 'conflict',
    text: { zh: '这张卡已被经办机构锁定，不能支付。', en: 'The agency has locked this card; it cannot pay.' },
    next: {
      zh: '请向经办机构询问原因；有异议的，可以申请行政复议或者提起诉讼。',
      en: 'Ask the agency why; whoever disagrees may ask for reconsideration or go to court.',
    },
  },
  'card.ended': {
    kind: 'conflict',
    text: { zh: '这张卡已经停用，不能支付。', en: 'This card has ended and cannot pay.' },
    next: { zh: '请用现在绑定的卡。', en: 'Use the card that is bound now.' },
  },
});

export type CardCode = keyof typeof cardRefusals;
