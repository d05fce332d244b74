import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { showClock, showDate, showDay, showMonth } from './dates.ts';

test('a date is written with its weekday, as each language writes it', () => {
  expect(showDate(plainDate('2026-11-23'), 'zh')).toBe('2026年11月23日（周一）');
  expect(showDate(plainDate('2027-01-06'), 'en')).toBe('Wed 6 January 2027');
  expect(showMonth('2026-11', 'zh')).toBe('2026年11月');
  expect(showMonth('2026-11', 'en')).toBe('November 2026');
});

test('within the current year its number is left out', () => {
  const today = plainDate('2026-11-29');
  expect(showDay(plainDate('2026-11-03'), 'zh', today)).toBe('11月3日（周二）');
  expect(showDay(plainDate('2026-11-03'), 'en', today)).toBe('Tue 3 November');
  expect(showDay(plainDate('2027-01-06'), 'zh', today)).toBe('2027年1月6日（周三）');
});

test('the time of day is the agency’s, wherever somebody is', () => {
  expect(showClock('2026-11-23T18:05:09.000Z')).toBe('02:05');
});
