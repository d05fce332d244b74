import { daysInWords } from './dates.ts';
import { useLanguage } from './language.tsx';
import { type Say, sayIn } from './languages.ts';
import { useToday } from './today.ts';

/** Says a sentence of the agency's, its days and months written as every page writes them. */
export function useSayDays(): Say {
  const today = useToday();
  const language = useLanguage();
  return (text, figures) => daysInWords(sayIn(language)(text, figures), language, today);
}
