import { forCount, type Text } from '#basics';

/** Which working day it is, of how many, for `say(...)`. The day of receipt is not counted, and a day off is none: before the first it says from when. */
export function dayWords(counted: {
  readonly day: number;
  readonly of: number;
}): readonly [Text, Readonly<Record<string, number>>] {
  const { day, of } = counted;
  const over = day - of;
  if (day === 0) return [notYet, { of }];
  return over > 0 ? [forCount(over, pastByOne, past), { of, over }] : [running, { day, of }];
}

/** How many the agency took in all. */
export function tookWords(counted: {
  readonly day: number;
  readonly of: number;
}): readonly [Text, Readonly<Record<string, number>>] {
  const { day, of } = counted;
  return [day === 0 ? atOnce : took, { day, of }];
}

const notYet: Text = {
  zh: '从下一个工作日起算，共 {of} 个工作日',
  en: 'Counted from the next working day, {of} in all',
};
const running: Text = { zh: '第 {day} 天，共 {of} 个工作日', en: 'Day {day} of {of} working days' };
const pastByOne: Text = {
  zh: '已超过期限 {over} 个工作日（时限 {of} 个）',
  en: 'One working day past the limit of {of}',
};
const past: Text = {
  zh: '已超过期限 {over} 个工作日（时限 {of} 个）',
  en: '{over} working days past the limit of {of}',
};
const atOnce: Text = {
  zh: '经办机构用了不到 1 个工作日（时限 {of} 个）',
  en: 'The agency took less than one of {of} working days',
};
const took: Text = {
  zh: '经办机构用了 {day} 个工作日（时限 {of} 个）',
  en: 'The agency took {day} of {of} working days',
};
