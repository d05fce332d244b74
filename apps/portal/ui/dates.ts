import { isPlainDate, type PlainDate, weekday } from '#basics';
import type { Language } from './language.tsx';

const weekdaysZh = ['日', '一', '二', '三', '四', '五', '六'] as const;
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 2026年11月23日（周一）; Mon 23 November 2026. */
export function showDate(date: PlainDate, language: Language): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const of = weekday(date);
  return language === 'zh'
    ? `${year}年${month}月${day}日（周${weekdaysZh[of]}）`
    : `${weekdaysEn[of]} ${day} ${monthsEn[month - 1]} ${year}`;
}

/** The same, without the year where that is the one of `today`: 11月23日（周一）; Mon 23 November. */
export function showDay(date: PlainDate, language: Language, today: PlainDate): string {
  const whole = showDate(date, language);
  if (date.slice(0, 4) !== today.slice(0, 4)) return whole;
  return language === 'zh' ? whole.replace(/^\d+年/, '') : whole.replace(/ \d{4}$/, '');
}

/** Days and months in a sentence of the agency's, as every page writes them; numbers of cases stay what they are. */
export function daysInWords(text: string, language: Language, today: PlainDate): string {
  return text
    .replaceAll(
      /(?<![\w-])(\d{4}-\d{2}-\d{2})(?![\w-])( (?=\p{Script=Han}))?/gu,
      (whole, day: string, gap = '') =>
        isPlainDate(day) ? `${showDay(day, language, today)}${language === 'zh' ? '' : gap}` : whole,
    )
    .replaceAll(/(?<![\w-])\d{4}-(0[1-9]|1[0-2])(?![\w-])/g, (month) => showMonth(month, language));
}

/** 2026年9月; September 2026. */
export function showMonth(month: string, language: Language): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return language === 'zh' ? `${year}年${number}月` : `${monthsEn[number - 1]} ${year}`;
}

/** 9月; Sep. Where there is little room, and the year stands beside it. */
export function shortMonth(day: string, language: Language): string {
  const month = Number(day.slice(5, 7));
  return language === 'zh' ? `${month}月` : `${monthsEn[month - 1]?.slice(0, 3)}`;
}

/** 9月15日; 15 Sep. */
export function shortDay(day: string, language: Language): string {
  const of = Number(day.slice(8, 10));
  const month = shortMonth(day, language);
  return language === 'zh' ? `${month}${of}日` : `${of} ${month}`;
}

/** 14:05, in the time of the agency wherever the device is. */
export function showClock(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
}
