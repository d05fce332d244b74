import { defineRefusals } from '#basics';

/** Why the work list does not answer. */
export const workListRefusals = defineRefusals({
  'work-list.unknown-name': {
    kind: 'bad-input',
    text: {
      zh: '没有“{given}”这个状态、事项或支取情形。',
      en: 'There is no state, procedure or ground “{given}”.',
    },
    next: { zh: '用下面的一个：', en: 'Name one of these:' },
  },
});
