import { plainDate } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Said } from '../../ui/said.tsx';
import { useToday } from '../../ui/today.ts';

/** By when it is due, on its own or after what stands `before` it; that a day is provisional is a word on it. Nothing where no day runs. */
export function DueDay(shown: {
  readonly place: { readonly dueOn: string | null; readonly dueProvisional: boolean };
  readonly before?: string;
}) {
  const { place, before = '' } = shown;
  const language = useLanguage();
  const today = useToday();
  if (place.dueOn === null) return null;
  const which = place.dueProvisional ? 'provisional' : 'firm';
  const on = showDay(plainDate(place.dueOn), language, today);
  return (
    <span>
      {before}
      <Said
        text={before === '' ? begin[which] : goOn[which]}
        parts={{ on: <span className="nb">{on}</span> }}
      />
    </span>
  );
}

const begin = {
  firm: { zh: '最晚 {on}', en: 'Due {on}' },
  provisional: { zh: '暂定最晚 {on}', en: 'Provisionally due {on}' },
};
const goOn = {
  firm: { zh: '最晚 {on}', en: 'due {on}' },
  provisional: { zh: '暂定最晚 {on}', en: 'provisionally due {on}' },
};
