import { defineRefusals } from '#basics';

/** What clerks propose and reviewers decide. */
export const decisionsRefusals = defineRefusals({
  'transfer.refusal-needs-words': {
    kind: 'unprocessable',
    text: {
      zh: '原因选“其他”的，要用中英文写明原因。',
      en: 'Another reason than those listed has to be given in words, in Chinese and in English.',
    },
    next: { zh: '写明原因；当事人会看到。', en: 'Say why; the person will read it.' },
  },
  'transfer.no-proposal': {
    kind: 'conflict',
    text: {
      zh: '这件转移没有等待复核的意见。',
      en: 'Nothing that a clerk proposed waits for a reviewer in this transfer.',
    },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.proposer-is-decider': {
    kind: 'forbidden',
    text: { zh: '提出意见的人不能自己复核。', en: 'Whoever proposed it cannot decide on it.' },
    next: { zh: '请另一名复核人员决定。', en: 'Ask another officer who reviews.' },
  },
  'transfer.proposal-decided': {
    kind: 'conflict',
    text: { zh: '这份意见已经有结论。', en: 'It has been decided on already.' },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.awaits-reviewer': {
    kind: 'conflict',
    text: {
      zh: '这件转移有意见在等复核，消息随后再办。',
      en: 'A reviewer is deciding in this transfer; the message is applied afterwards.',
    },
    next: { zh: '请复核人员先决定。', en: 'Let the reviewer decide first.' },
  },
  'transfer.no-sheet-in-check': {
    kind: 'conflict',
    text: {
      zh: '这件转移现在没有要这样处理的信息表。',
      en: 'No information sheet of this transfer waits for that now.',
    },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.sheet-taken-back': {
    kind: 'conflict',
    text: {
      zh: '转出地已经作废了这张信息表，不能再据以接续。',
      en: 'The other agency has taken this sheet back: nothing is recorded on it any more.',
    },
    next: {
      zh: '等更正的信息表；没有来的，请转出地更正。',
      en: 'Wait for the corrected sheet; if none comes, ask for a correction.',
    },
  },
  'transfer.sheet-of-another': {
    kind: 'unprocessable',
    text: {
      zh: '信息表上的证件号码不是此人登记的证件：别人的信息表不能放行。',
      en: 'The identity number on the sheet is none of this person’s: a sheet about somebody else is never let pass.',
    },
    next: {
      zh: '请转出地更正；此人换过证件的，先把原证件补登记。',
      en: 'Ask for a correction; where the person has had another document, put that on record first.',
    },
  },
  'transfer.sheet-needs-two': {
    kind: 'unprocessable',
    text: {
      zh: '信息表上的姓名有疑问，一个人不能决定接续。',
      en: 'The name on the sheet is in doubt: one officer alone does not decide that.',
    },
    next: {
      zh: '写明理由提出，由另一名复核人员决定。',
      en: 'Propose it with your reason, and a reviewer decides.',
    },
  },
});
