import { defineRefusals } from '#basics';

/** Why a letter is not issued, printed or believed. */
export const lettersRefusals = defineRefusals({
  'letters.no-letter': {
    kind: 'not-found',
    text: { zh: '没有编号为 {letter} 的信函。', en: 'There is no letter {letter}.' },
    next: { zh: '从办件的信函清单里重新选择。', en: 'Choose it again from the letters of the case.' },
  },
  'letters.no-such-step': {
    kind: 'conflict',
    text: {
      zh: '这一步不能出具这种信函。',
      en: 'No letter of this kind stands on this step of the case.',
    },
    next: { zh: '按办理经过核对办件。', en: 'Compare with the history of the case.' },
  },
  'letters.altered': {
    kind: 'conflict',
    text: {
      zh: '信函 {letter} 的内容与出具时签名的不一致，不予打印。',
      en: 'What is kept of letter {letter} is not what was signed when it was issued; it is not printed.',
    },
    next: {
      zh: '请管理员运行 suixing verify，并从备份查明原件。',
      en: 'An administrator runs `suixing verify` and finds the original in a backup.',
    },
  },
  'letters.not-a-letter': {
    kind: 'bad-input',
    text: { zh: '签名有效，但内容不是信函。', en: 'The signature holds, but this is no letter of ours.' },
    next: { zh: '重新扫描信函上的二维码。', en: 'Scan the code on the letter again.' },
  },
});
