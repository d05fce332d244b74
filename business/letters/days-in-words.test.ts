import { expect, test } from 'vitest';
import { daysInWords } from './days-in-words.ts';

test('a letter writes its days as people do, with the year, and leaves numbers as they are', () => {
  const zh = '请在 2026-12-01 以前交到窗口，编号 SZ-2026-7K3M9-QX2TB-04GHE，到 2026-11 为止。';
  expect(daysInWords(zh, 'zh')).toBe(
    '请在2026年12月1日以前交到窗口，编号 SZ-2026-7K3M9-QX2TB-04GHE，到 2026年11月 为止。',
  );
  expect(daysInWords('Hand it in by 2026-12-01, for 2026-11.', 'en')).toBe(
    'Hand it in by 1 December 2026, for November 2026.',
  );
  // An instant stays what it is.
  expect(daysInWords('2026-11-20 10:00:00 +08:00', 'zh')).toBe('2026-11-20 10:00:00 +08:00');
  expect(daysInWords('2026-13-01', 'zh')).toBe('2026-13-01');
});
