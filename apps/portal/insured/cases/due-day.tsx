import { plainDate } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Said } from '../../ui/said.tsx';
import { useToday } from '../../ui/today.ts';

/** By when it is due; that a day is provisional is a word on it. Nothing where no day runs. */
export function DueDay(shown: {
  readonly place: { readonly dueOn: string | null; readonly dueProvisional: boolean };
  readonly before?: string;
}) {
  const { place, before = '' } = shown;
  const language = useLanguage();
  const today = useToday();
  if (place.dueOn === null) return null;
  const on = showDay(plainDate(place.dueOn), language, today);
  return (
    <span>
      {before}
      <Said
        text={place.dueProvisional ? provisional : firm}
        parts={{ on: <span className="nb">{on}</span> }}
      />
    </span>
  );
}

const firm = { zh: '最晚 {on}', en: 'due {on}' };
const provisional = { zh: '暂定最晚 {on}', en: 'provisionally due {on}' };
