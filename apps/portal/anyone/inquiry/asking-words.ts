import type { Text } from '#basics';

/** What stands around a question, here and in the widget. */
export const onward: Text = { zh: '继续', en: 'Continue' };
export const back: Text = { zh: '返回', en: 'Back' };
export const counted: Text = { zh: '第 {step} 题，最多 {of} 题', en: 'Question {step} of at most {of}' };
export const chooseOne: Text = { zh: '请选一项', en: 'Choose one of the answers' };
export const nameDay: Text = {
  zh: '请填日历上有的一天，比如 2026 年 9 月 15 日',
  en: 'Enter a real date, for example 2026, 9, 15',
};
export const changeAnswers: Text = { zh: '改答案', en: 'Change my answers' };
