import { expect, test } from 'vitest';
import { dayWrong, impossible, noDay } from './typed-day.ts';

const on = (year: string, month: string, day: string) => ({ year, month, day });

test('a day that the calendar has not is told apart from one that is not filled in yet', () => {
  expect(dayWrong(on('2026', '2', '30'))?.zh).toBe('没有这一天，请核对');
  expect(dayWrong(on('2026', '2', ''))?.zh).toBe('请填年、月、日');
  expect(dayWrong(on('2026', '2', '28'))).toBeNull();
  expect(impossible(on('2026', '13', '1'))?.en).toContain('no such day');
  expect([impossible(noDay), impossible(on('2028', '2', '29'))]).toEqual([null, null]);
});
