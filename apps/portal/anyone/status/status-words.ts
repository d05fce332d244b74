import type { Text } from '#basics';

export const statusTitle: Text = { zh: '查办理进度', en: 'Where is my application?' };

/** Which working day it is, of how many; never without the date, which stands below it. */
export function dayWords({
  workingDay,
  workingDays,
}: {
  readonly workingDay: number;
  readonly workingDays: number;
}): Text {
  if (workingDay === 0)
    return { zh: '明天起算第 1 天，共 {of} 个工作日', en: 'Day 1 of {of} working days comes next' };
  if (workingDay <= workingDays)
    return { zh: '第 {n} 天，共 {of} 个工作日', en: 'Day {n} of {of} working days' };
  return {
    zh: '已超过期限 {over} 个工作日（时限 {of} 个）',
    en:
      workingDay - workingDays === 1
        ? 'One working day past the limit of {of}'
        : '{over} working days past the limit of {of}',
  };
}
