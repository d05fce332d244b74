import type { Text } from '#basics';

/** What is asked before something is taken back, and what follows from it. */
export interface TakingBack {
  readonly button: Text;
  readonly question: Text;
  readonly yes: Text;
  readonly follows: readonly Text[];
}

const anApplication = {
  button: { zh: '撤回申请', en: 'Take the application back' },
  question: { zh: '确定撤回这份申请吗？', en: 'Take this application back?' },
  yes: { zh: '确定撤回', en: 'Yes, take it back' },
};
const caseEnds: Text = {
  zh: '这一件马上终止，恢复不了；要办可以重新申请。',
  en: 'This case ends at once and cannot be brought back. You can apply again.',
};

export const application: TakingBack = {
  ...anApplication,
  follows: [
    caseEnds,
    {
      zh: '钱留在您的个人账户里，照样计息。',
      en: 'The money stays in your account and goes on earning interest.',
    },
    { zh: '交过的材料，办下一件时可以再用。', en: 'Papers we have accepted can be used again.' },
  ],
};

/** The same of a payment that is offered and for which nobody applied. */
export const offer: TakingBack = {
  button: { zh: '不要这笔支付', en: 'Turn this payment down' },
  question: { zh: '确定不要这笔支付吗？', en: 'Turn this payment down?' },
  yes: { zh: '确定不要', en: 'Yes, turn it down' },
  follows: application.follows.slice(0, 2),
};

export const filing: TakingBack = {
  ...anApplication,
  follows: [caseEnds, { zh: '您的参保记录不变。', en: 'Your record stays as it is.' }],
};

const transferEnds = (staying: Text): readonly Text[] => [
  {
    zh: '这一件马上终止，恢复不了；以后要转可以重新申请。',
    en: 'This transfer ends at once and cannot be brought back. You can apply again.',
  },
  { zh: '{partner}会收到撤回的通知。', en: '{partner} is told.' },
  staying,
];
const allStays: Text = {
  zh: '关系、记录和余额都留在原处。',
  en: 'Your cover, your record and your balance stay where they are.',
};
const recordStays: Text = {
  zh: '关系和记录都留在原处。',
  en: 'Your cover and your record stay where they are.',
};

export const transfer: TakingBack = {
  button: { zh: '撤销转移', en: 'Cancel the transfer' },
  question: { zh: '确定撤销这次转移吗？', en: 'Cancel this transfer?' },
  yes: { zh: '确定撤销', en: 'Yes, cancel it' },
  follows: transferEnds(allStays),
};

/** The same of somebody who has nothing in the account. */
export const transferWithNothing: TakingBack = { ...transfer, follows: transferEnds(recordStays) };

export const announced: TakingBack = {
  button: { zh: '我没有要转来', en: 'I am not moving here' },
  question: { zh: '确定不转来吗？', en: 'Are you sure that you are not moving here?' },
  yes: { zh: '确定不转', en: 'Yes, I am sure' },
  follows: transferEnds(allStays),
};

export const objection: TakingBack = {
  button: { zh: '撤回异议', en: 'Take the objection back' },
  question: { zh: '确定撤回异议吗？', en: 'Take the objection back?' },
  yes: { zh: '确定撤回', en: 'Yes, take it back' },
  follows: [
    { zh: '原来的决定照旧，马上恢复办理。', en: 'The decision stands, and the case goes on at once.' },
    { zh: '对这个决定不能再提一次异议。', en: 'You cannot object to this decision again.' },
  ],
};
