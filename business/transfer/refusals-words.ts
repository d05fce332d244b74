import { defineRefusals } from '#basics';

/** What another agency says, and why it is not acted on. */
export const wordsRefusals = defineRefusals({
  'transfer.not-received': {
    kind: 'not-found',
    text: { zh: '这件转移没有收到过这份来文。', en: 'No such message was received in this transfer.' },
    next: { zh: '按办件所列的报文编号再试。', en: 'Use the message as the case lists it.' },
  },
  'transfer.not-applied-for': {
    kind: 'conflict',
    text: {
      zh: '这件转移还没有申请，没有受理回执。',
      en: 'This transfer has not been applied for yet: there is no receipt.',
    },
    next: {
      zh: '对方告知的，确认以后就有回执。',
      en: 'Where the other agency announced it, confirm it; the receipt comes with that.',
    },
  },
  'transfer.sheet-in-check': {
    kind: 'conflict',
    text: {
      zh: '信息表还在核对，核对无误、接续年限之后才能打印。',
      en: 'The information sheet is still being checked: it can be printed once its months are on record.',
    },
    next: { zh: '接续后会告知您，届时再打印。', en: 'You are told once they are; print it then.' },
  },
  'transfer.word-differs': {
    kind: 'conflict',
    text: {
      zh: '同一封来函已经登记，内容与这一份不同；先前的仍然有效。',
      en: 'This letter is on record with another content, which stands.',
    },
    next: { zh: '询问对方机构哪一份是对的。', en: 'Ask the other agency which of the two is right.' },
  },
  'transfer.no-word': {
    kind: 'conflict',
    text: {
      zh: '对方机构在这件转移里没有这样的来函，或者已经作废。',
      en: 'The other agency has sent no such letter in this transfer, or has taken it back.',
    },
    next: {
      zh: '查看来函；纸质来函要由另一名复核人员确认。',
      en: 'Look at its letters; one on paper counts once a reviewer has confirmed it.',
    },
  },
  'transfer.not-expected-now': {
    kind: 'conflict',
    text: { zh: '这件转移现在不等这种消息。', en: 'The transfer does not wait for such a message now.' },
    next: {
      zh: '核对案件走到哪一步；已经办过的，答复对方即可。',
      en: 'See where the case stands; where it was done already, tell the other agency so.',
    },
  },
  'transfer.of-another-agency': {
    kind: 'conflict',
    text: { zh: '这件转移不是与该机构办理的。', en: 'The transfer is not one with that agency.' },
    next: {
      zh: '请与发送机构核对转移编号；不要照办。',
      en: 'Compare the transfer’s id with the agency that sent it; do not act on it.',
    },
  },
  'transfer.unknown-transfer': {
    kind: 'not-found',
    text: { zh: '没有这个转移编号。', en: 'There is no transfer with this id.' },
    next: {
      zh: '请发送机构核对编号；它的联系函到达后可以重新处理。',
      en: 'The agency that sent it compares the id; once its contact letter is here, apply the message again.',
    },
  },
  'transfer.not-enrolled-yet': {
    kind: 'unprocessable',
    text: { zh: '此人在本地还没有登记。', en: 'The person is not on record here yet.' },
    next: {
      zh: '本人在本地参保登记后，重新处理这条消息。',
      en: 'Once the person has enrolled here, apply the message again.',
    },
  },
  'transfer.not-theirs-to-say': {
    kind: 'conflict',
    text: {
      zh: '这种消息应由转移的另一方发送。',
      en: 'Such a message comes from the other side of a transfer.',
    },
    next: { zh: '请与发送机构核对。', en: 'Clear it up with the agency that sent it.' },
  },
  'transfer.invalidates-nothing': {
    kind: 'not-found',
    text: {
      zh: '要作废的消息不在这件转移里。',
      en: 'The message that it takes back is not in this transfer.',
    },
    next: { zh: '请与发送机构核对消息编号。', en: 'Compare the message id with the agency that sent it.' },
  },
  'transfer.acted-on-already': {
    kind: 'conflict',
    text: {
      zh: '要作废的消息已经照办，不能再收回。',
      en: 'The message that it takes back was acted on already.',
    },
    next: {
      zh: '请与对方协商：钱款的差错用退款和更正处理。',
      en: 'Settle it with the other agency: money is put right by sending it back or by a correction.',
    },
  },
});
