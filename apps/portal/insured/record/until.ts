import { plainDate } from '#basics';
import { showDate } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';

/** From when to when something held, in words; empty where neither is known. */
export function useUntil(): (from: string | null, to: string | null) => string {
  const say = useSay();
  const language = useLanguage();
  const day = (on: string) => showDate(plainDate(on), language);
  return (from, to) => {
    if (from === null && to === null) return '';
    if (from === null) return say({ zh: '到{to}', en: 'Until {to}' }, { to: day(to ?? '') });
    if (to === null) return say({ zh: '{from}起', en: 'Since {from}' }, { from: day(from) });
    return say({ zh: '{from}到{to}', en: '{from} to {to}' }, { from: day(from), to: day(to) });
  };
}
