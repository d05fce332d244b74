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
  'notices.not-yours': {
    kind: 'not-found',
    text: { zh: '这里没有您的通知。', en: 'There are no notices of yours here.' },
    next: {
      zh: '通知只给本人看。请用本人的登录名登录后再看。',
      en: 'Notices are shown to the person alone. Sign in with your own login and look again.',
    },
  },
});
