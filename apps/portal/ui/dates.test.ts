import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { daysInWords, showClock, showDate, showDay, showMonth } from './dates.ts';

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

test('days and months in a sentence of the agency’s are written as on every page, and numbers of cases are left alone', () => {
  const today = plainDate('2026-11-29');
  const zh = '待遇从 2026-11-02 起；2025-03 至 2026-01 重复。编号 SZ-2026-11ABC-XYZ12-00011。';
  expect(daysInWords(zh, 'zh', today)).toBe(
    '待遇从 11月2日（周一）起；2025年3月 至 2026年1月 重复。编号 SZ-2026-11ABC-XYZ12-00011。',
  );
  expect(daysInWords('from 2026-11-02 on, for 2025-03', 'en', today)).toBe(
    'from Mon 2 November on, for March 2025',
  );
});

test('the time of day is the agency’s, wherever somebody is', () => {
  expect(showClock('2026-11-23T18:05:09.000Z')).toBe('02:05');
});
