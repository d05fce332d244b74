import type { Text } from '#basics';

/** What happens next in a state, or what it means that it is over, as the person whose case it is wants to know it. */
export type Words = Readonly<Record<string, Text>>;

/** From the application to a decision, whatever it is about. */
export const untilDecided: Words = {
  submitted: {
    zh: '窗口按先后审核；缺什么会一次告诉您。',
    en: 'Cases are looked at in order. If anything is missing, you are told everything at once.',
  },
  'in-review': {
    zh: '经办人员正在核对；缺什么会一次告诉您。',
    en: 'An officer is checking it. If anything is missing, you are told everything at once.',
  },
  'awaiting-materials': {
    zh: '材料交齐以后马上接着审核；在等材料的日子不算办理时间。',
    en: 'The check goes on as soon as the papers are here. Days spent waiting for them do not count.',
  },
  proposed: {
    zh: '经办人员提出了意见，另一位工作人员复核以后才算数。',
    en: 'One officer has proposed a decision. It counts once a second officer agrees.',
  },
};

/** What is the same whichever way somebody moves. */
export const eitherWay: Words = {
  draft: { zh: '还没有提交。', en: 'It has not been sent yet.' },
  completed: {
    zh: '都办好了，记录和余额都到了。',
    en: 'All done: your record and your balance have arrived.',
  },
  'closed-by-death': {
    zh: '因参保人去世终止；余额由继承人申请领取。',
    en: 'It ended with the death of the insured person. The heirs can apply for the balance.',
  },
};
