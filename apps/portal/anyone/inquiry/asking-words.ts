import type { Text } from '#basics';

/** What stands around a question, here and in the widget. */
export const onward: Text = { zh: '继续', en: 'Continue' };
export const back: Text = { zh: '返回', en: 'Back' };
/** Which question it is, and how many can still come: fewer than the home page says, where the region or the answers leave some out. */
export function countWords(at: {
  readonly step: number;
  readonly of: number;
}): readonly [Text, Readonly<Record<string, string>>] {
  const [step, left] = [`${at.step}`, `${at.of - at.step}`];
  return at.of > at.step ? [moreCome, { step, left }] : [lastOne, { step }];
}

const moreCome: Text = {
  zh: '第 {step} 题，后面最多还有 {left} 题',
  en: 'Question {step}, with {left} more at most',
};
const lastOne: Text = { zh: '第 {step} 题，最后一题', en: 'Question {step}, the last one' };
export const chooseOne: Text = { zh: '请选一项', en: 'Choose one of the answers' };
export const nameDay: Text = {
  zh: '请填日历上有的一天，比如 2026 年 9 月 15 日',
  en: 'Enter a real date, for example 2026, 9, 15',
};
export const changeAnswers: Text = { zh: '改答案', en: 'Change my answers' };
