import { isPlainDate } from '#basics';
import type { Language, LetterText } from './letter.ts';

const monthsEn = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/**
 * A text of a letter with its days in words. What reads alike in both languages is no sentence of ours but a name, a number or what
 * somebody typed: it is rewritten only where it is a day, a month or a span of them and nothing else. What a sentence quotes stays.
 */
export function saidInWords(text: LetterText, language: Language): string {
  const { zh, en, quotes = [] } = text;
  return zh === en && !onlyDays.test(zh) ? zh : aroundQuotes(text[language], language, quotes);
}

const onlyDays = /^\d{4}-\d{2}(?:-\d{2})?(?: – \d{4}-\d{2}(?:-\d{2})?)?$/;

function aroundQuotes(text: string, language: Language, [quote, ...others]: readonly string[]): string {
  if (quote === undefined) return daysInWords(text, language);
  if (quote === '') return aroundQuotes(text, language, others);
  return text
    .split(quote)
    .map((part) => aroundQuotes(part, language, others))
    .join(quote);
}

/** The days and months of a sentence as a letter writes them, each with its year: it is read again years later. */
export function daysInWords(text: string, language: Language): string {
  return text.replaceAll(dates, (whole, date: string) => {
    if (date.length > 'yyyy-mm'.length && !isPlainDate(date)) return whole;
    return language === 'zh' ? dateZh(date) : whole.replace(date, dateEn(date));
  });
}

/** A day or a month; in Chinese without the spaces that stood around its digits. */
const dates =
  /(?:(?<=\p{Script=Han}) )?(?<![\w-])(\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2]))(?![\w-]| \d{2}:)(?: (?=\p{Script=Han}))?/gu;

function dateZh(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}

function dateEn(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day === undefined ? '' : `${Number(day)} `}${monthsEn[Number(month) - 1]} ${year}`;
}
