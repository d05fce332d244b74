import { expect, test } from 'vitest';
import { daysInWords, saidInWords } from './days-in-words.ts';

test('a letter writes its days as people do, with the year, and leaves numbers as they are', () => {
  const zh = '请在 2026-12-01 以前交到窗口，编号 SZ-2026-7K3M9-QX2TB-04GHE，到 2026-11 为止。';
  expect(daysInWords(zh, 'zh')).toBe(
    '请在2026年12月1日以前交到窗口，编号 SZ-2026-7K3M9-QX2TB-04GHE，到2026年11月为止。',
  );
  expect(daysInWords('Hand it in by 2026-12-01, for 2026-11.', 'en')).toBe(
    'Hand it in by 1 December 2026, for November 2026.',
  );
  // An instant stays what it is.
  expect(daysInWords('2026-11-20 10:00:00 +08:00', 'zh')).toBe('2026-11-20 10:00:00 +08:00');
  expect(daysInWords('2026-13-01', 'zh')).toBe('2026-13-01');
});

test('four digits that are no year of ours are no month', () => {
  expect(daysInWords('电话 8826-11，金田路 3038-12 号', 'zh')).toBe('电话 8826-11，金田路 3038-12 号');
});

test('what reads alike in both languages is a day or somebody’s own words, and only days alone are put in words', () => {
  const alike = (text: string) => saidInWords({ zh: text, en: text }, 'zh');
  expect(alike('2026-11-02')).toBe('2026年11月2日');
  expect(alike('2026-10 – 2026-11')).toBe('2026年10月 – 2026年11月');
  for (const typed of ['函 2026-11', '2026-11-02 已交过一次', '2026-11/3']) expect(alike(typed)).toBe(typed);
});

test('a sentence writes its own day in words and what it quotes as it stands', () => {
  const filed = {
    zh: '2026-06-01 收到，档案号 2026-11',
    en: 'received on 2026-06-01, filed as 2026-11',
    quotes: ['', '档案号 2026-11', 'filed as 2026-11'],
  };
  expect(saidInWords(filed, 'zh')).toBe('2026年6月1日收到，档案号 2026-11');
  expect(saidInWords(filed, 'en')).toBe('received on 1 June 2026, filed as 2026-11');
  expect(saidInWords({ zh: '2026-11', en: '2026-11', quotes: ['2026-11'] }, 'zh')).toBe('2026-11');
});
