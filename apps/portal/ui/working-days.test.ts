import { expect, test } from 'vitest';
import { sayIn } from './languages.ts';
import { dayWords, tookWords } from './working-days.ts';

test('working days of a case are counted in words, and none is ever called the day naught', () => {
  const en = (day: number) => sayIn('en')(...dayWords({ day, of: 10 }));
  expect(en(6)).toBe('Day 6 of 10 working days');
  expect(en(0)).toBe('Counted from the next working day, 10 in all');
  expect(en(11)).toBe('One working day past the limit of 10');
  expect(en(14)).toBe('4 working days past the limit of 10');
  const zh = sayIn('zh');
  expect(zh(...dayWords({ day: 10, of: 10 }))).toBe('第 10 天，共 10 个工作日');
  expect(zh(...tookWords({ day: 0, of: 10 }))).toBe('经办机构用了不到 1 个工作日（时限 10 个）');
});
