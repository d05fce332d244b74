import { showClock, showDate } from '../ui/dates.ts';
import type { Language } from '../ui/language.tsx';
import { shanghaiDay } from '../ui/shanghai-day.ts';

/** Until when a link is good, to the minute: 2027年1月2日（周六） 02:26; Sat 2 January 2027, 02:26. */
export function untilWhen(instant: string, language: Language): string {
  return [showDate(shanghaiDay(instant), language), showClock(instant)].join(language === 'zh' ? ' ' : ', ');
}
