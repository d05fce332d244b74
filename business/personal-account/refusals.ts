import { defineRefusals } from '#basics';

/** Whoever may not see an account learns no more than whoever asks for one that does not exist. */
export const personalAccountRefusals = defineRefusals({
  'personal-account.none': {
    kind: 'not-found',
    text: { zh: '没有可以查看的个人账户。', en: 'There is no personal account that you can see.' },
    next: {
      zh: '核对参保人；没有参加职工一档的人没有个人账户。',
      en: 'Check the person; people outside the employees’ first tier have no personal account.',
    },
  },
  'personal-account.days-wrong': {
    kind: 'bad-input',
    text: {
      zh: '日期写得不对，或开始日在结束日之后。',
      en: 'A day is not written as one, or the first day comes after the last.',
    },
    next: {
      zh: '请写日期，如 2022-06-30；“当时所知”也可以写到秒，如 2022-06-30T10:00:00+08:00。',
      en: 'Write a day, as 2022-06-30; what was known may also name the time, as 2022-06-30T10:00:00+08:00.',
    },
  },
});

export type PersonalAccountCode = keyof typeof personalAccountRefusals;
