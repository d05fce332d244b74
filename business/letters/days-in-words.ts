import { isPlainDate } from '#basics';
import type { Language } from './letter.ts';

const monthsEn = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/** The days and months of a sentence as a letter writes them, each with its year: it is read again years later. */
export function daysInWords(text: string, language: Language): string {
  return text
    .replaceAll(
      /(?:(?<=\p{Script=Han}) )?(?<![\w-])(\d{4}-\d{2}-\d{2})(?![\w-]| \d{2}:)(?: (?=\p{Script=Han}))?/gu,
      (whole, day: string) =>
        isPlainDate(day) ? (language === 'zh' ? dayZh(day) : whole.replace(day, dayEn(day))) : whole,
    )
    .replaceAll(/(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?![\w-])/g, (month) =>
      language === 'zh' ? monthZh(month) : monthEn(month),
    );
}

function dayZh(day: string): string {
  return `${monthZh(day)}${Number(day.slice(8))}日`;
}

function dayEn(day: string): string {
  return `${Number(day.slice(8))} ${monthEn(day)}`;
}

function monthZh(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

function monthEn(month: string): string {
  return `${monthsEn[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}
