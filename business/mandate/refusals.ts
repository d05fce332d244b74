import { defineRefusals } from '#basics';

/** Why a mandate is not given, accepted or ended. */
export const mandateRefusals = defineRefusals({
  'mandate.none': {
    kind: 'not-found',
    text: {
      zh: '没有这份委托，或者它现在办不了这一步。',
      en: 'There is no such mandate, or it is not at this step.',
    },
    next: { zh: '请从委托清单里选择。', en: 'Choose one from the list of mandates.' },
  },
  'mandate.wrong': {
    kind: 'bad-input',
    text: {
      zh: '委托的内容有误，已逐项列出。',
      en: 'Something in the mandate is wrong; each item is listed.',
    },
    next: { zh: '请按列出的每一项改正。', en: 'Correct each of the listed items.' },
  },
  'mandate.code-wrong': {
    kind: 'unprocessable',
    text: {
      zh: '委托码不正确，或者已用过、委托已终止或到期；窗口办理的还要等复核。',
      en: 'The code is not right, was used, or its mandate is over; one given at the window waits for the second officer first.',
    },
    next: { zh: '请向委托人核对委托码。', en: 'Check the code with whoever gave the mandate.' },
  },
  'mandate.own': {
    kind: 'conflict',
    text: { zh: '不能接受自己给出的委托。', en: 'Nobody accepts a mandate of their own.' },
    next: { zh: '请由代办人用自己的账号接受。', en: 'Whoever is to act accepts it under their own login.' },
  },
  'mandate.by-two': {
    kind: 'forbidden',
    text: { zh: '登记委托的人不能自己复核。', en: 'Whoever recorded a mandate does not confirm it.' },
    next: { zh: '请另一位复核人员办理。', en: 'Another reviewer must do it.' },
  },
});
