import { plainDate, shanghaiDate } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';

/** By when it is due; that a day is provisional is a word on it. Nothing where no day runs. */
export function DueDay(shown: {
  readonly place: { readonly dueOn: string | null; readonly dueProvisional: boolean };
  readonly before?: string;
}) {
  const { place, before = '' } = shown;
  const say = useSay();
  const language = useLanguage();
  if (place.dueOn === null) return null;
  const on = showDay(plainDate(place.dueOn), language, shanghaiDate(new Date()));
  return (
    <span className="nb">
      {before}
      {say(place.dueProvisional ? provisional : firm, { on })}
    </span>
  );
}

const firm = { zh: '最晚 {on}', en: 'by {on}' };
const provisional = { zh: '暂定最晚 {on}', en: 'provisionally by {on}' };
