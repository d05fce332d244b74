import { defineRefusals } from '#basics';

export const transferRefusals = defineRefusals({
  'transfer.no-person': {
    kind: 'not-found',
    text: { zh: '没有找到这位参保人。', en: 'This insured person was not found.' },
    next: { zh: '请核对身份信息。', en: 'Check who it is.' },
  },
  'transfer.bad-input': {
    kind: 'bad-input',
    text: { zh: '填写的内容有误。', en: 'What was filled in is not right.' },
    next: { zh: '请按列出的问题逐项改正。', en: 'Correct everything that is listed.' },
  },
  'transfer.no-rules': {
    kind: 'unavailable',
    text: { zh: '现在没有适用于转移的规则。', en: 'No rules on transfers are in force now.' },
    next: { zh: '请管理员安排适用的规则集。', en: 'An administrator schedules the rule set that applies.' },
  },
  'transfer.not-open': {
    kind: 'unprocessable',
    text: { zh: '现在还不能转移，原因全部列出。', en: 'It cannot be transferred yet; every reason is listed.' },
    next: { zh: '按各项所写的办法解决后再申请。', en: 'Do what each of them says, then apply again.' },
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
    text: { zh: '这种消息应由转移的另一方发送。', en: 'Such a message comes from the other side of a transfer.' },
    next: { zh: '请与发送机构核对。', en: 'Clear it up with the agency that sent it.' },
  },
  'transfer.invalidates-nothing': {
    kind: 'not-found',
    text: { zh: '要作废的消息不在这件转移里。', en: 'The message that it takes back is not in this transfer.' },
    next: { zh: '请与发送机构核对消息编号。', en: 'Compare the message id with the agency that sent it.' },
  },
  'transfer.acted-on-already': {
    kind: 'conflict',
    text: { zh: '要作废的消息已经照办，不能再收回。', en: 'The message that it takes back was acted on already.' },
    next: {
      zh: '请与对方协商：钱款的差错用退款和更正处理。',
      en: 'Settle it with the other agency: money is put right by sending it back or by a correction.',
    },
  },
  'transfer.no-transfer': {
    kind: 'conflict',
    text: { zh: '这件业务不在可以这样办的转移里。', en: 'The case is no transfer to which this could be done now.' },
    next: { zh: '核对案件的状态。', en: 'See in which state the case is.' },
  },
  'transfer.own-region': {
    kind: 'conflict',
    text: { zh: '对方地区就是本机构的地区。', en: 'The other region is this agency’s own.' },
    next: { zh: '同一统筹区内不用转移。', en: 'Within one region nothing is transferred.' },
  },
  'transfer.another-partner': {
    kind: 'conflict',
    text: { zh: '说这话的机构不是这件转移的对方。', en: 'The agency that says it is not the partner of this transfer.' },
    next: { zh: '请核对机构和转移编号。', en: 'Compare the agency and the transfer’s id.' },
  },
  'transfer.another-person': {
    kind: 'conflict',
    text: { zh: '消息说的不是这件转移的参保人。', en: 'The message is about somebody else than this transfer.' },
    next: { zh: '请与发送机构核对证件号码。', en: 'Compare the document with the agency that sent it.' },
  },
  'transfer.word-differs': {
    kind: 'conflict',
    text: { zh: '同一编号的消息内容不同。', en: 'Another message with the same id is on record.' },
    next: { zh: '请与发送机构核对。', en: 'Clear it up with the agency that sent it.' },
  },
  'transfer.no-word': {
    kind: 'conflict',
    text: { zh: '没有对方机构的有效答复可以依据。', en: 'There is no word of the other agency on which this could rest.' },
    next: { zh: '等对方的消息或纸质答复到了再办。', en: 'Wait until its message, or its letter on paper, has come.' },
  },
  'transfer.not-accepted': {
    kind: 'conflict',
    text: { zh: '这件转移还没有被接受。', en: 'The transfer has not been accepted.' },
    next: { zh: '等转入地的联系函。', en: 'Wait for the contact letter of the agency that the person goes to.' },
  },
});
export type TransferCode = keyof typeof transferRefusals;
