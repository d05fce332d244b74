import { defineRefusals } from '#basics';

/** Why nothing is done with a notice. */
export const noticesRefusals = defineRefusals({
  'notices.not-given-up': {
    kind: 'not-found',
    text: { zh: '没有这条已放弃投递的通知。', en: 'There is no such notice that was given up.' },
    next: {
      zh: '从已放弃的通知清单里选择；还在等待的会自动再投。',
      en: 'Choose it from the list of those given up; one that waits is tried again by itself.',
    },
  },
});
