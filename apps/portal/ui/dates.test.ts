import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { showDate, showMonth } from './dates.ts';

test('a date is written with its weekday, as each language writes it', () => {
  expect(showDate(plainDate('2026-11-23'), 'zh')).toBe('2026年11月23日（周一）');
  expect(showDate(plainDate('2027-01-06'), 'en')).toBe('Wed 6 January 2027');
  expect(showMonth('2026-11', 'zh')).toBe('2026年11月');
  expect(showMonth('2026-11', 'en')).toBe('November 2026');
});
