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
});

export type PersonalAccountCode = keyof typeof personalAccountRefusals;
