import { defineRefusals } from '#basics';

/** What the access log refuses. */
export const accessLogRefusals = defineRefusals({
  'access-log.unknown-purpose': {
    kind: 'bad-input',
    text: { zh: '看不懂所写的查阅目的。', en: 'The purpose that was given is not understood.' },
    next: {
      zh: '写业务办理编号，或其中一个词：{purposes}。',
      en: 'Give the number of a case, or one of these words: {purposes}.',
    },
  },
});
